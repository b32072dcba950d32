"""A picture whose original left a full laptop is shown as what it is, and is fetched again by a button (HZ-05, HZ-09)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.drawn import a_fundus
from support.grading import LEFT, RIGHT, icdr
from support.nearlyfull import DAY, LARGE, nearly_full, room, weeks_pass
from support.pictures import an_op
from support.reading import press, read_page, said, toast_of
from support.screens import a_desk, encoded_image

from resources.problems import Offline
from resources.store import evictions, opinions, studies
from resources.store.opinions import Said
from resources.terms import Origin
from sync.evicting import Policy
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import read_patient
from workstation.gui.pictures import FIT
from workstation.gui.style.eyes import TileState
from workstation.gui.syncing.originals import SyncedOriginals
from workstation.gui.viewer.originals import Wish
from workstation.gui.viewer.thumbs import TILE

pytestmark = [pytest.mark.hazard("HZ-05"), pytest.mark.hazard("HZ-09")]
AWAY = "The original is at headquarters. Only this small picture of it is on this laptop."
HALF = "Preview, 50 % of the detail"


def small(_):
    return encoded_image(a_fundus(size=480))


@pytest.fixture
def laptop(tmp_path, qapp):  # drawing needs it
    with nearly_full(tmp_path, evict=Policy(0, small)) as laptop:
        yield laptop


@pytest.fixture
def person(laptop):
    """Somebody who was seen weeks ago: the right original has left, the left one is wanted for nothing and left too."""
    person = laptop.registers()
    about = {"patient": person.number or "", "name": person.person_name, "StudyDate": "20261121"}
    for number, eye in enumerate((RIGHT, LEFT), start=1):
        jpeg = encoded_image(a_fundus(eye, size=960))
        laptop.receives(an_op(number, eye=eye.value, jpeg=jpeg, EncapsulatedDocument=LARGE, **about))
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        rows = studies.instances(unit)
        opinions.sign(unit, person.uuid, DAY, [Said(row.laterality, icdr("0"), row.instance_uid) for row in rows])
    weeks_pass(laptop)
    with laptop.store.read() as unit:
        assert len(evictions.listed(unit)) == 2
    return person


@pytest.fixture
def page(qtbot, laptop, person, look):
    made = read_page(qtbot, laptop.store, look, person, originals=SyncedOriginals(laptop.sync))
    bridge = FeedBridge()
    laptop.store.feed.subscribe(bridge.ring)
    laptop.sync.changed.subscribe(bridge.ring)
    bridge.rang.connect(made.heard)
    qtbot.waitUntil(lambda: not made.right.is_blank and not made.left.is_blank)
    yield made
    bridge.rang.disconnect(made.heard)


def bar_of(page, pane=None):
    return page.views[pane or page.right].original


def test_the_small_picture_is_shown_as_a_preview_and_says_where_the_original_is(page):
    for pane in (page.right, page.left):
        bar = bar_of(page, pane)
        assert (pane.band, bar.sentence.text()) == (HALF, AWAY)
        assert bar.isVisible() and bar.fetch.isVisible()
        assert HALF in pane.accessibleName()
    tile = page.strips.right.tiles.index(0)
    assert tile.data(TILE).state is TileState.LEFT and tile.data(TILE).badge is None
    told = tile.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("preview; the original is at headquarters")


def test_nobody_goes_home_by_a_picture_whose_original_is_elsewhere(qtbot, laptop, person, page):
    press(page, Qt.Key.Key_M)
    assert page.marking.tool is None and toast_of(page) == "The original is at headquarters. Fetch it again first"
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said(laptop.store, person)) == 4)
    assert [row.said.is_preview for row in said(laptop.store, person)] == [False, False, True, True]


def test_fetching_it_again_says_how_far_it_is_and_ends_with_the_original(qtbot, laptop, person, page):
    bar = bar_of(page)
    uid = page.shown.right
    bar.fetch.click()
    qtbot.waitUntil(lambda: bar.sentence.text().startswith("The original is asked for."))
    assert not bar.fetch.isVisible()
    assert bar_of(page, page.left).sentence.text() == AWAY  # the other eye's is left where it is
    room(laptop, free=1 << 29)
    seen = []
    laptop.sync.changed.subscribe(lambda: seen.append(wishes(laptop).get(uid)))
    assert laptop.sync.once().brought_back == 1
    assert Wish.COMING in seen
    qtbot.waitUntil(lambda: page.right.band == "" and not page.right.is_blank)
    assert toast_of(page) == "The original is on this laptop again"
    assert not bar.isVisible() and bar_of(page, page.left).isVisible()
    assert page.right.row.digest and not page.right.row.is_preview
    assert page.strips.right.tiles.index(0).data(TILE).state is TileState.HERE
    assert wishes(laptop) == {}


def wishes(laptop):
    with laptop.store.read() as unit:
        return dict(SyncedOriginals(laptop.sync).wishes(unit))


def test_an_original_that_does_not_come_says_why(qtbot, laptop, page):
    uid = page.shown.right
    bar_of(page).fetch.click()
    qtbot.waitUntil(lambda: wishes(laptop) == {uid: Wish.ASKED})
    laptop.hq.held.pop(uid)
    laptop.sync.once()
    qtbot.waitUntil(lambda: bar_of(page).sentence.text().startswith("Headquarters did not give the original back."))
    assert wishes(laptop) == {uid: Wish.MISSED} and page.right.band == HALF


def test_a_laptop_that_cannot_reach_headquarters_keeps_asking(qtbot, laptop, page, monkeypatch):
    uid = page.shown.right
    bar_of(page).fetch.click()
    qtbot.waitUntil(lambda: wishes(laptop) == {uid: Wish.ASKED})

    def nowhere(*_):
        raise Offline("There is no network.")

    hq = laptop.hq.client()
    monkeypatch.setattr(type(hq), "find_instance", nowhere)
    laptop.sync.once()
    assert wishes(laptop) == {uid: Wish.ASKED} and laptop.sync.fetching == ""


def test_a_picture_that_is_shown_small_is_never_taken_for_the_original_elsewhere(qtbot, laptop, person, look):
    """On the person's page and in every list the tile says what it is; a picture asked for by its row is the small one."""
    read = read_patient(laptop.store, person.uuid, lambda _: {})
    rows = [row for visit in read.visits for row in visit.rows]
    assert [row.has_left for row in rows] == [True, True]
    pictures = a_desk(qtbot, laptop.store, look).pictures
    got = []
    pictures.fetch(look, pictures.ask(rows[0], FIT), got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got[0].is_here and not got[0].is_whole and (got[0].width, got[0].image.width()) == (960, 480)
    assert rows[0].preview != rows[0].digest
    assert replace(rows[0], preview="").is_preview is False
