"""Which pictures stand where, chosen by UID and never by place."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from support.drawn import a_flat_eye
from support.screens import receive, register
from support.stations import a_store, lakshmi

from resources.store import patients, studies
from resources.terms import Laterality
from workstation.gui.viewer.describing import Describing
from workstation.gui.viewer.visit import Shown, first_of, taken_at, visits
from workstation.gui.words import Words

RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


@pytest.fixture
def visit(tmp_path):
    store = a_store(tmp_path)
    person = register(store, lakshmi())
    for number, eye in enumerate(("R", "L", "R", "", "B", "L"), 1):
        receive(store, a_flat_eye("#102030", 8), owner=person, number=number, eye=eye, StudyDate="20261121")
    with store.read() as unit:
        made = visits(patients.find(unit, person.uuid), studies.of_patient(unit, person.uuid), UTC)
    store.close()
    assert len(made) == 1
    return made[0]


def ends(rows):
    return [row.instance_uid.rpartition(".")[2] for row in rows]


@pytest.mark.hazard("HZ-02")
def test_only_a_stated_eye_has_a_place_in_the_pair(visit):
    assert (ends(visit.right), ends(visit.left), ends(visit.other)) == (["1", "3"], ["2", "6"], ["4", "5"])
    assert visit.day == date(2026, 11, 21)


def test_stepping_stays_within_the_eye_and_ends_at_its_ends(visit):
    shown = first_of(visit)
    assert shown.picture(RIGHT) == visit.right[0] and shown.picture(LEFT) == visit.left[0]
    on = shown.stepped(1)
    assert on.picture(RIGHT) == visit.right[1] and on.picture(LEFT) == visit.left[0]
    assert on.stepped(1) == on and shown.stepped(-1) == shown
    assert shown.switched().stepped(1).picture(LEFT) == visit.left[1]


def test_a_picture_of_an_unknown_eye_is_looked_at_without_moving_the_pair(visit):
    shown = first_of(visit)
    asking = shown.chosen(visit.other[0].instance_uid)
    assert asking.asking == visit.other[0]
    assert (asking.right, asking.left) == (shown.right, shown.left)
    assert asking.stepped(1).asking == visit.other[1]
    assert asking.switched().asking is None
    assert shown.chosen("1.2.no.such") == shown


@pytest.mark.hazard("HZ-12")
def test_what_is_taken_away_shifts_nothing_else(visit):
    shown = first_of(visit).chosen(visit.right[1].instance_uid).chosen(visit.left[1].instance_uid)
    fewer = replace(visit, right=visit.right[1:], left=visit.left[1:])
    after = shown.renewed(fewer)
    assert after.picture(RIGHT) == visit.right[1] and after.picture(LEFT) == visit.left[1]
    assert Shown(visit, visit.right[0].instance_uid).renewed(fewer).picture(RIGHT) == visit.right[1]


def test_a_visit_with_nothing_but_a_question_opens_with_the_question(visit):
    shown = first_of(replace(visit, right=(), left=()))
    assert shown.asking == visit.other[0]


def test_the_time_is_the_cameras_own_and_else_that_of_its_coming(visit):
    row = replace(visit.right[0], acquired="20261121105807", received_at=datetime(2026, 11, 21, 9, 1, tzinfo=UTC))
    assert taken_at(row, UTC) == "10:58"
    assert taken_at(replace(row, acquired=""), UTC) == "09:01"
    assert taken_at(replace(row, acquired="20261121nonsense"), UTC) == "09:01"


def test_on_a_pane_time_and_size_are_written_in_the_digits_of_the_language(visit):
    row = replace(visit.right[0], acquired="20261121105807", columns=4288, rows=2848)
    written = {language: Describing(Words(language), UTC).note(row) for language in ("en", "ar")}
    assert "10:58" in written["en"] and "4288 × 2848" in written["en"]
    assert "١٠:٥٨" in written["ar"] and "٤٢٨٨ × ٢٨٤٨" in written["ar"]
