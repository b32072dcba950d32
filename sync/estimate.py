"""About how long what waits will take on the line as it was measured lately. Pure: amounts and a measure in, coarse words out.

A line in a field changes from hour to hour: so it says minutes, hours or "more than a day" and never counts down. It is no
claim: it never says that anything is done, and nothing is concluded from it. Refuses to guess at a line that was not measured.
"""

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import floor, isfinite

MEMORY = 120.0
"""Seconds of sending that count; what was measured before counts for less and less."""
RECORD = 1.0
LOOK = 0.5
"""Seconds for a record, and for one look at headquarters, while these were not measured."""
MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Meter:
    """How much came through in how many seconds in which something was on its way."""

    amount: float = 0.0
    seconds: float = 0.0

    def came(self, amount: float, seconds: float) -> "Meter":
        """So much more came through in so much more time."""
        more = Meter(self.amount + max(amount, 0.0), self.seconds + max(seconds, 0.0))
        return Meter(more.amount / 2, more.seconds / 2) if more.seconds > MEMORY else more

    @property
    def rate(self) -> float | None:
        """In a second; ``None`` while nothing was measured."""
        rate = self.amount / self.seconds if self.seconds > 0 else 0.0
        return rate if rate > 0 and isfinite(rate) else None

    def seconds_for(self, amount: float, usual: float | None = None) -> float | None:
        """How long so much takes; by the ``usual`` time of one, where nothing was measured."""
        if amount <= 0:
            return 0.0
        if self.rate is None:
            return None if usual is None else amount * usual
        return amount / self.rate


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of the way to headquarters: bytes of pictures, records and looks in a second."""

    pictures: Meter = field(default_factory=Meter)
    records: Meter = field(default_factory=Meter)
    looks: Meter = field(default_factory=Meter)

    def as_text(self) -> str:
        """To be written down."""
        return json.dumps(
            [[round(one.amount, 3), round(one.seconds, 3)] for one in (self.pictures, self.records, self.looks)]
        )


def line_of(text: str) -> Line:
    """What ``as_text`` wrote; of nothing, or nonsense, nothing is known."""
    try:
        pictures, records, looks = (
            Meter(max(float(amount), 0.0), max(float(seconds), 0.0)) for amount, seconds in json.loads(text)
        )
    except (TypeError, ValueError, OverflowError):
        return Line()
    return Line(pictures, records, looks)


@dataclass(frozen=True, slots=True)
class ToGo:
    """What may travel and is not confirmed yet. ``waiting``: pictures and records that wait for a person, and go nowhere now."""

    pictures: int = 0
    size: int = 0
    records: int = 0
    looks: int = 0
    """Pictures that went, and that headquarters has still to show."""
    waiting: int = 0

    def __add__(self, other: "ToGo") -> "ToGo":
        return ToGo(
            self.pictures + other.pictures,
            self.size + other.size,
            self.records + other.records,
            self.looks + other.looks,
            self.waiting + other.waiting,
        )

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is on its way."""
        return not (self.pictures or self.records or self.looks)

    @property
    def is_confirmed(self) -> bool:
        """Whether nothing is left here at all."""
        return self.is_nothing and not self.waiting

    def ahead_of(self, other: "ToGo") -> "ToGo":
        """Both, one after the other, as far as they travel; what waits is the other's alone."""
        return replace(self + other, waiting=other.waiting)


class Length(StrEnum):
    """How long, coarsely; ``UNKNOWN`` while no line was measured."""

    UNKNOWN = "unknown"
    MOMENT = "moment"
    MINUTES = "minutes"
    HOURS = "hours"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Span:
    """About how long: ``number`` of minutes or hours."""

    length: Length
    number: int = 0


def seconds_of(to_go: ToGo, line: Line) -> float | None:
    """How long it takes on that line; ``None`` where the line was not measured with pictures, and pictures are to go."""
    sending = line.pictures.seconds_for(to_go.size if to_go.pictures else 0)
    if sending is None:
        return None
    records = line.records.seconds_for(to_go.records, RECORD) or 0.0
    looks = line.looks.seconds_for(to_go.looks + to_go.pictures, LOOK) or 0.0
    if not to_go.pictures and line == Line():
        return None
    return sending + records + looks


def span_of(seconds: float | None) -> Span:
    """In the words that a person may hear. Never less for more."""
    if seconds is None:
        return Span(Length.UNKNOWN)
    if seconds < MINUTE:
        return Span(Length.MOMENT)
    if seconds > DAY:
        return Span(Length.LONGER)
    minutes = floor(seconds / MINUTE + 0.5)
    coarse = minutes if minutes <= 10 else 5 * floor(minutes / 5 + 0.5)
    if coarse < 60:
        return Span(Length.MINUTES, coarse)
    return Span(Length.HOURS, max(1, floor(seconds / HOUR + 0.5)))


def estimate(to_go: ToGo, line: Line) -> Span:
    """About how long."""
    return span_of(seconds_of(to_go, line))


def span_sentence(span: Span) -> str:
    """For the command line and for programs; the window has words of its own."""
    return {
        Length.UNKNOWN: "No line was measured yet.",
        Length.MOMENT: "Under a minute on this line.",
        Length.MINUTES: f"About {span.number} minute{'s' * (span.number != 1)} on this line.",
        Length.HOURS: f"About {span.number} hour{'s' * (span.number != 1)} on this line.",
        Length.LONGER: "More than a day on this line.",
    }[span.length]
