"""The head of an answer and what follows it at once in one write.

uvicorn writes the head by itself, which costs a system call and, to whoever reads, one more awakening for a few bytes. Nothing
here looks into what is written, and nothing waits longer than the turn of the loop in which it was written.
"""

import asyncio
from typing import Any

SMALL = 16 << 10
"""Bytes up to which a write waits for the next one."""


class OneWrite:
    """A transport that holds a small write until the next one, or until the loop comes round."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held = b""

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        if len(self._held) + len(data) <= SMALL:
            if not self._held and data:
                self._loop.call_soon(self.flush)
            self._held += data
            return
        self.flush()
        self._transport.write(data)

    def flush(self) -> None:
        """Write what is held."""
        held, self._held = self._held, b""
        if held:
            self._transport.write(held)

    def close(self) -> None:
        """Close when all is written."""
        self.flush()
        self._transport.close()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """Hand the connection on: what was written before comes first."""
        self.flush()
        self._transport.set_protocol(protocol)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
