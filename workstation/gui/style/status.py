"""The seven meanings that have a colour, a shape and a word. Knows no Qt, so that pure modules may speak of them."""

from enum import StrEnum


class Status(StrEnum):
    """Design-system section 2. ``urgent`` is a clinical word: a technical fault is ``warn``."""

    OK = "ok"
    BUSY = "busy"
    WAIT = "wait"
    WARN = "warn"
    URGENT = "urgent"
    UNKNOWN = "unknown"
    NO = "no"

    @property
    def tint(self) -> str:
        """The family of colours that paints it: ungradable is painted as a warning."""
        return "warn" if self is Status.NO else self.value
