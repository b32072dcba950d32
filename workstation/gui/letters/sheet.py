"""The letter on A4, black on white: face, name and number on every page, the right eye on the left (HZ-14, HZ-28).

Painted from one frozen text and the pictures that belong to it; it reads nothing and decides nothing. A picture is scaled,
never turned, flipped or brightened.
"""

from collections.abc import Callable
from dataclasses import dataclass

import segno
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QTextOption

from workstation.gui.letters.text import EyeText, LetterText
from workstation.gui.paper import A4, Paper
from workstation.gui.style.tokens import tokens
from workstation.gui.words import RIGHT_TO_LEFT

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 16.0
FACE, PICTURE, GAP = 26.0, 76.0, 6.0
PIXELS = 900
"""The longer edge of a picture on paper: 300 dots per inch."""
INK, SECOND, LINE = QColor("#000000"), QColor("#333333"), QColor("#777777")


@dataclass(frozen=True)
class Pictures:
    """The face and the eyes, where they could be decoded."""

    face: QImage | None = None
    right: QImage | None = None
    left: QImage | None = None


def paper_of(text: LetterText, pictures: Pictures) -> Paper:
    """The letter as something to be printed."""
    return Paper(text.number, A4, lambda painter, dots, turn: Sheet(painter, dots, text, pictures, turn).paint())


def page_images(text: LetterText, pictures: Pictures, dpi: int = 100) -> list[QImage]:
    """The same pages as pictures, e.g. for a look before printing."""
    size = QSize(round(WIDTH / 25.4 * dpi), round(HEIGHT / 25.4 * dpi))
    pages: list[QImage] = []
    painter = QPainter()

    def turn() -> bool:
        if painter.isActive():
            painter.end()
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        pages.append(page)
        return painter.begin(page)

    turn()
    try:
        Sheet(painter, dpi, text, pictures, turn).paint()
    finally:
        painter.end()
    return pages


class Sheet:
    """One letter being painted, from the top to the bottom; ``turn`` begins the next page."""

    def __init__(
        self, painter: QPainter, dpi: int, text: LetterText, pictures: Pictures, turn: Callable[[], object]
    ) -> None:
        """On the first page."""
        self._painter, self._dpi, self._turn = painter, dpi, turn
        self._text, self._pictures = text, pictures
        self._rtl = text.language in RIGHT_TO_LEFT
        self._y, self._page = 0.0, 1

    def paint(self) -> None:
        """All of it."""
        text = self._text
        self._head()
        if text.mark:
            self._need(10)
            self._boxed(text.mark)
        self._outcome()
        self._eyes()
        for blank in text.blanks:
            self._blank(blank)
        self._y += 3
        for line in text.small:
            self._paragraph(line, 10.5, SECOND)
        self._paragraph(text.printed, 9, SECOND)

    # --- the parts

    def _head(self) -> None:
        """Who it is about: on every page."""
        text, painter = self._text, self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(INK)
        top = MARGIN
        face = self._across(0, FACE)
        if self._pictures.face is not None:
            self._picture(QRectF(face, top, FACE, FACE), self._pictures.face)
        self._code(QRectF(self._across(self._room - FACE, FACE), top, FACE, FACE), text.number)
        start, wide = FACE + GAP, self._room - 2 * (FACE + GAP)
        y = top
        for line, points, strong in (
            (text.place, 9.5, False), (text.name, 18, True), (text.native, 13, False), (text.person, 10.5, False),
        ):  # fmt: skip
            if line:
                y += self._write(line, start, y, wide, points, strong=strong)
        number = f"{text.number_word}: {self._island(text.number)}"
        y += self._write(number, start, y + 0.5, wide, 12, strong=True)
        self._foot()
        self._y = max(y, top + FACE) + 4
        self._rule()

    def _foot(self) -> None:
        text = self._text
        said = f"{self._island(text.number)}   {text.name}   {text.page.format(n=self._digits(self._page))}"
        self._write(said, 0, HEIGHT - MARGIN + 3, self._room, 8.5, colour=SECOND)

    def _digits(self, number: int) -> str:
        return str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if self._rtl else str(number)

    def _island(self, text: str) -> str:
        return f"\u2066{text}\u2069" if self._rtl else text

    def _boxed(self, said: str) -> None:
        height = self._height(said, self._room - 8, 11, strong=True) + 4
        self._frame(QRectF(MARGIN, self._y, self._room, height), 0.5)
        self._write(said, 4, self._y + 2, self._room - 8, 11, strong=True)
        self._y += height + 4

    def _outcome(self) -> None:
        """The heading, large, and the sentence."""
        text, wide = self._text, self._room - 12
        inside = self._height(text.heading.text, wide, 20, strong=True) + self._height(text.sentence, wide, 13) + 9
        self._need(inside)
        self._frame(QRectF(MARGIN, self._y, self._room, inside), 0.9)
        y = self._y + 3
        y += self._write(text.heading.text, 6, y, wide, 20, strong=True) + 2
        self._write(text.sentence, 6, y, wide, 13)
        self._y += inside + 5

    def _eyes(self) -> None:
        """OD on the left of the page, OS on its right, whatever the direction of the language (HZ-14)."""
        right, left = self._text.eyes
        found = max(sum(self._height(line, PICTURE, 11.5) for line in eye.lines) for eye in (right, left))
        self._need(9 + PICTURE + 3 + found)
        columns = ((right, self._pictures.right, MARGIN), (left, self._pictures.left, WIDTH - MARGIN - PICTURE))
        bottom = self._y
        for eye, picture, x in columns:
            bottom = max(bottom, self._eye(eye, picture, x))
        self._y = bottom + 4

    def _eye(self, eye: EyeText, picture: QImage | None, x: float) -> float:
        y = self._y + self._centred(eye.heading, x, self._y, 13, strong=True) + 1
        place = QRectF(x, y, PICTURE, PICTURE)
        if picture is not None:
            self._picture(place, picture)
        else:
            self._frame(place, 0.3, Qt.PenStyle.DashLine)
            middle = y + (PICTURE - self._height(eye.empty, PICTURE, 11)) / 2
            self._centred(eye.empty, x, middle, 11)
        y += PICTURE + 2
        for line in eye.lines:
            y += self._centred(line, x, y, 11.5)
        return y

    def _blank(self, said: str) -> None:
        """A line to write on by hand."""
        self._need(12)
        self._write(said, 0, self._y + 4, 60, 11)
        start = self._across(60, self._room - 60)
        self._painter.setPen(QPen(LINE, self._mm(0.3)))
        y = self._mm(self._y + 10)
        self._painter.drawLine(round(self._mm(start)), round(y), round(self._mm(start + self._room - 60)), round(y))
        self._y += 12

    def _paragraph(self, said: str, points: float, colour: QColor) -> None:
        self._need(self._height(said, self._room, points) + 1.5)
        self._y += self._write(said, 0, self._y + 1.5, self._room, points, colour=colour) + 1.5

    # --- hands

    @property
    def _room(self) -> float:
        return WIDTH - 2 * MARGIN

    def _across(self, start: float, wide: float) -> float:
        """The left edge of what begins ``start`` mm after the leading margin."""
        return WIDTH - MARGIN - start - wide if self._rtl else MARGIN + start

    def _mm(self, millimetres: float) -> float:
        return millimetres * self._dpi / 25.4

    def _need(self, height: float) -> None:
        """Go to the next page when there is no room for it on this one."""
        if self._y + height <= HEIGHT - MARGIN:
            return
        self._turn()
        self._page += 1
        self._head()

    def _font(self, points: float, *, strong: bool) -> QFont:
        font = QFont(list(tokens().families))
        font.setPixelSize(max(1, round(points * self._dpi / 72)))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _option(self, *, is_centred: bool = False) -> QTextOption:
        edge = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if is_centred else edge | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _height(self, said: str, wide: float, points: float, *, strong: bool = False) -> float:
        """Millimetres that this text takes at that width."""
        self._painter.setFont(self._font(points, strong=strong))
        room = QRectF(0, 0, self._mm(wide), self._mm(HEIGHT))
        return self._painter.boundingRect(room, said, self._option()).height() * 25.4 / self._dpi

    def _write(
        self, said: str, start: float, y: float, wide: float, points: float, *, strong: bool = False,
        colour: QColor = INK,
    ) -> float:  # fmt: skip
        """Text that wraps, from the leading side; its height."""
        height = self._height(said, wide, points, strong=strong)
        self._painter.setPen(colour)
        place = QRectF(self._mm(self._across(start, wide)), self._mm(y), self._mm(wide), self._mm(height) + 1)
        self._painter.drawText(place, said, self._option())
        return height

    def _centred(self, said: str, x: float, y: float, points: float, *, strong: bool = False) -> float:
        height = self._height(said, PICTURE, points, strong=strong)
        self._painter.setPen(INK)
        place = QRectF(self._mm(x), self._mm(y), self._mm(PICTURE), self._mm(height) + 1)
        self._painter.drawText(place, said, self._option(is_centred=True))
        return height

    def _frame(self, place: QRectF, thick: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self._painter.setPen(QPen(INK, self._mm(thick), style))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        edges = (place.x(), place.y(), place.width(), place.height())
        self._painter.drawRoundedRect(QRectF(*map(self._mm, edges)), self._mm(1.5), self._mm(1.5))

    def _rule(self) -> None:
        self._painter.setPen(QPen(LINE, self._mm(0.3)))
        y = round(self._mm(self._y - 2))
        self._painter.drawLine(round(self._mm(MARGIN)), y, round(self._mm(WIDTH - MARGIN)), y)
        self._y += 2

    def _picture(self, place: QRectF, image: QImage) -> None:
        """All of it, in the middle of its place, upright as it is."""
        longest = max(image.width(), image.height())
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown = image.scaled(PIXELS, PIXELS, keep, smooth) if longest > PIXELS else image
        size = QSizeF(shown.size()).scaled(place.size(), keep)
        left, top = place.center().x() - size.width() / 2, place.center().y() - size.height() / 2
        edges = (left, top, size.width(), size.height())
        self._painter.drawImage(QRectF(*map(self._mm, edges)), shown)

    def _code(self, place: QRectF, number: str) -> None:
        """The number as a QR code, as on the card: number and check digit, nothing else (HZ-29)."""
        rows = tuple(tuple(row) for row in segno.make(number, error="m", micro=False).matrix)
        module = self._mm(place.width()) / len(rows)
        left, top = self._mm(place.left()), self._mm(place.top())
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    square = QRectF(left + x * module, top + y * module, module + 0.3, module + 0.3)
                    self._painter.fillRect(square, Qt.GlobalColor.black)
