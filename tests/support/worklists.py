"""A worklist in memory beside the pretend archive, in the manners in which UPS-RS servers differ.

``key_in`` is where it looks for the Transaction UID of an update: ``named`` (``?transaction-uid=``), ``bare`` (``?1.2.3``, as
Microsoft's server) or ``body``. With ``html`` it refuses with pages for people, as Tomcat does. ``answers``: what it says
to a kind of request instead of doing anything.
"""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from support.headquarters import MemoryHeadquarters
from support.workitems import kind_of

from sync.headquarters import HttpHeadquarters

SPELT = {"IN PROGRESS": "IN_PROGRESS", "CANCELED": "CANCELLED"}


@dataclass
class MemoryWorklist:
    """Tasks by UID as data sets, and the key of each that is claimed."""

    key_in: str = "named"
    html: bool = False
    spelt: bool = False
    wrapped: bool = True
    answers: dict[str, httpx.Response] = field(default_factory=dict)
    archive: MemoryHeadquarters = field(default_factory=MemoryHeadquarters)
    held: dict[str, dict[str, Any]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)

    def client(self) -> HttpHeadquarters:
        """A line to archive and worklist, without a socket."""
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(self.answer))

    def asks(self, uid: str, item: dict[str, Any]) -> None:
        """Headquarters puts it on its worklist."""
        self.held[uid] = {"00080018": {"vr": "UI", "Value": [uid]}, **copy.deepcopy(item)}

    def state(self, uid: str) -> str:
        """How it stands."""
        return str(self.held[uid]["00741000"]["Value"][0])

    def answer(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        kind = kind_of(request)
        if not kind:
            return self.archive._transported(request)
        self.sent.append(kind)
        if kind in self.answers:
            return self.answers[kind]
        does: dict[str, Callable[[httpx.Request], httpx.Response]] = {
            "list": self._list, "look": self._look, "change": self._change, "update": self._update,
        }  # fmt: skip
        return does[kind](request)

    def _list(self, request: httpx.Request) -> httpx.Response:
        """A server that knows no offset: it gives the whole list again."""
        wanted = request.url.params["ProcedureStepState"]
        found = [self._shown(uid) for uid in self.held if self.state(uid) == wanted]
        return httpx.Response(200, json=found) if found else httpx.Response(204)

    def _look(self, request: httpx.Request) -> httpx.Response:
        uid = request.url.path.rpartition("/")[2]
        if uid not in self.held:
            return self._refused(404)
        return httpx.Response(200, json=[self._shown(uid)] if self.wrapped else self._shown(uid))

    def _shown(self, uid: str) -> dict[str, Any]:
        shown = copy.deepcopy(self.held[uid])
        if self.spelt:
            shown["00741000"] = {"vr": "CS", "Value": [SPELT.get(self.state(uid), self.state(uid))]}
        return shown

    def _change(self, request: httpx.Request) -> httpx.Response:
        uid, [said] = request.url.path.split("/")[-2], json.loads(request.content)
        wanted, key = said["00741000"]["Value"][0], said["00081195"]["Value"][0]
        before = self.state(uid)
        if (before, wanted) == ("SCHEDULED", "IN PROGRESS"):
            self.keys[uid] = key
        elif before != "IN PROGRESS" or wanted == "IN PROGRESS" or self.keys[uid] != key:
            return self._refused(409)
        self.held[uid]["00741000"] = {"vr": "CS", "Value": [wanted]}
        return httpx.Response(200)

    def _update(self, request: httpx.Request) -> httpx.Response:
        uid, [said] = request.url.path.rpartition("/")[2], json.loads(request.content)
        query = request.url.params
        given = {
            "named": query.get("transaction-uid", ""),
            "bare": next((key for key, value in query.multi_items() if not value), ""),
            "body": said.pop("00081195", {"Value": [""]})["Value"][0],
        }
        if self.state(uid) != "IN PROGRESS" or given[self.key_in] != self.keys[uid]:
            return self._refused(400)
        self.held[uid].update(said)
        return httpx.Response(200)

    def _refused(self, status: int) -> httpx.Response:
        page = b"<!doctype html><title>HTTP Status</title>"
        return (
            httpx.Response(status, headers={"Content-Type": "text/html"}, content=page)
            if self.html
            else httpx.Response(status)
        )
