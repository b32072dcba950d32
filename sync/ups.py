"""A reading task as headquarters' worklist shows it (PS3.4 CC.2.5), and what is said there about it. Pure: DICOM JSON in and out.

A workitem is a reading task when its code says interpretation, or when it has no code that says something else and names
pictures to be looked at; whom a camera waits for is none. Refuses to guess whose it is, and which visit.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from resources.store.opinions import OpinionRow
from resources.terms import WorkitemState
from resources.wire import dicomjson as tags
from resources.wire.dicomjson import DataSet, Json, name_json
from resources.wire.dictionary import vr_of
from resources.wire.header import Identity
from resources.wire.uids import is_uid

STATE, TRANSACTION = "00741000", "00081195"
LABEL, PRIORITY, EXPECTED = "00741204", "00741200", "00404011"
CODES, INPUT = "00404018", "00404021"
STATIONS, PERFORMERS, ORGANIZATION, PERFORMER = "00404025", "00404034", "00404036", "00404037"
CODE, SCHEME, MEANING = "00080100", "00080102", "00080104"
PROGRESS, DESCRIPTION, CANCELLED_AT = "00741002", "00741006", "00404052"
WHY_CANCELLED, WHY_DISCONTINUED = "00741238", "0074100E"
PERFORMED = "00741216"
INTERPRETATION = "110005"  # DCM, CID 9231
OTHER_WORK = frozenset({"110001", "110002", "110003", "110004", "110006", "110007", "110008", "110009"})
"""The other workitem definitions of CID 9231: none of them asks anybody to look at an eye."""
UNSPECIFIED = ("110513", "DCM", "Discontinued for unspecified reason")  # CID 9300
OURS = "99EYECAMP"
"""Coding scheme of what only this station names; 99 marks a private one (PS3.3 8.2)."""
LONGEST = 200


class There(StrEnum):
    """How headquarters shows a task."""

    SCHEDULED = WorkitemState.SCHEDULED.value
    IN_PROGRESS = WorkitemState.IN_PROGRESS.value
    COMPLETED = WorkitemState.COMPLETED.value
    CANCELED = WorkitemState.CANCELED.value
    ABSENT = "ABSENT"
    UNKNOWN = "UNKNOWN"
    """It says something that no edition of the standard knows: nothing follows from it."""


SPELLINGS = {"CANCELLED": There.CANCELED, "DISCONTINUED": There.CANCELED, "INPROGRESS": There.IN_PROGRESS}


@dataclass(frozen=True, slots=True)
class Task:
    """What headquarters asks for. ``studies`` and ``instances`` are those that it names to be read."""

    uid: str
    label: str = ""
    is_urgent: bool = False
    due: str = ""
    number: str = ""
    issuer: str = ""
    name: str = ""
    birth: str = ""
    sex: str = ""
    studies: tuple[str, ...] = ()
    instances: tuple[str, ...] = ()
    stations: tuple[str, ...] = ()
    """Whom it was given to: names and codes of stations, organisations and people."""
    codes: tuple[tuple[str, str, str], ...] = ()
    """Value, scheme and meaning of what is to be done."""
    cancel_asked: bool = False

    @property
    def identity(self) -> Identity:
        """Who it is about, as far as headquarters says."""
        return Identity(self.number, self.issuer, self.name, self.birth, self.sex)

    @property
    def is_reading(self) -> bool:
        """Whether somebody is to look at pictures."""
        known = {value for value, scheme, _ in self.codes if scheme.upper() == "DCM"}
        if INTERPRETATION in known:
            return True
        return not known & OTHER_WORK and bool(self.studies or self.instances)

    def is_given_to(self, names: Collection[str]) -> bool:
        """Whether it names this station, or its organisation."""
        mine = {name.casefold() for name in names if name}
        return any(one.casefold() in mine for one in self.stations)

    @property
    def text(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Task":
        """What ``text`` wrote."""
        facts = json.loads(text)
        lists = {name: tuple(facts[name]) for name in ("studies", "instances", "stations")}
        return cls(**facts | lists | {"codes": tuple((code[0], code[1], code[2]) for code in facts["codes"])})


def task_of(data: DataSet) -> Task:
    """Read one workitem."""
    named = data.items(INPUT)
    pictures = [uid for one in named for at in one.items(tags.REFERENCED_SOP_SEQUENCE) if (uid := _picture(at))]
    progress = data.items(PROGRESS)
    return Task(
        uid=data.text(tags.INSTANCE_UID),
        label=data.text(LABEL)[:LONGEST],
        is_urgent=data.text(PRIORITY).upper() in ("HIGH", "STAT"),
        due=data.text(EXPECTED)[:26],
        number=data.text(tags.PATIENT_ID),
        issuer=data.text(tags.ISSUER_OF_PATIENT_ID),
        name=data.text(tags.PATIENT_NAME)[:LONGEST],
        birth=data.text(tags.PATIENT_BIRTH_DATE),
        sex=data.text(tags.PATIENT_SEX),
        studies=tuple(dict.fromkeys(uid for one in named if is_uid(uid := one.text(tags.STUDY_UID)))),
        instances=tuple(dict.fromkeys(pictures)),
        stations=tuple(dict.fromkeys(_stations(data))),
        codes=tuple((one.text(CODE), one.text(SCHEME), one.text(MEANING)[:64]) for one in data.items(CODES)),
        cancel_asked=any(one.text(CANCELLED_AT) or one.text(WHY_CANCELLED) for one in [data, *progress]),
    )


def _picture(reference: DataSet) -> str:
    uid = reference.text(tags.REFERENCED_SOP_INSTANCE_UID)
    return uid if is_uid(uid) else ""


def _stations(data: DataSet) -> list[str]:
    said = [text for one in data.items(STATIONS) for text in (one.text(CODE), one.text(MEANING))]
    said += [text for one in data.items(PERFORMERS) for text in (one.text(ORGANIZATION), one.text(PERFORMER))]
    return [text for text in said if text]


def state_of(data: DataSet) -> There:
    """How it stands there, in any spelling that servers use."""
    said = data.text(STATE).upper().replace("_", " ").strip()
    try:
        return SPELLINGS.get(said) or There(said)
    except ValueError:
        return There.UNKNOWN


# --- what is said to headquarters -------------------------------------------------------------------------------------


def change(state: WorkitemState, transaction_uid: str) -> Json:
    """The body of a change of state (PS3.18 11.7)."""
    return _data_set({STATE: state.value, TRANSACTION: transaction_uid})


def begun(text: str) -> Json:
    """That somebody reads: it changes nothing, and is taken from the owner alone (PS3.4 CC.2.6)."""
    return _data_set({PROGRESS: [{DESCRIPTION: text}]})


def given_back(moment: datetime) -> Json:
    """Why it ends without having been done (PS3.4 table CC.2.5-3, final state CANCELED)."""
    value, scheme, meaning = UNSPECIFIED
    return _data_set({PROGRESS: [{CANCELLED_AT: _dt(moment), WHY_DISCONTINUED: [_code(value, scheme, meaning)]}]})


def performed(task: Task, said: Sequence[OpinionRow], station: str, began: datetime) -> Json:
    """What was done (PS3.4 table CC.2.5-3, final state COMPLETED): where, by whom, when, and what they said of each eye.

    No DICOM object came of it, so that there is no output to name; the opinions themselves travel as records.
    """
    ended = max(one.signed_at for one in said)
    readers = sorted({one.reader for one in said})
    codes = [_code(*code) for code in task.codes if code[0]] or [_code(INTERPRETATION, "DCM", "Interpretation")]
    step = {
        "00404035": [_performer(reader, station) for reader in readers],
        "00404028": [_code(station[:16], OURS, station)],
        "00404029": [],
        "00404030": [],
        "00404050": _dt(min(began, ended)),
        "00404051": _dt(ended),
        "00400254": task.label[:64] or "Interpretation",
        "00404019": codes,
        "00741212": [_finding(one) for one in said],
        "00404033": [],
    }
    return _data_set({PERFORMED: [step]})


def _performer(reader: str, station: str) -> dict[str, object]:
    """By the name as it stands here: which part of it is the family's is not guessed."""
    return {"00404009": [_code(reader, OURS, reader)], PERFORMER: name_json(reader[:64]), ORGANIZATION: station[:64]}


def _finding(one: OpinionRow) -> dict[str, object]:
    """One opinion as words, in the scheme that it was said in (HZ-21)."""
    return {"0040A040": "TEXT", "0040A043": [_code("121071", "DCM", "Finding")], "0040A160": finding_text(one)}


def finding_text(one: OpinionRow) -> str:
    """E.g. ``Right eye: ICDR 2003, retinopathy 2, macular-oedema 0. Anjali Kumari, urn:uuid:...``."""
    eye = {"R": "Right eye", "L": "Left eye"}.get(one.said.eye.value, one.said.eye.value)
    grade = one.said.grade
    if grade is None:
        what = f"no grade: {one.said.absent}"
    else:
        what = ", ".join([f"{grade.scheme} {grade.version}".strip(), *(f"{name} {code}" for name, code in grade.codes)])
    preview = " A small preview was looked at." if one.said.is_preview else ""
    return f"{eye}: {what}.{preview} {one.reader}, urn:uuid:{one.uuid}"


def _code(value: str, scheme: str, meaning: str) -> dict[str, object]:
    return {CODE: value[:16], SCHEME: scheme[:16], MEANING: meaning[:64]}


def _dt(moment: datetime) -> str:
    return moment.strftime("%Y%m%d%H%M%S%z")


def _data_set(values: dict[str, object]) -> Json:
    return {tag: _element(tag, value) for tag, value in sorted(values.items())}


def _element(tag: str, value: object) -> Json:
    vr = vr_of(int(tag, 16))
    if isinstance(value, list):
        items = [_data_set(item) for item in value]
        return {"vr": vr, "Value": items} if items else {"vr": vr}
    return {"vr": vr, "Value": [value]} if value else {"vr": vr}
