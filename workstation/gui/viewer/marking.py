"""Measuring and annotating on the Read page: a tool, a drag on the picture, and what was drawn is kept, with Undo.

It goes beside the picture, never into its bytes, with who and when. The tool ends with the person. A note takes all keys while
it is written, so that a digit in it is never a grade (HZ-16).
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.problems import Problem
from resources.store import annotations
from resources.store.annotations import LONGEST, AnnotationRow, Mark, Shape
from resources.store.hands import has_no_name
from resources.store.rows import InstanceRow
from resources.store.store import Store
from resources.terms import Origin
from resources.wire.dataset import read_tree
from resources.wire.spacing import Spacing, spacing_of
from workstation.gui import claims
from workstation.gui.background import in_turn
from workstation.gui.desk import Desk
from workstation.gui.mark_words import mark_words
from workstation.gui.style.status import Status
from workstation.gui.viewer.pane import EyePane
from workstation.gui.viewer.visit import is_preview

SHORTEST = 3.0
"""Pixels of the picture that a drag must be long to be meant."""


class NoteLine(QLineEdit):
    """One line over the picture; Enter keeps it, Escape drops it, and no key gets past it."""

    kept = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the note's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.kept.emit("")
        else:
            super().keyPressEvent(event)
        event.accept()


class Marking(QObject):
    """The tool in hand and what stands on the pictures. ``changed`` asks the page to paint."""

    changed = Signal()
    sign_in_wanted = Signal()

    def __init__(self, desk: Desk, page: QWidget, panes: Sequence[EyePane]) -> None:
        """No tool, nothing drawn."""
        super().__init__(page)
        self._desk, self._page, self.panes = desk, page, panes
        self._standing: dict[str, tuple[AnnotationRow, ...]] = {}
        self.tool: Shape | None = None
        self.is_hidden = False
        self.note: NoteLine | None = None
        for pane in panes:
            pane.drawn.connect(lambda mark, pane=pane: self._drawn(pane, mark))
            pane.undrawable.connect(lambda pane=pane: self._say_preview(pane.row))

    def know(self, rows: Sequence[AnnotationRow]) -> None:
        """What stands in the store."""
        found: dict[str, list[AnnotationRow]] = {}
        for row in rows:
            found.setdefault(row.instance_uid, []).append(row)
        self._standing = {uid: tuple(theirs) for uid, theirs in found.items()}

    def marks(self, row: InstanceRow | None) -> tuple[Mark, ...]:
        """What is drawn on that picture, unless it is hidden for a clear view."""
        if row is None or self.is_hidden:
            return ()
        return tuple(one.mark for one in self._standing.get(row.instance_uid, ()))

    def take(self, shape: Shape) -> None:
        """That tool in hand; the same again puts it away."""
        if self.tool is shape:
            self.put_away()
            return
        if has_no_name(self._desk.actor()):
            self.sign_in_wanted.emit()
            return
        small = [pane.row for pane in self.panes if pane.is_active and pane.isVisible() and is_preview(pane.row)]
        if small:
            self._say_preview(small[0])
            return
        self.tool, self.is_hidden = shape, False
        self._equip()

    def put_away(self) -> None:
        """No tool; an unfinished note is dropped."""
        self.tool = None
        if self.note is not None:
            self.note.deleteLater()
            self.note = None
        self._equip()

    def hide(self) -> None:
        """H: the picture without what was drawn on it, and back."""
        self.is_hidden = not self.is_hidden
        self.changed.emit()

    def _say_preview(self, row: InstanceRow | None) -> None:
        """A preview's pixels are not the picture's: nothing is measured or kept on them (HZ-09)."""
        claim = claims.needs_original(self._desk.look.words, row)
        self._desk.toast.say(claim.text, status=claim.status or Status.WARN)

    def _equip(self) -> None:
        for pane in self.panes:
            pane.set_tool(self.tool)
        self.changed.emit()

    def _drawn(self, pane: EyePane, mark: Mark) -> None:
        row = pane.row
        if row is None or (mark.shape is not Shape.NOTE and mark.pixels < SHORTEST):
            return
        if is_preview(row):
            self._say_preview(row)
        elif not row.has_pixels:
            self._desk.toast.say(self._desk.look.words("mark.not-here"))
        elif mark.shape is Shape.NOTE:
            self._ask(pane, row, mark)
        else:
            self._keep(row, mark)

    def _ask(self, pane: EyePane, row: InstanceRow, mark: Mark) -> None:
        if self.note is not None:
            self.note.deleteLater()
        note = self.note = NoteLine(pane.viewport())
        words = self._desk.look.words
        note.setMaxLength(LONGEST)
        note.setPlaceholderText(words("mark.write"))
        note.setAccessibleName(words("mark.write"))
        note.setFont(self._desk.look.font("body"))
        at = pane.mapFromScene(QPointF(*mark.points[0]))
        wide = min(320, pane.width() - 16)
        note.setGeometry(
            max(8, min(at.x(), pane.width() - wide - 8)), max(8, min(at.y(), pane.height() - 56)), wide, 44
        )
        note.kept.connect(lambda text: self._written(row, mark, text))
        note.show()
        note.setFocus()

    def _written(self, row: InstanceRow, mark: Mark, text: str) -> None:
        self.put_away()
        self._page.setFocus()
        if text:
            self._keep(row, Mark(mark.shape, mark.points, mark.frame, text))

    def _keep(self, row: InstanceRow, mark: Mark) -> None:
        store, actor = self._desk.store, self._desk.actor()

        def work() -> AnnotationRow:
            spacing = _spacing(store, row) if mark.shape is Shape.RULER else None
            with store.write(Origin.PERSON, actor) as unit:
                whole = Mark(mark.shape, mark.points, mark.frame, mark.text, spacing)
                return annotations.add(unit, row.instance_uid, whole)

        in_turn(self._page, work).then(self._kept).otherwise(self._desk.tell)

    def _kept(self, made: AnnotationRow) -> None:
        self._standing[made.instance_uid] = (*self._standing.get(made.instance_uid, ()), made)
        words = self._desk.look.words
        said = words("mark.kept", what=mark_words(made.mark, words) or words(f"mark.{made.mark.shape.value}"))
        self._desk.toast.say(said, lambda: self._take_back(made))
        self.changed.emit()

    def _take_back(self, made: AnnotationRow) -> None:
        def done(_: object) -> None:
            theirs = self._standing.get(made.instance_uid, ())
            self._standing[made.instance_uid] = tuple(one for one in theirs if one.uuid != made.uuid)
            self._desk.toast.say(self._desk.look.words("desk.undone"))
            self.changed.emit()

        self._desk.write(self._page, lambda unit: annotations.take_back(unit, made.uuid)).then(done)


def _spacing(store: Store, row: InstanceRow) -> Spacing | None:
    """What the file says of its pixels; a file that cannot be read to its end is measured in pixels."""
    try:
        with store.vault.open(row.digest or "") as stream:
            return spacing_of(read_tree(stream))
    except Problem:
        return None
