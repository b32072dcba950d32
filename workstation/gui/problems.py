"""What a Problem says on screen: a title, its sentence, what a person can do. One table for all of them.

The sentence is the Problem's own where the screen speaks English; in other languages its translation, or else the title says it.
"""

from dataclasses import dataclass

from resources import problems
from workstation.gui.reasons import said
from workstation.gui.words import Words


@dataclass(frozen=True)
class Told:
    """A Problem in words."""

    title: str
    sentence: str
    what_to_do: str

    @property
    def line(self) -> str:
        """Everything in one line, for the toast."""
        return " ".join(part for part in (self.short, self.what_to_do) if part)

    @property
    def short(self) -> str:
        """What went wrong, without what can be done: beside what was typed."""
        return self.sentence or f"{self.title}."


KEYS: dict[type[problems.Problem], str] = {
    problems.Problem: "problem.Problem",
    problems.Invalid: "problem.Invalid",
    problems.TooLarge: "problem.TooLarge",
    problems.Unsupported: "problem.Unsupported",
    problems.NotFound: "problem.NotFound",
    problems.Gone: "problem.Gone",
    problems.Conflict: "problem.Conflict",
    problems.Refused: "problem.Refused",
    problems.Unauthorized: "problem.Unauthorized",
    problems.Unavailable: "problem.Unavailable",
    problems.Offline: "problem.Offline",
    problems.Portal: "problem.Portal",
    problems.StorageFull: "problem.StorageFull",
    problems.Damaged: "problem.Damaged",
    problems.Locked: "problem.Locked",
}


def told(problem: problems.Problem, words: Words) -> Told:
    """The words for this Problem, by its class or the nearest one above it."""
    key = next(KEYS[kind] for kind in type(problem).__mro__ if kind in KEYS)
    return Told(words(key), said(problem.sentence, words), words(f"{key}.do"))
