"""What headquarters asks to be read stands on the Referrals page; a named person takes it, gives it back, sees how it ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from support.camp import a_camp, photograph
from support.drawn import a_fundus
from support.readingtasks import EYES, a_task
from support.screens import a_desk, receive

from resources.grading.schemes import ICDR
from resources.store import opinions
from resources.store import studies as kept
from resources.store.opinions import Said
from resources.terms import Origin
from resources.wire.dicomjson import DataSet
from sync import assigning, outbox, tasks
from sync.taskplan import Step
from sync.ups import There, task_of
from workstation.gui.viewer.page import ViewerPage

SERVER = "http://hq.example/dicom-web"


@pytest.fixture
def camp(tmp_path):
    camp = a_camp(tmp_path, 3, chains=[outbox.MIGRATIONS])
    with camp.store.write(Origin.STATION, "sync") as unit:
        outbox.remember(unit, tasks.HEADQUARTERS, SERVER)
    yield camp
    camp.store.close()


def asks(camp, number, uid="2.25.1", step=Step.OPEN, *, studies=(), pictured=True, **more):
    """Headquarters asks about the pictures of that person; the store knows it as sync would write it down."""
    uids = photograph(camp, number, "RL") if pictured else []
    person = camp.people[number]
    with camp.store.read() as unit:
        named = studies or sorted({kept.instance(unit, one).study_uid for one in uids})
    task = task_of(DataSet(a_task(person, *named, **more) | {"00080018": {"vr": "UI", "Value": [uid]}}))
    with camp.store.write(Origin.STATION, "sync") as unit:
        tasks.add(unit, SERVER, task, There.SCHEDULED)
        row = tasks.named(unit, SERVER, uid)
        tasks.amend(unit, row, step=step, patient_uuid="" if step is Step.WAITS else person.uuid)
    return uids


def row_of(camp, uid="2.25.1"):
    with camp.store.read() as unit:
        return tasks.named(unit, SERVER, uid)


def shows(page, step: Step) -> Callable[[], bool]:
    return lambda: bool(page.asked) and page.asked[0].view.row.step is step


def test_a_task_stands_with_its_person_and_its_visit(camp, referrals_page):
    asks(camp, 0, label="Second opinion, please")
    counted = []
    page = referrals_page()
    page.counted.connect(counted.append)
    [line] = page.asked
    assert line.person.text() == camp.people[0].name and not page.empty.isVisible()
    assert "Second opinion, please" in line.accessibleName() and "Nobody here has begun" in line.accessibleName()
    assert line.read.isVisibleTo(line) and not line.back.isVisibleTo(line) and not line.done.isVisibleTo(line)


def test_who_presses_read_this_takes_it_and_sees_that_visit(qtbot, camp, referrals_page, wear):
    asks(camp, 1)
    page, wanted = referrals_page(), []
    page.read_wanted.connect(lambda uuid, day: wanted.append((uuid, day)))
    page.asked[0].read.click()
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [(camp.people[1].uuid, camp.clock().date())]
    row = row_of(camp)
    assert (row.step, row.wished_by, row.asked) == (Step.WANTED, "Omar Haddad", False) and row.transaction_uid
    qtbot.waitUntil(shows(page, Step.WANTED))
    assert page.asked[0].claim.text == "Begun here, headquarters does not know yet"
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: row_of(camp).step is Step.OPEN)


@pytest.mark.hazard("HZ-22")
def test_without_a_name_nothing_is_taken(qtbot, camp, referrals_page):
    asks(camp, 0)
    page, asked = referrals_page(actor="person"), []
    page.sign_in_wanted.connect(lambda: asked.append(True))
    page.asked[0].read.click()
    assert asked == [True] and row_of(camp).step is Step.OPEN


def test_what_was_taken_is_given_back_and_undo_keeps_it(qtbot, camp, referrals_page):
    asks(camp, 0, step=Step.OPEN)
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        row = tasks.take(unit, row_of(camp).pk)
        tasks.amend(unit, row, step=Step.OURS, asked=True)
    page = referrals_page()
    page.asked[0].back.click()
    qtbot.waitUntil(shows(page, Step.GIVING))
    assert "headquarters does not know yet" in page.asked[0].claim.text
    page._desk.toast.undo_last()
    qtbot.waitUntil(shows(page, Step.WANTED))


@pytest.mark.hazard("HZ-05")
def test_a_signed_reading_is_not_called_done_before_headquarters_shows_it(qtbot, camp, referrals_page):
    uids = asks(camp, 0)
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        tasks.take(unit, row_of(camp).pk)
        grade = ICDR.blank().saying("retinopathy", "0").saying("macular-oedema", "0")
        said = [Said(eye, grade, uid) for eye, uid in zip(EYES, uids, strict=True)]
        opinions.sign(unit, camp.people[0].uuid, camp.clock().date(), said)
    page = referrals_page()
    assert page.asked[0].claim.text == "Signed here, headquarters has not shown it as done"
    with camp.store.write(Origin.STATION, "sync") as unit:
        tasks.amend(unit, row_of(camp), step=Step.DONE)
    qtbot.waitUntil(shows(page, Step.DONE))
    assert page.asked[0].claim.text == "Headquarters shows it as done"
    page.asked[0].done.click()
    qtbot.waitUntil(lambda: page.asked == [] and page._listing.asked == ())
    assert row_of(camp).step is Step.SEEN


@pytest.mark.hazard("HZ-06")
def test_one_that_contradicts_names_what_headquarters_says_and_offers_no_reading(camp, referrals_page):
    asks(camp, 0, step=Step.WAITS, pictured=False)
    with camp.store.write(Origin.STATION, "sync") as unit:
        tasks.amend(unit, row_of(camp), sentence=assigning.UNLIKE)
    page = referrals_page()
    [line] = page.asked
    assert not line.read.isVisibleTo(line) and line.done.isVisibleTo(line) and not line.person.isEnabled()
    assert assigning.UNLIKE in line.accessibleName()


def test_pictures_that_have_not_come_cannot_be_read(camp, referrals_page):
    asks(camp, 0, studies=["2.25.777"], pictured=False)
    page = referrals_page()
    assert not page.asked[0].read.isEnabled()
    assert "Its pictures have not come here yet" in page.asked[0].accessibleName()


@pytest.mark.hazard("HZ-27")
def test_the_viewer_opens_the_visit_that_was_asked_for(qtbot, camp, wear):
    photograph(camp, 0, "RL")
    first: date = camp.clock().date()
    camp.clock.forward(3 * 86_400)
    for number, eye in enumerate("RL", 71):
        receive(camp.store, a_fundus(EYES[number - 71]), owner=camp.people[0], patient=7, number=number, eye=eye)
    desk = replace(a_desk(qtbot, camp.store, wear("daylight", "en")), actor=lambda: "Omar Haddad")
    viewer = ViewerPage(desk)
    qtbot.addWidget(viewer)
    viewer.show()
    viewer.open_person(camp.people[0].uuid, day=first)
    qtbot.waitUntil(lambda: viewer.shown is not None)
    assert viewer.shown.visit.day == first
    viewer.open_person(camp.people[0].uuid)
    qtbot.waitUntil(lambda: viewer.shown is not None)
    assert viewer.shown.visit.day != first
