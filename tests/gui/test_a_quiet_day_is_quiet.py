"""Warnings are a budget: no dialog opens by itself, and what is known is not said again at each refresh (HZ-11)."""

import ast
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QListView
from support.grading import LEFT, RIGHT, a_picture, icdr
from support.screens import a_desk
from support.stations import FROM_CAMERA, Clock, a_header, a_store, lakshmi

import workstation
from resources.store import filing, opinions, patients
from resources.store.opinions import Said
from resources.store.vault import Disk
from resources.terms import Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.inbox.page import InboxPage
from workstation.gui.referrals.page import ReferralsPage
from workstation.gui.reports.day import Kind
from workstation.gui.reports.page import DayEndPage
from workstation.gui.style.labels import ChipWidget, MarkWidget
from workstation.gui.style.people import PeopleModel
from workstation.gui.style.status import Status
from workstation.gui.today.today_page import TodayPage

pytestmark = pytest.mark.hazard("HZ-11")
DIALOGS = {"HideDialog", "PhotographDialog"}
"""They may stand in the way, and only after a person pressed for it."""
MOST = 5
"""More than that is no closed list any more."""
LOUD = (Status.WARN, Status.URGENT)


def classes_of(path: Path) -> list[tuple[str, set[str]]]:
    nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    return [(node.name, {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases}) for node in nodes]


def test_the_dialogs_are_few_and_there_is_no_message_box():
    sources = list(Path(workstation.__file__).parent.rglob("*.py"))
    found = {name for path in sources for name, bases in classes_of(path) if any("Dialog" in base for base in bases)}
    assert found >= DIALOGS and len(found) <= MOST, found
    assert [path.name for path in sources if "QMessageBox" in path.read_text("utf-8")] == []


def somebody(store, number, right):
    with store.write(Origin.PERSON, "grace") as unit:
        person = patients.register(unit, lakshmi(given_name=f"Person{number}"))
    uids = [a_picture(store, person, eye, instance=place, study=number) for place, eye in enumerate("RL", start=1)]
    with store.write(Origin.PERSON, "Anjali Kumari") as unit:
        said = [Said(RIGHT, icdr(right), uids[0]), Said(LEFT, icdr("0"), uids[1])]
        opinions.sign(unit, person.uuid, Clock()().date(), said)


def loud(page):
    return [chip.chip.text for chip in page.findChildren(ChipWidget) if chip.chip and chip.chip.status in LOUD]


def levels(_uids: Sequence[str]) -> dict[str, int]:
    return {}


def refresh(qtbot, page, times=100):
    for _ in range(times):
        page._live.again()
    qtbot.waitUntil(lambda: not page._live._running)


def test_twelve_well_people_raise_nothing_and_one_urgent_is_said_once(qtbot, store, look):
    for number in range(1, 13):
        somebody(store, number, "0")
    desk = replace(a_desk(qtbot, store, look), actor=lambda: "Omar Haddad")
    page = ReferralsPage(desk, FeedBridge(), levels)
    qtbot.addWidget(page)
    page.show()
    refresh(qtbot, page)
    assert (page.lines, loud(page), desk.toast.sentence, page.findChildren(QDialog)) == ([], [], "", [])

    somebody(store, 13, "4")
    refresh(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines) == 1)
    refresh(qtbot, page)
    assert [line.spoken.text() for line in page.lines] == ["Not told yet"]
    assert (loud(page), desk.toast.sentence, page.findChildren(QDialog)) == ([], "", [])


def signs(page):
    """Every amber or red sign that somebody sees on that page: chips, shapes, and the chips of painted cards."""
    found = [one.chip.status for one in page.findChildren(ChipWidget) if one.chip and one.isVisible()]
    found += [one.status for one in page.findChildren(MarkWidget) if one.isVisible()]
    models = [view.model() for view in page.findChildren(QListView)]
    cards = [card for model in models if isinstance(model, PeopleModel) for card in model.cards]
    found += [card.chip.status for card in cards if card.chip]
    return Counter(status for status in found if status in LOUD)


@pytest.fixture
def pages(qtbot, look, tmp_path):
    """Sixty people of one day, pictured, read and well; and the pages that somebody has open all day."""
    disk = Disk(fsync=lambda _: None, sync_folder=lambda _: None)
    store = a_store(tmp_path, clock=Clock(), disk=disk)
    for number in range(1, 61):
        somebody(store, number, "0")
    desk, bridge = replace(a_desk(qtbot, store, look), actor=lambda: "Omar Haddad"), FeedBridge()
    made = [
        TodayPage(desk, bridge, levels),
        ReferralsPage(desk, bridge, levels),
        DayEndPage(desk, bridge, levels),
        InboxPage(desk, bridge),
    ]
    for page in made:
        qtbot.addWidget(page)
        page.resize(1278, 724)
        page.show()
    yield store, desk, made
    store.close()


def after_a_hundred_looks(qtbot, desk, made):
    for page in made:
        refresh(qtbot, page)
    assert [dialog for page in made for dialog in page.findChildren(QDialog)] == [] and desk.toast.sentence == ""
    return sum((signs(page) for page in made), Counter())


def test_a_day_of_sixty_well_people_stays_in_its_budget(qtbot, pages):
    _, desk, made = pages
    seen = after_a_hundred_looks(qtbot, desk, made)
    assert len(made[0].board.people) == 60
    assert seen[Status.WARN] <= 6 and seen[Status.URGENT] == 0


def test_what_is_wrong_is_shown_once_each_however_often_one_looks(qtbot, pages):
    store, desk, made = pages
    quiet = after_a_hundred_looks(qtbot, desk, made)
    somebody(store, 61, "4")  # urgent, and nobody told them
    with store.read() as unit:
        well = patients.listed(unit)[0]
    header = a_header(patient_id=well.number, name="Okafor^Chidi", sex="M", study=900, instance=900)
    blob = store.vault.admit(b"somebody else under this number")
    with store.write(Origin.CAMERA, "camera:CAM1") as unit:
        filing.file_instance(unit, header, blob, FROM_CAMERA)
    loud_now = after_a_hundred_looks(qtbot, desk, made)
    day, inbox = made[2], made[3]
    qtbot.waitUntil(lambda: day.shown is not None and [end.count for end in day.shown.ends][:1] == [1])
    assert [(end.kind, end.count) for end in day.shown.ends if end.kind in (Kind.UNTOLD, Kind.INBOX)] == [
        (Kind.UNTOLD, 1), (Kind.INBOX, 1),
    ]  # fmt: skip
    qtbot.waitUntil(lambda: len(inbox.uids) == 1)
    assert len(made[1].lines) == 1 and signs(day)[Status.URGENT] == 1
    assert after_a_hundred_looks(qtbot, desk, made) == after_a_hundred_looks(qtbot, desk, made)
    assert loud_now[Status.WARN] - quiet[Status.WARN] <= 2
