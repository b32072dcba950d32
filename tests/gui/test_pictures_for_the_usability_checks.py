"""The pictures for checks U2, U3 and U5 of hazards.md section 6: somebody who has not seen the screens answers from them.

``EYECAMP_PICTURES=folder`` keeps them, in both themes and three languages; without it one of each is made and looked at by the
test. What is planted is said in each test, so that an answer can be compared.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.camp import Camp, a_camp, photograph
from support.drawn import a_flat_eye, a_fundus
from support.grading import icdr
from support.reading import read_page
from support.screens import a_desk, colours_of, is_blue, is_red, receive

from resources.store import opinions
from resources.store.opinions import Said
from resources.terms import Field, Laterality, Origin
from workstation.gui.bridge import FeedBridge
from workstation.gui.reports.day import Kind
from workstation.gui.reports.page import DayEndPage
from workstation.gui.style.look import Look

KEPT = os.environ.get("EYECAMP_PICTURES", "")
LOOKS = [(theme, language) for theme in ("daylight", "dim") for language in ("en", "hi", "ar")]
SIZE = (1366, 768)


@pytest.fixture(params=LOOKS if KEPT else LOOKS[:1], ids="-".join)
def dressed(request: pytest.FixtureRequest, wear: Callable[..., Look]) -> Look:
    return wear(*request.param)


@pytest.fixture
def camp(tmp_path: Path) -> Any:
    made = a_camp(tmp_path, 6)
    yield made
    made.store.close()


@pytest.fixture
def keep(dressed: Look, tmp_path: Path) -> Callable[[str, QImage], QImage]:
    """The picture as a file; it is read again from there."""
    folder = Path(KEPT) if KEPT else tmp_path

    def save(name: str, image: QImage) -> QImage:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}-{'dim' if dressed.theme.is_dim else 'daylight'}-{dressed.words.language}.png"
        assert image.save(str(path))
        return QImage(str(path))

    return save


def shown(qtbot: QtBot, page: QWidget) -> QWidget:
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    return page


@pytest.mark.hazard("HZ-14")
def test_u2_which_eye(qtbot: QtBot, dressed: Look, camp: Camp, keep: Callable[..., QImage]) -> None:
    """The right eye is red, the left one blue; of a third picture, grey, nobody has said which eye it is."""
    for number, (eye, colour) in enumerate((("R", "#E01010"), ("L", "#1010E0"), ("", "#808080")), 90):
        receive(camp.store, a_flat_eye(colour), owner=camp.people[0], number=number, eye=eye, lossless=True)
    page = read_page(qtbot, camp.store, dressed, camp.people[0])
    page.resize(*SIZE)
    qtbot.waitUntil(lambda: not page.right.is_blank and not page.left.is_blank)
    image = keep("U2-pair", page.grab().toImage())
    assert 0 < colours_of(image, is_red)[1] < colours_of(image, is_blue)[1]
    for name, veil in (("U5-sun", QColor(255, 255, 255, 102)), ("U5-dark", QColor(0, 0, 0, 178))):
        under = keep(name, _under(image, veil))
        assert under != image


def _under(image: QImage, veil: QColor) -> QImage:
    """Sun on the screen: a white veil of 40 %; a screen turned down to 30 %: black over the rest."""
    made = image.copy()
    painter = QPainter(made)
    painter.fillRect(made.rect(), veil)
    painter.end()
    return made


@pytest.mark.hazard("HZ-04")
def test_u3_who_may_go_home(qtbot: QtBot, dressed: Look, camp: Camp, keep: Callable[..., QImage]) -> None:
    """Planted: Lakshmi urgent and not told; Mary without a left eye; Sunita with an eye nobody stated; a picture of nobody;
    Omar not graded."""
    both = (Field.MACULA, Field.DISC)
    uids = photograph(camp, 0, "RL", both)
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        said = [Said(Laterality.RIGHT, icdr("4"), uids[0]), Said(Laterality.LEFT, icdr("0"), uids[1])]
        opinions.sign(unit, camp.people[0].uuid, camp.clock().date(), said)
    photograph(camp, 1, "R", both)
    photograph(camp, 2, "?", both)
    photograph(camp, 3, "RL", both)
    receive(camp.store, a_fundus(), number=95, patient=9, eye="R", PatientID="", PatientName="")
    page = DayEndPage(a_desk(qtbot, camp.store, dressed), FeedBridge(), camp.read_levels)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.shown is not None)
    for _ in range(3):  # lines are shown, measured and laid out by events that are posted
        QApplication.processEvents()
    ends = page.shown.ends if page.shown else ()
    assert ends[0].kind is Kind.UNTOLD
    assert {end.kind for end in ends} >= {Kind.UNTOLD, Kind.MISSING, Kind.WHICH_EYE, Kind.INBOX, Kind.UNGRADED}
    assert keep("U3-day", page.grab().toImage()).size() == page.size()
