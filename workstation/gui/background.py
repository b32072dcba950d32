"""Work off the GUI thread: ``in_background(parent, work).then(show).otherwise(tell)``, after Anki's QueryOp.

``work`` touches no widget. ``show`` gets what it returned and ``tell`` the Problem it raised, both on the main thread;
none is called once ``parent`` is gone. Anything that is not a Problem is our bug and goes to the excepthook.

Reading runs two at a time; of what waits, a picture for the screen goes before a page, and a page before what only counts for
the rail and the strip. Counting runs one at a time: a thread is left for what somebody looks at. What a person says runs
``in_turn``, one after the other: of two quick keys the last one stands.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from resources.problems import Problem

THREADS = 2
FOR_COUNTING, FOR_READING, FOR_SEEING = range(3)
"""What goes first of what waits for a thread."""
T = TypeVar("T")


@dataclass
class Task(Generic[T]):
    """Some work that was begun."""

    parent: QObject
    show: Callable[[T], None] | None = None
    tell: Callable[[Problem], None] | None = None
    end: Callable[[], None] | None = None
    rank: int = FOR_READING

    def then(self, show: Callable[[T], None]) -> "Task[T]":
        """What to do with the result."""
        self.show = show
        return self

    def otherwise(self, tell: Callable[[Problem], None]) -> "Task[T]":
        """What to do with a Problem."""
        self.tell = tell
        return self

    def always(self, end: Callable[[], None]) -> "Task[T]":
        """What to do first of all, however it ended: with a result, a Problem or a bug of ours."""
        self.end = end
        return self


@dataclass(frozen=True)
class _Outcome:
    task: "Task[object]"
    result: object = None
    error: BaseException | None = None


class _Run(QRunnable):
    def __init__(self, work: Callable[[], object], task: "Task[object]", done: Callable[[object], None]) -> None:
        super().__init__()
        self._work, self._task, self._done = work, task, done

    def run(self) -> None:
        try:
            outcome = _Outcome(self._task, self._work())
        except BaseException as error:  # noqa: BLE001  # carried to the main thread and raised there
            outcome = _Outcome(self._task, error=error)
        self._done(outcome)


class Background(QObject):
    """The pools and the courier. One per application, its child, found by ``of``."""

    _crossing = Signal(object)

    def __init__(self, application: QCoreApplication) -> None:
        """Two threads for reading, one for writing."""
        super().__init__(application)
        self._pool, self._lane = QThreadPool(self), QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._lane.setMaxThreadCount(1)
        self._under_way = 0
        self._counting = False
        self._to_count: deque[_Run] = deque()
        self._crossing.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        application.aboutToQuit.connect(self.wait)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was begun has come back. For the main thread."""
        return not self._under_way

    @classmethod
    def of(cls, application: QCoreApplication) -> "Background":
        """The application's own."""
        found = application.findChild(cls)
        return found if isinstance(found, cls) else cls(application)

    def start(
        self, parent: QObject, work: Callable[[], T], *, is_in_turn: bool = False, rank: int = FOR_READING
    ) -> Task[T]:
        """Begin the work; ``is_in_turn``: once everything that was begun so before it has ended."""
        task: Task[T] = Task(parent, rank=rank)
        self._under_way += 1
        run = _Run(work, task, self._crossing.emit)  # type: ignore[arg-type]
        if is_in_turn:
            self._lane.start(run)
        elif rank == FOR_COUNTING:
            self._to_count.append(run)
            self._count_on()
        else:
            self._pool.start(run, rank)
        return task

    def _count_on(self) -> None:
        if self._to_count and not self._counting:
            self._counting = True
            self._pool.start(self._to_count.popleft(), FOR_COUNTING)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        task = outcome.task
        self._under_way -= 1
        if task.rank == FOR_COUNTING:
            self._counting = False
            self._count_on()
        if not shiboken6.isValid(task.parent):
            return
        if task.end:
            task.end()
        if outcome.error is None:
            if task.show:
                task.show(outcome.result)
        elif isinstance(outcome.error, Problem) and task.tell:
            task.tell(outcome.error)
        else:
            raise outcome.error

    @Slot()
    def wait(self) -> None:
        """Let what was begun end."""
        self._pool.waitForDone()
        self._lane.waitForDone()


def in_background(parent: QObject, work: Callable[[], T], *, rank: int = FOR_READING) -> Task[T]:
    """Begin ``work`` off the GUI thread, for as long as ``parent`` lives."""
    return _ours().start(parent, work, rank=rank)


def in_turn(parent: QObject, work: Callable[[], T]) -> Task[T]:
    """The same for what a person says: in the order in which it was said."""
    return _ours().start(parent, work, is_in_turn=True)


def _ours() -> Background:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application to come back to")
    return Background.of(application)
