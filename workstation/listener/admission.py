"""Whom we speak with: pure decisions on an address and an A-ASSOCIATE-RQ.

AE titles and addresses are no proof of who somebody is, only a fence against mistakes and the curious; TLS with client
certificates is the proof. By default everybody is let in: cameras are often set up with a wrong title.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from resources.problems import Invalid
from workstation.listener.pdus import APPLICATION_CONTEXT, AssociateRequest, Rejection
from workstation.listener.tls import Encryption

Network = IPv4Network | IPv6Network

# A-ASSOCIATE-RJ, PS3.8 table 9-21
TOO_MANY = Rejection(2, 3, 2, "too many connections are open")
WRONG_VERSION = Rejection(1, 2, 2, "it speaks another version of the protocol")
WRONG_APPLICATION = Rejection(1, 1, 2, "it does not speak the DICOM application context")
UNKNOWN_CALLED = Rejection(1, 1, 7, "it called us by an AE title that is not ours")
UNKNOWN_CALLING = Rejection(1, 1, 3, "its AE title is not on the list of known devices")
BLOCKED = Rejection(1, 1, 3, "somebody here has blocked it")
UNKNOWN_ADDRESS = Rejection(1, 1, 3, "its address is not on the list of known devices")
NOT_ENCRYPTED = Rejection(1, 1, 1, "it did not encrypt, which this station asks for")


@dataclass(frozen=True, slots=True)
class Admission:
    """Lists of titles and addresses. ``None`` is everybody."""

    ours: str = ""
    """Our own AE title: whoever calls us otherwise is let in, and told of. Empty: any will do."""
    called: frozenset[str] | None = None
    calling: frozenset[str] | None = None
    blocked: frozenset[str] = frozenset()
    """AE titles that a person does not want to hear of again."""
    addresses: tuple[Network, ...] | None = None
    trusted: frozenset[str] = frozenset({"127.0.0.1", "::1"})
    """Addresses that may open more than ``Limits.per_address`` connections."""
    known: frozenset[str] = frozenset()
    """Addresses of known cameras: ``Limits.reserved`` places are theirs."""
    known_titles: frozenset[str] = frozenset()
    """Their AE titles, for a camera whose address is not fixed."""
    encryption: Encryption | None = None
    """How we encrypt with those who can; ``None`` where we do not."""


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Addresses and networks from their texts: ``10.0.0.7``, ``10.0.0.0/24``, ``fe80::/10``. Raises Invalid."""
    found = []
    for text in texts:
        try:
            found.append(ip_network(text.strip(), strict=False))
        except ValueError as reason:
            raise Invalid(f"{text} is not an address or a network such as 10.0.0.0/24.") from reason
    return tuple(found)


def refusal(
    request: AssociateRequest, admission: Admission, *, address: str = "", is_encrypted: bool = False
) -> Rejection | None:
    """Why there can be no association at all, or ``None``."""
    wanted = admission.encryption
    reasons = (
        (not request.protocol_version & 1, WRONG_VERSION),
        (request.application_context != APPLICATION_CONTEXT, WRONG_APPLICATION),
        (not _is_within(address, admission.addresses), UNKNOWN_ADDRESS),
        (wanted is not None and wanted.is_required and not is_encrypted, NOT_ENCRYPTED),
        (not _is_on(admission.called, request.called_ae), UNKNOWN_CALLED),
        (request.calling_ae in admission.blocked, BLOCKED),
        (not _is_on(admission.calling, request.calling_ae), UNKNOWN_CALLING),
    )
    return next((rejection for applies, rejection in reasons if applies), None)


def _is_on(titles: frozenset[str] | None, title: str) -> bool:
    return titles is None or title in titles


def _is_within(address: str, fence: Iterable[Network] | None) -> bool:
    if fence is None:
        return True
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped  # an IPv4 peer of a socket that listens to both
    return any(found in network for network in fence)
