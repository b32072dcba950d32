"""A slow and lossy link that real TCP has to cross: ``with SlowLink(port, Weather(…), rng) as link`` leads to the server there.

Two network namespaces of our own are joined by TUN devices, and every packet between them waits, is lost at random or falls out
of a full queue (the tail is dropped). Both ends use CUBIC, as laptops do. Linux, root and ``ip`` are needed; nothing outside
these namespaces changes. ``Metered`` only counts and cuts, and needs nothing.
"""

import ctypes
import fcntl
import heapq
import os
import select
import socket
import struct
import subprocess
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from random import Random
from types import TracebackType

from support.relay import PIECE, RESET, Relay

NEW_NET = 0x40000000
TUNSETIFF, TUN, NO_PI = 0x400454CA, 0x0001, 0x1000
NEAR, FAR = "10.78.0.1", "10.78.0.2"


@dataclass(frozen=True)
class Weather:
    """Bits a second and seconds one way; the share of packets that are lost; how many may wait."""

    rate: float = 2e6
    delay: float = 0.05
    loss: float = 0.02
    queue: int = 100


class Metered(Relay):
    """A line that counts the bytes both ways, and cuts a connection after so many bytes towards the server, if told to."""

    def __init__(self, port: int, cut_after: Iterator[float] | None = None) -> None:
        self.towards = self.back = self.cuts = 0
        self._cut_after = cut_after
        super().__init__(port)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                server = self._connected()
                self._open += [client, server]
                budget = next(self._cut_after) if self._cut_after else float("inf")
                self._begin(self._carry, client, server, budget)
                self._begin(self._carry, server, client, None)

    def _carry(self, source: socket.socket, sink: socket.socket, budget: float | None) -> None:
        """Bytes in one direction; ``None`` for answers, which nothing cuts."""
        left = float("inf") if budget is None else budget
        with suppress(OSError):
            while data := source.recv(PIECE):
                if budget is None:
                    self.back += len(data)
                else:
                    self.towards += len(data)
                left -= len(data)
                if left <= 0:
                    self.cuts += 1
                    source.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    break
                sink.sendall(data)
        self._hang_up(source, sink)


class SlowLink(Metered):
    """The line with its weather."""

    def __init__(self, port: int, weather: Weather, rng: Random) -> None:
        self._weather, self._rng = weather, rng
        self._spaces: list[int] = []
        self._ends = [self._end(NEAR, FAR), self._end(FAR, NEAR)]
        with space(self._spaces[1]):
            self._far_door = socket.create_server((FAR, 0))
        super().__init__(port)
        self._begin(self._blow)
        self._begin(self._accept_far)

    def __exit__(self, kind: type | None, reason: BaseException | None, trace: TracebackType | None) -> None:
        self._stopping.set()
        self._hang_up(self._far_door)
        super().__exit__(kind, reason, trace)
        for descriptor in (*self._ends, *self._spaces):
            os.close(descriptor)

    def _end(self, own: str, other: str) -> int:
        """A namespace with one end of the link in it."""
        with space(None) as made:
            end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH", b"link0", TUN | NO_PI))
            for command in (f"addr add {own}/32 peer {other} dev link0", "link set link0 mtu 1500 up"):
                subprocess.run(["ip", *command.split()], check=True)
        self._spaces.append(made)
        return end

    def _connected(self) -> socket.socket:
        with space(self._spaces[0]):
            line = socket.socket()
        _as_laptops_do(line)
        line.connect((FAR, self._far_door.getsockname()[1]))
        return line

    def _accept_far(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._far_door.accept()
                _as_laptops_do(client)
                server = socket.create_connection(("127.0.0.1", self._to))
                self._open += [client, server]
                self._begin(self._pass_on, client, server)
                self._begin(self._pass_on, server, client)

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(PIECE):
                sink.sendall(data)
        self._hang_up(source, sink)

    def _blow(self) -> None:
        """Each packet, when its time has come, unless it is lost."""
        weather, free, order = self._weather, [0.0, 0.0], 0
        queues: list[deque[float]] = [deque(), deque()]
        due: list[tuple[float, int, int, bytes]] = []
        while not self._stopping.is_set():
            wait = min(max(due[0][0] - time.monotonic(), 0), 0.2) if due else 0.2
            for end in select.select(self._ends, [], [], wait)[0]:
                side = self._ends.index(end)
                for packet in _packets(end):
                    now, queue = time.monotonic(), queues[side]
                    while queue and queue[0] <= now:
                        queue.popleft()
                    if len(queue) >= weather.queue:
                        continue
                    free[side] = max(now, free[side]) + len(packet) * 8 / weather.rate
                    queue.append(free[side])
                    if self._rng.random() >= weather.loss:
                        order += 1
                        heapq.heappush(due, (free[side] + weather.delay, order, 1 - side, packet))
            while due and due[0][0] <= time.monotonic():
                _, _, side, packet = heapq.heappop(due)
                with suppress(OSError):
                    os.write(self._ends[side], packet)


def _packets(end: int) -> Iterator[bytes]:
    with suppress(BlockingIOError):
        while True:
            yield os.read(end, 65536)


def _as_laptops_do(line: socket.socket) -> None:
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, b"cubic")
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@contextmanager
def space(known: int | None) -> Iterator[int]:
    """This thread in another network namespace for a while: a known one, or a new one; its descriptor."""
    libc = ctypes.CDLL(None, use_errno=True)
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        if (libc.unshare(NEW_NET) if known is None else libc.setns(known, NEW_NET)) != 0:
            raise OSError(ctypes.get_errno(), "no network namespace")
        yield os.open("/proc/thread-self/ns/net", os.O_RDONLY) if known is None else known
    finally:
        libc.setns(home, NEW_NET)
        os.close(home)
