"""What came of writing a stick, and of taking a file from one in: frozen values, with a sentence for a person. Pure."""

from dataclasses import dataclass
from pathlib import Path

from sync.sticks.form import OWN, RECEIPTS


@dataclass(frozen=True, slots=True)
class Written:
    """What was put on a stick, and read back from it."""

    files: tuple[Path, ...]
    pictures: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in from one file. ``receipts`` is where the answer was written; ``note`` what a person must know."""

    what: str
    sender: str
    pictures: int = 0
    stored: int = 0
    known: int = 0
    aside: int = 0
    confirmed: int = 0
    refused: int = 0
    receipts: Path | None = None
    note: str = ""

    @property
    def sentence(self) -> str:
        """For a person."""
        if self.what == OWN:
            return "This file was written here. It is for another station."
        if self.what == RECEIPTS:
            said = f"Receipts of {self.sender}: {self.confirmed} pictures are there as we mean them, {self.refused} are not."
        else:
            said = f"Pictures of {self.sender}: {self.stored} new, {self.known} known already, {self.aside} kept aside."
        return f"{said} {self.note}".strip()
