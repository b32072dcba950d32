"""Who must be seen stays on the page, the urgent first, until somebody named says otherwise (HZ-04)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from support.camp import a_camp, photograph
from support.grading import icdr
from support.recordserver import MemoryRecords, outcome

from resources.store import letters, opinions, patients, referrals
from resources.store.opinions import Said
from resources.terms import Laterality, Origin
from sync import outbox
from sync.engine import SyncService
from workstation.gui.reasons import known, said_or_unknown
from workstation.gui.referrals.listing import read_refusal

pytestmark = pytest.mark.hazard("HZ-04")
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


@pytest.fixture
def camp(tmp_path):
    camp = a_camp(tmp_path, 4, chains=[outbox.MIGRATIONS])
    yield camp
    camp.store.close()


def grade(camp, number, right, left, oedema="0", by="Anjali Kumari"):
    uids = photograph(camp, number, "RL")
    day = camp.clock().date()
    with camp.store.write(Origin.PERSON, by) as unit:
        said = [
            Said(eye, icdr(level, oedema), uid)
            for eye, level, uid in zip((RIGHT, LEFT), (right, left), uids, strict=True)
        ]
        opinions.sign(unit, camp.people[number].uuid, day, said)


def names(page):
    return [line.person.text() for line in page.lines]


def open_rows(camp):
    with camp.store.read() as unit:
        return referrals.open_ones(unit)


def test_the_urgent_stand_first_and_the_well_are_not_there(camp, referrals_page):
    grade(camp, 0, "2", "0")
    grade(camp, 1, "0", "1")
    grade(camp, 2, "0", "4")
    page = referrals_page()
    assert names(page) == [camp.people[2].name, camp.people[0].name]
    assert page.untold.text() == "2 people still need to be spoken to"


def test_nobody_to_be_seen_is_said(referrals_page):
    page = referrals_page()
    assert page.lines == [] and page.empty.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_tick_says_who_told_them_and_undo_takes_it_back(qtbot, camp, referrals_page):
    grade(camp, 2, "0", "4")
    page = referrals_page()
    page.lines[0].spoken.click()
    assert not page.lines[0].spoken.isChecked()  # how they were told is asked first
    page.lines[0].hows["phone"].trigger()
    qtbot.waitUntil(lambda: open_rows(camp)[0].told_by == "Omar Haddad")
    assert open_rows(camp)[0].told_how == "phone"
    qtbot.waitUntil(lambda: page.lines and page.lines[0].spoken.isChecked())
    assert "Omar Haddad" in page.lines[0].spoken.text()
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: open_rows(camp)[0].told_at is None)


def test_a_page_that_nobody_sees_counts_and_is_made_when_it_is_seen(qtbot, camp, referrals_page):
    page, counted = referrals_page(), []
    page.counted.connect(counted.append)
    page.hide()
    grade(camp, 2, "0", "4")
    qtbot.waitUntil(lambda: counted[-1:] == [1])
    assert page.lines == []
    page.show()
    assert names(page) == [camp.people[2].name]


def test_without_a_name_nothing_is_ticked(qtbot, camp, referrals_page):
    grade(camp, 2, "0", "4")
    page = referrals_page(actor="person")
    with qtbot.waitSignal(page.sign_in_wanted):
        page.lines[0].hows["in person"].trigger()
    assert open_rows(camp)[0].told_at is None
    assert not page.lines[0].spoken.isChecked()


def test_days_later_an_untold_person_still_stands_at_the_top(camp, referrals_page):
    grade(camp, 2, "0", "4")
    camp.clock.forward(3 * 86400)
    grade(camp, 0, "4", "0")
    page = referrals_page()
    assert names(page)[0] == camp.people[2].name
    assert page.lines[0].spoken.text() == "Not told, 3 days"


def test_who_was_seen_leaves_and_comes_back_by_undo(qtbot, camp, referrals_page):
    grade(camp, 0, "2", "0")
    page = referrals_page()
    page.lines[0].seen.click()
    qtbot.waitUntil(lambda: open_rows(camp) == [])
    qtbot.waitUntil(lambda: page.lines == [])
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: len(open_rows(camp)) == 1)


def test_another_end_needs_a_reason_is_kept_and_can_be_opened_again(qtbot, camp, referrals_page):
    grade(camp, 2, "4", "0")
    uuid = open_rows(camp)[0].uuid
    page = referrals_page()
    page.lines[0].ends["own doctor"].trigger()
    qtbot.waitUntil(lambda: open_rows(camp) == [])
    qtbot.waitUntil(lambda: page.lines == [])
    with camp.store.read() as unit:
        row = referrals.find(unit, uuid)
    assert (row.closed_by, row.closed_why) == ("Omar Haddad", "own doctor")
    page._desk.toast.undo_last()
    qtbot.waitUntil(lambda: len(open_rows(camp)) == 1)


@pytest.mark.hazard("HZ-27")
def test_headquarters_answer_stands_beside_and_closes_nothing(qtbot, camp, referrals_page):
    grade(camp, 2, "4", "0")
    page = referrals_page()
    assert [chip.text for chip in page.lines[0].chips] == ["No letter yet"]
    answer(camp, 2, "4")
    qtbot.waitUntil(lambda: page.lines and page.lines[0].chips[0].text == "HQ agrees, 21 November")
    answer(camp, 2, "0")
    grade(camp, 0, "2", "0")
    answer(camp, 0, "0")
    qtbot.waitUntil(lambda: len(page.lines) == 2 and len(page.lines[1].chips) == 2)
    assert page.lines[1].chips[0].text == "HQ: no referral, 21 November"
    assert page.lines[0].chips[0].text == "HQ agrees, 21 November"  # its most urgent answer counts


@pytest.mark.hazard("HZ-28")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_referral_that_headquarters_refuses_stays_and_says_so(qtbot, camp, referrals_page, language):
    grade(camp, 1, "2", "0")
    grade(camp, 0, "4", "0")
    server, wrote = MemoryRecords(), []

    def refuse(request):
        if request.method == "PUT":
            wrote.append(request.content.decode())
        is_urgent = "ReferralRequest" in request.url.path and '"urgent"' in wrote[-1]
        return outcome(422) if request.method == "PUT" and is_urgent else None

    server.before = refuse
    sync = SyncService(camp.store, None, records=server.destination())
    sync.once()
    assert all(camp.people[0].uuid in said for said in wrote[:2])
    page = referrals_page(language=language)
    refused, taken = [[chip.text for chip in line.chips] for line in page.lines]
    said = page._look.words("claim.hq-refuses")
    assert said in refused and said not in taken
    reasons = [label.text() for label in page.lines[0].findChildren(QLabel)]
    with camp.store.read() as unit:
        why = read_refusal(unit, page.lines[0].view.row.uuid)
    assert why and known(why) and said_or_unknown(why, page._look.words) in reasons
    server.before = lambda _: None
    camp.clock.forward(7200)
    sync.once()
    page._live.again()
    qtbot.waitUntil(lambda: said not in [chip.text for chip in page.lines[0].chips])
    assert len(server.of("ReferralRequest")) == 2 and len(page.lines) == 2


def test_a_letter_that_is_not_true_any_more_is_on_the_list(qtbot, camp, referrals_page):
    grade(camp, 0, "0", "0")
    grade(camp, 1, "0", "0")
    for number in (0, 1):
        printed(camp, number)
    page = referrals_page()
    assert page.lines == [] and page.papers == []
    answer(camp, 0, "4")
    with camp.store.write(Origin.PERSON, "grace") as unit:
        patients.amend(unit, camp.people[1].uuid, camp.people[1].details._replace(given_name="Maria"))
    qtbot.waitUntil(lambda: len(page.lines) == 1 and len(page.papers) == 1)
    assert "Letter out of date" in [chip.text for chip in page.lines[0].chips]
    assert page.papers[0].person.text() == "Maria Thomas" and not page.empty.isVisible()


def answer(camp, number, level):
    """Headquarters reads both eyes."""
    with camp.store.write(Origin.HQ, "headquarters") as unit:
        said = [Said(RIGHT, icdr(level)), Said(LEFT, icdr("0"))]
        opinions.sign(unit, camp.people[number].uuid, camp.clock().date(), said)


def printed(camp, number):
    with camp.store.read() as unit:
        said = letters.facts(unit, camp.people[number].uuid, camp.clock().date())
    with camp.store.write(Origin.PERSON, "Omar Haddad") as unit:
        letters.keep(unit, said, "en", camp.store.vault.admit(f"%PDF{number}".encode()))


def test_the_page_follows_the_store_and_searches_by_phone(qtbot, camp, referrals_page):
    grade(camp, 0, "2", "0")
    page = referrals_page()
    grade(camp, 3, "3", "0")
    qtbot.waitUntil(lambda: len(page.lines) == 2)
    QTest.keyClicks(page.search, "41183")
    assert names(page) == [camp.people[3].name]
    page.search.clear()
    QTest.keyClicks(page.search, "nobody at all")
    assert page.lines == [] and not page.empty.isVisible()


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_each_line_says_why_and_keeps_od_on_the_left(camp, referrals_page, language):
    grade(camp, 0, "2", "0", oedema="1")
    page = referrals_page(language=language)
    line = page.lines[0]
    assert line.pair.layoutDirection() is Qt.LayoutDirection.LeftToRight
    texts = [label.text() for label in line.findChildren(type(page.untold))]
    assert any("ICDR 2" in text for text in texts)
