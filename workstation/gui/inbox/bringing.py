"""Files dropped onto a page: brought in off the GUI thread, said what came of them, and each photograph asked about.

Dropping onto a person's page says whose photographs these are; nothing says which eye but a person (HZ-02).
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from resources.store import asides, mending
from resources.store.rows import HeldRow, PatientRow
from resources.store.store import Unit
from resources.wire.picture import Pixels
from workstation.gui import claims
from workstation.gui.background import in_background, in_turn
from workstation.gui.desk import Desk
from workstation.gui.inbox.photograph_dialog import PhotographDialog
from workstation.gui.people_text import name_of
from workstation.gui.reasons import said_of_file
from workstation.gui.style.status import Status
from workstation.gui.words import Words
from workstation.imaging.importing import Row, bring_in
from workstation.imaging.photographs import Said, speak_for

Person = Callable[[], PatientRow | None]


def nobody() -> None:
    """For a page that is nobody's."""


class Bringing(QObject):
    """``accept`` a page; then whatever is dropped on it is brought in."""

    def __init__(self, desk: Desk, window: QWidget, prepare: Callable[[bytes], Pixels]) -> None:
        """``prepare`` decodes photographs in the child (``Decoder.prepare``)."""
        super().__init__(window)
        self._desk, self._window, self._prepare = desk, window, prepare
        self._pages: dict[QObject, Person] = {}
        self._asking: list[HeldRow] = []
        self._person: PatientRow | None = None
        self._place = (0, 0)
        self.dialog: PhotographDialog | None = None

    def accept(self, page: QWidget, person: Person = nobody) -> None:
        """Take files that are dropped onto it; ``person`` is whose page it shows at that moment."""
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        self._pages[page] = person

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files from outside; everything else goes its own way."""
        if watched in self._pages and isinstance(event, QDragEnterEvent | QDropEvent) and _files_in(event):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.bring(_files_in(event), self._pages[watched]())
            return True
        return super().eventFilter(watched, event)

    def bring(self, paths: Sequence[Path], person: PatientRow | None = None) -> None:
        """Bring them in, say what came of it, and ask about the photographs."""
        desk, actor, prepare = self._desk, self._desk.actor(), self._prepare
        desk.toast.say(desk.look.words("import.running"), status=None)

        def work() -> tuple[list[Row], list[HeldRow]]:
            rows = list(bring_in(desk.store, paths, Said(), actor=actor, prepare=prepare, keep_unsaid=True))
            with desk.store.read() as unit:
                return rows, [asides.waiting(unit, row.instance_uid) for row in rows if row.outcome == "waiting"]

        def done(found: tuple[list[Row], list[HeldRow]]) -> None:
            rows, photographs = found
            self._tell(rows)
            self.ask(photographs, person)

        in_background(self._window, work).then(done).otherwise(desk.tell)

    def _tell(self, rows: Sequence[Row]) -> None:
        words, toast = self._desk.look.words, self._desk.toast
        fresh = [row.instance_uid for row in rows if row.outcome == "stored"]
        skipped = any(row.outcome == "skipped" for row in rows)
        sentence = words.join(sentences(rows, words)) or words("import.nothing")
        undo = (lambda: self._take_back(fresh)) if fresh else None
        toast.say(sentence, undo, status=Status.WARN if skipped or not rows else Status.OK)

    def _take_back(self, uids: Sequence[str]) -> None:
        """The whole batch at once: out of sight, with the reason; the bytes stay."""
        desk = self._desk

        def change(unit: Unit) -> None:
            for uid in uids:
                mending.hide(unit, uid, "import taken back")

        self._write(change, lambda: desk.toast.say(desk.look.words("import.taken-back")))

    # --- photographs

    def ask(self, photographs: Sequence[HeldRow], person: PatientRow | None = None) -> None:
        """One after the other: whose eye, which eye. What is asked about already is not asked about again."""
        if self.dialog is None:
            self._asking, self._person, self._place = list(photographs), person, (0, len(photographs))
            self._next()

    def _next(self) -> None:
        self.dialog = None
        if not self._asking:
            return
        row = self._asking.pop(0)
        self._place = (self._place[0] + 1, self._place[1])
        self.dialog = PhotographDialog(self._desk, row, self._window, person=self._person, place=self._place)
        self.dialog.answered.connect(self._answered)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self._next()

    def _answered(self, uuid: str, said: Said) -> None:
        desk, actor, prepare = self._desk, self._desk.actor(), self._prepare
        words = desk.look.words
        who = name_of(self.dialog.person) if self.dialog and self.dialog.person else ""
        eye = claims.eye(said.eye, words).text

        def work() -> tuple[str, str]:
            filed, oddity = speak_for(desk.store, uuid, said, prepare, actor=actor)
            return filed.instance_uid, oddity

        def done(found: tuple[str, str]) -> None:
            uid, oddity = found
            sentence = words.join([words("photograph.saved", name=who, eye=eye), said_of_file(oddity, words)])
            desk.toast.say(sentence, lambda: self._unsay(uuid, uid), status=Status.WARN if oddity else Status.OK)

        in_turn(self._window, work).then(done).otherwise(desk.tell)

    def _unsay(self, uuid: str, uid: str) -> None:
        """The instance goes out of sight, and the photograph asks again."""
        desk = self._desk

        def change(unit: Unit) -> None:
            mending.hide(unit, uid, "import taken back")
            asides.reopen(unit, uuid)

        self._write(change, lambda: desk.toast.say(desk.look.words("desk.undone")))

    def _write(self, change: Callable[[Unit], None], then: Callable[[], None]) -> None:
        self._desk.write(self._window, change).then(lambda _: then())


def sentences(rows: Sequence[Row], words: Words) -> list[str]:
    """What came of an import, kind by kind; what was not taken is named, with the reason in the language of the screen."""
    kinds = {
        "stored": ("stored",),
        "duplicate": ("duplicate",),
        "waiting": ("waiting",),
        "aside": ("quarantined", "conflict"),
    }
    said = []
    for kind, outcomes in kinds.items():
        if count := sum(row.outcome in outcomes for row in rows):
            said.append(words.counted(f"import.{kind}", count))
    if skipped := [row for row in rows if row.outcome == "skipped"]:
        name = words.island(Path(skipped[0].path.rpartition("!")[2]).name)
        named = f"{name}. {said_of_file(skipped[0].reason, words)}".rstrip(".। ")
        said.append(words.counted("import.skipped", len(skipped), name=named))
    return said


def _files_in(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
