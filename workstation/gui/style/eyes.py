"""The eye tile: one square of one eye, in every state, and the pair with OD on the screen's left. Guesses no eye.

Nothing here changes a pixel of a picture: it is scaled, clipped to its circle and drawn at full opacity in every
theme (HZ-10). No coordinate is ever mirrored, in any language (HZ-14).
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from resources.terms import Field, Laterality
from workstation.gui import claims
from workstation.gui.claims import Say
from workstation.gui.style.marks import TOP, paint_mark, round_pen
from workstation.gui.style.status import Status
from workstation.gui.style.tokens import Theme


class TileState(StrEnum):
    """What is known of the picture's bytes."""

    EXPECTED = "expected"
    ARRIVING = "arriving"
    HERE = "here"
    REPORT = "report"
    PREVIEW = "preview"  # only a small picture of it: never sharp, never at headquarters by its own right (HZ-09)
    LEFT = "left"  # the same of an original that was here and is at headquarters now
    FORWARD_ONLY = "forward-only"  # also a picture that cannot be decoded: never an empty tile


SMALL = {TileState.PREVIEW, TileState.LEFT}
"""What is shown is not the picture itself."""


class Sharpness(StrEnum):
    """The measured hint, or nothing when it was not measured."""

    GOOD = "good"
    BLURRED = "blurred"
    UNGRADABLE = "ungradable"


BADGES = {
    Sharpness.GOOD: Status.OK,
    Sharpness.BLURRED: Status.WARN,
    Sharpness.UNGRADABLE: Status.NO,
}


@dataclass(frozen=True)
class EyeTile:
    """One tile. ``eye`` is ``None`` when nobody stated it. ``confirmed`` of ``pictures`` are at headquarters."""

    eye: Laterality | None
    field: Field | None = None
    state: TileState = TileState.HERE
    sharpness: Sharpness | None = None
    picture: QImage | None = None
    confirmed: int = 0
    pictures: int = 1
    uid: str = ""
    selected: bool = False
    phase: float = 0.0
    is_contradicted: bool = False
    """Whether the picture itself seems to show the other eye (HZ-13): a question, never a change."""

    @property
    def is_unknown(self) -> bool:
        """Whether a picture is here whose eye nobody stated."""
        return self.eye is None and self.state in (TileState.HERE, TileState.FORWARD_ONLY)

    @property
    def badge(self) -> Status | None:
        """The mark in the corner."""
        if self.state is TileState.PREVIEW:
            return Status.WAIT
        if self.state is not TileState.HERE:
            return None
        if self.is_unknown or self.is_contradicted:
            return Status.UNKNOWN
        return BADGES[self.sharpness] if self.sharpness else None


def expected(eye: Laterality, field: Field | None = None) -> EyeTile:
    """A place of the protocol that still has to be taken."""
    return EyeTile(eye, field, TileState.EXPECTED)


def _subject(tile: EyeTile, say: Say) -> str:
    eye = tile.eye.eye if tile.eye else ""
    field = say(f"field.{tile.field.value}") if tile.field else ""
    return " ".join(part for part in (eye, field) if part) or say("eye.picture")


def _state_words(tile: EyeTile, say: Say) -> str:
    if tile.state is TileState.EXPECTED:
        return say("tile.expected", what=_subject(tile, say))
    if tile.state is TileState.ARRIVING:
        return say("tile.arriving", what=_subject(tile, say))
    if tile.state in SMALL:
        return claims.tile_preview(_subject(tile, say), say, has_left=tile.state is TileState.LEFT)
    if tile.state in (TileState.FORWARD_ONLY, TileState.REPORT):
        return say(f"tile.{tile.state.value}")
    if tile.is_unknown:
        return say("tile.which-eye")
    return _seen_words(tile, say)


def _seen_words(tile: EyeTile, say: Say) -> str:
    if tile.is_contradicted:
        return say("tile.check-eye", what=_subject(tile, say))
    if tile.sharpness is None:
        return _subject(tile, say)
    return say(f"tile.{tile.sharpness.value}", what=_subject(tile, say))


def accessible_text(tile: EyeTile, say: Say) -> str:
    """The tile as a sentence for a screen reader, as in design-system section 6."""
    return claims.tile(_state_words(tile, say), tile.confirmed, tile.pictures, say)


def _padding(size: float) -> int:
    return max(4, round(0.075 * size))


def _paint_well(painter: QPainter, rect: QRectF, tile: EyeTile, theme: Theme) -> None:
    if tile.state is TileState.EXPECTED:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("well"))
    painter.drawRoundedRect(rect, 8, 8)


def _paint_dashes(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """The circle of what is still to come."""
    small = rect.width() < 40
    width = 1.2 if small else 1.5
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Qt counts dashes in pen widths
    pen.setDashPattern([2.2 / width, 2.6 / width] if small else [4 / width, 4 / width])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.center(), radius - 1, radius - 1)


def _paint_arriving(painter: QPainter, rect: QRectF, tile: EyeTile, radius: float, theme: Theme) -> None:
    circle = QRectF(0, 0, 2 * radius, 2 * radius)
    circle.moveCenter(rect.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("well-line"), 2))
    painter.drawEllipse(circle)
    painter.setPen(round_pen(theme.mark(Status.BUSY, on_well=True), 3))
    painter.drawArc(circle, TOP - round(tile.phase * 360 * 16), -225 * 16)
    if rect.width() < 40:
        return
    x, y = rect.center().x(), rect.center().y()
    painter.setPen(round_pen(theme.mark(Status.BUSY, on_well=True), 1.75))
    painter.drawLine(QPointF(x, y - 7), QPointF(x, y + 7))
    painter.drawPolyline([QPointF(x - 5, y + 2), QPointF(x, y + 7), QPointF(x + 5, y + 2)])


def _near(picture: QImage, factor: float) -> QImage:
    """A picture that bilinear scaling can shrink without skipping pixels: at most twice the size it is drawn at."""
    if factor >= 0.5:
        return picture
    width = max(1, round(picture.width() * factor * 2))
    return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def _paint_picture(painter: QPainter, rect: QRectF, tile: EyeTile, radius: float, theme: Theme) -> None:
    if tile.picture is None or tile.picture.isNull():  # still being decoded
        painter.setPen(QPen(theme.colour("well-line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.center(), radius, radius)
        return
    circle = QPainterPath()
    circle.addEllipse(rect.center(), radius, radius)
    side = 2 * radius + 2
    scaled = tile.picture.size().toSizeF()
    factor = side / min(scaled.width(), scaled.height())
    place = QRectF(0, 0, scaled.width() * factor, scaled.height() * factor)
    place.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    painter.drawImage(place, _near(tile.picture, factor * painter.device().devicePixelRatioF()))
    painter.restore()
    if tile.state in SMALL:
        _paint_dashes(painter, rect, radius, theme.colour("well-text2"))


def _paint_forward_only(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    pad = _padding(rect.width())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1B2026"))  # design-system section 6
    painter.drawRoundedRect(rect.adjusted(pad, pad, -pad, -pad), 4, 4)
    size = min(24.0, rect.width() * 0.5)
    painter.save()
    painter.translate(rect.center().x() - size / 2, rect.center().y() - size / 2)
    painter.scale(size / 24, size / 24)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(theme.colour("well-text2"), 1.75))
    painter.drawPolyline(
        [QPointF(x, y) for x, y in ((14, 3), (5, 3), (5, 21), (19, 21), (19, 8), (14, 3), (14, 8), (19, 8))]
    )
    painter.restore()


def _paint_ring(painter: QPainter, rect: QRectF, tile: EyeTile, theme: Theme) -> None:
    if not tile.confirmed or tile.state is TileState.EXPECTED:
        return
    radius = rect.width() / 2 - _padding(rect.width()) / 2
    circle = QRectF(0, 0, 2 * radius, 2 * radius)
    circle.moveCenter(rect.center())
    width = max(2.0, 0.035 * rect.width())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(theme.mark(Status.OK, on_well=True), width, Qt.PenCapStyle.FlatCap))
    painter.drawArc(circle, TOP, -round(min(1.0, tile.confirmed / max(1, tile.pictures)) * 360 * 16))


def _paint_badge(painter: QPainter, rect: QRectF, badge: Status, theme: Theme) -> None:
    disc, mark = (22, 18) if rect.width() >= 64 else (18, 14)
    spot = QRectF(rect.right() - 2 - disc, rect.bottom() - 2 - disc, disc, disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("well"))
    painter.drawEllipse(spot)
    inset = (disc - mark) / 2
    paint_mark(painter, spot.adjusted(inset, inset, -inset, -inset), badge, theme, on_well=True)


def _paint_edges(painter: QPainter, rect: QRectF, tile: EyeTile, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tile.is_unknown:
        pen = QPen(theme.mark(Status.UNKNOWN, on_well=True), 1.5)
        pen.setDashPattern([3 / 1.5, 3 / 1.5])
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 7.25, 7.25)
    if tile.selected:
        painter.setPen(QPen(theme.mark(Status.BUSY, on_well=True), 2))
        painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), 12, 12)


def paint_eye_tile(painter: QPainter, rect: QRectF, tile: EyeTile, theme: Theme) -> None:
    """The tile in a square, in the order of design-system section 6. The same for widgets, lists and paper."""
    radius = rect.width() / 2 - _padding(rect.width())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _paint_well(painter, rect, tile, theme)
    if tile.state is TileState.EXPECTED:
        _paint_dashes(painter, rect, radius, theme.colour("line-strong"))
    elif tile.state is TileState.ARRIVING:
        _paint_arriving(painter, rect, tile, radius, theme)
    elif tile.state in (TileState.FORWARD_ONLY, TileState.REPORT):
        _paint_forward_only(painter, rect, theme)
    else:
        _paint_picture(painter, rect, tile, radius, theme)
    _paint_ring(painter, rect, tile, theme)
    if tile.badge and rect.width() >= 40:
        _paint_badge(painter, rect, tile.badge, theme)
    _paint_edges(painter, rect, tile, theme)
    painter.restore()


def pair_gap(size: float) -> int:
    """The room between OD and OS: 4 for the smallest tiles, 6 to 64, 8 above."""
    if size < 40:
        return 4
    return 6 if size <= 64 else 8


def pair_width(size: float) -> float:
    """How wide a pair of that tile size is."""
    return 2 * size + pair_gap(size)


def paint_eye_pair(painter: QPainter, rect: QRectF, pair: tuple[EyeTile, EyeTile], theme: Theme) -> None:
    """OD on the screen's left, OS on its right, in a rect of ``pair_width(h)`` by h. A tile with another eye is our bug."""
    right, left = pair
    if right.eye is not Laterality.RIGHT or left.eye is not Laterality.LEFT:
        raise ValueError("a pair is (OD, OS); a picture of another or unknown eye has no place in it")
    side = rect.height()
    paint_eye_tile(painter, QRectF(rect.x(), rect.y(), side, side), right, theme)
    second = rect.x() + side + pair_gap(side)
    paint_eye_tile(painter, QRectF(second, rect.y(), side, side), left, theme)


def turn(milliseconds: int) -> float:
    """Where the arriving arc stands after so many ms: one turn a second."""
    return math.fmod(milliseconds / 1000, 1.0)
