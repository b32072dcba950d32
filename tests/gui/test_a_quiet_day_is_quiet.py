"""Warnings are a budget: no dialog opens by itself, and what is known is not said again at each refresh (HZ-11)."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from support.grading import LEFT, RIGHT, a_picture, icdr
from support.screens import a_desk
from support.stations import Clock, lakshmi

import workstation
from resources.store import opinions, patients
from resources.store.opinions import Said
from resources.terms import Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.referrals.page import ReferralsPage
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.status import Status

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
