"""The bar below the pictures: what would follow, why, whose hand it is, and Confirm. It decides nothing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.store.staff import initials_of
from workstation.gui import claims
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import ElidedLabel
from workstation.gui.style.look import Look
from workstation.gui.style.marks import paint_mark
from workstation.gui.style.status import Status
from workstation.gui.viewer.band import Band

HEIGHT = 68
MARK, GAP, SIDE = 18, 10, 16


class OutcomeBox(QWidget):
    """The outcome in the size of a section, on the soft ground of its status."""

    def __init__(self, look: Look) -> None:
        """Nothing decided."""
        super().__init__()
        self._look = look
        self.claim: claims.Claim | None = None
        look.changed.connect(self.update)

    def show_claim(self, claim: claims.Claim | None) -> None:
        """What would follow; nothing takes no room."""
        self.claim = claim
        self.setVisible(claim is not None)
        if claim:
            self.setFixedSize(self.sizeHint())
            self.setAccessibleName(claim.text)
        self.update()

    def sizeHint(self) -> QSize:
        """Mark and words."""
        text = self.claim.text if self.claim else ""
        wide = QFontMetrics(self._look.strong("section")).horizontalAdvance(text)
        return QSize(wide + self._look.px(MARK) + GAP + 2 * SIDE + 2, self._look.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, words."""
        if self.claim is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        status, side = self.claim.status or Status.WAIT, self._look.px(MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.soft(status))
        painter.drawRoundedRect(self.rect(), 8, 8)
        is_rtl = self._look.is_right_to_left
        x = self.width() - SIDE - side if is_rtl else SIDE
        paint_mark(painter, QRectF(x, (self.height() - side) / 2, side, side), status, self._look.theme)
        painter.setFont(self._look.strong("section"))
        painter.setPen(self._look.theme.ink(status))
        room = self.rect().adjusted(SIDE if is_rtl else SIDE + side + GAP, 0, -(SIDE + side + GAP) if is_rtl else -4, 0)
        edge = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.claim.text)


class DecisionBar(Band):
    """Outcome and reason on the leading side; the reader and Confirm at the end."""

    def __init__(self, look: Look) -> None:
        """Nothing decided."""
        super().__init__(look)
        self.setFixedHeight(look.px(HEIGHT))
        self.outcome = OutcomeBox(look)
        self.why = ElidedLabel(look, "", "body", "second")
        self.before = ElidedLabel(look, "", "label", "hint")
        self.dispute = Button(look, look.words("dispute.open"), rank="quiet")
        self.dispute.hide()
        self.reader = Button(look, "", rank="quiet", icon="users")
        self.confirm = Button(look, look.words("grading.confirm"), rank="primary", key="Enter")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.why)
        texts.addWidget(self.before)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.outcome)
        row.addLayout(texts, 1)
        row.addWidget(self.dispute)
        row.addWidget(self.reader)
        row.addWidget(self.confirm)
        self.blank()

    def blank(self) -> None:
        """Nobody is open."""
        self.why.setText("")
        self.before.setText("")
        self.outcome.show_claim(None)
        self.confirm.setEnabled(False)
        self.dispute.hide()

    def show_decision(self, outcome: claims.Claim, why: str, before: str) -> None:
        """What would follow, why, and what was signed before."""
        self.outcome.show_claim(outcome)
        self.why.setText(why)
        self.before.setText(before)
        self.before.setVisible(bool(before))
        self.confirm.setEnabled(True)
        self.setAccessibleName(self._look.words.join([outcome.text, why, before]))

    def show_reader(self, name: str) -> None:
        """Whose hand is on the keys, or that nobody has said; in large text by initials, which always fit."""
        words = self._look.words
        full = words("grading.reader", name=name) if name else words("grading.nobody")
        self.reader.setText(initials_of(name) if name and self._look.is_large else full)
        self.reader.setAccessibleName(full)
        self.reader.setToolTip(full)
        self.reader.updateGeometry()
