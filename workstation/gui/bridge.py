"""The only object of the window that other threads may touch. It carries no data across.

Lost or doubled rings are harmless: whoever hears one reads the feed from its own cursor.
"""

import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot


class FeedBridge(QObject):
    """The feed's doorbell inside Qt: ``ring`` from any thread, ``rang`` on the main thread. Many rings may become one."""

    rang = Signal()
    _crossing = Signal()

    def __init__(self) -> None:
        """Made on the main thread."""
        super().__init__()
        self._on_its_way = threading.Event()
        self._crossing.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def ring(self) -> None:
        """Something changed. Returns at once, in any thread."""
        if not self._on_its_way.is_set():
            self._on_its_way.set()
            self._crossing.emit()

    @Slot()
    def _arrive(self) -> None:
        self._on_its_way.clear()  # before the readers read: a ring from now on is a new one
        self.rang.emit()
