"""The embedded HTTP server: uvicorn in one thread, on this laptop only unless told otherwise, encrypted where it is told how.

It binds before it starts, so that a port in use is a sentence and not a line in a log, and it stops within
its deadline. It refuses to know what is served: it gets an ASGI application.
"""

import logging
import os
import socket
import ssl
import threading

import uvicorn
from starlette.types import ASGIApp

from resources.http.deadlines import DeadlineConfig, DeadlineProtocol, Deadlines
from resources.http.encrypting import EncryptedDoor
from resources.http.sockets import HeardProtocol
from resources.problems import Unavailable

LOOPBACK = "127.0.0.1"
log = logging.getLogger(__name__)


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it listens, and at its end waits for nobody who never said anything."""

    def __init__(self, config: DeadlineConfig) -> None:
        super().__init__(config)
        self.agreeing = config.agreeing
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets=sockets)
        finally:
            self.settled.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for task in self.agreeing:
            task.cancel()
        await super().shutdown(sockets=sockets)


class HttpService:
    """Starts and stops one ASGI application; ``port=0`` takes any free port."""

    name = "http"

    def __init__(
        self,
        app: ASGIApp,
        *,
        host: str = LOOPBACK,
        port: int = 0,
        deadlines: Deadlines | None = None,
        encryption: ssl.SSLContext | None = None,
    ) -> None:
        self.app = app
        self.encryption = encryption
        self.host = host
        self.port = port
        self.deadlines = deadlines or Deadlines()
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> tuple[str, int]:
        """Host and port, the real one once it listens."""
        return self.host, self.port

    def start(self) -> None:
        """Listen and answer.

        Raises:
            Unavailable: the port is in use, or the address is not this laptop's.
        """
        listening = _bind(self.host, self.port)
        self.host, self.port = listening.getsockname()[:2]
        self._server = _Server(_configuration(self.app, self.deadlines, self.encryption))
        self._thread = threading.Thread(target=self._server.run, args=([listening],), name=self.name, daemon=True)
        self._thread.start()
        self._server.settled.wait()
        log.info("http: listening on %s port %d", *self.address)

    def stop(self, deadline: float = 5.0) -> None:
        """Answer what is being answered, for at most ``deadline`` seconds, then close. Idempotent."""
        server, thread = self._server, self._thread
        if server is None or thread is None:
            return
        server.should_exit = True
        thread.join(deadline)
        if thread.is_alive():
            server.force_exit = True
            thread.join(1.0)
        self._server = self._thread = None

    def health(self) -> bool:
        """Whether it is listening."""
        return self._thread is not None and self._thread.is_alive()


def _bind(host: str, port: int) -> socket.socket:
    if port not in range(65536):
        raise Unavailable(f"{port} is not a port.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sets TCP_NODELAY only on sockets that name it: 45 ms an answer otherwise.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise Unavailable(f"Port {port} on {host} cannot be used: {error}.") from error
    return listening


def _configuration(app: ASGIApp, deadlines: Deadlines, encryption: ssl.SSLContext | None) -> DeadlineConfig:
    configuration = DeadlineConfig(
        app,
        loop="asyncio",
        http=EncryptedDoor if encryption else DeadlineProtocol,
        ws=HeardProtocol,
        ws_max_size=64 * 1024,
        ws_ping_interval=20.0,
        ws_ping_timeout=20.0,
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=32 * 1024,
    )
    configuration.deadlines, configuration.encryption = deadlines, encryption
    return configuration
