"""Fixtures that dress the application for a test and end what ran in the background; a folder's conftest takes them in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workstation.gui.background import Background
from workstation.gui.style.look import Look


@pytest.fixture(autouse=True)
def nothing_runs_on(qapp: QApplication) -> Iterator[None]:
    """Background work ends with its test."""
    yield
    Background.of(qapp).wait()
    qapp.processEvents()


@pytest.fixture
def wear(qapp: QApplication) -> Callable[..., Look]:
    """Dress the application for this test: ``wear("dim", "ar")``."""
    worn: list[Look] = []

    def dress(theme: str = "daylight", language: str = "en", percent: int = 100) -> Look:
        look = Look(theme, language, percent)
        look.wear(qapp)
        worn.append(look)  # widgets hold signals of it: it must live as long as they do
        return look

    return dress


@pytest.fixture
def look(wear: Callable[..., Look]) -> Look:
    return wear()
