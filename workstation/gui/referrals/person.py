"""Whom a line of the Referrals page is about: the face, the name as a button, and a quieter line of words below it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel
from workstation.gui.style.look import Look

FACE = 52
QUIET = 13
PERSON = 230


def person_cell(look: Look, button: Button, image: QImage | None, name: str, second: str) -> QWidget:
    """All lines give it the same width, so that the columns beside it stand under each other."""
    cell = QWidget()
    face = QLabel()
    face.setFixedSize(QSize(FACE, FACE))
    face.setPixmap(look.face(image, name, FACE, cell.devicePixelRatioF()))
    texts, below = QVBoxLayout(), QHBoxLayout()
    texts.setSpacing(0)
    texts.addStretch(1)
    texts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
    below.addSpacing(QUIET)  # the name's button keeps that much room beside its words
    below.addWidget(ElidedLabel(look, second, "label", "second"))
    texts.addLayout(below)
    texts.addStretch(1)
    column = QHBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(face)
    column.addLayout(texts, 1)
    cell.setFixedWidth(look.px(PERSON))
    return cell
