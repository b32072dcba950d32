"""Printing a letter: read the frozen facts, fetch their pictures, make the PDF, write down that it was printed, hand it over.

Nothing leaves the station before it is written down; what changed meanwhile stops it. A letter is sent to nobody (hazards.md 3).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from resources.problems import Problem
from resources.store import letters
from resources.store.letters import LetterFacts, LetterRow
from resources.store.rows import InstanceRow
from resources.terms import Laterality, Origin
from workstation.gui.background import in_background, in_turn
from workstation.gui.desk import Desk
from workstation.gui.letters.sheet import Pictures, paper_of
from workstation.gui.letters.text import LetterText, text_of
from workstation.gui.paper import pdf_of
from workstation.gui.pictures import FIT, Asked, Picture
from workstation.gui.style.status import Status
from workstation.gui.words import TEXTS, Words


@dataclass(frozen=True)
class Made:
    """A letter that is written down: its row, its bytes, and what was painted."""

    facts: LetterFacts
    row: LetterRow
    pdf: bytes
    text: LetterText
    pictures: Pictures


Hand = Callable[[Made], None]


@dataclass
class _Fetching:
    """The pictures of one letter, as they come; each is asked for by its own instance (HZ-12)."""

    facts: LetterFacts
    wanted: dict[str, Asked]
    got: dict[str, QImage | None] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        return self.got.keys() == self.wanted.keys()

    @property
    def pictures(self) -> Pictures:
        return Pictures(**{name: self.got.get(name) for name in ("face", "right", "left")})


def make(desk: Desk, parent: QObject, patient_uuid: str, day: date, language: str, hand: Hand) -> None:
    """Make that letter for whoever is at the keys, and hand it over. What stands in the way is said."""
    store = desk.store

    def read() -> LetterFacts:
        with store.read() as unit:
            return letters.facts(unit, patient_uuid, day)

    def fetch(facts: LetterFacts) -> None:
        _fetch(desk, parent, facts, partial(_print, desk, parent, facts, language, hand))

    in_background(parent, read).then(fetch).otherwise(partial(tell, desk))


def _fetch(desk: Desk, parent: QObject, facts: LetterFacts, then: Callable[[Pictures], None]) -> None:
    wanted: dict[str, Asked] = {}
    if facts.patient.photo_digest:
        wanted["face"] = desk.pictures.ask_face(facts.patient, FIT)
    for eye in facts.eyes:
        if eye.picture is not None:
            wanted["right" if eye.eye is Laterality.RIGHT else "left"] = _asked(desk, eye.picture)
    held = _Fetching(facts, wanted)

    def came(name: str, picture: Picture) -> None:
        held.got[name] = picture.image if picture.is_here else None
        if held.is_done:
            then(held.pictures)

    if not wanted:
        then(held.pictures)
    for name, asked in wanted.items():
        desk.pictures.fetch(parent, asked, partial(came, name))


def _asked(desk: Desk, row: InstanceRow) -> Asked:
    return desk.pictures.ask(row, FIT)


def _print(
    desk: Desk, parent: QObject, facts: LetterFacts, language: str, hand: Hand, pictures: Pictures
) -> None:  # fmt: skip
    store, actor = desk.store, desk.actor()
    text = text_of(facts, actor, Words(language), store.zone)

    def work() -> Made:
        pdf = pdf_of(paper_of(text, pictures))
        blob = store.vault.admit(pdf)
        try:
            with store.write(Origin.PERSON, actor) as unit:
                row = letters.keep(unit, facts, language, blob)
        except Problem:
            store.vault.drop(blob.digest)  # nobody was told that it was printed
            raise
        return Made(facts, row, pdf, text, pictures)

    in_turn(parent, work).then(hand).otherwise(partial(tell, desk))


def tell(desk: Desk, problem: Problem) -> None:
    """Why there is no letter, in the window's language."""
    key = f"letters.refused-{problem.fields.get('letter', '')}"
    if key in TEXTS:
        desk.toast.say(desk.look.words(key), status=Status.WARN)
    else:
        desk.tell(problem)
