"""What of all that was confirmed is looked at again, pictures and records alike, and when.

A headquarters that was restored from an old backup, replaced or tidied up is noticed so. Refuses to know what a look is.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from sync.abreast import Job, Streams

AUDIT_EVERY = 600.0
"""Seconds."""
NEWEST = 20
AT_RANDOM = 20
T = TypeVar("T")


def audited(
    known: Sequence[T],
    look: Callable[[T], Job[bool]],
    streams: Streams,
    stopped: Callable[[], bool],
    *,
    rng: Random,
    everything: bool = False,
) -> int:
    """Look again at the newest 20 (``known`` begins with them) and at 20 at random; at everything once something is amiss.

    ``look`` says whether one had to be opened again; how many were.
    """
    newest, older = known[:NEWEST], known[NEWEST:]
    drawn = older if everything else rng.sample(older, min(AT_RANDOM, len(older)))
    seen = {id(one) for one in drawn}
    reopened: list[bool] = []
    for some in ([*newest, *drawn], [one for one in older if id(one) not in seen]):
        streams.each((look(one) for one in some), reopened.append, stopped)
        if not any(reopened):
            break
    return sum(reopened)
