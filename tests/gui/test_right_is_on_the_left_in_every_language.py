"""HZ-14: OD stands on the screen's left, and no picture is mirrored, in every language and on every surface."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.drawn import a_flat_eye

from resources.terms import Laterality
from workstation.gui.style.eye_pair import EyePair
from workstation.gui.style.eyes import EyeTile
from workstation.gui.style.look import Look
from workstation.gui.style.people import (
    BoardCardDelegate,
    PeopleModel,
    PersonCard,
    PersonDelegate,
    ReadCardDelegate,
    RowDelegate,
)

pytestmark = pytest.mark.hazard("HZ-14")
RED, BLUE = "#E00000", "#0000E0"


def tiles() -> tuple[EyeTile, EyeTile]:
    return (
        EyeTile(Laterality.RIGHT, picture=a_flat_eye(RED)),
        EyeTile(Laterality.LEFT, picture=a_flat_eye(BLUE)),
    )


def middle_of(image: QImage, *, red: bool) -> float:
    """The mean x of the red, or of the blue, pixels."""
    columns = []
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            one, other = (colour.red(), colour.blue()) if red else (colour.blue(), colour.red())
            if one > 180 and other < 60 and colour.green() < 60:
                columns.append(x)
    assert columns, "the picture is not on the screen"
    return sum(columns) / len(columns)


def arrow_points_right(image: QImage, left: int, right: int) -> bool:
    """In an unmirrored arrow the white is taller at its right end."""

    def height(x: int) -> int:
        return sum(
            image.pixelColor(x, y).value() > 200 and image.pixelColor(x, y).saturation() < 40
            for y in range(image.height())
        )

    width = right - left
    tail = max(height(x) for x in range(left + width // 4 + 2, left + width // 2))
    head = max(height(x) for x in range(left + width // 2, right - width // 5))
    return head > tail


def grabbed_on(page: QWidget, widget: QWidget, qtbot: QtBot) -> QImage:
    column = QVBoxLayout(page)
    column.addWidget(widget)
    qtbot.addWidget(page)
    page.resize(520, 260)
    page.show()
    qtbot.waitExposed(page)
    return widget.grab().toImage()


@pytest.mark.parametrize("language", ["en", "hi", "ar"])
@pytest.mark.parametrize("size", [48, 64, 104])
def test_the_pair_widget_keeps_the_right_eye_on_the_left(
    wear: Callable[..., Look], qtbot: QtBot, language: str, size: int
) -> None:
    page = QWidget()
    pair = EyePair(wear("daylight", language), size, labels="eye")
    right, left = tiles()
    pair.show_tiles([right], [left])

    image = grabbed_on(page, pair, qtbot)

    assert middle_of(image, red=True) < middle_of(image, red=False)
    assert arrow_points_right(image, 0, size)
    assert pair.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("language", ["en", "hi", "ar"])
@pytest.mark.parametrize("kind", [BoardCardDelegate, ReadCardDelegate, RowDelegate])
def test_every_card_keeps_the_right_eye_on_the_left(
    wear: Callable[..., Look], qtbot: QtBot, language: str, kind: type[PersonDelegate]
) -> None:
    look = wear("daylight", language)
    page, view, model, delegate = QWidget(), QListView(), PeopleModel(look), kind(look)
    right, left = tiles()
    model.show([PersonCard("1", "Mary Thomas", "66 F", "C7A-00031-4", od=right, os=left)])
    view.setModel(model)
    view.setItemDelegate(delegate)

    image = grabbed_on(page, view, qtbot)

    assert middle_of(image, red=True) < middle_of(image, red=False)


def test_the_rest_of_the_card_does_mirror(wear: Callable[..., Look], qtbot: QtBot) -> None:
    sides = []
    for language in ("en", "ar"):
        look = wear("daylight", language)
        page, view, model, delegate = QWidget(), QListView(), PeopleModel(look), RowDelegate(look)
        right, left = tiles()
        model.show([PersonCard("1", "Mary Thomas", photo=a_flat_eye("#00C000"), od=right, os=left)])
        view.setModel(model)
        view.setItemDelegate(delegate)
        image = grabbed_on(page, view, qtbot)
        greens = [
            x
            for x in range(image.width())
            for y in range(0, image.height(), 4)
            if image.pixelColor(x, y).name() == "#00c000"
        ]
        sides.append(sum(greens) / len(greens) < image.width() / 2)

    assert sides == [True, False]


def test_a_left_eye_under_od_is_refused(look: Look, qtbot: QtBot) -> None:
    pair = EyePair(look, 48)
    qtbot.addWidget(pair)
    right, left = tiles()
    with pytest.raises(ValueError, match="only right eyes"):
        pair.show_tiles([left], [right])
