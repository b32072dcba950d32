"""The grading column: codes under OD and OS with the word between them. It shows a draft and says what was pressed.

OD stands on the left in every language (HZ-14). Cells are never preselected; a code stands beside its scheme's name (HZ-21).
"""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources.grading.outcome import EYES, Absence
from resources.grading.schemes import Finding, Scheme
from resources.store.qualities import Quality
from resources.terms import Laterality
from workstation.gui.grades import code_words
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import label
from workstation.gui.style.look import Look
from workstation.gui.viewer.band import Band
from workstation.gui.viewer.draft import Draft

WIDTH = 276
CELL = QSize(56, 44)
MOST_CELLS = 8
"""A finding with more codes than this is a list to choose from."""


class Cell(QPushButton):
    """One code of one eye: 56 wide, 44 high, filled while it is what was said."""

    def __init__(self, look: Look, code: str) -> None:
        """Not said."""
        super().__init__(code)
        self.setCheckable(True)
        self.setProperty("cell", "true")
        self.setFont(look.strong("body"))
        self.setFixedHeight(look.px(CELL.height()))
        self.setMinimumWidth(look.px(CELL.width()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)


class GradingColumn(Band):
    """All findings of one scheme: the camp's, or that of the visit on the screen.

    ``said(eye, finding, code)`` when a person pressed or chose one.
    """

    said = Signal(object, str, str)
    judged = Signal(object)
    """An eye whose picture's quality somebody wants to say."""
    missing = Signal(object, object)
    """An eye without a picture, and why there is none; ``None`` when nobody says."""

    def __init__(self, look: Look, scheme: Scheme) -> None:
        """Nothing said yet."""
        super().__init__(look)
        self.scheme = scheme
        self.cells: dict[tuple[Laterality, str, str], Cell] = {}
        self.lists: dict[tuple[Laterality, str], QComboBox] = {}
        self.qualities: dict[Laterality, Button] = {}
        self.absences: dict[Laterality, QComboBox] = {}
        self._heads: dict[Laterality, QLabel] = {}
        self.setFixedWidth(min(look.px(WIDTH), 360))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # HZ-14
        self.setAccessibleName(look.words("grading.title"))
        self._area = self._lay_out()
        self._fill()

    def speak(self, scheme: Scheme) -> None:
        """The findings of this scheme from now on, nothing said."""
        if scheme == self.scheme:
            return
        self.scheme = scheme
        for held in (self.cells, self.lists, self.qualities, self.absences, self._heads):
            held.clear()
        self._fill()

    def _lay_out(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return area

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        grid = QGridLayout(inside)
        side = 8 if self._look.is_large else 16
        grid.setContentsMargins(side, 10, side, 10)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for eye, column in zip(EYES, (0, 2), strict=True):
            head = label(self._look, eye.eye, "section", strong=True)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._heads[eye] = head
            grid.addWidget(head, 0, column)
        row = 1
        for finding in self.scheme.findings:
            row = self._add_finding(grid, finding, row)
        row = self._add_qualities(grid, row)
        grid.setRowMinimumHeight(row, 12)
        row += 1
        for eye in EYES:
            grid.addWidget(self._absence(eye), row, 0, 1, 3)
            row += 1
        grid.setRowStretch(row, 1)
        self._area.setWidget(inside)  # what was in it goes

    def _add_finding(self, grid: QGridLayout, finding: Finding, row: int) -> int:
        title = label(self._look, self._look.words(f"grading.{self.scheme.name}.{finding.name}"), "label", "second")
        title.setFont(self._look.strong("label"))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setMinimumHeight(self._look.px(28))
        title.setWordWrap(True)
        grid.addWidget(title, row, 0, 1, 3)
        if len(finding.codes) > MOST_CELLS:
            for eye, column in zip(EYES, (0, 2), strict=True):
                grid.addWidget(self._list(eye, finding), row + 1, column)
            return row + 2
        row += 1
        for code in finding.codes:
            word = code_words(self.scheme.name, finding.name, code.code, self._look.words)
            middle = label(self._look, word, "body")
            middle.setAccessibleName(f"{title.text()}: {word}")  # read aloud, it stands alone
            middle.setWordWrap(True)
            middle.setAlignment(Qt.AlignmentFlag.AlignCenter)
            if self._look.is_large:  # the word above its cells: beside them it would be cut
                grid.addWidget(middle, row, 0, 1, 3)
                row += 1
            else:
                grid.addWidget(middle, row, 1)
            for eye, column in zip(EYES, (0, 2), strict=True):
                grid.addWidget(self._cell(eye, finding.name, code.code, word), row, column)
            row += 1
        return row

    def _add_qualities(self, grid: QGridLayout, row: int) -> int:
        title = label(self._look, self._look.words("quality.title"), "label", "second")
        title.setFont(self._look.strong("label"))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setMinimumHeight(self._look.px(28))
        grid.addWidget(title, row, 0, 1, 3)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for eye in EYES:
            button = Button(self._look, "")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(44)
            button.clicked.connect(partial(self.judged.emit, eye))
            self.qualities[eye] = button
            pair.addWidget(button, 1)
        grid.addLayout(pair, row + 1, 0, 1, 3)
        return row + 2

    def show_quality(self, eye: Laterality, quality: Quality | None, *, can: bool) -> None:
        """What is said of the picture of that eye; a dash while nobody said anything."""
        words, button = self._look.words, self.qualities[eye]
        said = words(f"quality.{quality.value}") if quality else words("quality.unsaid")
        button.setText(said)
        button.setAccessibleName(words("quality.of", eye=eye.eye, said=said))
        button.setToolTip(said)
        button.setEnabled(can)

    def _cell(self, eye: Laterality, finding: str, code: str, word: str) -> Cell:
        cell = Cell(self._look, code)
        title = self._look.words(f"grading.{self.scheme.name}.{finding}")
        cell.setAccessibleName(self._look.words("grading.cell", eye=eye.eye, finding=title, code=code, word=word))
        cell.clicked.connect(partial(self.said.emit, eye, finding, code))
        self.cells[eye, finding, code] = cell
        return cell

    def _list(self, eye: Laterality, finding: Finding) -> QComboBox:
        box = QComboBox()
        box.addItem(self._look.words("grading.choose"), "")
        for code in finding.codes:
            word = code_words(self.scheme.name, finding.name, code.code, self._look.words)
            box.addItem(word, code.code)
        box.setMinimumWidth(self._look.px(104))
        box.setAccessibleName(f"{eye.eye}, {self._look.words(f'grading.{self.scheme.name}.{finding.name}')}")
        box.activated.connect(lambda place: self.said.emit(eye, finding.name, str(box.itemData(place))))
        self.lists[eye, finding.name] = box
        return box

    def _absence(self, eye: Laterality) -> QComboBox:
        """Why an eye has no picture: nothing is chosen, and it is there only while there is none."""
        box, words = QComboBox(), self._look.words
        ask = words("absence.ask", eye=eye.eye)
        box.addItem(ask, None)
        for why in Absence:
            box.addItem(words("absence.line", eye=eye.eye, why=words(f"absence.{why.value}")), why.value)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(ask)
        reasons = [None, *Absence]
        box.activated.connect(lambda place: self.missing.emit(eye, reasons[place]))
        self.absences[eye] = box
        return box

    def show_draft(self, draft: Draft | None, graded: frozenset[Laterality]) -> None:
        """What was said; eyes that have no picture cannot be graded."""
        for (eye, finding, code), cell in self.cells.items():
            cell.setEnabled(draft is not None and eye in graded)
            cell.setChecked(draft is not None and draft.of(eye).get(finding) == code)
        for (eye, finding), box in self.lists.items():
            box.setEnabled(draft is not None and eye in graded)
            box.setCurrentIndex(max(0, box.findData(draft.of(eye).get(finding))) if draft else 0)

        for eye, box in self.absences.items():
            why = draft.absence(eye) if draft else None
            box.setVisible(draft is not None and eye not in graded)
            box.setCurrentIndex(0 if why is None else list(Absence).index(why) + 1)

    def show_active(self, active: Laterality | None) -> None:
        """The head of the eye that the keys act on."""
        for eye, head in self._heads.items():
            head.setProperty("tone", "accent" if eye is active else "")
            head.style().unpolish(head)
            head.style().polish(head)
