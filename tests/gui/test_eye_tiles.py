"""The eye tile in every state, and the pictures that no theme may touch."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from support.drawn import a_flat_eye, a_fundus, a_tile

from resources.terms import Field, Laterality
from workstation.gui.style.eyes import (
    EyeTile,
    Sharpness,
    TileState,
    accessible_text,
    expected,
    paint_eye_pair,
    paint_eye_tile,
)
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.style.tokens import Theme, tokens
from workstation.gui.words import Words

R, L = Laterality.RIGHT, Laterality.LEFT
EN = Words("en")
GOOD = EyeTile(R, Field.MACULA, sharpness=Sharpness.GOOD)
SPOKEN = [
    (expected(L, Field.DISC), "OS disc, still to come"),
    (EyeTile(L, Field.DISC, TileState.ARRIVING), "OS disc, arriving"),
    (GOOD, "OD macula, sharp"),
    (replace(GOOD, sharpness=Sharpness.BLURRED), "OD macula, blurred, retake?"),
    (EyeTile(L, Field.MACULA, sharpness=Sharpness.UNGRADABLE), "OS macula, ungradable"),
    (EyeTile(None, None), "Which eye?"),
    (replace(GOOD, sharpness=None), "OD macula"),
    (EyeTile(R, state=TileState.FORWARD_ONLY), "Camera-private picture, will be sent on"),
    (replace(GOOD, confirmed=3, pictures=4), "OD macula, sharp, 3 of 4 at HQ"),
    (replace(GOOD, confirmed=4, pictures=4), "OD macula, sharp, at headquarters"),
]


def painted(tile: EyeTile, theme: Theme, side: int = 104) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_eye_tile(painter, QRectF(0, 0, side, side), tile, theme)
    painter.end()
    return image


def themes() -> list[Theme]:
    return list(tokens().themes.values())


@pytest.mark.parametrize(("tile", "sentence"), SPOKEN, ids=[row[1] for row in SPOKEN])
def test_every_state_is_a_sentence(tile: EyeTile, sentence: str) -> None:
    assert accessible_text(tile, EN) == sentence


@pytest.mark.parametrize("language", ["ar", "hi"])
def test_every_state_is_a_sentence_in_every_language(language: str) -> None:
    assert all(accessible_text(tile, Words(language)) for tile, _ in SPOKEN)


@pytest.mark.hazard("HZ-10")
@pytest.mark.parametrize("side", [48, 64, 104, 152])
def test_no_theme_touches_the_pixels_of_an_eye(qapp: object, side: int) -> None:
    tile = EyeTile(R, picture=a_fundus())
    daylight, dim = (painted(tile, theme, side) for theme in themes())
    reach = range(round(side * 0.25), round(side * 0.75))

    for x in reach:
        for y in reach:
            assert daylight.pixel(x, y) == dim.pixel(x, y)


@pytest.mark.hazard("HZ-10")
def test_a_picture_keeps_its_colour_at_full_strength(qapp: object) -> None:
    for theme in themes():
        image = painted(EyeTile(R, picture=QImage(a_flat_eye("#B04030").copy(0, 0, 40, 40))), theme)
        assert image.pixelColor(52, 52) == QColor("#B04030")


def test_a_missing_picture_is_light_and_a_picture_sits_in_the_dark(qapp: object) -> None:
    day = tokens().themes["daylight"]

    assert painted(expected(R), day).pixelColor(52, 52) == day.colour("sunken")
    assert painted(a_tile(R), day).pixelColor(4, 52) == day.colour("well")


def test_the_ring_grows_clockwise_from_twelve_with_confirmed_pictures_only(qapp: object) -> None:
    theme = tokens().themes["daylight"]
    green = theme.mark(Status.OK, on_well=True)
    side, edge = 104, 104 - 4
    half = painted(EyeTile(R, picture=a_fundus(), confirmed=1, pictures=2), theme, side)
    none = painted(EyeTile(R, picture=a_fundus()), theme, side)

    assert half.pixelColor(edge, side // 2 - 8) == green
    assert half.pixelColor(3, side // 2) != green
    assert none.pixelColor(edge, side // 2 - 8) != green


def test_every_state_looks_different_without_its_colour(qapp: object) -> None:
    tiles = [tile if tile.state is not TileState.HERE else replace(tile, picture=a_fundus()) for tile, _ in SPOKEN]
    for theme in themes():
        grey = {
            bytes(painted(tile, theme, 64).convertToFormat(QImage.Format.Format_Grayscale8).constBits())
            for tile in tiles
        }
        assert len(grey) == len(tiles)


@pytest.mark.hazard("HZ-02")
def test_an_eye_that_nobody_stated_has_no_place_in_a_pair(qapp: object) -> None:
    image = QImage(110, 52, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    with pytest.raises(ValueError, match="unknown eye"):
        paint_eye_pair(painter, QRectF(0, 0, 110, 52), (EyeTile(None), expected(L)), tokens().themes["dim"])
    painter.end()


def test_a_headshot_is_darker_in_dim_and_initials_stand_in_for_it(wear: Callable[..., Look]) -> None:
    photo = a_flat_eye("#C0C0C0")
    look = wear("daylight")
    bright = look.face(photo, "Mary Thomas", 48).toImage().pixelColor(24, 10).value()
    look.switch_theme("dim")
    dark = look.face(photo, "Mary Thomas", 48).toImage().pixelColor(24, 10).value()

    assert dark == pytest.approx(bright * 0.82, abs=3)
    assert not look.face(None, "Mary Thomas", 48).isNull()
