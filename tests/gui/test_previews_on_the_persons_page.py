"""A person's own page shows what headquarters gave previews of, as previews and as nothing more (HZ-09)."""

from threading import Event

import pytest
from PySide6.QtWidgets import QLabel
from sqlalchemy import func, select
from support.drawn import a_fundus
from support.fitting import misfits
from support.rendering import an_earlier_visit
from support.screens import a_desk, encoded_image, register
from support.stations import a_store, lakshmi

from resources.store import evictions, patients, previews, studies
from resources.store.checkup import checkup, sweep
from resources.terms import Laterality, Origin
from sync import glimpses, outbox, pull
from sync.answers import Place
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.visit_card import VisitCard
from workstation.gui.style.eyes import TileState
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.status import Status

pytestmark = pytest.mark.hazard("HZ-09")
NEVER = Event().is_set
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
ONE = "1 preview; the original is not here yet"


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path, chains=[outbox.MIGRATIONS])
    yield made
    made.close()


@pytest.fixture
def glimpsed(store, qapp):  # drawing needs it
    person = register(store, lakshmi())
    hq = an_earlier_visit(person, [encoded_image(a_fundus(eye, size=1800)) for eye in (RIGHT, LEFT)])
    assert glimpses.of_person(store, hq.client(), "hq", person, NEVER) == 2
    return person, hq


@pytest.fixture
def page(qtbot, store, look, glimpsed):
    levels = lambda uids: dict.fromkeys(uids, 2)  # noqa: E731  # everything that is asked about is at headquarters
    made = PatientPage(a_desk(qtbot, store, look), FeedBridge(), levels)
    qtbot.addWidget(made)
    made.resize(1278, 724)
    made.show()
    made.open(glimpsed[0].uuid)
    qtbot.waitUntil(lambda: len(cards(made)) == 1)
    return made


def cards(page):
    """The one that is shown last: one that went is gone in a moment."""
    return [card for card in page.findChildren(VisitCard) if not card.isHidden()][-1:]


def said(page):
    return [one.text() for card in cards(page) for one in card.findChildren(QLabel) if one.text()]


def chips(page):
    return [
        (one.chip.text, one.chip.status) for card in cards(page) for one in card.findChildren(ChipWidget) if one.chip
    ]


def bring(store, hq, person, eye):
    with store.read() as unit:
        row = next(one.row for one in previews.of_patient(unit, person.pk) if one.row.laterality is eye)
    assert pull.bring(store, hq.client(), "hq", Place(row.study_uid, row.series_uid, row.instance_uid), person) == 1


def tiles(page):
    return [tile for card in cards(page) for side in card._shown.eyes for tile in side]


def kept(store):
    """How many previews have a row, and how many files there are."""
    with store.read() as unit:
        return unit.execute(select(func.count()).select_from(previews.table)).scalar_one(), len(
            set(store.vault.digests())
        )


def test_a_visit_of_previews_alone_says_so_and_claims_nothing(qtbot, page):
    qtbot.waitUntil(lambda: len(tiles(page)) == 2 and all(tile.picture is not None for tile in tiles(page)))
    assert [tile.state for tile in tiles(page)] == [TileState.PREVIEW] * 2
    assert [tile.confirmed for tile in tiles(page)] == [0, 0]
    assert said(page).count(ONE) == 2
    assert "10:21" in said(page) and not any("Missing" in one for one in said(page))
    assert chips(page) == [("Previews only", Status.WAIT)]
    assert page._claim.chip is None  # of this person there is nothing here that could be at headquarters
    assert page.read_button.isVisible()
    (card,) = cards(page)
    assert misfits(card) == [] and "11 February 2026" in said(page)  # the year too


def test_an_original_beside_a_preview_is_told_apart_and_counts_alone(qtbot, store, glimpsed, page):
    person, hq = glimpsed
    bring(store, hq, person, RIGHT)
    page._live.again()
    qtbot.waitUntil(lambda: said(page).count(ONE) == 1 and "1 picture" in said(page))
    assert [tile.state for tile in tiles(page)] == [TileState.HERE, TileState.PREVIEW]
    assert chips(page) == [("At HQ", Status.OK)]
    bring(store, hq, person, LEFT)
    page._live.again()
    qtbot.waitUntil(lambda: said(page).count("1 picture") == 2)
    assert TileState.PREVIEW not in [tile.state for tile in tiles(page)]


# --- what is of no use any more ---------------------------------------------------------------------------------------


def test_a_preview_goes_when_its_original_is_here_and_no_other(store, glimpsed):
    person, hq = glimpsed
    assert previews.clear(store) == 0 and kept(store) == (2, 2)
    bring(store, hq, person, RIGHT)
    assert previews.clear(store) == 1 and kept(store) == (1, 2)  # the original, and the other preview
    assert checkup(store).is_well and not checkup(store).findings
    assert glimpses.of_person(store, hq.client(), "hq", person, NEVER) == 0


def test_what_was_removed_here_leaves_no_preview_behind(store, glimpsed):
    person, _ = glimpsed
    with store.write(Origin.PERSON, "grace") as unit:
        patients.forget(unit, person.uuid, cascade=True)
    assert previews.clear(store) == 2 and kept(store) == (0, 0)
    assert sweep(store).adopted == 0


def test_a_crash_between_the_file_and_its_row_is_put_in_order_at_the_start(store, glimpsed):
    person, hq = glimpsed
    with store.read() as unit:
        digest = previews.of_patient(unit, person.pk)[0].row.preview
    bring(store, hq, person, RIGHT)
    store.vault.put_away(digest)
    assert sweep(store).adopted == 0
    assert kept(store) == (1, 2) and checkup(store).is_well and not checkup(store).findings


def test_bytes_that_something_else_speaks_of_stay(store, glimpsed):
    person, hq = glimpsed
    with store.read() as unit:
        digest = previews.of_patient(unit, person.pk)[0].row.preview
    with store.write(Origin.PERSON, "grace") as unit:
        blob = store.vault.admit(store.vault.open(digest).read())
        patients.set_photo(unit, person.uuid, blob, mime="image/jpeg")
    bring(store, hq, person, RIGHT)
    assert previews.clear(store) == 1
    store.vault.verify(digest)
    with store.read() as unit:
        assert evictions.speakers(unit, [digest])[digest] == 1 and studies.count(unit) == 1
