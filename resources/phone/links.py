"""The one link by which a phone may hand in one photo, for the form that was open when it was made, for five minutes (HZ-07).

It is in memory only, by the digest of its secret: neither a copied database nor a restart keeps one alive. Whose form it is, it
does not know, so that a phone that is lost tells nothing.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

from resources.phone.words import Words
from resources.problems import Conflict, Gone
from resources.wire.secrets import digest

LASTS = 300.0
"""Seconds."""
BYTES = 24
"""Of chance in a secret: nobody guesses 192 bits in five minutes, or ever."""


class Photo(NamedTuple):
    """What the phone handed in, decoded and upright: RGB, 8 bits each."""

    width: int
    height: int
    rgb: bytes


Take = Callable[[Photo], bool]
"""Puts the photo on the form; whether it is there. False once that form was left. Comes from a thread of the server."""


@dataclass
class _Link:
    known_by: str
    ends: float
    take: Take
    is_busy: bool = False


class Links:
    """Good from any thread. ``clock`` counts seconds, also those in which the laptop slept; ``rng`` is the system's chance."""

    def __init__(self, clock: Callable[[], float], rng: Callable[[int], str] = secrets.token_urlsafe) -> None:
        self._clock, self._rng = clock, rng
        self._lock = Lock()
        self._link: _Link | None = None
        self._words = Words()

    @property
    def words(self) -> Words:
        """In what language a phone is spoken to that has no link any more."""
        return self._words

    def open(self, take: Take, words: Words) -> str:
        """The secret of a new link. The one before it ends: there is one form."""
        secret = self._rng(BYTES)
        with self._lock:
            self._words = words
            self._link = _Link(digest(secret), self._clock() + LASTS, take)
        return secret

    def end(self, secret: str) -> None:
        """Its form was left. Does nothing to another link."""
        with self._lock:
            if self._link is not None and self._link.known_by == digest(secret):
                self._link = None

    def left(self, secret: str) -> float:
        """For how many seconds it can still be used; 0 when it has ended."""
        with self._lock:
            found = self._find(secret)
            return found.ends - self._clock() if found else 0.0

    def begin(self, secret: str) -> None:
        """A phone sends a photo. Raises Gone, or Conflict while another one is being sent."""
        with self._lock:
            found = self._alive(secret)
            if found.is_busy:
                raise Conflict("Another photo is on its way by this link.")
            found.is_busy = True

    def give_up(self, secret: str) -> None:
        """What was sent is no photo; the link can be used again."""
        with self._lock:
            if found := self._find(secret):
                found.is_busy = False

    def hand_in(self, secret: str, photo: Photo) -> None:
        """Put the photo on the form, and end the link. Raises Gone when the form or the time are over: nothing is kept."""
        with self._lock:
            found = self._alive(secret)
        try:
            if not found.take(photo):
                raise _gone()
        finally:
            self.end(secret)

    def _alive(self, secret: str) -> _Link:
        found = self._find(secret)
        if found is None:
            raise _gone()
        return found

    def _find(self, secret: str) -> _Link | None:
        link = self._link
        is_it = link is not None and link.known_by == digest(secret) and self._clock() < link.ends
        return link if is_it else None


def _gone() -> Gone:
    return Gone("This link has ended. Nothing was stored.")
