"""Where headquarters is, and how it answers. An address that looks odd is doubted before it is taken, never sent to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sync.status import Standing
from workstation.gui import claims
from workstation.gui.style.buttons import Button
from workstation.gui.style.entries import FormField, HintedEdit
from workstation.gui.style.labels import ChipWidget
from workstation.gui.style.look import Look
from workstation.gui.style.marks import Chip
from workstation.gui.syncing.parts import card_with_title
from workstation.gui.syncing.state import SyncView

SCHEMES = ("https://", "http://")


class AddressCard(QWidget):
    """A chip with what headquarters last said, a field, a button."""

    given = Signal(str)

    def __init__(self, look: Look, address: str = "") -> None:
        """With the address as it is now."""
        super().__init__()
        self._look, words = look, look.words
        self.chip = ChipWidget(look)
        self.line = HintedEdit(look)
        self.line.setText(address)
        self.field = FormField(look, words("sync.address"), self.line)
        self.use = Button(look, words("sync.use-address"))
        self.use.clicked.connect(self._give)
        self.line.returnPressed.connect(self._give)
        self.line.textChanged.connect(lambda _text: self.field.doubt(""))
        frame, column, head = card_with_title(look, words("sync.hq"))
        head.addWidget(self.chip)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.use)
        self._row = row
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def add_way(self, button: Button) -> None:
        """Another way to headquarters, beside the address."""
        self._row.insertWidget(0, button)

    def show_view(self, view: SyncView, at: str) -> None:
        """What may be said about headquarters; ``at`` is when it was last reached, as "07:52"."""
        if view.status.state is Standing.NOT_CONFIGURED:
            claim = claims.patients_not_at_hq(view.receipts, self._look.words)
        else:
            rightly = view.status.state is not Standing.PORTAL
            seconds = 0.0 if not rightly and view.seconds_since_reached is None else view.seconds_since_reached
            failed = view.status.state is Standing.OFFLINE
            words = self._look.words
            claim = claims.hq_reachable(seconds, words, answered_rightly=rightly, at=at, has_failed_since=failed)
        self.chip.show_chip(Chip(claim.text, claim.status))

    def _give(self) -> None:
        address = self.line.text().strip()
        if address and not address.casefold().startswith(SCHEMES):
            self.field.doubt(self._look.words("sync.address-doubt"))
            return
        self.given.emit(address)
