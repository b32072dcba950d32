"""A card that was scanned into a field: a scanner is a keyboard that ends with Enter (hazard HZ-29).

Only a number of ours with its right check digit opens somebody, and the page then asks whether it is that person. Everything else
gets a sentence; nothing is created and nothing is searched for.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from resources.store import numbers, patients
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.style.status import Status

LONGEST_NAME = 64
FOREIGN = re.compile(
    r"://|[\x00-\x1f{}<>|]|^[A-Z]+:[^ ]|^[0-9]{16,}$|^(?=.*[0-9])[A-Z0-9$%*+/.:-]{16,}$", re.IGNORECASE
)
"""What no name, number or phone looks like: an address, a vCard, a product code."""


class Code(StrEnum):
    """What a text that came from a scanner is."""

    NUMBER = "number"
    SLIP = "slip"
    FOREIGN = "foreign"
    TYPED = "typed"


@dataclass(frozen=True)
class Scan:
    """What it is, and the number in our spelling."""

    code: Code
    number: str = ""


def read_scan(text: str) -> Scan:
    """What a text is that ended with Enter. Pure."""
    number = numbers.read(text)
    if number is not None:
        return Scan(Code.NUMBER if number.is_right else Code.SLIP, str(number))
    return Scan(Code.FOREIGN if FOREIGN.search(text.strip()) else Code.TYPED)


class Scanner(QObject):
    """Takes the text of a field. ``found`` carries the uuid of the person whose card it is."""

    found = Signal(str)

    def __init__(self, parent: QObject, desk: Desk) -> None:
        """For a page."""
        super().__init__(parent)
        self._desk = desk

    def take(self, text: str) -> bool:
        """Whether it was a card or a foreign code; then it is dealt with and the field may be cleared."""
        scan = read_scan(text)
        if scan.code is Code.TYPED:
            return False
        if scan.code is Code.NUMBER:
            self._open(scan.number)
        else:
            self._say(f"card.{scan.code}", number=self._desk.look.words.island(scan.number))
        return True

    def _open(self, number: str) -> None:
        store = self._desk.store

        def work() -> str:
            with store.read() as unit:
                owner = patients.by_number(unit, number)
            return owner.uuid if owner else ""

        def show(uuid: str) -> None:
            if uuid:
                self.found.emit(uuid)
            else:
                self._say("card.elsewhere", number=self._desk.look.words.island(number))

        in_background(self, work).then(show).otherwise(self._desk.tell)

    def _say(self, key: str, **values: object) -> None:
        self._desk.toast.say(self._desk.look.words(key, **values), status=Status.WARN)
