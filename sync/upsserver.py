"""UPS-RS (PS3.18 chapter 11) as this station speaks it to headquarters, in the spellings that servers differ in.

What a server refuses comes back as ``False``; what says nothing of the task (no line, a login page, a busy server) is raised. A
refused update is said again in the other spellings of the Transaction UID (api-contract.md 4.4), never a refused change of state.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from resources.problems import Damaged, Portal, Unsupported
from resources.terms import WorkitemState
from resources.wire.dicomjson import DataSet, Json, read_data_sets, written
from sync import ups
from sync.headquarters import (
    CAME_DAMAGED,
    LARGEST_PAGE,
    NOT_HEADQUARTERS,
    TOO_LARGE,
    Headquarters,
    Reply,
    raw,
    status_problem,
)
from sync.retry import retry_after
from sync.ups import Task, There

JSON = "application/dicom+json"
PAGE = 100
MOST_PAGES = 20
NO_LIST = (400, 403, 404, 405, 410, 501, 505)
"""How servers say that they have no worklist: Orthanc and other archives answer 404, some proxies 403, 405 or 501."""
SPOKEN = (400, 403, 404, 405, 409, 410, 412, 413, 415, 422, 501, 505)
"""What is an answer about one task, also where a page for people comes with it (Tomcat): a login page has other statuses."""
OTHER_TASK = "Headquarters answered with another task than the one that was asked for."
BUSY = (408, 425, 429, 500, 502, 503, 504)
"""What a worklist says of itself alone: the archive beside it is asked next, and speaks for itself (HZ-04)."""


class NoWorklist(Unsupported):
    """This headquarters gives no reading tasks."""


class UpsServer:
    """One headquarters' worklist, over the line of its archive."""

    def __init__(self, line: Headquarters, clock: Callable[[], datetime]) -> None:
        """``clock`` measures a pause that is given as a date, where the server does not say its own."""
        self._line, self._clock = line, clock

    def tasks(self, state: There) -> Iterator[list[Task]]:
        """What is listed in that state, page by page. Raises NoWorklist; ends where pages repeat."""
        seen: set[str] = set()
        for _ in range(MOST_PAGES):
            offset = f"&offset={len(seen)}" if seen else ""
            found = self._page(f"workitems?ProcedureStepState={raw(state.value)}&includefield=all&limit={PAGE}{offset}")
            fresh = {ups.task_of(one).uid: one for one in found}
            fresh = {uid: one for uid, one in fresh.items() if uid and uid not in seen}
            seen |= fresh.keys()
            yield [ups.task_of(one) for one in fresh.values() if ups.state_of(one) is state]
            if len(fresh) < PAGE:
                return

    def _page(self, target: str) -> list[DataSet]:
        reply = self._talk("GET", target, {"Accept": JSON})
        if reply.status in NO_LIST or (reply.status == 200 and not _may_be_json(reply.body)):
            raise NoWorklist("Headquarters has no worklist.")
        return self._read(reply)

    def _read(self, reply: Reply) -> list[DataSet]:
        if reply.status not in (200, 204, 206):
            raise status_problem(reply.status, None)
        if len(reply.body) > LARGEST_PAGE:
            raise Damaged(TOO_LARGE)
        if not _may_be_json(reply.body):
            raise Portal(NOT_HEADQUARTERS)
        body = reply.body.strip()
        return read_data_sets(b"[" + body + b"]" if body[:1] == b"{" else body)  # one, or a list of one

    def look(self, uid: str) -> tuple[There, Task | None]:
        """How one task stands there now. Raises Damaged where the answer is about another one."""
        reply = self._talk("GET", f"workitems/{raw(uid)}", {"Accept": JSON})
        if reply.status in (404, 410):
            return There.ABSENT, None
        if reply.status != 204 and not reply.body.strip():  # cut off at its beginning, it has not said that it is gone
            raise Damaged(CAME_DAMAGED)
        found = self._read(reply)
        if not found:
            return There.ABSENT, None
        task = ups.task_of(found[0])
        if task.uid not in ("", uid):
            raise Damaged(OTHER_TASK)
        return ups.state_of(found[0]), task

    def change(self, uid: str, state: WorkitemState, transaction_uid: str) -> bool:
        """Ask for another state; whether it was granted. The same request again says the same. May raise Ambiguous."""
        return self._say("PUT", f"workitems/{raw(uid)}/state", ups.change(state, transaction_uid))

    def update(self, uid: str, said: Json, transaction_uid: str) -> bool:
        """Write attributes of a task that is ours; whether they were taken. May raise Ambiguous."""
        at = f"workitems/{raw(uid)}"
        held = said | {ups.TRANSACTION: {"vr": "UI", "Value": [transaction_uid]}}
        # PS3.18 table 11.6.1-1 since 2025e; the bare form of Microsoft; 00081195 in the body as clients of 2014c send it
        spellings = ((f"{at}?transaction-uid={transaction_uid}", said), (f"{at}?{transaction_uid}", said), (at, held))
        return any(self._say("POST", target, body) for target, body in spellings)

    def _say(self, method: str, target: str, said: Json) -> bool:
        headers = {"Content-Type": JSON, "Accept": JSON}
        return 200 <= self._talk(method, target, headers, written([said])).status < 300

    def _talk(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> Reply:
        reply = self._line.talk(method, target, headers, body, also=(*SPOKEN, *BUSY))
        if reply.status in BUSY:
            said = reply.headers
            raise status_problem(reply.status, retry_after(said.get("retry-after"), said.get("date"), self._clock()))
        return reply


def _may_be_json(body: bytes) -> bool:
    return body.lstrip()[:1] in (b"[", b"{", b"")
