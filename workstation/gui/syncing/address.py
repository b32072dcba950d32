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
    records_given = Signal(str)

    def __init__(self, look: Look, address: str = "", records: str = "") -> None:
        """With the addresses of pictures and of records as they are now."""
        super().__init__()
        self._look, words = look, look.words
        self.chip = ChipWidget(look)
        self.line = HintedEdit(look)
        self.line.setText(address)
        self.field = FormField(look, words("sync.address"), self.line)
        self.records_line = HintedEdit(look)
        self.records_line.setText(records)
        self._records: str | None = records
        self.records_field = FormField(look, words("sync.records-address"), self.records_line)
        self.records_line.returnPressed.connect(self._give)
        self.records_line.textChanged.connect(lambda _text: self.records_field.doubt(""))
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
        column.addWidget(self.records_field)
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
        """Both as they stand; one that looks odd is doubted, and then neither is taken."""
        address, records = self.line.text().strip(), self.records_line.text().strip()
        odd = [field for field, said in ((self.field, address), (self.records_field, records)) if _looks_odd(said)]
        for field in odd:
            field.doubt(self._look.words("sync.address-doubt"))
        if odd:
            return
        self.given.emit(address)
        if records != self._records:
            self._records = records
            self.records_given.emit(records)

    def forget_records(self) -> None:
        """The address of records was refused: it is not in use, and may be given again as it stands."""
        self._records = None


def _looks_odd(address: str) -> bool:
    return bool(address) and not address.casefold().startswith(SCHEMES)
