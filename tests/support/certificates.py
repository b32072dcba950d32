"""Certificates for tests: one authority that everybody trusts, and one that nobody does."""

import ssl
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import trustme

from workstation.encryption import server_context


class Pems(NamedTuple):
    """PEM files of one side."""

    certificate: Path
    key: Path
    authority: Path


def pems(folder: Path, name: str, authority: trustme.CA, trusted: trustme.CA | None = None, **how: datetime) -> Pems:
    """A certificate for ``name`` and what it trusts (its own authority unless told); ``how``: ``not_after``."""
    folder.mkdir(parents=True, exist_ok=True)
    issued = authority.issue_cert(name, **how)
    found = Pems(folder / f"{name}.pem", folder / f"{name}.key", folder / f"{name}.trusted.pem")
    found.certificate.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(found.key)
    (trusted or authority).cert_pem.write_to_path(found.authority)
    return found


def for_server(ours: Pems, *, asks: bool = False) -> ssl.SSLContext:
    return server_context(ours.certificate, ours.key, ours.authority if asks else None)


def for_client(theirs: Pems, *, shows: bool = False) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(theirs.authority))
    context.check_hostname = False
    if shows:
        context.load_cert_chain(theirs.certificate, theirs.key)
    return context
