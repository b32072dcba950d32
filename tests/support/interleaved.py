"""Several requests on the way at once, and no chance in it: one thread goes at a time, and which goes on is drawn from a seed.

A transport calls ``turn()`` where a request reaches the line: there its thread waits until it is drawn again, while others go on.
"""

import threading
from collections.abc import Callable
from random import Random
from typing import Any

from sync.abreast import Outcome, Work, outcome_of


class Left(BaseException):
    """Nobody waits for this request any more: the laptop died while it was on its way."""


def turn() -> None:
    """Let others go first; nothing happens in a thread that is not one of ours. Raises Left where the laptop died meanwhile."""
    thread = threading.current_thread()
    if isinstance(thread, _Traveller):
        thread.rest()


class Interleaved:
    """A crew whose order is drawn."""

    def __init__(self, rng: Random, most: int, dying: Callable[[], BaseException] = Left) -> None:
        self.most = most
        self._rng, self._dying = rng, dying
        self._out: list[_Traveller] = []

    def begin(self, job: object, work: Work) -> None:
        """As far as the line."""
        traveller = _Traveller(job, work)
        self._out.append(traveller)
        traveller.start()
        traveller.go_on()

    def first(self) -> tuple[Any, Outcome]:
        """Whichever is home first, by lot."""
        while True:
            traveller = self._rng.choice(self._out)
            if traveller.outcome is None:
                traveller.go_on()
            if traveller.outcome is not None:
                self._out.remove(traveller)
                return traveller.job, traveller.outcome

    def close(self) -> None:
        """Those that are still on their way never come home."""
        for traveller in self._out:
            traveller.dies_of = self._dying()
            while traveller.outcome is None:
                traveller.go_on()


class _Traveller(threading.Thread):
    def __init__(self, job: object, work: Work) -> None:
        super().__init__(daemon=True)
        self.job, self._work = job, work
        self.outcome: Outcome | None = None
        self.dies_of: BaseException | None = None
        self._go, self._rests = threading.Semaphore(0), threading.Semaphore(0)

    def run(self) -> None:
        self._go.acquire()
        self.outcome = outcome_of(self._work)
        self._rests.release()

    def go_on(self) -> None:
        """Until it rests, or is home."""
        self._go.release()
        self._rests.acquire()

    def rest(self) -> None:
        self._rests.release()
        self._go.acquire()
        if self.dies_of is not None:
            raise self.dies_of
