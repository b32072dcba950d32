"""In a camp for babies born too early nobody is registered without what the next examination depends on (HZ-30)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from support.camp import a_camp
from support.drawn import a_fundus
from support.fitting import misfits
from support.screens import a_desk, receive
from support.stations import lakshmi

from resources.store import patients
from resources.store.examinations import GESTATION, WEIGHT, Due, next_of
from resources.terms import Origin
from resources.wire.prematurity import USUAL
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.referrals.page import ReferralsPage

pytestmark = pytest.mark.hazard("HZ-30")


@pytest.fixture
def camp(tmp_path):
    made = a_camp(tmp_path, people=1)
    yield made
    made.store.close()


@pytest.fixture
def page(qtbot, camp, look):
    made = RegisterPage(a_desk(qtbot, camp.store, look), FeedBridge(), is_for_babies=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made._everybody.known) == 1)
    return made


def test_nothing_is_saved_until_birth_date_weeks_and_weight_are_told(page, qtbot, camp):
    form, newborn = page.form, page.form.newborn
    qtbot.keyClicks(form.given, "Baby")
    qtbot.keyClicks(form.age, "20d")
    assert form.question() is form.age
    form.age.setText((camp.clock().date() - timedelta(51)).isoformat())
    assert form.question() is newborn.gestation
    qtbot.keyClicks(newborn.gestation, "28w3d")
    assert form.question() is newborn.weight
    qtbot.keyClicks(newborn.weight, "1.2")
    assert form.question() is newborn.weight and newborn.facts() == {GESTATION: 199}
    assert newborn.grams.isVisible() and newborn.grams.text() == "1,200 g?"
    qtbot.mouseClick(newborn.grams, Qt.MouseButton.LeftButton)
    assert form.question() is None and not newborn.grams.isVisible()
    with qtbot.waitSignal(page.registered):
        page.save()
    with camp.store.read() as unit:
        row = patients.listed(unit)[-1]
    assert dict(row.details.extra) == {GESTATION: 199, WEIGHT: 1200}
    assert newborn.gestation.text() == newborn.weight.text() == ""


def test_a_camp_for_adults_asks_nothing_of_the_kind(qtbot, camp, look):
    made = RegisterPage(a_desk(qtbot, camp.store, look), FeedBridge())
    qtbot.addWidget(made)
    assert made.form.newborn is None


@pytest.mark.parametrize("language", ["en", "ar", "hi", "es"])
def test_who_is_overdue_stands_above_everybody_and_is_counted(qtbot, camp, wear, language):
    born = camp.clock().date() - timedelta(29)
    with camp.store.write(Origin.PERSON) as unit:
        details = lakshmi(given_name="Baby", birth_date=born, birth_year=None, extra={GESTATION: 199, WEIGHT: 1200})
        patients.register(unit, details)
    look = wear("daylight", language)
    page = ReferralsPage(a_desk(qtbot, camp.store, look), FeedBridge(), camp.read_levels)
    qtbot.addWidget(page)
    page.resize(1278, 680)
    counted = []
    page.counted.connect(counted.append)
    page.show()
    qtbot.waitUntil(lambda: bool(page.overdue) and bool(counted))
    [line] = page.overdue
    assert line.since.text() == look.words.counted("newborn.since", 1)
    assert look.words("newborn.age", weeks=32, days=4) in line.told.text()
    assert counted[-1] == 1 and page.empty.isHidden()
    assert misfits(line.parentWidget()) == []
    with qtbot.waitSignal(page.opened):
        qtbot.mouseClick(line.person, Qt.MouseButton.LeftButton)


def test_the_next_examination_is_a_day_that_a_person_sets_and_can_take_back(qtbot, camp, look):
    born = camp.clock().date() - timedelta(29)
    with camp.store.write(Origin.PERSON) as unit:
        details = lakshmi(given_name="Baby", birth_date=born, birth_year=None, extra={GESTATION: 199, WEIGHT: 1200})
        baby = patients.register(unit, details)
    desk = a_desk(qtbot, camp.store, look)
    page = PatientPage(desk, FeedBridge(), camp.read_levels)
    qtbot.addWidget(page)
    page.resize(1278, 680)
    page.show()
    page.open(baby.uuid)
    qtbot.waitUntil(lambda: page.examination is not None)
    assert page.examination.due.text() == "20 November 2026"
    assert [button.text() for button in page.examination.weeks] == ["in 1 week", "in 2 weeks", "in 3 weeks"]
    qtbot.waitUntil(lambda: page.examination is not None and misfits(page.examination) == [])
    qtbot.mouseClick(page.examination.weeks[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.examination is not None and page.examination.due.text() == "5 December 2026")
    assert desk.toast.sentence == "Next eye examination of Baby Devi: 5 December 2026"
    desk.toast.undo_last()
    qtbot.waitUntil(lambda: page.examination is not None and page.examination.due.text() == "20 November 2026")
    with camp.store.read() as unit:
        assert dict(patients.find(unit, baby.uuid).details.extra) == {GESTATION: 199, WEIGHT: 1200}


def test_a_baby_that_was_looked_at_has_no_next_day_until_somebody_says_one(qtbot, camp, look):
    born = camp.clock().date() - timedelta(29)
    details = lakshmi(given_name="Baby", birth_date=born, birth_year=None, extra={GESTATION: 199, WEIGHT: 1200})
    with camp.store.write(Origin.PERSON) as unit:
        seen, undated = (patients.register(unit, details._replace(given_name=name)) for name in ("Asha", "Bina"))
    receive(camp.store, a_fundus(), owner=seen, number=90, eye="R")
    with camp.store.write(Origin.PERSON) as unit:
        now = patients.find(unit, undated.uuid).details
        patients.amend(unit, undated.uuid, now._replace(birth_date=None, birth_year=2026))
        assert next_of(unit, patients.find(unit, seen.uuid), USUAL) == (Due.OPEN, None)
    page = PatientPage(a_desk(qtbot, camp.store, look), FeedBridge(), camp.read_levels)
    qtbot.addWidget(page)
    page.show()
    for baby in (seen, undated):
        page.open(baby.uuid)
        qtbot.waitUntil(lambda baby=baby: page.person is not None and page.person.uuid == baby.uuid)
        qtbot.waitUntil(lambda: page.examination is not None and page.examination.due.text() == "no next day")
    qtbot.mouseClick(page.examination.none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.examination is not None and page.examination.due.text() == "No more")


def test_a_grown_up_has_no_such_card(qtbot, camp, look):
    page = PatientPage(a_desk(qtbot, camp.store, look), FeedBridge(), camp.read_levels)
    qtbot.addWidget(page)
    page.open(camp.people[0].uuid)
    qtbot.waitUntil(lambda: page.person is not None)
    assert page.examination is None
