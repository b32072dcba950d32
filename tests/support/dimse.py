"""A listener with DIMSE services and pynetdicom as its client: an independent hand on the other end."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pynetdicom import AE
from pynetdicom.association import Association
from support.receiver import MemoryReceiver

from workstation.listener.limits import Limits
from workstation.listener.scp import Listener
from workstation.listener.seams import Answer, Link, Request, Serves
from workstation.listener.services import Services

STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1"


@dataclass
class Scripted:
    """A service that does what a test tells it; ``asked`` remembers the requests, ``ended`` rings when one is over."""

    script: Callable[[Request, Link], Iterator[Answer]]
    sop_classes: frozenset[str] = frozenset({STUDY_ROOT_FIND})
    gives_pictures: bool = False
    asked: list[Request] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        self.asked.append(request)
        try:
            yield from self.script(request, link)
        finally:
            self.ended.set()


@contextmanager
def listening(*services: Serves, limits: Limits | None = None) -> Iterator[Listener]:
    used = limits or Limits()
    listener = Listener(MemoryReceiver(), port=0, limits=used, others=Services(*services, limits=used))
    listener.start()
    try:
        yield listener
    finally:
        listener.stop()


@contextmanager
def associated(
    listener: Listener, *sop_classes: str, title: str = "CAM1", max_pdu: int = 16382, **more: object
) -> Iterator[Association]:
    """An association for these classes. ``more`` goes to pynetdicom's ``associate``."""
    ae = AE(title)
    ae.dimse_timeout = 60
    for sop_class in sop_classes:
        ae.add_requested_context(sop_class)
    host, port = listener.address
    association = ae.associate(host, port, max_pdu=max_pdu, **more)  # type: ignore[arg-type]
    assert association.is_established
    try:
        yield association
    finally:
        if association.is_established and association.is_alive():
            association.release()
        association.join(10)
