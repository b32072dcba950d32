"""Things with a thread of their own: started in order, stopped in reverse, each by its own handle."""

import logging
from collections.abc import Sequence
from typing import Protocol

log = logging.getLogger(__name__)


class Service(Protocol):
    """What compose starts and stops. Both calls may be made twice."""

    @property
    def name(self) -> str:
        """One word, for the log."""
        ...

    def start(self) -> None:
        """Begin; return when it works. Raises Problem when it cannot."""
        ...

    def stop(self, deadline: float) -> None:
        """End within ``deadline`` seconds."""
        ...


def start_all(services: Sequence[Service]) -> None:
    """Start in order; when one cannot, stop those that did."""
    started: list[Service] = []
    for service in services:
        try:
            service.start()
        except BaseException:
            stop_all(started)
            raise
        started.append(service)
        log.info("%s: started", service.name)


def stop_all(services: Sequence[Service], deadline: float = 5.0) -> None:
    """Stop in reverse order; one that fails does not keep the others from stopping."""
    for service in reversed(services):
        try:
            service.stop(deadline)
        except Exception:
            log.exception("%s: did not stop", service.name)
        else:
            log.info("%s: stopped", service.name)
