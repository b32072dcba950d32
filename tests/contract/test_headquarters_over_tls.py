"""TLS is always verified, and the system's proxy is never asked about this very machine."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from support.headquarters import MemoryHeadquarters, served

from resources.problems import Portal
from sync.headquarters import HttpHeadquarters


@pytest.fixture
def https_url(tmp_path: Path) -> Iterator[str]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "self-signed.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with served(MemoryHeadquarters(), context) as url:
        yield url.replace("http://127.0.0.1", "https://localhost")


def test_somebody_who_cannot_prove_to_be_headquarters_is_not_talked_to(https_url: str) -> None:
    client = HttpHeadquarters(https_url, token="secret")
    with pytest.raises(Portal, match="certificate"):
        client.probe()
    client.close()


def test_a_proxy_of_the_system_is_not_asked_about_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with served(MemoryHeadquarters()) as url:
        client = HttpHeadquarters(url)
        client.probe()
        client.close()
