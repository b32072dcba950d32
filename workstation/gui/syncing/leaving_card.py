"""The card "Leaving camp" on the Sync page: the answer of the receipts, and a page to print."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.store import station
from sync.leaving import Leaving
from workstation.gui import claims
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.paper import keep, pdf_of_text
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ChipWidget, paragraph
from workstation.gui.style.marks import Chip
from workstation.gui.style.status import Status
from workstation.gui.syncing.leaving_paper import paper_of
from workstation.gui.syncing.parts import card_with_title
from workstation.gui.syncing.state import Syncing
from workstation.gui.syncing.stick_dialog import StickDialog, Sticks


class LeavingCard(QWidget):
    """A chip with the answer, what stands in the way, a button for the paper."""

    def __init__(self, desk: Desk, sync: Syncing, sticks: Sticks | None = None) -> None:
        """Empty until ``show_leaving``; the button ``stick`` is for the page to place, where there are ``sticks``."""
        super().__init__()
        self._desk, self._sync, self._sticks, look = desk, sync, sticks, desk.look
        words = look.words
        self.chip = ChipWidget(look)
        self.why = paragraph(look, "", "label", "second")
        self.paper = Button(look, words("sync.leave-print"))
        self.paper.clicked.connect(self._ask_where)
        self.stick = Button(look, words("stick.open"), icon="device-usb")
        self.stick.clicked.connect(self.open_sticks)
        frame, column, head = card_with_title(look, claims.leaving_heads(words)[0])
        head.addWidget(self.chip)
        row = QHBoxLayout()
        row.addWidget(self.why, 1)
        row.addWidget(self.paper)
        row.setSpacing(12)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def show_leaving(self, found: Leaving) -> None:
        """This is what the receipts say now."""
        words = self._desk.look.words
        claim = claims.leaving(found, words)
        self.chip.show_chip(Chip(claim.text, claim.status))
        self.why.setText(claims.leaving_why(found, words)[0])
        self.chip.setAccessibleName(words.join([claims.leaving_heads(words)[0], claim.text]))

    @Slot()
    def open_sticks(self) -> None:
        """Out to a stick, or in from one."""
        if self._sticks is not None:
            self.dialog = StickDialog(self._desk.look, self._sticks, self)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()

    @Slot()
    def _ask_where(self) -> None:
        words = self._desk.look.words
        name, _ = QFileDialog.getSaveFileName(self, words("sync.leave-print"), words("sync.leave-file"), "PDF (*.pdf)")
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Count anew, follow the chain of receipts, and write the page."""
        desk = self._desk
        words = desk.look.words

        def work() -> str:
            found = self._sync.leaving()
            with desk.store.read() as unit:
                camp = station.camp(unit).name
            keep(path, pdf_of_text(paper_of(found, camp, desk.store.zone, words), desk.look))
            return path.name

        def done(name: str) -> None:
            desk.toast.say(claims.leaving_saved(name, words).text, status=Status.OK)

        in_background(self, work).then(done).otherwise(desk.tell)
