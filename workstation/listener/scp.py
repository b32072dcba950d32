"""The association server: the Service that cameras connect to. Accepts and counts; all else happens on each connection's thread.

It refuses to wait for anybody in the accept loop: not for a handshake, not for a refusal to be read.
"""

import errno
import logging
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

from resources.problems import Problem, Refused, Unavailable
from resources.wire.uids import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from workstation.listener.admission import TOO_MANY, Admission
from workstation.listener.association import SLACK, Association, Setup
from workstation.listener.doctor import AssociationNote, Camera, Doctor, TurnedAway
from workstation.listener.limits import Limits
from workstation.listener.line import Line
from workstation.listener.seams import Others, Receives

HEAD = 6

log = logging.getLogger(__name__)


class Listener:
    """Listens at ``host`` and ``port`` (0: any free one) from ``start`` until ``stop``; may be started again.

    ``admission`` is asked at each connection: a device may be made known, or blocked, at any time.
    """

    name = "listener"

    def __init__(
        self,
        receiver: Receives,
        *,
        host: str = "127.0.0.1",
        port: int = 11112,
        limits: Limits = Limits(),  # noqa: B008  # frozen
        admission: Callable[[], Admission] = Admission,
        others: Others | None = None,
        doctor: Doctor | None = None,
    ) -> None:
        self.doctor = doctor or Doctor()
        self._at = (host, port)
        self._limits = limits
        self._setup = Setup(
            receiver=receiver,
            doctor=self.doctor,
            implementation_uid=IMPLEMENTATION_CLASS_UID,
            implementation_version=IMPLEMENTATION_VERSION_NAME,
            limits=limits,
            admission=admission,
            others=others,
            has_place=self._has_reserved_place,
        )
        self._lock = threading.Lock()
        self._open: dict[Association, threading.Thread] = {}
        self._number = 0
        self._accepting: threading.Thread | None = None
        self._ringer: socket.socket | None = None
        self._untold: deque[str] = deque(maxlen=1000)
        self._telling: threading.Thread | None = None

    @property
    def address(self) -> tuple[str, int]:
        """Host and port, the real one once it listens."""
        return self._at

    def start(self) -> None:
        """Bind and listen. Raises Unavailable or Refused with a sentence when the port cannot be had."""
        if self._accepting is not None:
            return
        door = self._listening_socket()
        self._at = door.getsockname()[:2]
        bell, self._ringer = socket.socketpair()
        self._accepting = threading.Thread(target=self._accept, args=(door, bell), name=self.name)
        self._accepting.start()
        log.info("listening for cameras at %s port %d", *self.address)

    def stop(self, deadline: float = 5.0) -> None:
        """Abort every association, give the port back and wait for the threads, ``deadline`` seconds at most."""
        end = time.monotonic() + deadline
        if self._accepting is not None and self._ringer is not None:
            self._ringer.close()
            self._accepting.join()
            self._accepting = None
        self._each(Association.leave)
        self._join(end - deadline / 2)
        self._each(Association.cut)
        self._join(end)

    def move(self, host: str) -> None:
        """Listen at another address, same port; a running one ends its associations. Raises as ``start``, and moves back."""
        was, is_running = self._at, self._accepting is not None
        self.stop()
        self._at = (host, was[1])
        if not is_running:
            return
        try:
            self.start()
        except Problem:
            self._at = was
            self.start()
            raise

    def notes(self) -> tuple[AssociationNote, ...]:
        """What devices did lately, oldest first."""
        return self.doctor.notes()

    def cameras(self) -> tuple[Camera, ...]:
        """Who was heard, by calling AE title."""
        return self.doctor.cameras()

    def _listening_socket(self) -> socket.socket:
        host, port = self._at
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            return socket.create_server((host, port), family=family, backlog=128)
        except OSError as reason:
            raise _why_not(reason, port) from reason

    def _accept(self, door: socket.socket, bell: socket.socket) -> None:
        with door, bell, selectors.DefaultSelector() as selector:
            selector.register(door, selectors.EVENT_READ)
            selector.register(bell, selectors.EVENT_READ)
            while not any(key.fileobj is bell for key, _ in selector.select()):
                try:
                    connection, peer = door.accept()
                except OSError as reason:
                    log.info("a connection could not be accepted: %s", reason.strerror)
                    selector.unregister(door)  # no file handles left, say: breathe before the next try
                    if selector.select(timeout=0.2):
                        return
                    selector.register(door, selectors.EVENT_READ)
                else:
                    self._admit(connection, peer[0])

    def _admit(self, connection: socket.socket, address: str) -> None:
        capacity = max(self._limits.associate_bytes, 2 * (self._limits.pdu_bytes + SLACK)) + HEAD
        with self._lock:
            is_crowded = self._is_crowded(address)
            if is_crowded and sum(other.is_crowded for other in self._open) >= self._limits.refusals:
                connection.close()
                self._tell_of(address)
                return
            line = Line(connection, capacity=capacity)
            association = Association(line, address, self._setup, is_crowded=is_crowded)
            self._number += 1
            name = f"association-{self._number}"
            thread = threading.Thread(target=self._run, args=(association,), name=name)
            self._open[association] = thread
        thread.start()

    def _tell_of(self, address: str) -> None:
        """Written down by a thread of its own: the audit trail is on the disk, which the accept loop does not wait for."""
        self._untold.append(address)
        if self._telling is None:
            self._telling = threading.Thread(target=self._tell, name="turned-away")
            self._telling.start()

    def _tell(self) -> None:
        while True:
            with self._lock:
                if not self._untold:
                    self._telling = None
                    return
                address = self._untold.popleft()
            try:
                self.doctor.turned_away(TurnedAway("", "", address, TOO_MANY.sentence))
            except Problem as reason:
                log.warning("who was turned away could not be written down: %s", reason.sentence)
            except Exception:
                log.exception("who was turned away could not be written down")

    def _is_crowded(self, address: str) -> bool:
        """Whether a cap is reached although a silent connection was asked to make room."""
        admission, limits = self._setup.admission(), self._limits
        there = self._with_a_place()
        near = [other for other in there if other.address == address]
        if address not in admission.trusted and len(near) >= limits.per_address:
            return not _make_room(near)
        if address in admission.known:
            return len(there) >= limits.connections and not _make_room(there)
        strangers = [other for other in there if other.address not in admission.known]
        full = len(there) >= limits.connections or len(strangers) >= self._places_for_strangers()
        return full and not _make_room(strangers)

    def _places_for_strangers(self) -> int:
        """Nothing is reserved as long as no camera is known."""
        admission, limits = self._setup.admission(), self._limits
        anybody_known = bool(admission.known or admission.known_titles)
        return max(1, limits.connections - limits.reserved) if anybody_known else limits.connections

    def _has_reserved_place(self) -> bool:
        with self._lock:
            return len(self._with_a_place()) < self._limits.connections

    def _with_a_place(self) -> list[Association]:
        return [other for other in self._open if not other.is_crowded and not other.is_cut]

    def _run(self, association: Association) -> None:
        try:
            association.run()
        finally:
            with self._lock:
                del self._open[association]

    def _each(self, act: Callable[[Association], None]) -> None:
        with self._lock:
            still_open = list(self._open)
        for association in still_open:
            act(association)

    def _join(self, end: float) -> None:
        with self._lock:
            threads = [*self._open.values(), *([self._telling] if self._telling else ())]
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))


def _make_room(associations: list[Association]) -> bool:
    """Cut the oldest connection that has not introduced itself; a camera does so within milliseconds."""
    oldest = next((association for association in associations if association.makes_room), None)
    if oldest is None:
        return False
    oldest.cut()
    return True


def _why_not(reason: OSError, port: int) -> Problem:
    if reason.errno == errno.EADDRINUSE:
        return Unavailable(f"Port {port} is used by another program. Choose another for the camera.")
    if reason.errno == errno.EACCES:
        return Refused(f"This laptop does not let Eyecamp listen at port {port}. Choose one above 1024.")
    return Unavailable(f"Eyecamp cannot listen for cameras at this address: {reason.strerror}.")
