"""The Sync page: what it says is what the receipts say, in every mood of headquarters."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import httpx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from support.headquarters import Mode
from support.pictures import an_op
from support.recordserver import MemoryRecords
from support.resultserver import ReadingHeadquarters, served
from support.screens import a_desk
from support.stations import lakshmi
from support.travelling import a_laptop, raju

from resources.store import opinions, patients
from resources.terms import Laterality, Origin
from sync.lanes import Lane
from sync.outbox import Entry
from sync.paidlink import SPENT, PaidLink
from sync.status import Share, Standing, State, Stuck, SyncStatus
from workstation.gui import claims, reasons
from workstation.gui.bridge import FeedBridge
from workstation.gui.syncing.journeys import again_text
from workstation.gui.syncing.page import SyncPage
from workstation.gui.syncing.parts import QueueRow
from workstation.gui.syncing.questions import QuestionRow
from workstation.gui.syncing.results_waiting import ResultRow
from workstation.gui.syncing.state import Story, loads_of, ring_of, sentence_of, station_receipts
from workstation.gui.words import Words


@pytest.fixture
def laptop(tmp_path):
    with a_laptop(tmp_path) as one:
        yield one


@pytest.fixture
def page_of(qtbot, wear):
    kept = []

    def open_page(laptop, language="en"):
        bridge = FeedBridge()
        page = SyncPage(a_desk(qtbot, laptop.store, wear("daylight", language)), bridge, laptop.sync)
        laptop.store.feed.subscribe(bridge.ring)
        laptop.sync.changed.subscribe(bridge.ring)
        kept.append((page, bridge))
        qtbot.addWidget(page)
        page.resize(1278, 724)
        page.show()
        qtbot.waitUntil(lambda: page.view is not None and not page._live._running)
        return page

    return open_page


@pytest.mark.hazard("HZ-05")
def test_of_no_pictures_nothing_is_claimed(laptop, page_of):
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        patients.register(unit, raju())
    laptop.sync.once()
    page = page_of(laptop)
    assert page.sentence.text() == "No pictures yet"


def said_by(page):
    """Every word on the page, and what a screen reader would say."""
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    texts += [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    texts += [widget.accessibleName() for widget in page.findChildren(QWidget) if widget.isVisible()]
    return " / ".join(texts)


def lines_between_rows(page):
    return [one for one in page.findChildren(QWidget) if one.property("rule")]


@pytest.fixture
def shows(qtbot):
    def look(page, laptop):
        page.refresh()
        qtbot.waitUntil(lambda: not page._live._running)
        QApplication.processEvents()  # rows that were just made are shown now
        return said_by(page)

    return look


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Paid link: 30.0 MB of 50.0 MB today"), ("es", "Enlace de pago"), ("ar", "رابط مدفوع"), ("hi", "सशुल्क लिंक")],
)
def test_what_a_paid_link_has_carried_today_is_said_where_somebody_pays(tmp_path, page_of, shows, language, said):
    link = PaidLink(is_paid=None, limit=50_000_000)
    link.heard(is_paid=True)
    with a_laptop(tmp_path, paid=link) as laptop:
        laptop.pictures(3, laptop.registers())
        link.carried(30_000_000)
        page = page_of(laptop, language)
        assert said in page.second.text()
        link.carried(20_000_000)
        laptop.sync.attempt(pressed=False)
        if language == "en":
            assert SPENT in shows(page, laptop)
            assert "Next try" not in said_by(page)  # the reason itself says when
            assert "Waiting to go to headquarters · 3 pictures" in said_by(page) and "Needs a look" not in said_by(page)
        link.heard(is_paid=False)
        shows(page, laptop)
        assert said not in page.second.text()


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(
    "mode", [mode for mode in Mode if mode not in (Mode.WELL, Mode.CONFLICT_409, Mode.CUT_AFTER)], ids=lambda m: m.name
)
def test_nothing_on_the_page_claims_what_headquarters_has_not_confirmed(laptop, page_of, mode, shows):
    laptop.pictures(3, laptop.registers())
    laptop.hq.mode = mode
    for _ in range(2):
        laptop.sync.once()
        laptop.clock.forward(7200)
    page = page_of(laptop)
    said = shows(page, laptop)
    assert "The patient is safe on this laptop, and not at headquarters yet." in said
    assert "are at headquarters." not in said and "At headquarters" not in said and "At HQ" not in said
    assert page.ring.fraction == 0
    assert "3 pictures not at HQ yet" in said and "nothing confirmed yet" in said


@pytest.mark.hazard("HZ-05")
def test_all_well_fills_the_ring_and_headquarters_going_back_empties_it(laptop, page_of, shows):
    older = laptop.hq.snapshot()
    laptop.pictures(3, laptop.registers())
    page = page_of(laptop)
    for _ in range(2):
        laptop.sync.once()
        laptop.clock.forward(60)
    said = shows(page, laptop)
    assert page.ring.fraction == 1
    assert "Every picture of your patient is at headquarters." in said and "HQ confirmed 3 pictures." in said
    assert "Nothing waits to go" in said
    laptop.hq.restore(older)
    laptop.hq.mode = Mode.FAILED_202
    laptop.clock.forward(7200)
    laptop.sync.once()
    said = shows(page, laptop)
    assert page.ring.fraction < 1 and "Every picture of your patient is at headquarters." not in said
    assert "had confirmed" in said


@pytest.mark.hazard("HZ-05")
def test_somebody_without_pictures_closes_no_part_of_the_ring(laptop, page_of, shows):
    laptop.pictures(1, laptop.registers())
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        patients.register(unit, raju())
    for _ in range(2):
        laptop.sync.once()
        laptop.clock.forward(60)
    page = page_of(laptop)
    assert "Every picture of your 2 patients is at headquarters." in shows(page, laptop)
    assert "1 of 1" in page.ring.accessibleName()


def test_a_login_page_is_a_sentence_and_not_a_dialog(laptop, page_of, shows):
    laptop.pictures(1, laptop.registers())
    laptop.hq.mode = Mode.HTML_200
    laptop.sync.once()
    page = page_of(laptop)
    shows(page, laptop)
    assert page.view.status.state is Standing.PORTAL
    assert page.address.chip.chip.text == "A login page answered"
    assert page.second.text().startswith(page.view.status.sentence)


def test_without_a_headquarters_the_button_says_why_it_sleeps(tmp_path, page_of):
    with a_laptop(tmp_path, connect=None, headquarters="") as laptop:
        laptop.pictures(1, laptop.registers())
        page = page_of(laptop)
        assert not page.now.isEnabled() and "No headquarters is set up" in page.now.toolTip()
        assert page.address.chip.chip.text == "No headquarters set up"
        assert "Everything stays safe on this laptop." in page.second.text()


def test_the_button_and_f5_wake_the_service(qtbot, laptop, page_of):
    laptop.pictures(1, laptop.registers())
    page = page_of(laptop)
    laptop.sync.start()
    qtbot.mouseClick(page.now, Qt.MouseButton.LeftButton)
    assert page._desk.toast.sentence == "Asking headquarters now."
    qtbot.waitUntil(lambda: page.view.status.confirmed_at_hq == 1)
    assert page.now.key == "F5"


def test_an_address_is_doubted_before_it_is_taken(qtbot, laptop, page_of):
    page = page_of(laptop)
    page.address.line.setText("hq.example")
    qtbot.mouseClick(page.address.use, Qt.MouseButton.LeftButton)
    assert page.address.field.is_doubted
    page.address.line.setText(" https://hq.example/dicom-web ")
    assert not page.address.field.is_doubted
    with qtbot.waitSignal(page.address_given) as given:
        qtbot.keyClick(page.address.line, Qt.Key.Key_Return)
    assert given.args == ["https://hq.example/dicom-web"]


@pytest.mark.parametrize("language", ["ar", "hi"])
def test_the_page_speaks_the_other_languages(laptop, page_of, language):
    laptop.pictures(2, laptop.registers())
    laptop.hq.mode = Mode.OFFLINE
    laptop.sync.once()
    page = page_of(laptop, language)
    assert page.second.text().startswith(Words(language)("sync.standing-offline"))
    assert page.sentence.text() and not page.sentence.text().isascii()


def test_everything_that_can_be_pressed_has_a_name_and_room_for_a_finger(laptop, page_of):
    page = page_of(laptop)
    for button in page.findChildren(QAbstractButton):
        assert button.text() and button.height() >= 44
    assert page.address.line.accessibleName() and page.address.line.height() >= 44


# --- the pure part


def entry(pk, size, state=State.QUEUED):
    return Entry(pk, f"1.2.{pk}", state, size, 0, None, "", False, None)


def test_what_goes_next_is_by_lane_with_its_weight():
    found = loads_of([entry(1, 2 << 20, State.SENDING), entry(2, 1000), entry(3, 9 << 20), entry(4, 3 << 20)])
    assert [(load.lane, load.pictures, load.on_the_way) for load in found] == [
        (Lane.PREVIEW, 1, 0),
        (Lane.FUNDUS, 2, 1),
        (Lane.BULK, 1, 0),
    ]
    assert found[1].size == 5 << 20


def test_a_reason_is_said_once_with_its_count_and_waiting_for_a_person_is_not_trouble():
    stuck = [Stuck(str(n), State.ATTENTION, "It was refused.", None) for n in range(3)]
    stuck.append(Stuck("9", State.HELD, "Nobody said whose it is.", None))
    (only,) = SyncStatus(Standing.ATTENTION, "", stuck=tuple(stuck)).troubles
    assert (only.sentence, only.count) == ("It was refused.", 3)


@pytest.mark.parametrize(
    ("shares", "left", "ring"),
    [
        ({}, 0, (0, 0)),
        ({"a": Share(2, 2, 2)}, 0, (1, 1)),
        ({"a": Share(2, 2, 1), "b": Share(1, 1, 1)}, 1, (1, 2)),
        ({"a": Share(2, 2, 1), "b": Share(1, 1, 1), None: Share(3, 3, 3)}, 1, (1, 2)),
        ({"a": Share(2, 2, 2), "b": Share(0, 0, 0)}, 0, (1, 1)),
        ({"a": Share(2, 2, 2), None: Share(5, 5, 0)}, 0, (2, 7)),
        ({"a": Share(2, 2, 2), None: Share(5, 5, 5)}, 0, (7, 7)),
        ({None: Share(5, 5, 0)}, 0, (0, 5)),
    ],
)
@pytest.mark.hazard("HZ-05")
def test_the_ring_counts_people_and_closes_only_with_every_picture(shares, left, ring):
    assert station_receipts(2, shares, SyncStatus(Standing.IDLE, ""), "").not_at_hq == left
    assert ring_of(shares) == ring


@pytest.mark.hazard("HZ-04")
@pytest.mark.hazard("HZ-05")
def test_the_strip_says_urgent_of_urgent_people_only_and_forgets_no_picture_of_nobody():
    shares = {"a": Share(2, 2, 1), "b": Share(2, 2, 2), "c": Share(1, 0, 0), None: Share(5, 0, 0)}
    said = station_receipts(3, shares, SyncStatus(Standing.IDLE, "", not_yet_at_hq=7), "", urgent={"b", "c"})
    assert (said.not_at_hq, said.urgent_not_at_hq, said.pictures_left) == (2, 1, 7)
    only_nobody = {"b": Share(2, 2, 2), None: Share(5, 0, 0)}
    said = station_receipts(1, only_nobody, SyncStatus(Standing.IDLE, "", not_yet_at_hq=5), "", urgent={"b"})
    assert claims.patients_not_at_hq(said, Words()).text == "5 pictures not at HQ yet"
    assert claims.urgent_not_at_hq(said, Words()) is None


@pytest.mark.hazard("HZ-11")
def test_the_story_tells_changes_and_not_refreshes():
    now, words = lakshmi, Words()
    down = SyncStatus(Standing.OFFLINE, "Headquarters cannot be reached.")
    story = Story()
    for _ in range(100):
        story = story.with_status(down, now, words)
    assert [one.sentence for one in story.attempts] == ["Headquarters cannot be reached."]
    story = story.with_status(SyncStatus(Standing.IDLE, "", confirmed_at_hq=4), now, words)
    story = story.with_status(SyncStatus(Standing.IDLE, "", confirmed_at_hq=1), now, words)
    assert [one.sentence for one in story.attempts[:2]] == [
        "HQ no longer shows 3 that it had confirmed. They will be sent again.",
        "HQ confirmed 4 pictures.",
    ]
    assert len(Story(kept=2).with_status(down, now, words).attempts) == 1


def test_every_standing_has_its_sentence_in_every_language():
    for standing in Standing:
        for language in ("en", "ar", "hi"):
            assert sentence_of(SyncStatus(standing, "Something."), Words(language))


@pytest.mark.hazard("HZ-05")
def test_a_question_shows_both_values_and_does_nothing_until_somebody_presses(tmp_path, page_of, shows, qtbot):
    server = MemoryRecords()
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        person = laptop.registers()
        laptop.sync.once()
        server.edit(f"Patient/{person.uuid}", name=[{"use": "official", "family": "Devy", "given": ["Lakshmi"]}])
        with laptop.store.write(Origin.PERSON, "grace") as unit:
            patients.amend(unit, person.uuid, person.details._replace(family_name="Dewi"))
        laptop.sync.once()
        page = page_of(laptop)
        said = shows(page, laptop)
        assert "Two names" in said and "Lakshmi Dewi" in said and "Lakshmi Devy" in said and "Lakshmi Devi" in said
        assert "Not shown by headquarters yet: 1" in said
        (row,) = page.findChildren(QuestionRow)
        qtbot.mouseClick(row.buttons["mine"], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.findChildren(QuestionRow) or not page.view.questions)
        laptop.sync.once()
        assert server.of("Patient")[0]["name"][0]["family"] == "Dewi"
        assert "Two names" not in shows(page, laptop)


def test_with_an_archive_of_pictures_alone_the_page_says_that_records_stay(laptop, page_of, shows):
    laptop.registers()
    laptop.sync.once()
    assert "On this laptop alone: 1. This headquarters takes pictures only." in shows(page_of(laptop), laptop)


def test_the_card_that_says_that_nothing_waits_has_no_second_line_under_its_border(laptop, page_of):
    laptop.pictures(2, laptop.registers())
    laptop.sync.once()
    page = page_of(laptop)
    assert "Nothing waits to go" in said_by(page) and page.findChildren(QueueRow)
    assert not lines_between_rows(page)


@pytest.mark.hazard("HZ-05")
def test_pictures_that_came_a_moment_ago_wait_to_go_before_any_pass_has_seen_them(laptop, page_of, shows):
    page = page_of(laptop)
    laptop.pictures(2, laptop.registers())
    said = shows(page, laptop)
    assert "Waiting to go to headquarters" in said and "2 pictures" in said
    assert "Nothing waits to go" not in said
    assert lines_between_rows(page)


@pytest.mark.parametrize("language", ["ar", "hi", "es"])
def test_the_reason_of_what_does_not_go_is_said_in_the_language_of_the_screen(laptop, page_of, shows, language):
    laptop.pictures(1, laptop.registers())
    laptop.hq.mode = Mode.FAILED_FOR_GOOD
    for _ in range(2):
        laptop.sync.once()
        laptop.clock.forward(7200)
    stuck = [one.sentence for one in laptop.sync.status().stuck]
    said = shows(page_of(laptop, language), laptop)
    assert stuck and all(sentence and sentence not in said for sentence in stuck)
    assert all(reasons.said(sentence, Words(language)) in said for sentence in stuck)


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_answer_for_the_right_eye_stands_on_the_left_in_every_language(tmp_path, page_of, shows, qtbot, language):
    with served(ReadingHeadquarters()) as hq, a_laptop(tmp_path, results=hq.source(), interval=0.0) as laptop:
        person = laptop.registers()
        hq.observation(2, "", "", "2", subject={"identifier": {"system": "urn:eyecamp:patient", "value": person.uuid}})
        laptop.sync.once()
        page = page_of(laptop, language)
        shows(page, laptop)
        (row,) = page.findChildren(ResultRow)
        right, left = row.answers
        assert [answer.eye for answer in page.view.results[0].answers] == [Laterality.RIGHT, Laterality.LEFT]
        qtbot.waitUntil(lambda: right.mapTo(page, QPoint(0, 0)).x() < left.mapTo(page, QPoint(0, 0)).x())


@pytest.mark.hazard("HZ-27")
@pytest.mark.hazard("HZ-02")
def test_a_result_that_waits_is_given_to_nobody_until_somebody_presses(tmp_path, page_of, shows, qtbot):
    with served(ReadingHeadquarters()) as hq, a_laptop(tmp_path, results=hq.source(), interval=0.0) as laptop:
        person = laptop.registers()
        hq.observation(1, "", "R", "4", subject={"display": "Lakshmi Devi"})
        hq.observation(2, "", "", "2", subject={"identifier": {"system": "urn:eyecamp:patient", "value": person.uuid}})
        laptop.sync.once()
        page = page_of(laptop)
        said = shows(page, laptop)
        assert "Headquarters names this person by name alone." in said and "OD ICDR 4 proliferative" in said
        assert "Headquarters does not say which eye." in said
        by_name, no_eye = page.findChildren(ResultRow)
        assert [button.text() for button in by_name.answers] == [f"It is Lakshmi Devi {person.number}"]
        assert [button.text() for button in no_eye.answers] == ["Right eye", "Left eye"]
        with laptop.store.read() as unit:
            assert opinions.of_patient(unit, person.uuid) == []
        page._desk = replace(page._desk, actor=lambda: "Anjali Kumari")
        by_name.answers[0].click()
        qtbot.waitUntil(lambda: page.view is not None and len(page.view.results) == 1)
        [left] = page.view.results
        page.put_aside(left.row.pk)
        qtbot.waitUntil(lambda: not page.view.results)
        page._desk.toast.undo_last()
        qtbot.waitUntil(lambda: len(page.view.results) == 1)
        page.give(left.row.pk, left.answers[1])
        qtbot.waitUntil(lambda: not page.view.results)
        with laptop.store.read() as unit:
            made = opinions.of_patient(unit, person.uuid)
        assert [(row.said.eye.value, row.origin) for row in made] == [("R", Origin.HQ), ("L", Origin.HQ)]


def test_a_fhir_address_is_doubted_before_it_is_taken_and_given_once(laptop, page_of, qtbot):
    page = page_of(laptop)
    page.address.line.setText("https://hq.example/dicom-web")
    page.address.records_line.setText("hq.example/fhir")
    given = []
    page.records_given.connect(given.append)
    page.address_given.connect(given.append)
    qtbot.mouseClick(page.address.use, Qt.MouseButton.LeftButton)
    assert given == []
    page.address.records_line.setText(" https://hq.example/fhir ")
    qtbot.keyClick(page.address.records_line, Qt.Key.Key_Return)
    assert given == ["https://hq.example/dicom-web", "https://hq.example/fhir"]
    qtbot.mouseClick(page.address.use, Qt.MouseButton.LeftButton)
    assert given == ["https://hq.example/dicom-web", "https://hq.example/fhir", "https://hq.example/dicom-web"]
    page.address.forget_records()  # it was refused
    qtbot.mouseClick(page.address.use, Qt.MouseButton.LeftButton)
    assert given[3:] == ["https://hq.example/dicom-web", "https://hq.example/fhir"]


@pytest.mark.parametrize("language", ["en", "ar", "hi", "es"])
def test_that_results_cannot_be_read_is_said_unless_no_line_works_at_all(laptop, page_of, language):
    page = page_of(laptop, language)
    words = Words(language)
    refused = "Headquarters does not allow this to this station."
    status = replace(page.view.status, state=Standing.IDLE, results_problem=refused)
    page.show_view(replace(page.view, status=status))
    QApplication.processEvents()  # rows that were just made are shown now
    assert words("sync.results-unread") in said_by(page) and reasons.said(refused, words) in said_by(page)
    assert words("sync.list-unread") not in said_by(page)
    page.show_view(replace(page.view, status=replace(status, state=Standing.OFFLINE)))
    QApplication.processEvents()
    assert words("sync.results-unread") not in said_by(page)


def clock_in(laptop, *, minutes):
    return (laptop.clock() + timedelta(minutes=minutes)).astimezone(laptop.store.zone).strftime("%H:%M")


@pytest.mark.hazard("HZ-04")
def test_every_stuck_row_says_why_when_again_and_has_one_button(laptop, page_of, shows, qtbot):
    laptop.pictures(2, laptop.registers())
    laptop.receives(an_op(9, patient="NOBODY", study=9))
    laptop.hq.mode = Mode.FAILED_FOR_GOOD
    laptop.sync.once()
    page = page_of(laptop)
    shows(page, laptop)
    rows = [row for row in page.findChildren(QueueRow) if row.isVisible() and row.button is not None]
    at = clock_in(laptop, minutes=60)
    assert [row.button.text() for row in rows] == ["Open the Inbox", "Try now"]
    assert f"Headquarters does not take this kind of picture. Next try at {at}." in rows[1].accessibleName()
    with qtbot.waitSignal(page.to_inbox):
        rows[0].button.click()
    woken = []
    laptop.sync.wake = lambda: woken.append(True)
    rows[1].button.click()
    assert woken == [True]


def refuses(request):
    """A FHIR server that lets everything be read and takes nothing."""
    if request.method == "GET":
        return None
    issue = [{"severity": "error", "code": "invalid", "diagnostics": "A village is needed"}]
    return httpx.Response(422, json={"resourceType": "OperationOutcome", "issue": issue})


def stuck_rows(page):
    return [row.accessibleName() for row in page.findChildren(QueueRow) if row.isVisible() and row.button]


@pytest.fixture
def refused(tmp_path):
    """A laptop whose FHIR server refused the record of one person half an hour ago, and that of another just now."""
    server = MemoryRecords(before=refuses)
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        laptop.registers()
        laptop.sync.once()
        laptop.clock.forward(1800)
        with laptop.store.write(Origin.PERSON, "grace") as unit:
            patients.register(unit, raju())
        laptop.sync.attempt(pressed=False)
        yield laptop, server


def test_refused_records_have_a_row_with_headquarters_words_the_next_try_and_a_button(refused, page_of, shows):
    laptop, _ = refused
    page = page_of(laptop)
    shows(page, laptop)
    [row] = stuck_rows(page)
    assert (
        row.startswith("Needs a look · 2 records") and "Headquarters wrote: \u2068“A village is needed”\u2069." in row
    )
    assert row.endswith(f"Next try at {clock_in(laptop, minutes=30)}.")
    assert [row.button.text() for row in page.findChildren(QueueRow) if row.button] == ["Try now"]


def test_a_refused_record_is_tried_no_sooner_than_headquarters_asked_for(refused, page_of, shows):
    laptop, server = refused
    server.before = lambda _: httpx.Response(503, headers={"Retry-After": "3000"})
    laptop.clock.forward(60)
    laptop.registers()
    laptop.sync.attempt(pressed=False)
    page = page_of(laptop)
    shows(page, laptop)
    busy, row = stuck_rows(page)
    again = f"Next try at {clock_in(laptop, minutes=50)}."
    assert row.startswith("Needs a look") and row.endswith(again)
    assert busy.startswith("Records") and busy.endswith(f"Headquarters is busy. {again}")


def test_a_refused_record_whose_time_has_come_names_no_time(refused, page_of, shows):
    laptop, _ = refused
    laptop.clock.forward(1800)
    page = page_of(laptop)
    shows(page, laptop)
    [row] = stuck_rows(page)
    assert "Next try" not in row


@pytest.mark.hazard("HZ-04")
@pytest.mark.parametrize("language", ["en", "ar", "hi", "es"])
def test_why_no_record_goes_is_said_while_pictures_go_on(tmp_path, page_of, shows, language):
    server = MemoryRecords(before=lambda _: httpx.Response(503, headers={"Retry-After": "1200"}))
    with a_laptop(tmp_path, records=server.destination()) as laptop:
        laptop.pictures(2, laptop.registers())
        laptop.sync.once()
        page, words = page_of(laptop, language), Words(language)
        shows(page, laptop)
        status = laptop.sync.status()
        [row] = stuck_rows(page)
        assert (status.not_yet_at_hq, status.records.not_yet, status.records.held_off.count) == (0, 2, 2)
        assert row.startswith(words.join([words("records.title"), words("records.waiting", n=2)]))
        assert reasons.said(status.records.held_off.sentence, words) in row
        if language == "en":
            assert row.endswith(f"Headquarters is busy. Next try at {clock_in(laptop, minutes=20)}.")
        page.show_view(replace(page.view, status=replace(status, state=Standing.OFFLINE)))
        QApplication.processEvents()
        assert stuck_rows(page) == []
        server.before = lambda _: None
        laptop.clock.forward(1201)
        laptop.sync.once()
        assert laptop.sync.status().records.held_off is None


def test_a_stuck_picture_is_tried_no_sooner_than_headquarters_asked_for(laptop, page_of, shows):
    person = laptop.registers()
    laptop.pictures(1, person)
    laptop.hq.mode = Mode.FAILED_FOR_GOOD
    laptop.sync.once()
    laptop.clock.forward(3540)
    laptop.hq.mode = Mode.BUSY
    laptop.receives(an_op(2, patient=person.number))
    laptop.sync.attempt(pressed=False)
    page = page_of(laptop)
    shows(page, laptop)
    [row] = stuck_rows(page)
    assert row.endswith(f"Next try at {clock_in(laptop, minutes=2)}.")


def test_the_list_is_never_empty_while_its_rows_are_made_anew(refused, page_of, shows):
    laptop, _ = refused
    page = page_of(laptop)
    shows(page, laptop)
    before = stuck_rows(page)
    page.show_view(page.view)
    assert before and stuck_rows(page) == before


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (None, ""),
        (datetime(2026, 11, 21, 17, 50, tzinfo=UTC), ""),
        (datetime(2026, 11, 21, 18, 25, tzinfo=UTC), "Next try at 23:55."),
        (datetime(2026, 11, 21, 18, 40, tzinfo=UTC), "Next try on 22 November at 00:10."),
    ],
)
def test_the_next_try_is_a_time_and_on_another_day_of_the_camp_its_date_too(at, said):
    now, camp = datetime(2026, 11, 21, 18, tzinfo=UTC), timezone(timedelta(hours=5, minutes=30))
    assert again_text(at, now, camp, Words()) == said
