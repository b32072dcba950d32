"""A receiver that keeps everything in memory, and fails where it is told to."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from workstation.listener.seams import StoreRequest


@dataclass
class Kept:
    request: StoreRequest
    data_set: bytes


@dataclass
class MemoryReceiver:
    """``fails`` (``str`` does nothing) is called with "begin", "write" or "finish" and may raise."""

    fails: Callable[[str], None] = str
    kept: list[Kept] = field(default_factory=list)
    abandoned: int = 0
    biggest_chunk: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, request: StoreRequest) -> "MemoryReception":
        self.fails("begin")
        return MemoryReception(self, request)


class MemoryReception:
    def __init__(self, receiver: MemoryReceiver, request: StoreRequest) -> None:
        self.receiver = receiver
        self.request = request
        self.data = bytearray()

    def write(self, chunk: memoryview) -> None:
        self.receiver.fails("write")
        self.receiver.biggest_chunk = max(self.receiver.biggest_chunk, len(chunk))
        self.data += chunk

    def finish(self) -> int:
        self.receiver.fails("finish")
        with self.receiver.lock:
            self.receiver.kept.append(Kept(self.request, bytes(self.data)))
        return 0

    def abandon(self) -> None:
        with self.receiver.lock:
            self.receiver.abandoned += 1
