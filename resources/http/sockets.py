"""A WebSocket that can say whether its peer has heard what was sent, which ASGI leaves out.

What a socket has taken may still be lost with the line. The pong to a ping comes back only after everything that was sent
before the ping has arrived (RFC 6455 5.5.3), so it proves that. Nothing here looks into a message.
"""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

from starlette.websockets import WebSocket
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.protocol import State

_HEARD = "eyecamp.heard"


class HeardProtocol(WebSocketsSansIOProtocol):
    """One connection that keeps the pings it asks with apart from uvicorn's own, which only keep it alive."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self._asked: dict[bytes, asyncio.Future[bool]] = {}
        self._numbers = count()

    async def run_asgi(self) -> None:
        """Serve, with our question in reach of the application."""
        extensions: dict[str, Any] = self.scope["extensions"]
        extensions[_HEARD] = {"ask": self.heard}
        await super().run_asgi()

    async def heard(self) -> bool:
        """Whether everything sent so far has arrived; waits for the answer, or for the end of the line."""
        if self.transport.is_closing() or self.conn.state is not State.OPEN:
            return False
        number = next(self._numbers).to_bytes(8, "big")  # uvicorn's own pings have four bytes
        answer: asyncio.Future[bool] = self.loop.create_future()
        self._asked[number] = answer
        self.conn.send_ping(number)
        self.transport.write(b"".join(self.conn.data_to_send()))
        return await answer

    def handle_pong(self, event: Frame) -> None:
        """An answer to us, or to uvicorn."""
        answer = self._asked.pop(bytes(event.data), None)
        if answer is None:
            super().handle_pong(event)
        elif not answer.done():
            answer.set_result(True)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is heard any more."""
        for answer in self._asked.values():
            if not answer.done():
                answer.set_result(False)
        self._asked.clear()
        super().connection_lost(exc)


async def heard(socket: WebSocket) -> bool:
    """Whether the peer has everything that was sent to it so far. False once the line is gone."""
    ask: Callable[[], Awaitable[bool]] = socket.scope["extensions"][_HEARD]["ask"]
    return await ask()
