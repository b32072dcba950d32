"""The card that a person carries, 85.6 x 54 mm (ISO/IEC 7810 ID-1), black on white: face, name, number, QR code.

The code holds the number with its check digit and nothing else (hazard HZ-29); no age, village or phone is on it. Painted from
frozen values.
"""

from dataclasses import dataclass

import segno
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter, QPen, QTextOption

from resources.store.rows import PatientRow
from workstation.gui.paper import Paper
from workstation.gui.words import Words

WIDE, HIGH, MARGIN = 85.6, 54.0, 4.0
FACE, CODE, QUIET = 24.0, 30.0, 4
"""Millimetres; the quiet zone in modules (ISO/IEC 18004)."""
FACE_PIXELS = 420
Box = tuple[float, float, float, float]
"""From the reading side, from the top, wide, high; in millimetres."""


@dataclass(frozen=True)
class CardText:
    """What stands on it."""

    language: str
    camp: str
    name: str
    native: str
    number: str
    mark: str
    """"Copy" where one was printed before."""


def text_of(patient: PatientRow, camp: str, *, is_copy: bool, words: Words) -> CardText:
    """The texts, in the language of the person."""
    native = patient.details.native_name if patient.name else ""
    name = patient.name or patient.details.native_name
    return CardText(words.language, camp, name, native, patient.number or "", words("card.copy") if is_copy else "")


def paper_of(text: CardText, face: QImage | None) -> Paper:
    """One card, to its edges, as something to be printed."""
    size = QPageSize(QSizeF(WIDE, HIGH), QPageSize.Unit.Millimeter, "ID-1", QPageSize.SizeMatchPolicy.ExactMatch)
    return Paper(text.number, size, lambda painter, dots, _: _paint(painter, dots, text, face))


def image_of(text: CardText, face: QImage | None, dpi: int = 300) -> QImage:
    """The same as a picture."""
    made = QImage(round(WIDE / 25.4 * dpi), round(HIGH / 25.4 * dpi), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    _paint(painter, dpi, text, face)
    painter.end()
    return made


def _paint(painter: QPainter, dpi: int, text: CardText, face: QImage | None) -> None:
    _Card(painter, dpi / 25.4, Words(text.language).is_right_to_left).paint(text, face)


class _Card:
    def __init__(self, painter: QPainter, scale: float, rtl: bool) -> None:  # noqa: FBT001
        self._painter, self._scale, self._rtl = painter, scale, rtl

    def _place(self, x: float, y: float, wide: float, high: float) -> QRectF:
        """Millimetres from the reading side to the device's pixels."""
        left = WIDE - x - wide if self._rtl else x
        scale = self._scale
        return QRectF(left * scale, y * scale, wide * scale, high * scale)

    def paint(self, text: CardText, face: QImage | None) -> None:
        painter = self._painter
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(Qt.GlobalColor.black, 0.2 * self._scale))
        room = WIDE - 2 * MARGIN
        self._write(text.camp, (MARGIN, MARGIN, room - 18, 4.5), 7.5)
        if text.mark:
            self._write(text.mark, (WIDE - MARGIN - 16, MARGIN, 16, 4.5), 8, strong=True, trailing=True)
        if face is not None:
            self._face(face, self._place(MARGIN, 11, FACE, FACE))
        start = MARGIN + (FACE + 3 if face is not None else 0)
        wide = WIDE - start - CODE - MARGIN - 2
        self._write(text.name, (start, 11, wide, 15), 11, strong=True)
        self._write(text.native, (start, 26, wide, 10), 10)
        number = f"\u2066{text.number}\u2069"
        self._write(number, (MARGIN, HIGH - MARGIN - 9, WIDE - CODE - 2 * MARGIN - 2, 9), 15, strong=True)
        self._code(text.number, self._place(WIDE - MARGIN - CODE, HIGH - MARGIN - CODE, CODE, CODE))

    def _face(self, face: QImage, place: QRectF) -> None:
        side = min(face.width(), face.height())
        part = QRectF((face.width() - side) / 2, (face.height() - side) * 0.3, side, side)
        square = face.copy(part.toRect()).scaled(
            FACE_PIXELS,
            FACE_PIXELS,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._painter.drawImage(place, square)

    def _write(self, said: str, box: Box, points: float, *, strong: bool = False, trailing: bool = False) -> None:
        """As large as it may be: a long name in any script is made smaller until all of it stands there."""
        if not said:
            return
        place, option = self._place(*box), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight)
        font = QFont(self._painter.font())
        font.setBold(strong)
        for smaller in (1.0, 0.85, 0.7, 0.55, 0.42, 0.32):
            font.setPixelSize(max(1, round(points * smaller * 25.4 / 72 * self._scale)))
            self._painter.setFont(font)
            if self._painter.boundingRect(place, said, option).height() <= place.height():
                break
        self._painter.drawText(place, said, option)

    def _code(self, number: str, place: QRectF) -> None:
        rows = tuple(tuple(row) for row in segno.make(number, error="m", micro=False).matrix)
        module = place.width() / (len(rows) + 2 * QUIET)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    left, top = place.left() + (x + QUIET) * module, place.top() + (y + QUIET) * module
                    self._painter.fillRect(QRectF(left, top, module + 0.3, module + 0.3), Qt.GlobalColor.black)
