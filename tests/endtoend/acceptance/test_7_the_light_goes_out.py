"""Crash/power loss at any point: restart shows the same state."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel
from support import mortal_day
from support.mortal_day import acts, new_laptop, open_laptop
from support.rooms import hang_rooms
from support.screens import a_desk

from resources.store import calls, filing, letters, opinions, studies
from resources.store.checkup import checkup, sweep
from workstation.gui.bridge import FeedBridge
from workstation.gui.main_window import MainWindow
from workstation.gui.patients.patient_page import read_patient
from workstation.gui.reports.day import Kind, read_day
from workstation.gui.today.board import read_board

pytestmark = pytest.mark.slow
TODAY, LETTER = ["Lakshmi Devi"], ["21 November, 09:00, AK · English"]


def none(uids):
    return {}


def state(store):
    """What Today, the person's page, the call list and the end of the day are drawn from."""
    board, day = read_board(store, none), read_day(store, none, "macula-disc")
    shown = [day.numbers, [(end.kind, end.count, [one.patient.uuid for one in end.people]) for end in day.ends
              if end.kind is not Kind.INBOX]]  # fmt: skip
    for one in board.people:
        page = read_patient(store, one.patient.uuid, none)
        pictures = [(row.instance_uid, row.laterality, row.field) for visit in page.visits for row in visit.rows]
        shown += [one.patient, one.column, pictures, page.photos, page.referral]
        with store.read() as unit:
            shown += [opinions.of_patient(unit, one.patient.uuid), letters.of_patient(unit, one.patient.uuid)]
    with store.read() as unit:
        shown += [[(call.patient.uuid, call.why) for call in calls.listed(unit)], studies.count(unit)]
    return shown


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The state before the first act, after the first, after the second, …"""
    new_laptop(folder := tmp_path_factory.mktemp("told"))
    store = open_laptop(folder)
    states = [state(store)]
    for act in acts(store):
        act()
        states.append(state(store))
    store.close()
    assert all(one != other for one, other in pairwise(states))
    return states


@pytest.fixture
def window(qtbot, look):
    """Pages over a store, in a window of their own."""

    def opened(store):
        window = MainWindow(look)
        qtbot.addWidget(window)
        rooms = hang_rooms(window, a_desk(qtbot, store, look), FeedBridge(), none)
        window.show()
        return rooms

    return opened


def texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def same_on_both(qtbot, pages, *needed):
    """Both pages come to show these words, and the same otherwise."""
    qtbot.waitUntil(lambda: texts(pages[0]) == texts(pages[1]) and set(needed) <= set(texts(pages[0])))


def test_whatever_was_done_is_shown_again_and_what_was_not_is_whole_or_absent(qtbot, window, told, tmp_path):
    days = mortal_day.lived(tmp_path)
    assert set(days.values()) == set(range(len(told) - 1)) and any("power" in name for name in days)
    was_absent = set()
    for name, done in days.items():
        store = open_laptop(tmp_path / name)
        sweep(store)
        found = state(store)
        assert found in (told[done], told[done + 1]), f"at point {name}, after {done} acts"
        with store.read() as unit:
            assert len(filing.held(unit)) <= 1  # a file that nobody was told of waits where a person sees it
        assert checkup(store).findings == ()
        was_absent.add(found == told[done])
        store.close()
    assert was_absent == {True, False}

    died = open_laptop(tmp_path / list(days)[-1])  # when all was done
    new_laptop(tmp_path / "whole")
    whole = open_laptop(tmp_path / "whole")
    for act in acts(whole):
        act()
    rooms = window(died), window(whole)
    same_on_both(qtbot, [one.today for one in rooms], *TODAY)
    for one in rooms:
        one.open_person(one.today.board.people[0].patient.uuid)
    same_on_both(qtbot, [one.person for one in rooms], "Lakshmi Devi", *LETTER)
    died.close()
    whole.close()
