"""HZ-09: a preview of an earlier visit says that it is one, refers, and sends nobody home; the original takes its place."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from support.drawn import a_fundus
from support.grading import icdr
from support.reading import press, said, toast_of
from support.rendering import an_earlier_visit
from support.screens import encoded_image, receive, register
from support.shared import shared
from support.stations import a_store, lakshmi

from resources.grading.outcome import Why
from resources.grading.schemes import ICDR, Outcome
from resources.problems import NotFound
from resources.store import annotations, opinions, previews, qualities, studies
from resources.store.annotations import Shape
from resources.store.checkup import checkup, sweep
from resources.store.opinions import Said
from resources.terms import Laterality, Origin
from sync import glimpses, outbox, pull
from sync.answers import Place
from workstation.gui.bridge import FeedBridge
from workstation.gui.style.eyes import TileState
from workstation.gui.style.status import Status
from workstation.gui.viewer.draft import blank
from workstation.gui.viewer.thumbs import TILE
from workstation.gui.viewer.visit import Visit, taken_at

pytestmark = pytest.mark.hazard("HZ-09")
HQ = "hq"
NEVER = Event().is_set
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
HALF = "Preview, 50 % of the detail"


def drawn(eye):
    return encoded_image(a_fundus(eye, size=1800))


def photographed(eye):
    name = "idrid-0306-OD.jpg" if eye is RIGHT else "idrid-0227-OS.jpg"
    return shared("data", "fundus", name).read_bytes()


def shown(page, band):
    return page.shown is not None and (page.right.band, page.left.band) == (band, band)


def grade(page, right, left):
    press(page, right, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, left, (Qt.Key.Key_0,))
    page.switch_eye()


def tiles(page):
    return [model.index(0).data(TILE) for model in (page.strips.right.tiles, page.strips.left.tiles)]


def spoken(page):
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(0).data(role) for model in (page.strips.right.tiles, page.strips.left.tiles)]


def bring(store, hq, person, eye):
    """The original of that eye alone."""
    with store.read() as unit:
        row = next(one.row for one in previews.of_patient(unit, person.pk) if one.row.laterality is eye)
    at = Place(row.study_uid, row.series_uid, row.instance_uid)
    assert pull.bring(store, hq.client(), HQ, at, person) == 1


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
    assert glimpses.of_person(store, hq.client(), HQ, person, NEVER) == 2
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
    glimpses.of_person(store, hq.client(), HQ, person, NEVER)
    return person, hq


def test_what_was_pressed_on_a_preview_is_looked_at_anew_when_the_original_lands(qtbot, store, open_page, glimpsed):
    person, hq = glimpsed
    page = open_page(person)
    qtbot.waitUntil(lambda: shown(page, HALF))
    grade(page, Qt.Key.Key_0, Qt.Key.Key_0)
    pull.pull(store, hq.client(), "hq", person, NEVER)
    page.refresh()
    qtbot.waitUntil(lambda: shown(page, ""))
    assert page.signing.draft.right.codes == page.signing.draft.left.codes == ()
    press(page, Qt.Key.Key_Return)
    assert toast_of(page) == "Not finished: right eye" and said(store, person) == []


def test_undo_brings_nothing_back_that_was_said_of_a_preview(qtbot, store, open_page, glimpsed):
    person, hq = glimpsed
    page = open_page(person)
    qtbot.waitUntil(lambda: shown(page, HALF))
    grade(page, Qt.Key.Key_0, Qt.Key.Key_0)
    pull.pull(store, hq.client(), HQ, person, NEVER)
    page.refresh()
    qtbot.waitUntil(lambda: shown(page, ""))
    while page.signing.can_take_back:
        page.signing.take_back()
        assert page.signing.draft.right.codes == page.signing.draft.left.codes == ()


def test_what_is_said_again_of_an_original_is_no_longer_from_a_preview(store, glimpsed):
    person, _ = glimpsed
    with store.read() as unit:
        (first, _) = previews.of_patient(unit, person.pk)
    here = replace(first.row, digest="0" * 64, preview="")
    draft = blank(Visit(person, first.day, right=(first.row,)), ICDR)
    seen = draft.saying(RIGHT, "retinopathy", "0").seeing(RIGHT, first.row)
    assert seen.is_from_preview(RIGHT, here)
    empty = seen.saying(RIGHT, "retinopathy", "0").seeing(RIGHT, first.row)
    assert not empty.saying(RIGHT, "retinopathy", "0").seeing(RIGHT, here).is_from_preview(RIGHT, here)


def test_its_tile_claims_no_picture_that_is_here(qtbot, store, open_page, glimpsed):
    person, hq = glimpsed
    page = open_page(person)
    qtbot.waitUntil(lambda: all(tile.picture is not None for tile in tiles(page)))
    assert [(tile.state, tile.badge, tile.sharpness) for tile in tiles(page)] == [
        (TileState.PREVIEW, Status.WAIT, None)
    ] * 2
    assert [told.split(",", 1)[1] for told in spoken(page)] == [" preview; the original is not here yet"] * 2
    pull.pull(store, hq.client(), HQ, person, NEVER)
    page.refresh()
    qtbot.waitUntil(lambda: all(tile.state is TileState.HERE and tile.picture is not None for tile in tiles(page)))
    assert not any("preview" in told for told in spoken(page))


def test_its_time_is_when_headquarters_says_that_it_was_taken(qtbot, store, open_page, glimpsed):
    person, _ = glimpsed
    page = open_page(person)
    qtbot.waitUntil(lambda: shown(page, HALF))
    assert (page.right.caption.note, page.left.caption.note) == ("10:21   1800 × 1800", "10:22   1800 × 1800")
    assert HALF in page.right.accessibleName() and HALF in page.left.accessibleName()
    with store.read() as unit:
        (first, _) = previews.of_patient(unit, person.pk)
    assert taken_at(replace(first.row, acquired=""), store.zone) == ""  # when it was fetched says nothing
    assert taken_at(replace(first.row, acquired="20260211"), store.zone) == ""


KEPT_FOR_THE_ORIGINAL = [Qt.Key.Key_Q, Qt.Key.Key_M, Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_N, Qt.Key.Key_E]


@pytest.mark.parametrize("key", KEPT_FOR_THE_ORIGINAL, ids=lambda key: key.name)
def test_nothing_is_measured_drawn_judged_or_copied_on_a_preview(qtbot, store, open_page, glimpsed, key):
    page = open_page(glimpsed[0])
    qtbot.waitUntil(lambda: shown(page, HALF))
    press(page, key)
    assert toast_of(page) == "The original is not here yet"
    assert page.marking.tool is None and page.signing.judging.ungradable == frozenset()
    with store.read() as unit:
        uids = [one.row.instance_uid for one in previews.of_patient(unit, glimpsed[0].pk)]
        assert qualities.standing(unit, uids) == {} and list(annotations.standing(unit, uids)) == []


def test_a_tool_that_was_taken_for_the_other_eye_draws_nothing_on_a_preview(qtbot, store, open_page, glimpsed):
    person, hq = glimpsed
    bring(store, hq, person, LEFT)
    page = open_page(person)
    qtbot.waitUntil(lambda: page.right.band == HALF and page.left.band == "" and not page.left.is_blank)
    page.switch_eye()
    press(page, Qt.Key.Key_M)
    assert page.marking.tool is Shape.RULER
    middle = page.right.viewport().rect().center()
    QTest.mousePress(page.right.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(page.right.viewport(), middle + QPoint(40, 30))
    assert page.right.marks_shown == () and toast_of(page) == "The original is not here yet"
    QTest.mouseRelease(page.right.viewport(), Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 30))
    with store.read() as unit:
        uids = [one.row.instance_uid for one in previews.of_patient(unit, person.pk)]
        assert list(annotations.standing(unit, uids)) == []


def test_an_open_page_shows_a_preview_that_comes_and_the_original_in_its_place(qtbot, store, open_page):
    person = register(store, lakshmi())
    receive(store, a_fundus(), owner=person, patient=7, number=71, eye="R")
    hq = an_earlier_visit(person, [drawn(RIGHT), drawn(LEFT)])
    page, bridge = open_page(person), FeedBridge()
    store.feed.subscribe(bridge.ring)
    bridge.rang.connect(page.heard)
    assert page.comparison.days == ()
    assert glimpses.of_person(store, hq.client(), HQ, person, NEVER) == 2
    qtbot.waitUntil(lambda: len(page.comparison.days) == 1)
    page.bar.visit_chosen.emit(1)
    qtbot.waitUntil(lambda: shown(page, HALF))
    bring(store, hq, person, RIGHT)
    qtbot.waitUntil(lambda: page.right.band == "" and page.left.band == HALF and not page.right.is_blank)
    bring(store, hq, person, LEFT)
    qtbot.waitUntil(lambda: shown(page, ""))


def test_a_preview_that_cannot_be_shown_keeps_its_original_from_nothing(qtbot, store, open_page, glimpsed):
    person, hq = glimpsed
    with store.read() as unit:
        digest = previews.of_patient(unit, person.pk)[0].row.preview
    store.vault.path(digest).unlink()
    page = open_page(person)
    qtbot.waitUntil(lambda: page.right.sentence == "The original is not here yet")
    press(page, Qt.Key.Key_0)
    assert page.signing.draft.right.codes == ()
    bring(store, hq, person, RIGHT)
    page.refresh()
    qtbot.waitUntil(lambda: not page.right.is_blank and page.right.band == "")
    press(page, Qt.Key.Key_0)
    assert page.signing.draft.right.codes != ()


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
    assert glimpses.of_person(store, hq.client(), HQ, person, NEVER) == 0  # once is enough
    pull.pull(store, hq.client(), "hq", person, NEVER)
    with store.read() as unit:
        assert previews.of_patient(unit, person.pk) == []
