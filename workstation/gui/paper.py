"""What goes on paper: as the bytes of a PDF, to the system's printer, into a file. What is painted is each paper's own affair."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from resources.problems import Problem
from workstation.gui.style.look import Look

DOTS = 300
"""An inch, in a PDF."""
TEXT_DOTS = 96
A4 = QPageSize(QPageSize.PageSizeId.A4)
MARGIN = 15.0
"""Millimetres around flowing text."""
Paint = Callable[[QPainter, int, Callable[[], object]], None]
"""Paints at so many dots an inch; the last argument begins the next page."""


@dataclass(frozen=True)
class Paper:
    """Something painted: its title, one page's size, and the painting, which goes to the edges."""

    title: str
    size: QPageSize
    paint: Paint


def pdf_of(paper: Paper) -> bytes:
    """As the bytes of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, _layout(paper.size), DOTS)
    writer.setTitle(paper.title)
    _painted(QPainter(writer), writer.logicalDpiX(), paper, writer.newPage)
    return bytes(buffer.data().data())


def print_on(printer: QPrinter, paper: Paper) -> None:
    """On the system's printer."""
    printer.setPageLayout(_layout(paper.size))
    printer.setFullPage(True)
    printer.setDocName(paper.title)
    _painted(QPainter(printer), printer.logicalDpiX(), paper, printer.newPage)


def ask_printer(parent: QWidget, then: Callable[[QPrinter], None]) -> None:
    """The system's own question where to print; ``then`` once somebody said yes."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent.window())  # a card may be made anew while somebody chooses
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def pdf_of_text(html: str, look: Look) -> bytes:
    """Flowing text on A4 as the bytes of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, _layout(A4, MARGIN), TEXT_DOTS)
    document = QTextDocument()
    document.setDefaultFont(look.font("body"))
    document.setPageSize(QSizeF(writer.pageLayout().paintRectPixels(TEXT_DOTS).size()))
    document.setHtml(html)
    document.print_(writer)
    return bytes(buffer.data().data())


def keep(path: Path, data: bytes) -> None:
    """Into that file, whole or not at all: what was there before stays. Raises Problem where it cannot be written."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as reason:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Problem("It cannot be written there. Choose another place.") from reason


def _layout(size: QPageSize, margin: float = 0) -> QPageLayout:
    margins = QMarginsF(margin, margin, margin, margin)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _writer(buffer: QBuffer, layout: QPageLayout, dots: int) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setCreator("Eyecamp")
    writer.setPageLayout(layout)
    writer.setResolution(dots)
    return writer


def _painted(painter: QPainter, dots: int, paper: Paper, turn: Callable[[], object]) -> None:
    try:
        paper.paint(painter, dots, turn)
    finally:
        painter.end()
