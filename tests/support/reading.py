"""Somebody reads and grades on the Read page, by keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pydicom.dataset import Dataset
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.data_sets import EXPLICIT, a_file
from support.drawn import a_fundus
from support.screens import a_desk, receive
from support.stations import FROM_CAMERA, a_store

from resources.grading.schemes import ICDR, Scheme
from resources.store import filing, opinions
from resources.store.opinions import OpinionRow
from resources.store.rows import PatientRow
from resources.store.store import Store
from resources.terms import Laterality, Origin
from resources.wire.part10 import header_of
from workstation.gui.style.look import Look
from workstation.gui.viewer.page import ViewerPage
from workstation.gui.viewer.pane import EyePane


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
    actor: str = "Anjali Kumari", *, decoder: Any = None, originals: Any = None,
) -> ViewerPage:  # fmt: skip
    """The page with that person open and Confirm awake."""
    desk = replace(a_desk(qtbot, store, look, decoder), actor=lambda: actor)
    page = ViewerPage(desk, scheme, originals)
    qtbot.addWidget(page)
    page.resize(1278, 724)
    page.show()
    page.open_person(person.uuid, people)
    qtbot.waitUntil(lambda: page.shown is not None)
    page.signing.rest.stop()
    return page


def keep(store: Store, ds: Dataset, person: PatientRow, syntax: str = EXPLICIT) -> str:
    """An instance of somebody's comes from the OCT; its UID."""
    data = a_file(ds, syntax).getvalue()
    blob = store.vault.admit(data)
    with store.write(Origin.CAMERA, "camera:OCT1") as unit:
        return filing.file_for(unit, person.uuid, header_of(BytesIO(data)), blob, FROM_CAMERA).instance_uid


def grey_of(pane: EyePane) -> int:
    """How bright the middle of what it shows is."""
    shown = pane.viewport().grab().toImage()
    return int(shown.pixelColor(shown.width() // 2, shown.height() // 2).red())


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
