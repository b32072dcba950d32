"""How far everything of one person is on its way to headquarters, for the person's page; and asking for it to go first.

Said in counts, bytes and coarse time: an estimate, never a claim (what headquarters has is said by ``claims``). What writes is
imported when it is needed: the network's library stays off the start-up path.
"""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Protocol

from resources.store.store import Unit
from sync.estimate import Length, Span, ToGo
from sync.status import Journey, Standing
from workstation.gui import claims
from workstation.gui.claims import Receipts
from workstation.gui.people_text import day_text, time_text
from workstation.gui.words import Words

if TYPE_CHECKING:
    from sync.engine import SyncService

COUNTED = {Length.MINUTES: "now.minutes", Length.HOURS: "now.hours"}
SINGLE = {Length.MOMENT: "now.moment", Length.LONGER: "now.longer"}


class Journeys(Protocol):
    """What a page needs of sync."""

    def of(self, patient_uuid: str) -> Journey:
        """How far it is. Not for the GUI thread."""

    def ask(self, unit: Unit, patient_uuid: str) -> None:
        """Everything of them goes first from now on."""

    def take_back(self, unit: Unit, patient_uuid: str) -> None:
        """They go in their turn again."""


class SyncedJourneys:
    """By the sync service of this station."""

    def __init__(self, sync: "SyncService") -> None:
        self._sync = sync

    def of(self, patient_uuid: str) -> Journey:
        """How far it is. Not for the GUI thread."""
        return self._sync.journey(patient_uuid)

    def ask(self, unit: Unit, patient_uuid: str) -> None:
        """Everything of them goes first from now on; the unit rings, and a pass begins."""
        from sync import hurrying

        hurrying.ask(unit, patient_uuid)

    def take_back(self, unit: Unit, patient_uuid: str) -> None:
        """They go in their turn again."""
        from sync import hurrying

        hurrying.take_back(unit, patient_uuid)


def megabytes(size: int, words: Words) -> str:
    """Never less than a tenth: what is small is not nothing."""
    return words.island(f"{words.decimal(max(size, 100_000) / 1e6, 1)} MB")


def span_text(span: Span, words: Words) -> str:
    """About how long on the line as it was measured lately; nothing where none was measured."""
    if span.length in COUNTED:
        return words.counted(COUNTED[span.length], span.number)
    return words(SINGLE[span.length]) if span.length in SINGLE else ""


def amount_text(to_go: ToGo, words: Words) -> str:
    """What is still to go."""
    pictures = words.counted("inbox.pictures", to_go.pictures) if to_go.pictures else ""
    size = megabytes(to_go.size, words) if to_go.pictures else ""
    return words.listed([pictures, size, words.counted("now.records", to_go.records) if to_go.records else ""])


def left_text(journey: Journey, words: Words) -> str:
    """ "3 pictures, 12.0 MB: about 4 minutes on this line"."""
    amount = amount_text(journey.to_go, words)
    if not amount:
        looks = journey.to_go.looks
        return claims.at_headquarters(Receipts(looks, sent=looks), words).text if looks else ""
    about = span_text(journey.span, words)
    return (
        words("now.line", what=amount, about=about)
        if about
        else f"{words('now.stop', what=amount)} {words('now.unknown')}"
    )


def again_text(at: datetime | None, now: datetime, zone: tzinfo, words: Words) -> str:
    """ "Next try at 14:05.", with the day where it is not today; nothing of a time that has come, or that nobody knows."""
    if at is None or at <= now:
        return ""
    day, time = at.astimezone(zone).date(), time_text(at, zone, words)
    if day == now.astimezone(zone).date():
        return words("sync.again-at", time=time)
    return words("sync.again-on", day=day_text(day, words, year=False), time=time)


def turn_text(journey: Journey, time: str, words: Words) -> str:
    """When it goes, as far as anybody knows. ``time``: until when headquarters asked to be left alone, as "14:05"."""
    if journey.pause_until is not None:
        return words("now.pause", time=words.island(words.digits(time)))
    if journey.standing in (Standing.OFFLINE, Standing.PORTAL):
        return words("now.offline" if journey.is_asked else f"sync.standing-{journey.standing.value}")
    return words("now.first") if journey.is_asked else ""
