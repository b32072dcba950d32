"""The people who work here: their roles, a PIN of one's own, and leaving without taking anything along (HZ-22)."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from support.screens import a_desk

from resources.store import staff
from resources.terms import Origin, StaffRole
from workstation.gui.staff.staff_tab import StaffTab

pytestmark = pytest.mark.hazard("HZ-22")


def add(store, name, pin, role):
    kept = staff.hashed(pin, store.rng)
    with store.write(Origin.PERSON, "grace") as unit:
        return staff.add(unit, name, kept, role)


def listed(store):
    with store.read() as unit:
        return staff.listed(unit)


@pytest.fixture
def people(store):
    return (add(store, "Anjali Kumari", "2580", StaffRole.GRADER), add(store, "Omar Haddad", "1357", StaffRole.LEAD))


@pytest.fixture
def tab_of(qtbot, store, people, look):
    kept = []

    def make(actor="Anjali Kumari"):
        tab = StaffTab(replace(a_desk(qtbot, store, look), actor=lambda: actor))
        kept.append(tab)
        qtbot.addWidget(tab)
        tab.changed.connect(lambda: tab.show_staff(listed(store)))
        tab.resize(900, 700)
        tab.show()
        tab.show_staff(listed(store))
        return tab

    return make


def type_pins(tab, old, new, again):
    for line, pin in ((tab.old, old), (tab.new, new), (tab.again, again)):
        line.setText(pin)
    tab.change.click()


def test_everybody_stands_there_with_initials_and_role(tab_of):
    texts = [label.text() for label in tab_of().findChildren(QLabel)]
    assert "Anjali Kumari · AK · Grader" in texts and "Omar Haddad · OH · Camp lead" in texts


def test_who_leaves_signs_nothing_any_more_and_comes_back_by_undo(qtbot, store, people, tab_of):
    tab = tab_of()
    tab.leaves["Omar Haddad"].click()
    qtbot.waitUntil(lambda: [row.name for row in tab.staff] == ["Anjali Kumari"])
    with store.read() as unit:
        assert [row.name for row in staff.listed(unit, also_gone=True)] == ["Anjali Kumari", "Omar Haddad"]
    tab._desk.toast.undo_last()
    qtbot.waitUntil(lambda: len(tab.staff) == 2)
    assert staff.knock(store, people[1].uuid, "1357").staff is not None


def test_nobody_signs_themselves_out_of_the_camp(store, tab_of):
    tab = tab_of()
    tab.leaves["Anjali Kumari"].click()
    assert "Somebody else must say" in tab._desk.toast.sentence and len(listed(store)) == 2


def test_without_a_name_the_station_asks_who_it_is(qtbot, store, tab_of):
    tab = tab_of(actor="person")
    with qtbot.waitSignal(tab.sign_in_wanted):
        tab.leaves["Omar Haddad"].click()
    with qtbot.waitSignal(tab.sign_in_wanted):
        type_pins(tab, "2580", "9999", "9999")
    assert len(listed(store)) == 2


def test_one_changes_ones_own_pin_who_knows_the_old_one(qtbot, store, people, tab_of):
    tab = tab_of()
    type_pins(tab, "2580", "9753", "9754")
    assert tab.says.text() == "The two PINs differ."
    type_pins(tab, "0000", "9753", "9753")
    qtbot.waitUntil(lambda: tab.says.text() == "That PIN does not fit.")
    assert staff.knock(store, people[0].uuid, "2580").staff is not None
    type_pins(tab, "2580", "9753", "9753")
    qtbot.waitUntil(lambda: tab._desk.toast.sentence == "Your PIN is changed")
    assert (tab.old.text(), tab.new.text(), tab.says.text()) == ("", "", "")
    assert staff.knock(store, people[0].uuid, "9753").staff is not None
    assert staff.knock(store, people[1].uuid, "1357").staff is not None


def test_a_pin_that_is_not_four_digits_is_refused_in_place(qtbot, store, people, tab_of):
    tab = tab_of()
    type_pins(tab, "2580", "97", "97")
    qtbot.waitUntil(lambda: "four digits" in tab.says.text())
    assert staff.knock(store, people[0].uuid, "2580").staff is not None
