"""What stands in the Inbox's list, in words: headings by camera and minute, a tile and two lines for each entry. Pure values."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from resources.store.rows import HeldRow
from resources.terms import Field
from workstation.gui import claims
from workstation.gui.inbox.waiting import Group, Item, Waiting
from workstation.gui.style.eyes import EyeTile, TileState
from workstation.gui.style.look import Look
from workstation.gui.viewer.thumbs import tile_of

LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """The camera, the minute, how many."""

    title: str
    time: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture, or one thing kept aside: a tile and two lines."""

    uid: str
    tile: EyeTile
    title: str
    second: str
    item: Item | None = None
    held: HeldRow | None = None


Line = Heading | Entry


def lines_of(waiting: Waiting, look: Look) -> list[Line]:
    """The list as it is shown."""
    lines: list[Line] = []
    for group in waiting.groups:
        lines.append(_heading(group, look))
        lines.extend(_entry(item, look) for item in group.items)
    if waiting.held:
        lines.append(Heading(look.words("inbox.held"), "", look.words.value(len(waiting.held))))
        lines.extend(_held(row, look) for row in waiting.held)
    return lines


def _heading(group: Group, look: Look) -> Heading:
    words = look.words
    large = look.percent >= 150
    count = words.value(len(group.items)) if large else words.counted("inbox.pictures", len(group.items))
    return Heading(group.sender or words("inbox.no-sender"), words.island(words.digits(group.minute)), count)


def said_by(item: Item, look: Look) -> str:
    """Whom the sender says it shows: quoted, for it is not known to be true."""
    said = item.identity.name.partition("=")[0].replace("^", " ").strip() or item.identity.patient_id.strip()
    return look.words("inbox.quoted", said=said) if said else look.words("inbox.no-person")


def _entry(item: Item, look: Look) -> Entry:
    words, row = look.words, item.row
    eye = claims.eye(row.laterality, words).text if row.laterality else words("inbox.eye-not-said")
    field = words(f"field.{row.field}") if row.field in set(Field) else ""
    return Entry(item.uid, tile_of(row), said_by(item, look), words.join([eye, field]), item)


def kind_of(row: HeldRow) -> str:
    """Which words speak of a thing kept aside."""
    return row.kind if row.kind in ("conflict", "photograph") else "quarantine"


def _held(row: HeldRow, look: Look) -> Entry:
    kind = kind_of(row)
    came = look.words.digits(row.received_at.astimezone().strftime("%H:%M"))
    second = look.words.join([row.calling_ae_title, look.words.island(came)])
    state = TileState.HERE if kind == "photograph" else TileState.FORWARD_ONLY
    tile = EyeTile(None, None, state, uid=row.uuid)
    return Entry(row.uuid, tile, look.words(f"inbox.held-{kind}"), second, None, row)
