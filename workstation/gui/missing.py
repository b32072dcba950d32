"""What is missing of somebody's pictures: empty places of the protocol, and pictures that the camera announced (HZ-06). Pure.

Counts what is here and guesses nothing: a picture of an unknown eye fills no place, one that waits in the Inbox has come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.store.performed import Expected
from resources.store.rows import InstanceRow
from resources.store.turns import COMES_BACK
from workstation.gui import claims
from workstation.gui.claims import Claim
from workstation.gui.tiles import empty_places, place_words, places
from workstation.gui.words import Words

NOTHING_ANNOUNCED = Expected(0, ())
REASONS = ("small-pupil", "no-view", "no-eye", "moves", "refused", "camera", COMES_BACK)
"""Why a place stays empty, as it is kept; the words are ``missing.because-…``."""


@dataclass(frozen=True)
class Missing:
    """``places`` as ``L disc``, out of ``of``; ``late`` of the ``announced`` pictures are not here."""

    places: tuple[str, ...] = ()
    of: int = 0
    late: int = 0
    announced: int = 0

    def __bool__(self) -> bool:
        return bool(self.places or self.late)

    @property
    def kept(self) -> tuple[str, ...]:
        """As it is kept with the turn at the camera."""
        return (*self.places, f"announced {self.late}") if self.late else self.places


NOTHING = Missing()


def missing_of(rows: Sequence[InstanceRow], protocol: str, expected: Expected = NOTHING_ANNOUNCED) -> Missing:
    """What ``rows``, which are here and in sight, leave open."""
    return Missing(empty_places(rows, protocol), places(protocol), len(expected.missing), expected.announced)


def here(missing: Missing, words: Words) -> Claim:
    """The one line about it: what the camera announced goes before what the protocol wants."""
    if missing.late:
        return claims.still_expected(missing.late, missing.announced, words)
    return claims.still_to_come(missing.of - len(missing.places), missing.of, words)


def named(kept: Sequence[str], words: Words) -> str:
    """ "OS disc, 1 announced picture": from what is missing, or from what was kept of it."""
    return words.listed(_named(one, words) for one in kept)


def _named(one: str, words: Words) -> str:
    first, _, rest = one.partition(" ")
    return words.counted("missing.announced", int(rest)) if first == "announced" else place_words(one, words)


def because(reason: str, words: Words) -> str:
    """The reason in words; nothing for one that was not given."""
    return words(f"missing.because-{reason}") if reason in REASONS else reason
