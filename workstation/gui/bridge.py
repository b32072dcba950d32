"""The only object of the window that other threads may touch. It carries no data across.

Lost or doubled rings are harmless: whoever hears one reads the feed from its own cursor. So four cameras that send at once do not
ring forty times a second: the first ring is heard at once, those of the next moment together at its end.
"""

import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

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
