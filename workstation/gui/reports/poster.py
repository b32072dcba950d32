"""The poster of a day: its numbers, its loose ends with names, the wall of rings. One frozen ``Day`` and nothing else.

A ring is closed by receipts alone (HZ-05); who is urgent and was not told stands first (HZ-04).
"""

from base64 import b64encode
from collections.abc import Sequence
from datetime import tzinfo
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from workstation.gui import claims
from workstation.gui.people_text import day_text
from workstation.gui.reports.day import Day, LooseEnd
from workstation.gui.reports.lines import closed_line, counts, heading, what, who
from workstation.gui.style.marks import paint_ring
from workstation.gui.style.rings import WallRing
from workstation.gui.words import Words

CELL, RING, PEN, ACROSS = 46, 36, 6.0, 14
TRACK, FULL = QColor("#D0D7DD"), QColor("#1B6E4B")
"""On white paper."""


def poster_of(day: Day, words: Words, zone: tzinfo) -> str:
    """The whole poster as HTML for a ``QTextDocument``."""
    direction = "rtl" if words.is_right_to_left else "ltr"
    parts = [
        f'<html><body dir="{direction}">',
        f"<h1>{escape(words.join([words('day.title'), day.camp]))}</h1>",
        f"<p>{escape(words.join([day_text(day.day, words, weekday=True), closed_line(day, zone, words)]))}</p>",
        _numbers(day, words),
        f"<h2>{escape(words('day.ends'))}</h2>",
        *(_end(end, words) for end in day.ends),
    ]
    if not day.ends:
        parts.append(f"<p>{escape(words('day.nothing'))}</p>")
    parts += [f"<h2>{escape(words('day.wall'))}</h2>", _wall(day, words), _villages(day, words), "</body></html>"]
    return "\n".join(parts)


def _numbers(day: Day, words: Words) -> str:
    found = counts(day, words)
    large = "".join(f"<td align='center'><h1>{escape(words.value(number))}</h1></td>" for number, _ in found)
    small = "".join(f"<td align='center'>{escape(said)}</td>" for _, said in found)
    return f'<table width="100%" cellpadding="6"><tr>{large}</tr><tr>{small}</tr></table>'


def _end(end: LooseEnd, words: Words) -> str:
    lines = "".join(
        f"<li>{escape(words.join([who(one, words), what(end.kind, one, words)]))}</li>" for one in end.people
    )
    return f"<p><b>{escape(heading(end, words))}</b></p>" + (f"<ul>{lines}</ul>" if lines else "")


def _wall(day: Day, words: Words) -> str:
    if not day.wall:
        return ""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(wall_image(day.wall, is_right_to_left=words.is_right_to_left))
    coded = b64encode(bytes(data.data())).decode("ascii")
    return f'<p><img src="data:image/png;base64,{coded}"></p><p>{escape(claims.full_ring(words).text)}</p>'


def wall_image(rings: Sequence[WallRing], *, is_right_to_left: bool) -> QImage:
    """Everybody's ring, along the reading direction."""
    rows = -(-len(rings) // ACROSS)
    image = QImage(ACROSS * CELL, max(1, rows) * CELL, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for place, ring in enumerate(rings):
        row, column = divmod(place, ACROSS)
        x = (ACROSS - 1 - column if is_right_to_left else column) * CELL
        paint_ring(painter, QRectF(x + 5, row * CELL + 5, RING, RING), ring.fraction, PEN, (TRACK, FULL))
    painter.end()
    return image


def _villages(day: Day, words: Words) -> str:
    if not day.villages:
        return ""
    rows = "".join(f"<tr><td>{escape(name)}</td><td>{words.value(count)}</td></tr>" for name, count in day.villages)
    return f"<h2>{escape(words('day.villages'))}</h2><table cellpadding='4'>{rows}</table>"
