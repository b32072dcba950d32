"""The camera doctor: what one camera and this laptop said to each other, in sentences, and a button that calls the camera.

The lines are data, not warnings: nothing here interrupts anybody (hazard HZ-11).
"""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workstation.gui.camp.said import said
from workstation.gui.camp.state import CameraView, Echoed, Note, clock_sentence
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.labels import ChipWidget, ElidedLabel, MarkWidget, card, label, paragraph, rule
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status
from workstation.gui.syncing.parts import fill

TIME = 72


class Line(QWidget):
    """A time, a mark, a sentence, and how often."""

    def __init__(self, look: Look, note: Note, zone: tzinfo) -> None:
        """One line of the log."""
        super().__init__()
        words = look.words
        at = words.island(words.digits(note.at.astimezone(zone).strftime("%H:%M:%S")))
        sentence = said(note.sentence, words)
        often = words("doctor.times", n=note.times) if note.times > 1 else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(8)
        when = label(look, at, "label", "second")
        when.setFixedWidth(look.px(TIME))
        row.addWidget(when)
        row.addWidget(MarkWidget(look, Status.OK if note.went_well else Status.WARN, 14))
        row.addSpacing(6)
        row.addWidget(paragraph(look, sentence), 1)
        if often:
            row.addWidget(label(look, often, "caption", "second"))
        self.setAccessibleName(words.join([at, sentence, often]))


class DoctorCard(QWidget):
    """``echo_wanted`` and ``rules_wanted`` speak of the camera that is shown."""

    echo_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self, look: Look) -> None:
        """Of nobody yet."""
        super().__init__()
        self._look, words = look, look.words
        self.echo = Button(look, words("doctor.echo"), key="F5")
        self.rules = Button(look, words("doctor.rules"))
        self.echo.clicked.connect(self.echo_wanted)
        self.rules.clicked.connect(self.rules_wanted)
        self.second = ElidedLabel(look, "", "caption", "second")
        self.answer = paragraph(look, "", "label")
        self._mark = MarkWidget(look, Status.OK, 16)
        self.clock = ChipWidget(look)
        self.lines: tuple[Line, ...] = ()
        self._shown: tuple[str, tuple[Note, ...]] | None = None
        self._log = QVBoxLayout()
        self._log.setContentsMargins(0, 0, 8, 0)
        self._log.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._laid_out())

    def _laid_out(self) -> QWidget:
        look = self._look
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        head, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(look, look.words("doctor.title"), "section"))
        names.addWidget(self.second)
        names.addWidget(self.clock)
        head.setSpacing(8)
        head.addLayout(names, 1)
        head.addWidget(self.echo)
        head.addWidget(self.rules)
        column.addLayout(head)
        self._answered = QWidget()
        row = QHBoxLayout(self._answered)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.answer, 1)
        self._answered.hide()
        column.addWidget(self._answered)
        column.addWidget(rule())
        inside = QWidget()
        inside.setLayout(self._log)
        column.addWidget(scrolling(inside), 1)
        return frame

    def show_camera(self, camera: CameraView | None, notes: tuple[Note, ...], zone: tzinfo) -> None:
        """What this one did; an unchanged log is left as it is."""
        look, words = self._look, self._look.words
        title = camera.rules.ae_title if camera else ""
        self.second.setText(words("doctor.between", name=words.island(camera.rules.title)) if camera else "")
        wrong = clock_sentence(camera.ahead, words) if camera else ""
        self.clock.show_chip(Chip(wrong) if wrong else None)
        if self._shown == (title, notes):
            return
        if self._shown is None or self._shown[0] != title:
            self.say("", Status.OK)
        self._shown = (title, notes)
        self.lines = tuple(Line(look, note, zone) for note in notes)
        quiet = EmptyRow(look, "camera", words("doctor.quiet"), words("doctor.quiet-rest"), colour="text2")
        fill(self._log, self.lines or [quiet], ruled=True)

    def show_answer(self, answer: Echoed) -> None:
        """What came of the echo."""
        words = self._look.words
        blanks = {"ms": answer.milliseconds} if answer.finding == "answered" else {}
        self.say(words(f"echo.{answer.finding}", **blanks), Status.OK if answer.went_well else Status.WARN)

    def say(self, sentence: str, status: Status) -> None:
        """A line of its own above the log; empty for none."""
        self._mark.status = status
        self._mark.update()
        self.answer.setText(sentence)
        self._answered.setAccessibleName(sentence)
        self._answered.setVisible(bool(sentence))
