"""C-FIND of what the laptop holds (PS3.4 C.4.1), Study Root and Patient Root: the answers of QIDO, said in DIMSE.

Only keys that were asked for are answered, and beside them the mark of what waits in the Inbox. Nothing is known here that
the DICOMweb surface does not know: both search with the same function.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from resources.dicomweb.search import Asked, asked, results
from resources.store import Store, Unit, audit
from resources.store.audit import AuditRow
from resources.store.queries import EVERYWHERE, Level
from resources.terms import Origin
from resources.wire.camerarules import CameraRules, Charset, text_for
from resources.wire.dicomjson import PN_GROUPS, Json
from workstation.listener import datasets
from workstation.listener.commands import PENDING, SUCCESS
from workstation.listener.identifiers import (
    LEVELS,
    PATIENT_ID,
    QUERY_LEVEL,
    RETRIEVE_TITLE,
    UNIQUE,
    Identifier,
    Root,
    check_may_ask,
    identifier,
)
from workstation.listener.seams import Answer, Link, Request

PAGE = 200
_STUDIES, _SERIES, _INSTANCES = "00201200", "00201202", "00201204"  # Number of Patient Related …, PS3.4 C.6.1.1.2
_MARKS = ("00090010", "00091001", "00091002")
_CODECS = {Charset.UTF_8: "utf-8", Charset.LATIN_1: "latin-1", Charset.ASCII: "ascii"}
Peers = Callable[[], Iterable[CameraRules]]


class Finds:
    """The service. ``ae_title`` is where what is found can be retrieved."""

    sop_classes = frozenset({Root.PATIENT.find, Root.STUDY.find})
    gives_pictures = False

    def __init__(self, store: Store, peers: Peers, ae_title: str) -> None:
        self._here = _Here(store)
        self._peers = peers
        self._ae_title = ae_title

    def answers(self, request: Request, _link: Link) -> Iterator[Answer]:
        """One pending answer for each hit."""
        known = list(self._peers())
        check_may_ask(request.peer, known)
        wanted = identifier(request)
        rules = next((one for one in known if one.ae_title == request.peer.calling_ae), CameraRules(""))
        told = 0
        try:
            for found in self._found(wanted):
                told += 1
                yield Answer(PENDING, self._written(wanted, found, request, rules))
            yield Answer(SUCCESS)
        finally:
            note_query(self._here.store, request, "C-FIND", {"level": wanted.level, "told": told})

    def _found(self, wanted: Identifier) -> Iterator[Json]:
        level = LEVELS[wanted.level]
        if level is not None:
            return self._here.pages(asked(level, EVERYWHERE, list(wanted.items())))
        of_people = [(tag, text) for tag, text in wanted.items() if tag[:4] == "0010"]
        return iter(_people(self._here.pages(asked(Level.STUDY, EVERYWHERE, of_people))))

    def _written(self, wanted: Identifier, found: Json, request: Request, rules: CameraRules) -> bytes:
        own = {QUERY_LEVEL: _cs(wanted.level), RETRIEVE_TITLE: {"vr": "AE", "Value": [self._ae_title]}}
        kept = {tag: found[tag] for tag in (*_MARKS, *_above(wanted.level)) if tag in found}
        said = {tag: _small(found.get(tag), element) for tag, element in wanted.keys.items()}
        answer = {**said, **kept, **own}
        if rules.charset is not Charset.UTF_8:
            answer = {tag: _spelled(element, rules) for tag, element in answer.items()}
        syntax = request.context.transfer_syntax
        return datasets.written(answer, syntax, character_set=rules.charset.term, codec=_CODECS[rules.charset])


class _Here:
    """This station, as ``dicomweb.search`` asks for it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def read(self) -> AbstractContextManager[Unit]:
        return self.store.read()

    def url(self, *_steps: object) -> str:
        return ""

    def pages(self, wanted: Asked) -> Iterator[Json]:
        """All that fit, a page at a time, so that a cancelled query ends soon."""
        offset = 0
        while True:
            found, more = results(self, replace(wanted, limit=PAGE, offset=offset))
            yield from found
            offset += len(found)
            if not more:
                return


def note_query(store: Store, request: Request, action: str, said: dict[str, Any]) -> None:
    """Into the audit trail (PS3.15 A.5.3.10): who asked, and how much was told."""
    peer = request.peer
    actor = f"camera:{peer.calling_ae}"
    with store.write(Origin.CAMERA, actor=actor) as unit:
        audit.note(unit, AuditRow(actor, action, peer.address, SUCCESS, said))


def _people(studies: Iterable[Json]) -> Iterable[Json]:
    """The people of these studies, each once, with what there is of them."""
    found: dict[str, Json] = {}
    counts: dict[str, list[int]] = {}
    for study in studies:
        who = {tag: said for tag, said in study.items() if tag[:4] == "0010" or tag in _MARKS}
        key = repr([who.get(tag, {}).get("Value") for tag in (PATIENT_ID, "00100010", "00100030", "00091001")])
        found.setdefault(key, who)
        more = (1, study["00201206"]["Value"][0], study["00201208"]["Value"][0])
        counts[key] = [had + new for had, new in zip(counts.get(key, (0, 0, 0)), more, strict=True)]
    for key, who in found.items():
        for tag, number in zip((_STUDIES, _SERIES, _INSTANCES), counts[key], strict=True):
            who[tag] = {"vr": "IS", "Value": [number]}
    return found.values()


def _above(level: str) -> list[str]:
    """The unique keys down to this level, which are always answered."""
    levels = list(UNIQUE)
    return [UNIQUE[one] for one in levels[: levels.index(level) + 1]]


def _small(found: Json | None, asked_for: Json) -> Json:
    """What was found, or an empty value where there is none, or only one that lies elsewhere."""
    return {"vr": asked_for["vr"]} if found is None or "BulkDataURI" in found else found


def _cs(text: str) -> Json:
    return {"vr": "CS", "Value": [text]}


def _spelled(element: Json, rules: CameraRules) -> Json:
    """In letters that this device can show."""
    if "Value" not in element:
        return element
    return {**element, "Value": [_in_letters(value, rules) for value in element["Value"]]}


def _in_letters(value: Any, rules: CameraRules) -> Any:
    if isinstance(value, str):
        return text_for(rules, value)
    if not isinstance(value, dict):
        return value
    if value.keys() <= set(PN_GROUPS):
        name = next((str(value[group]) for group in PN_GROUPS if value.get(group)), "")
        return {PN_GROUPS[0]: text_for(rules, name)}
    return {tag: _spelled(element, rules) for tag, element in value.items()}
