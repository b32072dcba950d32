"""The only objects of the window that other threads may touch: a bell without data, and hands that take one thing and say so.

Lost or doubled rings are harmless: whoever hears one reads the feed from its own cursor. So four cameras that send at once do not
ring forty times a second: the first ring is heard at once, those of the next moment together at its end.
"""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as TooLate
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that another thread waits for the main thread to take something."""
MOMENT = 100
"""Milliseconds between two rings that are heard; a tile may take 300 (users.md 5.5)."""


class FeedBridge(QObject):
    """The feed's doorbell inside Qt: ``ring`` from any thread, ``rang`` on the main thread. Many rings may become one."""

    rang = Signal()
    _crossing = Signal()

    def __init__(self) -> None:
        """Made on the main thread."""
        super().__init__()
        self._on_its_way = threading.Event()
        self._rang_again = False
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(MOMENT)
        self._moment.timeout.connect(self._pass)
        self._crossing.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def ring(self) -> None:
        """Something changed. Returns at once, in any thread."""
        if not self._on_its_way.is_set():
            self._on_its_way.set()
            self._crossing.emit()

    @Slot()
    def _arrive(self) -> None:
        self._on_its_way.clear()  # before the readers read: a ring from now on is a new one
        if self._moment.isActive():
            self._rang_again = True
        else:
            self._say()

    @Slot()
    def _pass(self) -> None:
        if self._rang_again:
            self._say()

    def _say(self) -> None:
        self._rang_again = False
        self._moment.start()
        self.rang.emit()


class HandOver(QObject, Generic[T]):
    """Something of another thread is put into the window's hands, and that thread hears whether it was taken."""

    _crossing = Signal(object)

    def __init__(self, parent: QObject, take: Callable[[T], bool], patience: float = PATIENCE) -> None:
        """Made on the main thread, where ``take`` runs."""
        super().__init__(parent)
        self._take, self._patience = take, patience
        self._lock = threading.Lock()
        self._waiting: set[Future[bool]] = set()
        self._is_closed = False
        self._crossing.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def hand(self, thing: T) -> bool:
        """Whether it was taken. Not for the main thread, which is waited for; what came too late is not taken later either."""
        answer: Future[bool] = Future()
        with self._lock:
            if self._is_closed:
                return False
            self._waiting.add(answer)
            self._crossing.emit((thing, answer))
        try:
            return answer.result(self._patience)
        except TooLate:
            return not answer.cancel() and answer.result()  # it is being taken just now, or never
        except CancelledError:
            return False
        finally:
            self._waiting.discard(answer)

    @Slot(object)
    def _arrive(self, crossed: tuple[T, Future[bool]]) -> None:
        thing, answer = crossed
        if not answer.set_running_or_notify_cancel():
            return
        try:
            answer.set_result(self._take(thing))
        except BaseException as error:
            answer.set_exception(error)
            raise

    def close(self) -> None:
        """Take nothing any more; who waits hears so. On the main thread."""
        with self._lock:
            self._is_closed = True
            waiting = list(self._waiting)
        for answer in waiting:
            answer.cancel()
        self.deleteLater()
