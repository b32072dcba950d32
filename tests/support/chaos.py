"""A line on loopback that misbehaves: ``with Chaos(port, rng) as line`` leads from ``line.port`` to the server.

Each connection has a fate, dealt from a shuffled deck: it passes for a while, is slow, is cut after so many bytes one way, loses
the answer once the request has gone, comes back garbled and ends, or is answered 503 with Retry-After. Bytes towards the
server are never changed: what TCP's checksum lets through there, only a digest could find.
"""

import socket
import threading
from collections import Counter
from contextlib import suppress
from random import Random

from support.relay import PIECE, RESET, Relay

BUSY = b"HTTP/1.1 503 Busy\r\nRetry-After: 30\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
BUDGETS = {"cut towards": 200_000, "cut back": 600, "pass": 400_000, "slow": 400_000}
"""Up to how many bytes a connection carries before it is cut, while the line is bad."""
FATES = ("pass", "slow", "cut towards", "cut back", "answer lost", "garbled", "busy")


class Chaos(Relay):
    """The line. ``healthy`` lets everything pass."""

    def __init__(self, port: int, rng: Random) -> None:
        self.healthy = False
        self.fates: Counter[str] = Counter()
        self._deck: list[str] = []
        self._rng = rng
        self._lock = threading.Lock()
        super().__init__(port)

    def heal(self) -> None:
        """From now on the line is good; what is open ends, as it would when the network changes."""
        self.healthy = True
        self._hang_up(*self._open)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            with self._lock:
                fate = "pass" if self.healthy else self._dealt()
                budget = BUDGETS.get(fate, 0) and self._rng.randrange(1, BUDGETS[fate])
                self.fates[fate] += 1
            self._begin(self._serve, client, fate, budget)

    def _dealt(self) -> str:
        if not self._deck:
            self._deck = self._rng.sample(FATES, len(FATES))
        return self._deck.pop()

    def _serve(self, client: socket.socket, fate: str, budget: int) -> None:
        if fate == "busy":
            with suppress(OSError):
                client.recv(PIECE)
                client.sendall(BUSY)
            self._hang_up(client)
            return
        server = self._connected()
        self._open += [client, server]
        back = self._begin(self._carry, server, client, fate, budget, True)
        self._carry(client, server, fate, budget, False)
        back.join()

    def _carry(self, source: socket.socket, sink: socket.socket, fate: str, budget: int, is_answer: bool) -> None:
        """Bytes in one direction, until the end or the cut."""
        cut = not self.healthy and is_answer is (fate in ("cut back", "answer lost", "garbled"))
        left = budget
        with suppress(OSError):
            while data := source.recv(PIECE):
                if fate == "garbled" and is_answer:
                    data = self._garbled(data)
                    left = len(data)
                if cut and len(data) >= left:
                    sink.sendall(data[:left])
                    sink.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    break
                left -= len(data) if cut else 0
                if fate == "slow":
                    self._stopping.wait(0.002)
                sink.sendall(data)
        self._hang_up(source, sink)

    def _garbled(self, data: bytes) -> bytes:
        with self._lock:
            changed = bytearray(data)
            changed[self._rng.randrange(len(changed))] ^= 1 << self._rng.randrange(8)
        return bytes(changed)
