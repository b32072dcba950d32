"""What the newest picture at the camera looks like: a question about its eye, or what to try before the person leaves (HZ-13).

Hints in words. Nothing is changed but by a press, and who presses nothing loses nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.store.rows import InstanceRow
from resources.terms import Laterality
from workstation.gui.hints import SIDES, advice, is_contradicted
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, paragraph
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.tiles import field_of
from workstation.gui.words import Words
from workstation.imaging.hints import Hint

KEYS = {Laterality.RIGHT: "viewer.is-right", Laterality.LEFT: "viewer.is-left"}


@dataclass(frozen=True)
class Looks:
    """``newest`` is the picture that came last; ``sentence`` is about it, or about ``doubtful``, whose eye is asked for."""

    newest: str = ""
    sentence: str = ""
    doubtful: str = ""


NO_LOOKS = Looks()


def looks_of(rows: Sequence[InstanceRow], hint_of: Callable[[InstanceRow], Hint], words: Words) -> Looks:
    """Of somebody's pictures in the order they came. A doubtful eye goes before a picture that should be taken again. Pure."""
    if not rows:
        return NO_LOOKS
    newest = rows[-1].instance_uid
    doubtful = next((row for row in reversed(rows) if is_contradicted(row, hint_of(row))), None)
    if doubtful is not None and doubtful.laterality is not None:
        return Looks(newest, words("hint.side", eye=_subject(doubtful, words)), doubtful.instance_uid)
    tip = advice(hint_of(rows[-1]), words)
    return Looks(newest, words.join([_subject(rows[-1], words), tip]) if tip else "")


def _subject(row: InstanceRow, words: Words) -> str:
    eye = words.island(row.laterality.eye) if row.laterality else ""
    field = field_of(row)
    return " ".join(part for part in (eye, words(f"field.{field.value}") if field else "") if part)


class LooksLine(QWidget):
    """The sentence with its mark; under a question OD and OS, in that order in every language (HZ-14)."""

    answered = Signal(str, object)

    def __init__(self, look: Look, looks: Looks) -> None:
        """Says ``looks.sentence``."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MarkWidget(look, Status.UNKNOWN if looks.doubtful else Status.WARN))
        row.addWidget(paragraph(look, looks.sentence, "label"), 1)
        column.addLayout(row)
        self.setAccessibleName(looks.sentence)
        self.answers: dict[Laterality, Button] = {}
        if looks.doubtful:
            column.addWidget(self._pair(look, looks.doubtful))

    def _pair(self, look: Look, uid: str) -> QWidget:
        pair = QWidget()
        pair.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for eye in SIDES:
            button = Button(look, look.words(KEYS[eye]))
            button.clicked.connect(lambda _=False, eye=eye: self.answered.emit(uid, eye))
            self.answers[eye] = button
            row.addWidget(button, 1)
        return pair
