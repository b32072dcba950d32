"""What has to be typed into a camera: our address, port and AE title in big type and as a QR code; the same on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address

import segno
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.gui.patients.qr import QrCode
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import card, label, paragraph, rule
from workstation.gui.style.look import Look
from workstation.gui.words import Words

QR = 92
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # what a listener says that listens at each address
MOST = 3
"""Networks that are offered; a laptop has one or two."""


@dataclass(frozen=True)
class Here:
    """How a camera reaches us."""

    address: str
    port: int
    ae_title: str

    @property
    def text(self) -> str:
        """One line for a QR code."""
        return f"{self.ae_title}@{self.address}:{self.port}"


def networks() -> tuple[str, ...]:
    """This laptop's own IPv4 addresses on networks, without loopback and self-given ones."""
    protocol = QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    found = [one for one in QNetworkInterface.allAddresses() if one.protocol() == protocol and not one.isLoopback()]
    return tuple(one.toString() for one in found if not one.isLinkLocal())


def is_only_here(address: str) -> bool:
    """Whether nobody but this laptop can reach that address."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def reachable(listens_at: tuple[str, int], ae_title: str, own: Sequence[str]) -> Here:
    """What a camera must be told; a listener at every address is reached at the first that we have."""
    host, port = listens_at
    return Here(own[0] if host in EVERYWHERE and own else host, port, ae_title)


class SettingsCard(QWidget):
    """``printed`` asks for paper, ``listen_at`` for another address to listen at."""

    printed = Signal()
    listen_at = Signal(str)

    def __init__(self, look: Look, own: Sequence[str], *, may_choose: bool) -> None:
        """``own`` are this laptop's addresses; without ``may_choose`` the configuration has decided."""
        super().__init__()
        self._look, self._own, self._may_choose = look, own, may_choose
        self.here: Here | None = None
        self._address, self._port, self._title = (self._big() for _ in range(3))
        self.qr = QrCode(QR)
        self.print = Button(look, look.words("card.print"), icon="printer", wraps=True)
        self.print.clicked.connect(self.printed)
        self.warning = paragraph(look, "", "caption", "warn")
        self.offers = tuple(
            Button(look, look.words("card.listen", address=look.words.island(one)), wraps=True) for one in own[:MOST]
        )
        for one, button in zip(own, self.offers, strict=False):
            button.clicked.connect(lambda _checked=False, one=one: self.listen_at.emit(one))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._laid_out())

    def _big(self) -> QLabel:
        made = label(self._look, "", "person-page", strong=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _laid_out(self) -> QFrame:
        look, words = self._look, self._look.words
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(4)
        column.addWidget(paragraph(look, words("card.title"), "section"))
        column.addWidget(paragraph(look, words("card.second"), "caption", "second"))
        for key, value in (("address", self._address), ("port", self._port), ("ae-title", self._title)):
            column.addWidget(rule())
            column.addWidget(paragraph(look, words(f"card.{key}"), "caption", "second"))
            column.addWidget(value)
        column.addWidget(self.warning)
        for button in self.offers:
            column.addWidget(button)
        column.addWidget(rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.qr)
        row.addWidget(self.print, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        return frame

    def show_here(self, listens_at: tuple[str, int], ae_title: str) -> None:
        """Where we listen now."""
        here = reachable(listens_at, ae_title, self._own)
        if here == self.here:
            return
        self.here, words = here, self._look.words
        for value, text in ((self._address, here.address), (self._port, str(here.port)), (self._title, here.ae_title)):
            value.setText(words.island(text))
        self.qr.show_text(here.text)
        only_here = is_only_here(here.address)
        self.warning.setText(words("card.only-here" if self._may_choose else "card.only-here-fixed"))
        self.warning.setVisible(only_here)
        for button in self.offers:
            button.setVisible(only_here and self._may_choose)


def paint_on_paper(device: QPagedPaintDevice, here: Here, camp: str, words: Words) -> None:
    """The card on one page, black on white, as large as can be read across a table."""
    painter = QPainter(device)
    try:
        page = QRectF(device.pageLayout().paintRectPixels(device.logicalDpiX()))
        page.moveTo(0, 0)
        unit = page.width() / 100
        _write(painter, QRectF(0, 0, page.width(), 8 * unit), words("card.title"), 5 * unit)
        _write(painter, QRectF(0, 8 * unit, page.width(), 6 * unit), camp, 3 * unit)
        rows = (("card.address", here.address), ("card.port", str(here.port)), ("card.ae-title", here.ae_title))
        for place, (key, value) in enumerate(rows):
            top = (18 + 17 * place) * unit
            _write(painter, QRectF(0, top, page.width(), 5 * unit), words(key), 3 * unit)
            _write(painter, QRectF(0, top + 5 * unit, page.width(), 10 * unit), words.island(value), 8 * unit)
        _paint_qr(painter, QRectF(0, 72 * unit, 30 * unit, 30 * unit), here.text)
    finally:
        painter.end()


def _write(painter: QPainter, place: QRectF, text: str, size: float) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(size)))
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_qr(painter: QPainter, place: QRectF, text: str) -> None:
    rows = tuple(tuple(row) for row in segno.make(text, error="m", micro=False).matrix)
    module = place.width() / len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                square = QRectF(place.left() + x * module, place.top() + y * module, module + 0.5, module + 0.5)
                painter.fillRect(square, Qt.GlobalColor.black)
