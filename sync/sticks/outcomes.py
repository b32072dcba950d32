"""What came of writing a stick, and of taking a file from one in: frozen values, with a sentence for a person. Pure."""

from dataclasses import dataclass
from pathlib import Path

from sync.sticks.form import OWN, RECEIPTS


@dataclass(frozen=True, slots=True)
class Written:
    """What was put on a stick, and read back from it. ``left_out`` are pictures that wait for a person; ``records`` counts
    removals too."""

    files: tuple[Path, ...]
    pictures: int
    left_out: int = 0
    records: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the records of one file. ``why`` are the sentences of those that wait."""

    new: int = 0
    changed: int = 0
    known: int = 0
    waits: int = 0
    removed: int = 0
    withdrawn: int = 0
    why: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """All of them."""
        return self.new + self.changed + self.known + self.waits + self.removed + self.withdrawn

    @property
    def sentence(self) -> str:
        """For a person; empty where there were none."""
        if not self.count:
            return ""
        said = f"Records: {self.new} new, {self.changed} changed, {self.known} known already, {self.waits} wait for a person."
        gone = f" {self.removed} were removed here and do not come back." if self.removed else ""
        taken = (
            f" {self.withdrawn} were removed at their station, and are not shown here any more."
            if self.withdrawn
            else ""
        )
        return " ".join([said + gone + taken, *self.why])


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
    records: Kept = Kept()
    records_confirmed: int = 0
    records_refused: int = 0

    @property
    def sentence(self) -> str:
        """For a person."""
        if self.what == OWN:
            return "This file was written here. It is for another station."
        if self.what == RECEIPTS:
            said = f"Receipts of {self.sender}: {self.confirmed} pictures are there as we mean them, {self.refused} are not."
            if told := self.records_confirmed + self.records_refused:
                said += f" Of {told} records {self.records_confirmed} are there as we mean them."
        else:
            said = f"Pictures of {self.sender}: {self.stored} new, {self.known} known already, {self.aside} kept aside."
        return " ".join(filter(None, [said, self.records.sentence, self.note]))
