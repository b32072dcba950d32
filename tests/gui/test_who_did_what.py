"""The trail on a person's page: each thing that was done, by name, in the window's language, in pages (HZ-22)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from support.camp import a_camp, photograph
from support.grading import icdr
from support.screens import a_desk

from resources.problems import NotFound
from resources.store import changes, letters, links, mending, opinions, patients, referrals, trail
from resources.store.opinions import Said
from resources.terms import Kind, Laterality, Operation, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.patients import trail_text
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.trail_card import SHOWN, TrailCard
from workstation.gui.words import LANGUAGES, Words

pytestmark = pytest.mark.hazard("HZ-22")
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
READER = "Anjali Kumari"


@pytest.fixture
def camp(tmp_path):
    camp = a_camp(tmp_path, 3)
    yield camp
    camp.store.close()


def a_days_work(camp):
    """The first person is pictured, an eye is put right, graded by one and told by another."""
    uids = photograph(camp, 0, "R?", (None,))
    camp.clock.forward(60)
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        mending.set_laterality(unit, uids[1], LEFT)
    camp.clock.forward(60)
    with camp.store.write(Origin.PERSON, READER) as unit:
        said = [Said(RIGHT, icdr("4"), uids[0]), Said(LEFT, icdr("0"), uids[1])]
        opinions.sign(unit, camp.people[0].uuid, camp.clock().date(), said)
    camp.clock.forward(60)
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        referrals.tell(unit, referrals.urgent_not_told(unit)[0].uuid, "in person")


def rows_of(camp, number=0, **more):
    with camp.store.read() as unit:
        return trail.of_patient(unit, camp.people[number].uuid, **more)


def told(camp, number=0):
    words = Words()
    return [f"{line.who}: {trail_text.said(line, words)}" for line in trail_text.lines(rows_of(camp, number), words)]


def test_everything_is_there_by_name_the_newest_first(camp):
    a_days_work(camp)
    assert told(camp) == [
        "Omar Haddad: told the person",
        f"{READER}: decided: to be seen",
        f"{READER}: graded the left eye",
        f"{READER}: graded the right eye",
        "Omar Haddad: eye: not stated → OS",
        "CAM1: picture arrived: not stated",
        "CAM1: picture arrived: OD",
        "nobody signed in: called to the camera",
        "grace: took a headshot",
        "grace: registered the person",
    ]


def test_nobody_elses_is_there(camp):
    a_days_work(camp)
    assert [line.split(": ")[1] for line in told(camp, 1)] == ["took a headshot", "registered the person"]
    with camp.store.read() as unit, pytest.raises(NotFound):
        trail.of_patient(unit, "nobody")


def test_a_join_stands_in_both_trails_and_a_letter_in_its_own(camp):
    a_days_work(camp)
    camp.clock.forward(60)
    with camp.store.write(Origin.PERSON, READER) as unit:
        link = links.join(unit, camp.people[1].uuid, camp.people[0].uuid, despite=("sex", "birth"))
        facts = letters.facts(unit, camp.people[0].uuid, camp.clock().date())
    with camp.store.write(Origin.PERSON, READER) as unit:
        letters.keep(unit, facts, "en", camp.store.vault.admit(b"%PDF"))
    camp.clock.forward(60)
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        links.part(unit, link.uuid)
    assert told(camp, 0)[:3] == [
        "Omar Haddad: parted two records", f"{READER}: printed a letter", f"{READER}: joined two records",
    ]  # fmt: skip
    assert told(camp, 1)[:2] == ["Omar Haddad: parted two records", f"{READER}: joined two records"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_row_has_words_in_every_language(camp, language):
    words = Words(language)
    with camp.store.read() as unit:
        row = changes.of(unit, Kind.PATIENT, camp.people[0].uuid)[0]
    kinds = {Kind.PATIENT, Kind.CARD, Kind.LINK, Kind.INSTANCE, Kind.OPINION, Kind.REFERRAL, Kind.LETTER, Kind.PHOTO,
             Kind.TURN, Kind.QUALITY, Kind.ANNOTATION}  # fmt: skip
    written = {  # what the store writes of each kind, beside its creation
        Kind.PATIENT: {Operation.AMEND, Operation.FORGET}, Kind.CARD: {Operation.AMEND}, Kind.TURN: {Operation.AMEND},
        Kind.INSTANCE: {Operation.AMEND, Operation.FORGET}, Kind.REFERRAL: {Operation.AMEND},
        Kind.PHOTO: {Operation.AMEND, Operation.FORGET},
    }  # fmt: skip
    for kind in kinds:
        for operation in {Operation.CREATE} | written.get(kind, set()):
            assert trail_text.what(row._replace(kind=kind, operation=operation, snapshot={}), words)
    for origin in Origin:
        for actor in ("", "person", "camera:CAM1", "token:hq", "import"):
            assert trail_text.who(row._replace(origin=origin, actor=actor), words)


def texts(card):
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_shows_the_newest_and_goes_on_when_something_is_done(qtbot, wear, camp, language):
    a_days_work(camp)
    bridge = FeedBridge()
    camp.store.feed.subscribe(bridge.ring)
    desk = replace(a_desk(qtbot, camp.store, wear("daylight", language)), actor=lambda: READER)
    page = PatientPage(desk, bridge, camp.read_levels)
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    page.open(camp.people[0].uuid)
    words = Words(language)
    qtbot.waitUntil(lambda: words("trail.told") in texts(page.trail))
    assert len(page.trail.lines) == SHOWN and page.trail.more.isVisible()
    qtbot.mouseClick(page.trail.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words("trail.patient-create") in texts(page.trail))
    assert not page.trail.more.isVisible()
    camp.clock.forward(60)
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        details = patients.find(unit, camp.people[0].uuid).details
        patients.amend(unit, camp.people[0].uuid, details._replace(village="Melur South"))
    qtbot.waitUntil(lambda: words("trail.patient-amend") in texts(page.trail))
    assert words("trail.patient-create") in texts(page.trail)  # what was opened stays open
    page.open(camp.people[1].uuid)
    assert page.trail.lines == []  # blank before somebody else is shown (HZ-15)
    qtbot.waitUntil(lambda: len(page.trail.lines) == 2)


def test_a_long_history_is_read_page_by_page(qtbot, look, camp, monkeypatch):
    monkeypatch.setattr(trail, "MOST", 10)
    for number in range(25):
        camp.clock.forward(60)
        with camp.store.write(Origin.PERSON, READER) as unit:
            details = patients.find(unit, camp.people[0].uuid).details
            patients.amend(unit, camp.people[0].uuid, details._replace(notes=f"note {number}"))
    card = TrailCard(a_desk(qtbot, camp.store, look))
    qtbot.addWidget(card)
    card.show()
    card.show_trail(camp.people[0].uuid, rows_of(camp, limit=10))
    seen = 0
    while card.more.isVisible():
        seen = len(card.lines)
        card.more.click()
        qtbot.waitUntil(lambda seen=seen: len(card.lines) > seen or not card.more.isVisible())
    assert [line.what for line in card.lines[-2:]] == ["took a headshot", "registered the person"]
    assert len(card.lines) == 27


@pytest.mark.parametrize("language", ["en", "ar"])
def test_in_large_text_a_long_name_and_the_phone_are_whole(qtbot, wear, camp, language):
    name = {"given_name": "Venkatanarasimharaju Lakshmi", "family_name": "Subramaniam Chandrasekaran"}
    with camp.store.write(Origin.PERSON, "grace") as unit:
        details = patients.find(unit, camp.people[0].uuid).details
        patients.amend(unit, camp.people[0].uuid, details._replace(village="Melur North beyond the bridge", **name))
    page = PatientPage(a_desk(qtbot, camp.store, wear("daylight", language, 200)), FeedBridge(), camp.read_levels)
    qtbot.addWidget(page)
    page.resize(1190, 724)
    page.show()
    page.open(camp.people[0].uuid)
    qtbot.waitUntil(lambda: page.person is not None)
    for line in (page._name, page._facts, page._native):
        qtbot.waitUntil(lambda line=line: line.height() >= line.heightForWidth(line.width()))
        assert line.text() and line.width() <= page.width()
        longest = max(line.text().split(), key=len)
        assert line.fontMetrics().horizontalAdvance(longest) <= line.width()
    assert "90000 41180" in page._facts.text() and page.width() == 1190
