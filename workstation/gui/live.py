"""A page that follows the store: it reads off the GUI thread, again after every ring, never twice at once.

The bell carries nothing: what is shown is what was read, so a lost or doubled ring is harmless.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from resources.problems import Problem
from workstation.gui.background import FOR_READING, in_background

T = TypeVar("T")


class Live(Generic[T]):
    """``again`` may be called as often as one likes; the last call is always followed by a read."""

    def __init__(
        self,
        parent: QObject,
        read: Callable[[], T],
        show: Callable[[T], None],
        tell: Callable[[Problem], None],
        rank: Callable[[], int] = lambda: FOR_READING,
    ) -> None:
        """Nothing is read before the first ``again``. ``rank`` says each time what it is read for."""
        self._parent, self._read, self._show, self._tell = parent, read, show, tell
        self._rank = rank
        self._running = self._stale = False

    def again(self) -> None:
        """Read, now or as soon as the read that is under way has ended."""
        if self._running:
            self._stale = True
            return
        self._running = True
        work = in_background(self._parent, self._read, rank=self._rank())
        work.always(self._ended).then(self._show).otherwise(self._tell)

    def _ended(self) -> None:
        """Also by a bug of ours: a page that stood still would go on claiming what was true once."""
        self._running = False
        if self._stale:  # what was read is older than the last ring
            self._stale = False
            self.again()
