"""A reading task in every spelling that worklists use, and what is said of it."""

from datetime import UTC, date, datetime

import pytest
from support.grading import icdr

from resources.store.opinions import OpinionRow, Said
from resources.terms import Laterality, Origin, WorkitemState
from resources.wire.dicomjson import DataSet
from sync import ups
from sync.ups import Task, There, task_of

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def said(value: object) -> dict:
    return {"vr": "LO", "Value": [value]}


def a_code(value: str, scheme: str = "DCM") -> dict:
    return {"vr": "SQ", "Value": [{"00080100": said(value), "00080102": said(scheme), "00080104": said("x")}]}


def an_opinion(eye: Laterality, grade: str | None, absent: str = "", *, is_preview: bool = False) -> OpinionRow:
    one = Said(eye, icdr(grade) if grade else None, absent=absent, is_preview=is_preview)
    return OpinionRow("u-1", date(2026, 11, 21), one, Origin.PERSON, "Anjali Kumari", False, NOW)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("SCHEDULED", There.SCHEDULED),
        ("in progress", There.IN_PROGRESS),
        ("IN_PROGRESS", There.IN_PROGRESS),
        ("CANCELLED", There.CANCELED),
        ("", There.UNKNOWN),
        ("ABANDONED", There.UNKNOWN),
    ],
)
def test_states_are_read_as_they_are_spelt(text: str, there: There) -> None:
    assert ups.state_of(DataSet({"00741000": said(text)})) is there


@pytest.mark.parametrize(
    ("codes", "pictures", "is_reading"),
    [
        (a_code("110005"), False, True),
        (a_code("110001"), True, False),
        (a_code("110005", "99LOCAL"), False, False),
        (a_code("READ-EYES", "99LOCAL"), True, True),
        ({"vr": "SQ"}, True, True),
        ({"vr": "SQ"}, False, False),
    ],
)
def test_what_asks_for_eyes_to_be_looked_at(codes: dict, pictures: bool, is_reading: bool) -> None:
    named = {"0040021": {}, "00404021": {"vr": "SQ", "Value": [{"0020000D": said("1.2.3")}] if pictures else []}}
    assert task_of(DataSet({"00404018": codes, **named})).is_reading is is_reading


def test_a_task_is_the_same_after_it_was_kept() -> None:
    pictures = {"vr": "SQ", "Value": [{"00081155": said("1.2.4")}, {"00081155": said("no uid")}]}
    data = {
        "00080018": said("2.25.1"),
        "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Devi^Lakshmi", "Ideographic": "லட்சுமி"}]},
        "00404018": a_code("110005"),
        "00404021": {"vr": "SQ", "Value": [{"0020000D": said("1.2.3"), "00081199": pictures}]},
        "00404025": a_code("CAMP7", "L"),
        "00404034": {"vr": "SQ", "Value": [{"00404036": said("Village Eye Trust")}]},
        "00741002": {"vr": "SQ", "Value": [{"00741238": said("The person went elsewhere")}]},
    }
    task = task_of(DataSet(data))
    assert Task.read(task.text) == task
    assert (task.studies, task.instances, task.cancel_asked) == (("1.2.3",), ("1.2.4",), True)
    assert (
        task.is_given_to(["village eye trust"]) and task.is_given_to(["CAMP7"]) and not task.is_given_to(["", "CAMP8"])
    )


@pytest.mark.parametrize(
    "data", [{}, {"00404021": {"vr": "SQ", "Value": [None]}}, {"00404018": said("x")}, {"00741002": 7}]
)
def test_nonsense_is_an_empty_task(data: dict) -> None:
    task = task_of(DataSet(data))
    assert (task.uid, task.studies, task.codes, task.is_reading) == ("", (), (), False)


def test_a_claim_says_state_and_key_alone() -> None:
    body = ups.change(WorkitemState.IN_PROGRESS, "2.25.7")
    assert {tag: one["Value"] for tag, one in body.items()} == {"00741000": ["IN PROGRESS"], "00081195": ["2.25.7"]}


@pytest.mark.hazard("HZ-21", "HZ-09")
def test_what_was_performed_keeps_the_scheme_the_eye_and_the_preview() -> None:
    rows = [an_opinion(Laterality.RIGHT, "3", is_preview=True), an_opinion(Laterality.LEFT, None, "prosthesis")]
    body = ups.performed(Task("2.25.1"), rows, "CAMP7", NOW)
    [step] = body["00741216"]["Value"]
    texts = [item["0040A160"]["Value"][0] for item in step["00741212"]["Value"]]
    assert texts[0].startswith("Right eye: ICDR 2003, retinopathy 3, macular-oedema 0. A small preview was looked at.")
    assert texts[1].startswith("Left eye: no grade: prosthesis.")
    for needed in ("00404028", "00404050", "00404051", "00404019"):  # PS3.4 table CC.2.5-3, final state
        assert step[needed]["Value"]
    assert step["00404033"] == {"vr": "SQ"}
