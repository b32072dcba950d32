"""Who we are to those who connect encrypted: a certificate and its key from PEM files, TLS 1.2 and up (BCP 195).

Makes no certificate: one that nobody vouches for would teach people to accept warnings. Whether one has run out is not asked at
the start, for a laptop whose clock is wrong must still open.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workstation.settings import RefusedSettings

CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM"  # RFC 9325 4.2
NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which Python does not name."""
OTHER_NAME = frozenset({62, 64})
"""X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH of OpenSSL."""


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when a certificate is good."""

    begins: datetime
    ends: datetime

    def holds(self, now: datetime) -> bool:
        """Whether whoever connects now sees no warning."""
        return self.begins <= now <= self.ends


def server_context(
    certificate: Path, key: Path, clients: Path | None = None, *, whose: str = "of cameras"
) -> ssl.SSLContext:
    """From PEM files; where ``clients`` holds who may vouch for peers, each must show a certificate. Raises RefusedSettings."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION | ssl.OP_CIPHER_SERVER_PREFERENCE

    def password() -> str:
        raise RefusedSettings(
            f"The key for encrypted connections {whose} has a passphrase; it needs to be without one."
        )

    with _readable(f"certificate and key for encrypted connections {whose}", certificate, key):
        context.load_cert_chain(certificate, key, password=password)
    if clients is not None:
        with _readable(f"client certificates for encrypted connections {whose}", clients):
            context.load_verify_locations(clients)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


@contextmanager
def _readable(what: str, *paths: Path) -> Iterator[None]:
    names = " and ".join(str(path) for path in paths)
    try:
        yield
    except ssl.SSLError as reason:
        raise RefusedSettings(f"The {what} do not fit or are not PEM: {names}.") from reason
    except OSError as reason:
        raise RefusedSettings(f"The {what} cannot be read: {names}.") from reason


def own_client(certificate: Path) -> ssl.SSLContext:
    """What believes this very certificate and no other, by whatever name and whenever: how a station speaks with itself."""
    context = ssl.create_default_context(cafile=str(certificate))
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VerifyFlags(NO_CHECK_TIME)
    return context


def validity(ours: ssl.SSLContext, certificate: Path, name: str) -> Validity:
    """Until when the certificate is good for ``name``; both sides of a connection are played through, on no socket.

    Raises:
        RefusedSettings: it is for another name, or for no server.
    """
    asking = own_client(certificate)
    asking.check_hostname = True
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        client = asking.wrap_bio(back, there, server_hostname=name)
        server = ours.wrap_bio(there, back, server_side=True)
        for side in (client, server, client):  # RFC 8446 2
            with suppress(ssl.SSLWantReadError):
                side.do_handshake()
    except ssl.SSLCertVerificationError as reason:
        is_other = reason.verify_code in OTHER_NAME
        said = f"is not for {name}" if is_other else f"cannot be shown by a server: {reason.verify_message}"
        raise RefusedSettings(f"The certificate {certificate} {said}.") from reason
    except (ssl.SSLError, ValueError) as reason:
        raise RefusedSettings(f"The certificate {certificate} cannot be used for {name}.") from reason
    shown = client.getpeercert() or {}
    return Validity(_moment(str(shown["notBefore"])), _moment(str(shown["notAfter"])))


def _moment(text: str) -> datetime:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(text), UTC)
