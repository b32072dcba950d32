"""Whether a camp may be packed up: what headquarters has confirmed of every person, counted from receipts alone.

The answer is "yes" only while nothing at all is missing. Refuses to round up: what no receipt speaks of is not there, a picture
that nobody has a name for counts, a file that was kept aside counts, and so does an urgent person whom nobody has told (HZ-04).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from resources.store import Unit, filing, patients, referrals
from sync import ledger
from sync.status import Share


class Answer(StrEnum):
    """What may be said to somebody who wants to leave."""

    YES = "yes"
    PICTURES = "pictures"
    """Every picture is confirmed, and headquarters takes nothing else: registrations, grades and referrals are here only."""
    NOTHING = "nothing"
    """As before, and there is no picture: nothing was confirmed."""
    NO = "no"


class Lack(StrEnum):
    """What still stands in the way."""

    NO_HEADQUARTERS = "no-headquarters"
    LEDGER = "ledger"
    UNTOLD = "untold"
    PICTURES = "pictures"
    RECORDS = "records"
    HELD = "held"


SENTENCES = {
    Lack.NO_HEADQUARTERS: ("No headquarters has confirmed anything.", "No headquarters has confirmed anything."),
    Lack.LEDGER: (
        "The record of what headquarters confirmed was changed. It proves nothing now.",
        "The record of what headquarters confirmed was changed. It proves nothing now.",
    ),
    Lack.UNTOLD: (
        "1 person with an urgent referral has not been told.",
        "{n} people with an urgent referral have not been told.",
    ),
    Lack.PICTURES: (
        "1 picture is not confirmed by headquarters.",
        "{n} pictures are not confirmed by headquarters.",
    ),
    Lack.RECORDS: (
        "1 registration, grade or referral is not confirmed by headquarters.",
        "{n} registrations, grades and referrals are not confirmed by headquarters.",
    ),
    Lack.HELD: (
        "1 file was kept aside and goes nowhere until somebody looks.",
        "{n} files were kept aside and go nowhere until somebody looks.",
    ),
}
"""What stands in the way, of one and of many."""
ONLY_PICTURES = "Every picture is confirmed. Registrations, grades and referrals are not: take a backup with you."
NO_PICTURES = (
    "There is no picture. Registrations, grades and referrals are on this laptop only: take a backup with you."
)
EVERYTHING = "Everything is confirmed by headquarters."
HEADINGS = {
    Answer.YES: ("Yes.", EVERYTHING),
    Answer.PICTURES: ("The pictures, yes.", ONLY_PICTURES),
    Answer.NOTHING: ("Nothing is there to send.", NO_PICTURES),
}


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """One person's line: what headquarters has of their pictures, and whether somebody must still tell them."""

    number: str
    name: str
    share: Share
    is_untold: bool = False

    @property
    def missing(self) -> int:
        """Pictures without a receipt that still fits."""
        return self.share.pictures - self.share.confirmed


@dataclass(frozen=True, slots=True)
class Leaving:
    """The state of the camp in one snapshot. ``records`` counts what is no picture and not confirmed; ``None`` where
    headquarters takes pictures only."""

    at: datetime
    headquarters: str
    people: tuple[PersonLeft, ...]
    nobodys: Share
    held: int
    receipts: int
    head: str
    last_confirmed: datetime | None
    broken: int | None = None
    records: int | None = None

    @property
    def pictures(self) -> int:
        """All pictures on this laptop."""
        return self.nobodys.pictures + sum(one.share.pictures for one in self.people)

    @property
    def missing(self) -> int:
        """Pictures that headquarters has not confirmed."""
        return self.pictures - self.nobodys.confirmed - sum(one.share.confirmed for one in self.people)

    @property
    def untold(self) -> int:
        """People with an urgent referral whom nobody has told."""
        return sum(one.is_untold for one in self.people)

    @property
    def lacks(self) -> tuple[tuple[Lack, int], ...]:
        """What stands in the way, the person before the machine, each with its count."""
        nowhere = int(bool(self.pictures) and not self.headquarters)
        found = (
            (Lack.UNTOLD, self.untold),
            (Lack.NO_HEADQUARTERS, nowhere),
            (Lack.LEDGER, int(self.broken is not None)),
            (Lack.PICTURES, self.missing),
            (Lack.RECORDS, self.records or 0),
            (Lack.HELD, self.held),
        )
        return tuple((lack, count) for lack, count in found if count)

    @property
    def answer(self) -> Answer:
        """Yes, no, or only the pictures, if there are any."""
        if self.lacks:
            return Answer.NO
        if self.records == 0:
            return Answer.YES
        return Answer.PICTURES if self.pictures else Answer.NOTHING

    def sentences(self) -> Iterator[str]:
        """The answer in plain words, for somebody without a window."""
        heading, *rest = HEADINGS.get(self.answer, ("No.",))
        yield f"Safe to leave camp? {heading}"
        for lack, count in self.lacks:
            yield SENTENCES[lack][count != 1].format(n=count)
        yield from rest


def leaving(unit: Unit, headquarters: str, *, check_chain: bool, records: int | None = None) -> Leaving:
    """Read it from the ledger, in one unit. ``check_chain`` also follows the chain of receipts from its beginning."""
    shares = ledger.people(unit, headquarters)
    urgent = {row.patient_uuid for row in referrals.urgent_not_told(unit)}
    rows = patients.listed(unit, limit=100_000)
    everybody = [
        PersonLeft(row.number or "", row.name, shares.get(row.uuid, Share()), row.uuid in urgent) for row in rows
    ]
    known = [one for one in everybody if one.share.pictures or one.is_untold]
    return Leaving(
        at=unit.now,
        headquarters=headquarters,
        people=tuple(sorted(known, key=lambda one: (not one.is_untold, one.missing == 0, one.number, one.name))),
        nobodys=_rest(shares, {row.uuid for row in rows}),
        held=len(filing.held(unit)),
        receipts=ledger.length(unit),
        head=ledger.head(unit),
        last_confirmed=ledger.last_confirmed(unit, headquarters),
        broken=ledger.broken(unit) if check_chain else None,
        records=records,
    )


def _rest(shares: dict[str | None, Share], listed: set[str]) -> Share:
    """What is nobody's, and what is of people who are not in the list any more: it must be counted somewhere."""
    rest = [share for uuid, share in shares.items() if uuid not in listed]
    return Share(sum(one.pictures for one in rest), sum(one.sent for one in rest), sum(one.confirmed for one in rest))
