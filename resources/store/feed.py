"""The doorbell: something was committed, go and read. It carries no data; whoever hears it reads the feed from its own cursor."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)
Ring = Callable[[], None]


class Feed:
    """Subscribers are called on the writer's thread, so they must return at once: set an event, emit a queued signal."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._bells: tuple[Ring, ...] = ()

    def subscribe(self, ring: Ring) -> Callable[[], None]:
        """Call ``ring`` after every commit until the returned function is called."""
        with self._lock:
            self._bells = (*self._bells, ring)
        return lambda: self._remove(ring)

    def _remove(self, ring: Ring) -> None:
        with self._lock:
            self._bells = tuple(bell for bell in self._bells if bell is not ring)

    def ring(self) -> None:
        """Tell everybody. A subscriber that fails is our bug and must not undo what is committed."""
        for bell in self._bells:
            try:
                bell()
            except Exception:
                log.exception("a reader of the feed failed at the doorbell")
