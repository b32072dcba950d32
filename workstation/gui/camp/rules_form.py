"""The rules of one camera, to be read and changed, with what they do to its latest pictures. Keeps nothing itself.

A field that the configuration decides is shown and cannot be typed into. Nothing is kept before the button is pressed.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.store.rows import CameraSample
from resources.wire.camerarules import CameraRules, Charset, NameOrder, Trust, name_for
from workstation.gui.camp.state import LATEST, CameraView, problem_of, reading_of
from workstation.gui.problems import told
from workstation.gui.style.buttons import Button, Segments
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import card, label, paragraph, rule
from workstation.gui.style.look import Look
from workstation.gui.style.scrolling import scrolling

TEXTS = ("ae_title", "name", "host", "port", "strip", "clock_ahead")
WORDS = {
    "ae_title": "rules.ae-title", "name": "rules.name", "host": "rules.host", "port": "rules.port",
    "strip": "rules.strip", "clock_ahead": "rules.clock", "charset": "rules.charset", "name_order": "rules.order",
    "trust": "rules.trust",
}  # fmt: skip
SHOWN = ("Devi", "Lakshmi", "लक्ष्मी देवी")


class RulesForm(QWidget):
    """``kept`` carries CameraRules, ``forgotten`` an AE title; ``left`` goes back to the doctor."""

    kept = Signal(object)
    forgotten = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__()
        self._look, words = look, look.words
        self._samples: Sequence[CameraSample] = ()
        self._before = CameraRules("")
        self.lines = {name: HintedEdit(look) for name in TEXTS}
        self.choices = {
            "charset": Segments(look, [(one, words(f"rules.charset-{one.value}")) for one in Charset]),
            "name_order": Segments(look, [(one, words(f"rules.order-{one.value}")) for one in NameOrder]),
            "trust": Segments(look, [(one, words(f"rules.trust-{one.value}")) for one in Trust]),
        }
        entries: dict[str, Any] = {**self.lines, **self.choices}
        self.fields = {name: FormField(look, words(WORDS[name]), entry) for name, entry in entries.items()}
        self.title = paragraph(look, "", "section")
        self.keep = Button(look, words("rules.keep"), rank="primary", wraps=True)
        self.back = Button(look, words("rules.back"), wraps=True)
        self.forget = Button(look, words("rules.forget"), rank="quiet", wraps=True)
        self.preview = paragraph(look, "", "label", "second")
        self.written = paragraph(look, "", "label", "second")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.forget)
        head.addWidget(self.back)
        head.addWidget(self.keep)
        column.addLayout(head)
        column.addWidget(scrolling(self._inside()), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def _inside(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        pairs = (("ae_title", "name"), ("host", "port"), ("strip", "clock_ahead"))
        for row, pair in enumerate(pairs):
            for column, name in enumerate(pair):
                if self._look.is_large:
                    grid.addWidget(self.fields[name], 2 * row + column, 0, 1, 2)
                else:
                    grid.addWidget(self.fields[name], row, column)
        grid.addWidget(label(self._look, self._look.words("rules.preview"), "label", strong=True), 6, 0, 1, 2)
        grid.addWidget(self.preview, 7, 0, 1, 2)
        grid.addWidget(rule(), 8, 0, 1, 2)
        choices = (self.fields["charset"], self.fields["name_order"], self.written, self.fields["trust"])
        for row, choice in enumerate(choices, 9):
            grid.addWidget(choice, row, 0, 1, 2)
        grid.setRowStretch(13, 1)
        return inside

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.left)
        self.forget.clicked.connect(lambda: self.forgotten.emit(self._before.ae_title))
        for line in self.lines.values():
            line.textChanged.connect(self._looked_at)
            line.returnPressed.connect(self._keep)
        for choice in self.choices.values():
            choice.chosen.connect(self._looked_at)

    def open(self, camera: CameraView | None, fixed: frozenset[str], samples: Sequence[CameraSample] = ()) -> None:
        """The rules of this camera, or of one that nobody has heard yet."""
        rules = self._before = camera.rules if camera else CameraRules("")
        words = self._look.words
        self._samples = samples[:LATEST]
        title = words("rules.title", name=words.island(rules.title)) if camera else words("rules.new")
        self.title.setText(title)
        for name, line in self.lines.items():
            line.setText(self._text(name, rules))
            is_fixed = name in fixed or (name == "ae_title" and camera is not None)
            line.setReadOnly(is_fixed)
            line.show_hint(words("rules.fixed") if name in fixed and name != "ae_title" else "")
        if camera is not None and camera.ahead is not None and rules.clock_ahead is None:
            minutes = round(camera.ahead.total_seconds() / 60)
            self.lines["clock_ahead"].setPlaceholderText(
                f"{words.digits(str(minutes))} ({words('rules.clock-measured')})"
            )
        else:
            self.lines["clock_ahead"].setPlaceholderText("")
        for name, choice in self.choices.items():
            choice.choose(getattr(rules, name))
            choice.setEnabled(name not in fixed)
        self.forget.setVisible(camera is not None and rules != CameraRules(rules.ae_title))
        self._looked_at()
        first: QLineEdit = self.lines["name" if camera else "ae_title"]
        first.setFocus()

    def _text(self, name: str, rules: CameraRules) -> str:
        value = getattr(rules, name)
        if name == "clock_ahead":
            return "" if value is None else str(round(value / 60))
        return "" if value in (0, None) else str(value)

    def rules(self) -> CameraRules:
        """As it stands in the form now. A number that is none becomes one that is refused."""
        texts: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        clock = texts.pop("clock_ahead")
        port = texts.pop("port")
        chosen: dict[str, Any] = {name: choice.value for name, choice in self.choices.items()}
        seconds = None if not clock else 60 * number if (number := _whole(clock)) is not None else 1 << 40
        return replace(self._before, **texts, port=_port(port), clock_ahead=seconds, **chosen)

    def _looked_at(self, *_: object) -> None:
        """Doubts at their fields, and what the rules would do."""
        said = self.rules()
        problem = problem_of(said) if said.ae_title else None
        words = self._look.words
        doubt = "" if problem is None else problem.sentence if words.language == "en" else told(problem, words).title
        for name, field in self.fields.items():
            field.doubt(doubt if problem and name in problem.fields else "")
        self.keep.setEnabled(bool(said.ae_title) and problem is None)
        strip = "" if problem and "strip" in problem.fields else said.strip
        lines = list(dict.fromkeys(reading_of(sample, strip, words) for sample in self._samples))
        self.preview.setText("\n".join(lines) or words("rules.preview-none"))
        self.written.setText(words("rules.written", name=words.island(name_for(said, *SHOWN))))

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.kept.emit(self.rules())


def _whole(text: str) -> int | None:
    """A number as people type it, in the digits of any language."""
    try:
        return int(text)
    except ValueError:
        return None


def _port(text: str) -> int:
    number = _whole(text) if text else 0
    return -1 if number is None else number
