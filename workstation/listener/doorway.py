"""The listener as the settings want it: whom it lets in, how it encrypts, and at which address it stands.

It stands on this laptop alone until a network was chosen, in the settings or in the window (``HOST`` is where that is kept).
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from ipaddress import ip_address

from resources.store import Store, station
from resources.terms import Origin
from resources.wire.camerarules import CameraRules, Trust
from workstation.encryption import server_context
from workstation.listener.admission import Admission, networks
from workstation.listener.alerts import Alerts
from workstation.listener.doctor import Doctor
from workstation.listener.scp import Listener
from workstation.listener.seams import Others, Receives
from workstation.listener.tls import Encryption
from workstation.settings import NOWHERE, Dicom, RefusedSettings, Tls

HOST = "dicom.host"
THIS_LAPTOP = "127.0.0.1"


Peers = Callable[[], Iterable[CameraRules]]
"""Every camera and station that somebody has spoken of; asked at each connection, since rules change in the window."""


def listener_of(
    store: Store, settings: Dicom, peers: Peers, receiver: Receives, others: Others | None = None
) -> Listener:
    """Ready to be started. Raises Invalid for settings that cannot be met."""
    encryption = encryption_of(settings.tls)
    admission_of(settings, ())  # what cannot be met is said now, not at the first connection
    return Listener(
        receiver,
        host=host_of(store, settings),
        port=settings.port,
        admission=lambda: replace(admission_of(settings, peers()), encryption=encryption),
        others=others,
        doctor=Doctor(store.clock, alert=Alerts(store, store.clock)),
    )


def host_of(store: Store, settings: Dicom) -> str:
    """The settings before what was chosen in the window; this laptop alone where nothing was."""
    if settings.host:
        return settings.host
    with store.read() as unit:
        return station.fact(unit, HOST, THIS_LAPTOP)


def choose_host(store: Store, listener: Listener, host: str) -> None:
    """Listen at ``host`` from now on and after each start. Raises Unavailable, and stays where it is."""
    listener.move(host)
    with store.write(Origin.PERSON, "camp page") as unit:
        station.remember(unit, HOST, host)


def admission_of(settings: Dicom, peers: Iterable[CameraRules]) -> Admission:
    """The lists, to which every known peer belongs unless it was blocked. Raises Invalid for what is no address."""
    allow, everyone = settings.allow, list(peers)
    known = [peer for peer in everyone if peer.trust is not Trust.BLOCKED]
    titles, hosts = frozenset(peer.ae_title for peer in known), frozenset(_addresses(known))
    return Admission(
        ours=settings.ae_title.strip(),
        called=frozenset(allow.called) or None,
        calling=(frozenset(allow.calling) | titles) if allow.calling else None,
        blocked=frozenset(peer.ae_title for peer in everyone) - titles,
        addresses=networks([*allow.addresses, *sorted(hosts)]) if allow.addresses else None,
        known=hosts,
        known_titles=titles,
    )


def encryption_of(settings: Tls) -> Encryption | None:
    """How we encrypt; ``None`` where we do not. Raises RefusedSettings when a certificate is missing or cannot be used."""
    if settings.mode == "off":
        return None
    if NOWHERE in (settings.certificate, settings.key):
        raise RefusedSettings("Encrypted connections of cameras need dicom.tls.certificate and dicom.tls.key.")
    clients = None if settings.clients == NOWHERE else settings.clients
    context = server_context(settings.certificate, settings.key, clients)
    return Encryption(context, is_required=settings.mode == "required")


def _addresses(peers: Iterable[CameraRules]) -> Iterable[str]:
    """The hosts that are written as addresses; a name says nothing about who comes in."""
    for peer in peers:
        try:
            yield str(ip_address(peer.host))
        except ValueError:
            continue
