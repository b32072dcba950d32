"""Somebody reads and grades on the Read page, by keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.drawn import a_fundus
from support.screens import a_desk, receive
from support.stations import a_store

from resources.grading.schemes import ICDR, Scheme
from resources.store import opinions
from resources.store.opinions import OpinionRow
from resources.store.rows import PatientRow
from resources.store.store import Store
from resources.terms import Laterality
from workstation.gui.style.look import Look
from workstation.gui.viewer.page import ViewerPage


def a_pair(store: Store, person: PatientRow, patient: int = 1) -> None:
    receive(store, a_fundus(), owner=person, patient=patient, number=patient * 10 + 1, eye="R")
    receive(store, a_fundus(Laterality.LEFT), owner=person, patient=patient, number=patient * 10 + 2, eye="L")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A station whose clock stands at nine o'clock."""
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_page(qtbot: Any, store: Store, wear: Callable[..., Look]) -> Callable[..., ViewerPage]:
    """``open_page(person, people, language)``: the Read page in the dark room."""
    kept: list[ViewerPage] = []

    def make(person: PatientRow, people: Any = (), language: str = "en", **more: Any) -> ViewerPage:
        page = read_page(qtbot, store, wear("dim", language), person, people, **more)
        kept.append(page)  # a page lives as long as its test
        return page

    return make


def read_page(
    qtbot: Any, store: Store, look: Look, person: PatientRow, people: Any = (), scheme: Scheme = ICDR,
    actor: str = "Anjali Kumari", *, decoder: Any = None,
) -> ViewerPage:  # fmt: skip
    """The page with that person open and Confirm awake."""
    desk = replace(a_desk(qtbot, store, look, decoder), actor=lambda: actor)
    page = ViewerPage(desk, scheme)
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    page.open_person(person.uuid, people)
    qtbot.waitUntil(lambda: page.shown is not None)
    page.signing.rest.stop()
    return page


def press(page: ViewerPage, *keys: Any) -> None:
    """Keys in a row; one in a tuple goes with Shift."""
    for key in keys:
        is_shifted = isinstance(key, tuple)
        shift = Qt.KeyboardModifier.ShiftModifier if is_shifted else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(page, key[0] if is_shifted else key, shift)


def grade_both(page: ViewerPage) -> None:
    """OD 2 with oedema 1, OS 0 with oedema 0."""
    press(page, Qt.Key.Key_2, (Qt.Key.Key_1,))
    page.switch_eye()
    press(page, Qt.Key.Key_0, (Qt.Key.Key_0,))


def said(store: Store, person: PatientRow) -> list[OpinionRow]:
    with store.read() as unit:
        return opinions.of_patient(unit, person.uuid)


def toast_of(page: ViewerPage) -> str:
    return page._desk.toast._sentence.text()
