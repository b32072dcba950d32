"""A workitem as an entry of the Modality Worklist (PS3.4 K.6.1.2.2). Pure: workitem and camera rules in, a data set out.

Every return key that a camera may insist on is there, empty where nothing is known: one that misses a key shows an empty list
(users.md, quirk 13). Dates and times are the camp's own (hazard HZ-26).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from resources.store import copies
from resources.store.procedures import Procedure
from resources.wire.ages import age_of
from resources.wire.camerarules import CameraRules, name_for, text_for
from resources.wire.dicomjson import Json, name_json
from resources.wire.dictionary import vr_of

SCHEDULED_STEP = "00400100"
STATION, DATE, TIME, MODALITY = "00400001", "00400002", "00400003", "00080060"
MODALITIES = (
    *("OP", "OPT", "OPV", "OAM", "OPM", "OPTBSV", "OPTENF", "KER"),
    *("LEN", "SRF", "AR", "IOL", "VA", "XC", "US", "OT"),
)
"""What a person at an eye camera may be examined with (PS3.3 C.7.3.1.1.1); the first is ours, the others only when asked for."""
_EMPTY = (
    *("00080050", "00080090", "00081110", "00081120", "00100021", "00101030", "00102000", "00102110"),
    *("001021C0", "00104000", "00321032", "00321033", "00321064", "00380010", "00380050", "00380300"),
    *("00380500", "00401004", "00403001"),
)
_EMPTY_IN_STEP = (*("00321070", "00400006", "00400008", "00400010", "00400011", "00400012"),)


class Asked(NamedTuple):
    """For whom an entry is made."""

    station: str
    modality: str = "OP"


class Slot(NamedTuple):
    """When a workitem is to be done, as the camp's clocks show it, and how far it is."""

    begins: datetime
    status: str


def step_id(one: Procedure) -> str:
    """Scheduled Procedure Step ID and Requested Procedure ID (SH): twelve digits of the workitem's UID."""
    digits = "".join(char for char in one.workitem_uid if char.isdigit())
    return digits[-12:]


def entry(one: Procedure, asked: Asked, slot: Slot, rules: CameraRules) -> Json:
    """The whole data set, as this camera can show it."""
    begins = slot.begins
    label = text_for(rules, one.label or "Eye screening")
    step = {
        MODALITY: asked.modality,
        STATION: asked.station,
        DATE: begins.strftime("%Y%m%d"),
        TIME: begins.strftime("%H%M%S"),
        "00400007": label,
        "00400009": step_id(one),
        "00400020": slot.status,
    }
    known = {
        "00080050": one.accession_number,
        "0020000D": one.study_uid,
        "00321060": label,
        "00401001": step_id(one),
        "00401003": one.priority,
    } | _person(one, rules, begins)
    found = {tag: _said(tag, "") for tag in _EMPTY} | {tag: _said(tag, value) for tag, value in known.items()}
    inner = {tag: _said(tag, "") for tag in _EMPTY_IN_STEP} | {tag: _said(tag, value) for tag, value in step.items()}
    return {**found, SCHEDULED_STEP: {"vr": "SQ", "Value": [inner]}}


def with_keys(data_set: Json, keys: Json) -> Json:
    """The entry and, empty, whatever else was asked for."""
    whole = dict(data_set)
    for tag, said in keys.items():
        theirs, ours = _items(said), _items(whole.get(tag, {}))
        if tag not in whole:
            whole[tag] = {"vr": said.get("vr", "UN")}
        elif said.get("vr") == "SQ" and theirs and ours:
            whole[tag] = {"vr": "SQ", "Value": [with_keys(item, theirs[0]) for item in ours]}
    return whole


def _items(said: Mapping[str, Any]) -> list[Json]:
    return [item for item in said.get("Value") or () if isinstance(item, dict)]


def _person(one: Procedure, rules: CameraRules, today: datetime) -> dict[str, Any]:
    patient = one.patient
    if patient is None:
        return {"00100010": "", "00100020": "", "00100030": "", "00100040": "", "00101010": ""}
    details, known = patient.details, copies.identity_of(patient)
    return {
        "00100010": name_json(name_for(rules, details.family_name, details.given_name, details.native_name)),
        "00100020": known.patient_id,
        "00100030": known.birth_date,
        "00100040": known.sex,
        "00101010": age_of(details.birth_date, details.birth_year, today.date()),
    }


def _said(tag: str, value: Any) -> Json:
    vr = vr_of(int(tag, 16))
    return {"vr": vr, "Value": [value]} if value else {"vr": vr}
