"""TLS before HTTP: a connection belongs to nobody until both sides have agreed on how to encrypt.

That happens beside all other connections, within the deadline for a head, and for no more of them at once than may be open:
who connects and stays silent keeps nobody waiting. It refuses to speak HTTP in the clear.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from resources.http.deadlines import DeadlineConfig, DeadlineProtocol

GOODBYE = 5.0
"""Seconds that the last bytes and the peer's close_notify (RFC 8446 6.1) may take."""


class EncryptedDoor(asyncio.Protocol):
    """One connection, until ``DeadlineProtocol`` has it."""

    def __init__(self, config: DeadlineConfig, *args: Any, **keywords: Any) -> None:
        self.config = config
        self.make: Callable[[], DeadlineProtocol] = lambda: DeadlineProtocol(config, *args, **keywords)
        self.early = b""
        self.is_over = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to agree, unless too many are at it already. Nothing is read in the clear."""
        if len(self.config.agreeing) >= self.config.deadlines.connections:
            transport.abort()
            return
        transport.pause_reading()
        task = asyncio.get_running_loop().create_task(self._agree(transport))
        self.config.agreeing.add(task)
        task.add_done_callback(self.config.agreeing.discard)

    def data_received(self, data: bytes) -> None:
        """What came with the last word of the agreement, before HTTP was there to read it."""
        self.early += data

    def eof_received(self) -> None:
        """It has gone already."""
        self.is_over = True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # asyncio names it
        """It has gone already."""
        self.is_over = True

    async def _agree(self, transport: asyncio.Transport) -> None:
        loop = asyncio.get_running_loop()
        try:
            encrypted = await loop.start_tls(
                transport,
                self,
                self.config.encryption,  # type: ignore[arg-type]  # there is one, or this door would not be
                server_side=True,
                ssl_handshake_timeout=self.config.deadlines.head,
                ssl_shutdown_timeout=GOODBYE,
            )
        except OSError:  # no TLS, an older one, no way in common, too slow, or it hung up
            transport.abort()
            return
        if encrypted is not None and not self.is_over:
            self._hand_over(encrypted)

    def _hand_over(self, encrypted: asyncio.Transport) -> None:
        inside = self.make()
        encrypted.set_protocol(inside)
        inside.connection_made(encrypted)
        if self.early:
            inside.data_received(self.early)
