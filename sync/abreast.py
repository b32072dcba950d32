"""Several requests on the way at once, while everything that is decided or written down happens in one thread.

A *job* is a generator: it yields what may take long (one request, as a function), is given what came of it, and goes on.
``Streams`` takes the next job the moment one is free, so that the slowest holds up nobody. Once a job lets a Problem out no new
one is taken; those on the way come to their end and are written down, then it is raised. Refuses to know what a job is about.
"""

import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from resources.problems import Problem, Unavailable
from sync.estimate import Meter
from sync.pace import MOST, remembered

R = TypeVar("R")
Work = Callable[[], Any]
Job = Generator[Work, Any, R]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a piece of work."""

    value: Any = None
    error: BaseException | None = None


def outcome_of(work: Work) -> Outcome:
    """Do it; whatever it raises is for the job to hear."""
    try:
        return Outcome(work())
    except BaseException as error:  # noqa: BLE001 - raised again in the job, in the thread that waits for it
        return Outcome(error=error)


class Crew(Protocol):
    """Who does the work. ``most`` is how many pieces may be on the way."""

    most: int

    def begin(self, job: object, work: Work) -> None:
        """Set out."""

    def first(self) -> tuple[Any, Outcome]:
        """Wait for whichever has come to its end."""

    def close(self) -> None:
        """No more is wanted."""


class OneByOne:
    """The caller's own thread does it, one after the other."""

    most = 1

    def __init__(self) -> None:
        self._done: list[tuple[object, Outcome]] = []

    def begin(self, job: object, work: Work) -> None:
        """Do it now."""
        self._done.append((job, outcome_of(work)))

    def first(self) -> tuple[Any, Outcome]:
        """What was done."""
        return self._done.pop(0)

    def close(self) -> None:
        """Nothing is open."""


class Threads:
    """A thread for each piece of work. Whoever wants them back early shuts the line that they wait for."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._done: SimpleQueue[tuple[object, Outcome]] = SimpleQueue()
        self._out = 0

    def begin(self, job: object, work: Work) -> None:
        """Set out."""
        self._out += 1
        threading.Thread(target=self._do, args=(job, work), name="sync-stream", daemon=True).start()  # see close

    def _do(self, job: object, work: Work) -> None:
        self._done.put((job, outcome_of(work)))

    def first(self) -> tuple[Any, Outcome]:
        """Wait for whichever has come to its end."""
        found = self._done.get()
        self._out -= 1
        return found

    def close(self) -> None:
        """Wait for those that nobody waited for."""
        while self._out:
            self.first()


class Streams:
    """Runs jobs abreast: as many as are good for the line, and as the crew allows."""

    def __init__(self, crew: Callable[[], Crew] = OneByOne, stopwatch: Callable[[], float] = time.monotonic) -> None:
        self._crew, self._stopwatch = crew, stopwatch
        self.most = min(crew().most, MOST)
        self.pace = remembered("", self.most)
        self.meter = Meter()
        """What came through lately, and in how much time, of jobs whose size is known."""

    def begins(self, lesson: str, answered: float = 0.0) -> None:
        """A pass begins, with what was remembered of the line (``pace.lesson``), or how long its first answer took."""
        self.pace = remembered(lesson, self.most, answered).begins(self._stopwatch())

    def run(
        self,
        take: Callable[[], Job[R] | None],
        came: Callable[[R], object],
        size: Callable[[R], int] | None = None,
        meanwhile: Callable[[], Job[R] | None] = lambda: None,
    ) -> None:
        """Until ``take`` has no more; ``came`` hears what each returned. Raises the gravest Problem that a job let out.

        With ``size``, which says how much came through with one, the pace learns from it, and the meter. ``meanwhile`` has the
        streams for which ``take`` has nothing just now.
        """
        last = self._stopwatch()

        def measured(amount: int) -> None:
            nonlocal last
            now = self._stopwatch()
            self.meter, last = self.meter.came(amount, now - last), now

        def heard(result: R, *, is_full: bool) -> None:
            amount = size(result) if size is not None else 0
            if amount:
                measured(amount)
            came(result)
            if amount and is_full:  # fewer than there could be say nothing of the line
                self.pace = self.pace.came(amount, self._stopwatch(), self.most)

        try:
            with closing(self._crew()) as crew:
                _Run(crew, lambda: self.pace.streams, take, heard, meanwhile).go()
        except Unavailable:
            if size is not None:
                measured(0)
                self.pace = self.pace.broke()
            raise

    def each(self, jobs: Iterable[Job[R]], came: Callable[[R], object], stopped: Callable[[], bool]) -> None:
        """All of these, until ``stopped``."""
        left = iter(jobs)
        self.run(lambda: None if stopped() else next(left, None), came)


class _Heard(Protocol):
    def __call__(self, result: Any, *, is_full: bool) -> None: ...


class _Run:
    def __init__(
        self,
        crew: Crew,
        width: Callable[[], int],
        take: Callable[[], Job[Any] | None],
        came: "_Heard",
        meanwhile: Callable[[], Job[Any] | None],
    ) -> None:
        self._crew, self._width, self._take, self._came, self._meanwhile = crew, width, take, came, meanwhile
        self._busy = 0
        self._is_dry = False  # nothing more was there to take when it was looked last
        self._failed: Problem | None = None

    def go(self) -> None:
        self._fill()
        while self._busy:
            job, outcome = self._crew.first()
            self._busy -= 1
            self._step(job, outcome)
            self._fill()
        if self._failed is not None:
            raise self._failed

    def _fill(self) -> None:
        while self._failed is None and self._busy < min(self._width(), self._crew.most):
            job = self._kept(self._take)
            self._is_dry = job is None
            if job is None and self._failed is None:
                job = self._kept(self._meanwhile)
            if job is None:
                return
            self._step(job, Outcome())

    def _step(self, job: Job[Any], outcome: Outcome) -> None:
        work = self._kept(partial(self._go_on, job, outcome))
        if work is not None:
            self._busy += 1
            self._crew.begin(job, work)

    def _go_on(self, job: Job[Any], outcome: Outcome) -> Work | None:
        """Its next piece of work; ``None`` once it has ended."""
        try:
            return job.send(outcome.value) if outcome.error is None else job.throw(outcome.error)
        except StopIteration as ended:
            self._came(ended.value, is_full=not self._is_dry)
            return None

    def _kept(self, act: Callable[[], Any]) -> Any:
        """What came of it; a Problem is kept for the end, when nothing is on its way any more."""
        try:
            return act()
        except Problem as problem:
            self._failed = graver(self._failed, problem)
            return None


def graver(one: Problem | None, other: Problem) -> Problem:
    """Which of two the caller should hear of: how long to wait, where somebody said so; else what came first."""
    return other if one is None or _asked(other) > _asked(one) else one


def _asked(problem: Problem) -> float:
    return (problem.retry_after or 0.0) if isinstance(problem, Unavailable) else 0.0


def alone(job: Job[R]) -> R:
    """One job, in the caller's thread."""
    found: list[R] = []
    Streams().each([job], found.append, lambda: False)
    return found[0]
