"""TLS for the peers that can (PS3.15 B.12, BCP 195): 1.2 and up, forward secrecy, client certificates where they are wanted.

Waits for nobody: each call does what it can at once, and `line` waits, on the association's own thread. It refuses to
renegotiate, to compress, and to speak anything older.
"""

import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from socket import socket
from types import MappingProxyType, TracebackType
from typing import Literal

HANDSHAKE = 0x16
"""How a TLS connection begins (RFC 8446 5.1). A DICOM one begins with 0x01, so one port can take both."""


class NotSecure(Exception):
    """The two sides could not agree on how to encrypt. ``str()`` says why, for a person."""


@dataclass(frozen=True, slots=True)
class Encryption:
    """How we encrypt, and whether a peer that does not is turned away."""

    context: ssl.SSLContext
    is_required: bool = False


class Channel:
    """A socket that encrypts. One thread may read and others write: OpenSSL takes them in turn."""

    def __init__(self, connection: socket, context: ssl.SSLContext) -> None:
        self._tls = context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        self._turn = threading.Lock()
        self.family = self._tls.family

    def shake_hands(self) -> str:
        """One step: ``read`` or ``write`` is what to wait for, empty when it is done. Raises ``NotSecure``, OSError."""
        try:
            with self._turn:
                self._tls.do_handshake()
        except ssl.SSLWantReadError:
            return "read"
        except ssl.SSLWantWriteError:
            return "write"
        except ssl.SSLEOFError:
            raise NotSecure("it hung up before both agreed on encryption") from None
        except ssl.SSLError as reason:
            raise NotSecure(_SENTENCES.get(reason.reason or "", "it could not agree with us on encryption")) from None
        return ""

    def recv_into(self, buffer: memoryview) -> int:
        """As a socket that never waits."""
        with self._turn, _at_once():
            return self._tls.recv_into(buffer)

    def send(self, data: memoryview) -> int:
        """As a socket that never waits."""
        with self._turn, _at_once():
            return self._tls.send(data)

    def shutdown(self, how: int) -> None:
        """Of the connection below; the encryption stays, so that our last word still goes out encrypted."""
        socket.shutdown(self._tls, how)

    def say_goodbye(self) -> None:
        """Tell the peer that nothing more comes (RFC 8446 6.1), without waiting for an answer."""
        with self._turn, suppress(OSError, ValueError):
            self._tls.unwrap()

    def setsockopt(self, level: int, name: int, value: int) -> None:
        """Of the connection below."""
        self._tls.setsockopt(level, name, value)

    def fileno(self) -> int:
        """To wait by."""
        return self._tls.fileno()

    def __enter__(self) -> "Channel":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tls.close()


class _at_once:  # noqa: N801  # read as a word of a with statement
    """Turns "not yet" of OpenSSL into that of a socket."""

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        if isinstance(error, ssl.SSLWantReadError | ssl.SSLWantWriteError):
            raise BlockingIOError from None
        return False


_SENTENCES = MappingProxyType({
    "NO_SHARED_CIPHER": "it offered no way of encryption that is safe today",
    "UNSUPPORTED_PROTOCOL": "it speaks only an encryption older than TLS 1.2",
    "VERSION_TOO_LOW": "it speaks only an encryption older than TLS 1.2",
    "PEER_DID_NOT_RETURN_A_CERTIFICATE": "it showed no certificate",
    "CERTIFICATE_VERIFY_FAILED": "its certificate is not one that we trust",
    "TLSV1_ALERT_UNKNOWN_CA": "it does not trust our certificate",
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN": "it does not trust our certificate",
    "SSLV3_ALERT_BAD_CERTIFICATE": "it does not trust our certificate",
    "TLSV1_ALERT_PROTOCOL_VERSION": "it does not speak our version of TLS",
})  # fmt: skip
