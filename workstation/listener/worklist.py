"""Modality Worklist (PS3.4 annex K): who is to be photographed, for the camera that asks.

The answer is the one person whom somebody called to that camera (hazard HZ-01); with the option all who wait follow. A query
never changes who is at the camera. Its keys match the entry as the camera is shown it, or as we know it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from resources.store import Store, performed, procedures, turns, workitems
from resources.store.rows import TurnRow
from resources.store.store import Unit
from resources.terms import WorkitemState
from resources.wire.camerarules import CameraRules
from resources.wire.dicomjson import Json
from resources.wire.matching import Condition, condition, fits, span
from workstation.listener import datasets
from workstation.listener.commands import C_FIND_RQ, PENDING, SUCCESS, UNRECOGNIZED_OPERATION
from workstation.listener.entry import (
    DATE,
    MODALITIES,
    MODALITY,
    SCHEDULED_STEP,
    STATION,
    TIME,
    Asked,
    Slot,
    entry,
    with_keys,
)
from workstation.listener.seams import Answer, Link, Request

WORKLIST = "1.2.840.10008.5.1.4.31"
STATUS = "00400020"
_CHARACTER_SET = "00080005"
_DATE, _TIME = (SCHEDULED_STEP, DATE), (SCHEDULED_STEP, TIME)


class Worklist:
    """C-FIND SCP. ``rules_of`` gives a camera's rules by its AE title; ``shows_waiting`` adds all who wait today."""

    sop_classes = frozenset({WORKLIST})
    gives_pictures = False

    def __init__(
        self,
        store: Store,
        *,
        rules_of: Callable[[str], CameraRules] = CameraRules,
        shows_waiting: bool = False,
    ) -> None:
        self._store = store
        self._rules_of = rules_of
        self._shows_waiting = shows_waiting

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        """One pending answer for each person. Raises Invalid for keys that cannot be read."""
        if request.command.field != C_FIND_RQ:
            yield Answer(UNRECOGNIZED_OPERATION)
            return
        keys = datasets.asked(request)
        wanted = conditions(keys)
        rules = self._rules_of(request.peer.calling_ae)
        asked = _asked(wanted, request.peer.calling_ae)
        found = self._entries(asked, rules)
        fitting = [shown for shown, plain in found if matches(wanted, shown) or matches(wanted, plain)]
        for shown in fitting:
            syntax = request.context.transfer_syntax
            term, codec = rules.charset.term, rules.charset.value
            yield Answer(PENDING, datasets.written(with_keys(shown, keys), syntax, character_set=term, codec=codec))
        link.note(_sentence(len(fitting), len(found)))
        yield Answer(SUCCESS)

    def _entries(self, asked: Asked, rules: CameraRules) -> list[tuple[Json, Json]]:
        """Each entry as the camera can show it, and as we know it; who is at the camera comes first."""
        plain = CameraRules(rules.ae_title)
        with self._store.read() as unit:
            listed = [(procedures.procedure(unit, uid), slot) for uid, slot in self._listed(unit, asked.station)]
        return [
            (entry(one, asked, slot, rules), entry(one, asked, slot, plain))
            for one, slot in listed
            if one.patient is not None
        ]

    def _listed(self, unit: Unit, station: str) -> Iterator[tuple[str, Slot]]:
        turn = turns.at(unit, station)
        if turn is not None:
            yield turn.workitem_uid, Slot(self._store.local(turn.began_at), _status(unit, turn))
        if not self._shows_waiting:
            return
        for item in workitems.since(unit, unit.now - timedelta(hours=24)):
            is_here = item.station_ae_title in ("", station)
            if item.state == WorkitemState.SCHEDULED and is_here:
                yield item.workitem_uid, Slot(self._store.local(item.scheduled_at), "SCHEDULED")


def _status(unit: Unit, turn: TurnRow) -> str:
    """Scheduled Procedure Step Status (PS3.3 C.4.10): a camera that began once may begin again while the person sits there."""
    return "STARTED" if performed.of_workitem(unit, turn.workitem_uid) else "SCHEDULED"


def conditions(keys: Json) -> list[Condition]:
    """What the keys of a query ask for (PS3.4 C.2.2.2). Raises Invalid for a date or time that is none."""
    return [found for found in _conditions(keys, "") if not found.is_universal]


def _conditions(keys: Json, path: str) -> Iterator[Condition]:
    for tag, said in keys.items():
        if tag == _CHARACTER_SET or tag.endswith("0000"):
            continue
        values = said.get("Value") or ()
        if said.get("vr") == "SQ":
            for item in values[:1]:
                yield from _conditions(item or {}, f"{path}{tag}.")
        elif values:
            yield condition(path + tag, "\\".join(map(_text, values)))


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        groups = [str(value.get(group) or "") for group in ("Alphabetic", "Ideographic", "Phonetic")]
        return "=".join(groups).rstrip("=")
    return "" if value is None else str(value)


def _asked(wanted: list[Condition], calling_ae: str) -> Asked:
    """The station and modality of the entries: what the camera names, or else itself and OP."""
    named = {one.path: one.text.strip() for one in wanted if not set(one.text) & set("*?\\")}
    modality = named.get((SCHEDULED_STEP, MODALITY), "")
    station = named.get((SCHEDULED_STEP, STATION), "") or calling_ae
    return Asked(station, modality if modality in MODALITIES else MODALITIES[0])


def matches(wanted: list[Condition], data_set: Json) -> bool:
    """Whether an entry fits all keys. A status asked for hides nobody whom a person called to the camera."""
    rest = [one for one in wanted if one.path not in (_DATE, _TIME, (SCHEDULED_STEP, STATUS))]
    return _in_time(wanted, data_set) and all(_fits(data_set, one) for one in rest)


def _fits(data_set: Json, wanted: Condition) -> bool:
    """As everywhere; a list of values where the standard knows none, as some cameras send for modality, fits by any."""
    if "\\" in wanted.text and wanted.vr != "UI":
        return any(fits(data_set, Condition(wanted.path, text)) for text in wanted.text.split("\\"))
    return fits(data_set, wanted)


def _in_time(wanted: list[Condition], data_set: Json) -> bool:
    """Date and time together are one stretch from the first moment to the last (PS3.4 K.6.1.2.2)."""
    asked = {one.path: one for one in wanted}
    [step] = data_set[SCHEDULED_STEP]["Value"]
    day, time = step[DATE]["Value"][0], step[TIME]["Value"][0]
    first_day, last_day = span(asked[_DATE]) if _DATE in asked else ("", "")
    first_time, last_time = span(asked[_TIME]) if _TIME in asked else ("", "")
    if _DATE not in asked:
        return (not first_time or time >= first_time) and (not last_time or time[: len(last_time)] <= last_time)
    return (day, time) >= (first_day, first_time) and (
        not last_day or (day, time[: len(last_time)]) <= (last_day, last_time)
    )


def _sentence(fitting: int, there: int) -> str:
    if fitting:
        people = "1 person" if fitting == 1 else f"{fitting} people"
        return f"It asked who is next; {people} answered."
    if there:
        return (
            "It asked who is next, but by a date, name or kind that fits nobody here. Look at its clock and its filter."
        )
    return "It asked who is next; nobody is called to it."
