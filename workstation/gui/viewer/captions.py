"""What is written over a pane: the eye, the time, a notice, a panel for what cannot be shown, the frame of the active eye.

Left-to-right in every language; only the words are translated. Painted over the picture's ground, never into the picture.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from workstation.gui.style.icons import paint_icon
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_mark
from workstation.gui.style.status import Status

PANEL = QColor("#1B2026")  # design-system section 6, forward only
DASHES = QColor("#5A646F")
PALE = QColor("#C9CED6")
QUIET = QColor("#A0A9B4")
WHEN_GROUND = QColor(11, 13, 16, 215)
PAPER_GROUND = QColor("#0B0D10")  # well, in both themes
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE, ABSOLUTE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True, slots=True)
class Caption:
    """The eye top left and its word, a note below, a notice top right, and what is said where there is no picture."""

    eye: str = ""
    word: str = ""
    note: str = ""
    corner: str = ""
    status: Status | None = None
    empty: str = ""
    spoken: str = ""
    when: tuple[str, str] = ("", "")
    """Where two visits are compared: which of them, large, and a line below it."""
    is_earlier: bool = False
    is_at_end: bool = False
    """Written on the right: the left belongs to the other one."""
    is_on_paper: bool = False
    """Of a page: in one line above it, for there is nothing on a report that may be covered."""


def band(look: Look) -> int:
    """How high the line above a page is."""
    return look.line("screen") + 20


def paint_caption(painter: QPainter, area: QRectF, caption: Caption, look: Look) -> None:
    """The texts at the edges of the pane."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QRectF(16, 10, area.width() - 32, look.line("screen"))
    if caption.when[0]:
        _paint_when(painter, area, caption, look)
        return
    strong = look.font("screen")
    across = QFontMetrics(strong).horizontalAdvance(caption.eye)
    if caption.is_on_paper:
        painter.fillRect(QRectF(0, 0, area.width(), band(look)), PAPER_GROUND)
    _write(painter, line, caption.eye, (strong, PALE), LEFT)
    word = line.adjusted(across + 8 if across else 0, 2, 0, 2)
    _write(painter, word, caption.word, (look.font("body"), PALE), LEFT)
    below = QRectF(16, area.height() - 34, area.width() - 32, look.line("label"))
    _write(painter, below, caption.note, (look.font("label"), QUIET), LEFT)
    _paint_corner(painter, line, caption, look)


def _paint_when(painter: QPainter, area: QRectF, caption: Caption, look: Look) -> None:
    """Then or now: the eye, the day in large words on a ground of their own, and a dashed frame round what is old."""
    side = RIGHT if caption.is_at_end else LEFT
    below = look.words.join([f"{caption.eye} {caption.word}", caption.when[1], caption.corner])
    texts = (
        (caption.when[0], look.strong("section"), PALE, look.line("section")),
        (below, look.font("label"), PALE, look.line("label")),
    )
    wide = max(QFontMetrics(font).horizontalAdvance(text) for text, font, _, _ in texts)
    ground = QRectF(8, 8, min(wide + 16, area.width() - 16), sum(high for *_, high in texts) + 8)
    if caption.is_at_end:
        ground.moveRight(area.width() - 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WHEN_GROUND)
    painter.drawRoundedRect(ground, 8, 8)
    top = ground.y() + 4
    for text, font, colour, high in texts:
        place = QRectF(ground.x() + 8, top, ground.width() - 16, high)
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        _write(painter, place, cut, (font, colour), side)
        top += high
    bottom = QRectF(16, area.height() - 34, area.width() - 32, look.line("label"))
    _write(painter, bottom, caption.note, (look.font("label"), QUIET), side)
    if caption.is_earlier:
        pen = QPen(PALE, 3)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(2, 2, -2, -2))


def _write(painter: QPainter, place: QRectF, text: str, ink: tuple[QFont, QColor], side: Qt.AlignmentFlag) -> None:
    font, colour = ink
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, side | MIDDLE | ABSOLUTE | Qt.TextFlag.TextDontClip, text)


def _paint_corner(painter: QPainter, line: QRectF, caption: Caption, look: Look) -> None:
    font = look.strong("label")
    _write(painter, line, caption.corner, (font, PALE), RIGHT)
    if caption.status:
        wide = QFontMetrics(font).horizontalAdvance(caption.corner)
        spot = QRectF(line.right() - wide - 24, line.center().y() - 8, 16, 16)
        paint_mark(painter, spot, caption.status, look.theme, on_well=True)


def paint_band(painter: QPainter, area: QRectF, text: str, look: Look) -> None:
    """Across the whole pane, above the note: what is shown is not the picture itself (HZ-09)."""
    font, high = look.strong("label"), look.line("label") + 12
    band = QRectF(area.x(), area.bottom() - 40 - high, area.width(), high)
    painter.fillRect(band, WHEN_GROUND)
    wide = QFontMetrics(font).horizontalAdvance(text)
    place = QRectF(band.center().x() - wide / 2, band.y(), wide + 4, high)
    _write(painter, place, text, (font, PALE), LEFT)
    paint_mark(painter, QRectF(place.x() - 24, band.center().y() - 8, 16, 16), Status.WARN, look.theme, on_well=True)


def paint_panel(painter: QPainter, area: QRectF, sentences: tuple[str, str], look: Look) -> None:
    """In place of what cannot be shown: what it is, and the key that is the next step."""
    panel = QRectF(0, 0, min(look.px(340), area.width() - 48), look.px(208))
    panel.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PANEL)
    painter.drawRoundedRect(panel, 12, 12)
    paint_icon(painter, QRectF(panel.center().x() - 20, panel.y() + 28, 40, 40), "file", QUIET)
    painter.setFont(look.font("body"))
    painter.setPen(PALE)
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(panel.adjusted(20, 80, -20, -44), centred | Qt.AlignmentFlag.AlignTop, sentences[0])
    painter.setPen(QUIET)
    painter.drawText(panel.adjusted(20, 80, -20, -16), centred | Qt.AlignmentFlag.AlignBottom, sentences[1])


def paint_nothing(painter: QPainter, area: QRectF, sentence: str, look: Look) -> None:
    """A dashed circle where a picture would be."""
    radius = min(area.width(), area.height()) * 0.3
    pen = QPen(DASHES, 1.5)
    pen.setDashPattern([4, 4])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area.center(), radius, radius)
    painter.setFont(look.font("body"))
    painter.setPen(QUIET)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, sentence)


def paint_frame(painter: QPainter, area: QRectF, look: Look) -> None:
    """The inner edge of the active eye."""
    painter.setPen(QPen(look.theme.mark(Status.BUSY, on_well=True), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(1, 1, -1, -1))
