"""pynetdicom's client, made to rest for certain before it sends. For the pretend camera and for the tests' cameras.

pynetdicom 3.0.4 lets two threads read one queue of answers: its reactor, in turns, and whoever called ``send_…``. The caller
clears an event and looks at a flag that is up for a moment in each turn, and still up when the event was set and cleared again
before the reactor woke; then the reactor takes the answer, and the caller waits for it in vain (association.py,
``_run_reactor`` and ``send_c_store``). Here the flag is up only while the reactor is held and cannot go on.
"""

import threading
from typing import Any

from pynetdicom.association import Association


class Gate:
    """As much of an event as the reactor needs. What is cleared before the waiting thread woke holds it still."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._is_open = True
        self._is_waited_for = False

    def set(self) -> None:
        """Let the reactor go on."""
        with self._turn:
            self._is_open = True
            self._turn.notify_all()

    def clear(self) -> None:
        """Hold the reactor when it comes here, or while it still stands here."""
        with self._turn:
            self._is_open = False

    def wait(self) -> None:
        """The reactor's part."""
        with self._turn:
            while not self._is_open:
                self._is_waited_for = True
                self._turn.wait()
            self._is_waited_for = False

    @property
    def holds(self) -> bool:
        """Whether the reactor stands here and stays until ``set``."""
        with self._turn:
            return self._is_waited_for and not self._is_open


class RestingAssociation(Association):
    """Paused means that its reactor is held, or that there is none any more: then who sends fails at its own deadline."""

    _reactor_checkpoint: Any

    def __init__(self, *args: Any, **more: Any) -> None:
        """As pynetdicom makes it, with our gate."""
        self._says_paused = False
        super().__init__(*args, **more)
        self._reactor_checkpoint = Gate()

    @property
    def _is_paused(self) -> bool:
        if threading.current_thread() is self:  # somebody sends from within a handler
            return self._says_paused
        return self._reactor_checkpoint.holds or not self.is_alive()

    @_is_paused.setter
    def _is_paused(self, value: bool) -> None:
        self._says_paused = value


def use_resting_associations() -> None:
    """From now on each ``AE.associate`` of this process gives such an association."""
    from pynetdicom import ae

    ae.Association = RestingAssociation  # type: ignore[attr-defined]
