"""The cards of the day's people, made once and kept while nothing that they show has changed. Decides nothing; shows nothing.

Making a card is cheap and a camp has hundreds, so no more than ``SLICE`` are made in one turn of the event loop.
"""

from dataclasses import dataclass, replace
from datetime import date

from workstation.gui import claims
from workstation.gui.desk import Desk
from workstation.gui.gallery import Gallery
from workstation.gui.missing import Missing, here, missing_of
from workstation.gui.people_text import age_sex, name_of, waited
from workstation.gui.pictures import Key
from workstation.gui.style.marks import Chip
from workstation.gui.style.people import PersonCard
from workstation.gui.style.status import Status
from workstation.gui.tiles import Levels, pair_of, receipts_of, unknown_eyes
from workstation.gui.today.board import Board, Column, Someone

SLICE = 40
"""Cards in one turn: about 10 ms on a slow laptop."""


@dataclass(frozen=True)
class _Known:
    """All that a card is made of, but for the pictures that have not been decoded yet."""

    one: Someone
    levels: tuple[int, ...]
    note: str
    today: date


@dataclass(frozen=True)
class _Kept:
    known: _Known
    card: PersonCard
    awaits: frozenset[Key]


class DayCards:
    """``make_some`` until it says that all are there; then ``of`` each person."""

    def __init__(self, desk: Desk, gallery: Gallery, protocol: str) -> None:
        """None yet."""
        self._store, self._words, self._gallery, self._protocol = desk.store, desk.look.words, gallery, protocol
        self._kept: dict[str, _Kept] = {}
        self.levels: Levels = {}

    def make_some(self, board: Board) -> bool:
        """Make what is new, has changed or has got a picture, so many at most; whether all are up to date now."""
        made, self.levels = 0, board.levels
        for one in board.people:
            if one.column is Column.AT_CAMERA or self._is_current(one):
                continue
            if made == SLICE:
                return False
            self._make(one)
            made += 1
        self._forget_all_but(board)
        return True

    def of(self, one: Someone) -> PersonCard:
        """The card of somebody who waits or is to be read."""
        return self._kept[one.patient.uuid].card

    def card(self, one: Someone, note: str = "", chip: Chip | None = None) -> PersonCard:
        """A card made now."""
        patient = one.patient
        right, left = pair_of(one.rows, self.levels, self._gallery.hang)
        facts = age_sex(patient, self._today(), self._words)
        number = patient.number or patient.public_id
        face = self._gallery.face(patient)
        return PersonCard(patient.uuid, name_of(patient), facts, number, note, face, right, left, chip)

    def missing(self, one: Someone) -> Missing:
        """What is still to come of somebody."""
        return missing_of(one.rows, self._protocol, one.expected)

    def _known(self, one: Someone) -> _Known:
        is_waiting = one.column is Column.WAITING
        note = waited(one.since, self._store.clock(), self._words) if is_waiting else ""
        levels = tuple(self.levels.get(row.instance_uid, -1) for row in one.rows)
        return _Known(one, levels, note, self._today())

    def _is_current(self, one: Someone) -> bool:
        kept = self._kept.get(one.patient.uuid)
        return kept is not None and kept.awaits <= self._gallery.awaited and kept.known == self._known(one)

    def _make(self, one: Someone) -> None:
        known = self._known(one)
        self._gallery.missed.clear()
        card = self.card(one, known.note, None if one.column is Column.WAITING else self._chip(one))
        self._kept[one.patient.uuid] = _Kept(known, card, frozenset(self._gallery.missed))

    def _chip(self, one: Someone) -> Chip:
        missing = self.missing(one)
        if unknown_eyes(one.rows):
            claim = claims.eye(None, self._words)
        elif missing:
            claim = replace(here(missing, self._words), status=Status.WAIT)
        else:
            claim = claims.at_headquarters(receipts_of(one.rows, self.levels), self._words)
        return Chip(claim.text, claim.status)

    def _today(self) -> date:
        return self._store.clock().astimezone(self._store.zone).date()

    def _forget_all_but(self, board: Board) -> None:
        for uuid in self._kept.keys() - {one.patient.uuid for one in board.people}:
            del self._kept[uuid]
