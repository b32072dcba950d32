"""HZ-09: a preview of an earlier visit says that it is one, refers, and sends nobody home; the original takes its place."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from support.drawn import a_fundus
from support.grading import icdr
from support.reading import press, said, toast_of
from support.rendering import RenderingHeadquarters
from support.screens import a_stored_file, encoded_image, register
from support.shared import shared
from support.stations import a_store, lakshmi

from resources.grading.outcome import Why
from resources.grading.schemes import Outcome
from resources.problems import NotFound
from resources.store import opinions, previews, studies
from resources.store.checkup import checkup, sweep
from resources.store.opinions import Said
from resources.terms import Laterality, Origin
from sync import glimpses, outbox, pull
from sync.engine import SyncService

pytestmark = pytest.mark.hazard("HZ-09")
NEVER = Event().is_set
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


def drawn(eye):
    return encoded_image(a_fundus(eye, size=1800))


def photographed(eye):
    name = "idrid-0306-OD.jpg" if eye is RIGHT else "idrid-0227-OS.jpg"
    return shared("data", "fundus", name).read_bytes()


def an_earlier_visit(person, jpegs, patient=1):
    """At headquarters: a right and a left picture under the person's number."""
    hq = RenderingHeadquarters()
    for number, (eye, jpeg) in enumerate(zip((RIGHT, LEFT), jpegs, strict=True), start=1):
        about = {"PatientID": person.number, "PatientName": person.person_name, "StudyDate": "20260211"}
        hq.add(a_stored_file(QImage.fromData(jpeg), jpeg=jpeg, eye=eye.value, patient=patient, number=number, **about))
    return hq


def shown(page, band):
    return page.shown is not None and (page.right.band, page.left.band) == (band, band)


def grade(page, right, left):
    press(page, right, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, left, (Qt.Key.Key_0,))
    page.switch_eye()


def outcome(store, person):
    with store.read() as unit:
        return opinions.decision_of(unit, person.uuid, said(store, person)[0].day).outcome


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path, chains=[outbox.MIGRATIONS])
    yield made
    made.close()


@pytest.fixture(params=["drawn", pytest.param("photographed", marks=pytest.mark.data)])
def visited(request, store):
    """A person, headquarters with an earlier visit of theirs, and how much of its detail a preview has."""
    person = register(store, lakshmi())
    make, percent = (drawn, 50) if request.param == "drawn" else (photographed, 21)
    hq = an_earlier_visit(person, [make(RIGHT), make(LEFT)])
    assert glimpses.of_person(store, hq.client(), person, NEVER) == 2
    return person, hq, f"Preview, {percent} % of the detail"


def test_the_band_says_how_much_is_there_and_nobody_goes_home_until_the_original_is_here(
    qtbot, store, open_page, visited
):
    person, hq, band = visited
    page = open_page(person)
    qtbot.waitUntil(lambda: shown(page, band))
    assert band in page.right.accessibleName() and page.right.corner[0] == ""
    grade(page, Qt.Key.Key_0, Qt.Key.Key_0)
    assert toast_of(page) == "The original is not here yet"
    assert page.signing.bar.outcome.claim.text.startswith("Not finished")
    assert page.signing.bar.why.text() == "OD: the original is not here yet · OS: the original is not here yet"
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert all(row.said.is_preview and row.said.zoom < 0.51 for row in said(store, person))
    assert outcome(store, person) is Outcome.RETAKE

    assert pull.pull(store, hq.client(), "hq", person, NEVER).stored == 2
    page.refresh()
    qtbot.waitUntil(lambda: shown(page, "") and not page.right.is_blank)
    assert page.signing.bar.before.text().count("graded from a preview") == 2
    page.signing.rest.stop()
    grade(page, Qt.Key.Key_0, Qt.Key.Key_0)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 4)
    assert [row.said.is_preview for row in said(store, person)] == [True, True, False, False]
    assert outcome(store, person) is Outcome.RESCREEN


def test_what_is_seen_on_a_preview_refers_at_once(qtbot, store, open_page, visited):
    person, _, band = visited
    page = open_page(person)
    qtbot.waitUntil(lambda: shown(page, band))
    grade(page, Qt.Key.Key_2, Qt.Key.Key_0)
    assert page.signing.bar.outcome.claim.text == "Refer within 3 months"
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(store, person)) == 2)
    assert outcome(store, person) is Outcome.REFER


@pytest.fixture
def glimpsed(store):
    person = register(store, lakshmi())
    hq = an_earlier_visit(person, [drawn(RIGHT), drawn(LEFT)])
    glimpses.of_person(store, hq.client(), person, NEVER)
    return person, hq


def test_what_was_pressed_on_a_preview_is_looked_at_anew_when_the_original_lands(qtbot, store, open_page, glimpsed):
    person, hq = glimpsed
    page = open_page(person)
    qtbot.waitUntil(lambda: shown(page, "Preview, 50 % of the detail"))
    grade(page, Qt.Key.Key_0, Qt.Key.Key_0)
    pull.pull(store, hq.client(), "hq", person, NEVER)
    page.refresh()
    qtbot.waitUntil(lambda: shown(page, ""))
    assert page.signing.draft.right.codes == page.signing.draft.left.codes == ()
    press(page, Qt.Key.Key_Return)
    assert toast_of(page) == "Not finished: right eye" and said(store, person) == []


def test_the_store_itself_knows_that_only_a_preview_is_here(store, glimpsed):
    person, _ = glimpsed
    with store.read() as unit:
        right, left = (one.row for one in previews.of_patient(unit, person.pk))
        (day,) = {one.day for one in previews.of_patient(unit, person.pk)}
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        both = [Said(row.laterality, icdr("0"), row.instance_uid) for row in (right, left)]
        made, decision = opinions.sign(unit, person.uuid, day, both)
    assert [row.said.is_preview for row in made] == [True, True]
    assert {reason.why for reason in decision.reasons} == {Why.PREVIEW}


def test_a_preview_is_no_picture_that_is_here_and_nothing_is_sent_or_lost(store, glimpsed):
    person, hq = glimpsed
    with store.write(Origin.STATION, actor="sync") as unit:
        outbox.collect(unit)
        assert outbox.entries(unit) == [] and studies.of_patient(unit, person.uuid) == []
        (first, _) = previews.of_patient(unit, person.pk)
        with pytest.raises(NotFound):
            studies.instance(unit, first.row.instance_uid)
    assert sweep(store).adopted == 0 and checkup(store).is_well and not checkup(store).findings
    assert glimpses.of_person(store, hq.client(), person, NEVER) == 0  # once is enough
    pull.pull(store, hq.client(), "hq", person, NEVER)
    with store.read() as unit:
        assert previews.of_patient(unit, person.pk) == []


def test_a_headquarters_that_cannot_render_is_asked_for_the_originals_as_ever(store):
    person = register(store, lakshmi())
    hq = an_earlier_visit(person, [drawn(RIGHT), drawn(LEFT)])
    hq.can_render = False
    assert glimpses.of_person(store, hq.client(), person, NEVER) == 0
    assert pull.pull(store, hq.client(), "hq", person, NEVER).stored == 2


def test_on_a_slow_line_everybodys_previews_come_before_the_first_original(store):
    people = [register(store, lakshmi()), register(store, lakshmi(given_name="Sita"))]
    hq = RenderingHeadquarters()
    for patient, person in enumerate(people, start=1):
        hq.held |= an_earlier_visit(person, [drawn(RIGHT), drawn(LEFT)], patient).held
    for is_slow, asked in ((True, ["rendered"] * 4 + ["whole"] * 4), (False, [])):
        service = SyncService(store, hq.client, headquarters="http://127.0.0.1:1/dicom-web", slow_line=is_slow)
        assert service.once().problem == ""
        service.stop(1.0)
        fetched = [one for one in hq.requests if one.count("/") >= 7 and "metadata" not in one and "?limit" not in one]
        assert ["rendered" if "rendered" in one else "whole" for one in fetched] == asked
        hq.requests.clear()
