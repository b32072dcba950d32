"""The composition root: settings and a key in, a station out. The one place where everything meets everything.

The slow libraries (pynetdicom, uvicorn, httpx) are imported here, when the window is already on the screen.
"""

import json
import logging
import os
import secrets
import sys
import time
import urllib.request
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from resources.problems import Invalid, Locked, Problem, Unavailable
from resources.store import Store, filing, open_store, patients, station, steadyclock, studies, tokens
from resources.store.checkup import sweep
from resources.store.keys import DataKey, Opener, unlock
from resources.store.steadyclock import SteadyClock
from resources.terms import Origin
from workstation.camerabook import CameraBook
from workstation.clocks import Clocks, Doubt
from workstation.services import Service, start_all, stop_all
from workstation.settings import Hq, RefusedSettings, Rest, Settings, host_and_port

if TYPE_CHECKING:
    from ssl import SSLContext

    from resources.dicomweb.attributes import AttributesService
    from resources.http.server import HttpService
    from resources.phone.links import Links
    from resources.store.rows import InstanceRow
    from sync.engine import FhirSide, SyncService
    from sync.evicting import Policy
    from sync.headquarters import Headquarters, HttpHeadquarters
    from sync.listedstudies import Listing
    from sync.status import SyncStatus, Trouble
    from sync.sticks.outcomes import Arrived, Written
    from workstation.imaging.decoder import Decoder
    from workstation.imaging.watching import Watcher
    from workstation.listener.commitment import CallingBack
    from workstation.listener.doctor import AssociationNote, Camera
    from workstation.listener.scp import Listener

KEEPSAKE = 480
"""Longest side, in pixels, of what stays of an original that left this laptop."""
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # only with TLS: settings.check_rest
"""Addresses that stand for all of this laptop's, and one of them."""
log = logging.getLogger(__name__)
RUNNING = "running.json"
"""Where a running station leaves its address and this run's token, for ``eyecamp status``."""
PAID = {"auto": None, "yes": True, "no": False}
"""What sync.metered says of the network."""
SHARE = 0.0005
"""Seconds that a thread computes before it must let others in; Python's own 5 ms are long for a camera that waits."""


@dataclass
class Station:
    """Everything that runs on one laptop. ``start`` and then ``stop``, each once."""

    settings: Settings
    store: Store
    listener: "Listener"
    http: "HttpService"
    sync: "SyncService"
    attributes: "AttributesService"
    calling_back: "CallingBack"
    cameras: CameraBook
    clocks: Clocks
    decoder: "Decoder"
    status: Callable[[], dict[str, Any]]
    """The station in numbers, as ``status_of``."""
    token: str
    links: "Links | None" = None
    """For a volunteer's phone; none where no phone could reach us."""
    watching: "Watcher | None" = None

    @property
    def services(self) -> tuple[Service, ...]:
        """In the order they start; they stop in reverse."""
        always = (self.listener, self.http, self.sync, self.attributes, self.calling_back)
        return (*always, self.watching) if self.watching is not None else always

    def start(self) -> None:
        """Put in order what a crash left, then let cameras, clients and headquarters in."""
        sys.setswitchinterval(SHARE)
        sweep(self.store)
        start_all(self.services)
        write_private(self.settings.data_dir / RUNNING, json.dumps(self.ready()))

    def stop(self) -> None:
        """Let nobody in, end what runs, close the files."""
        (self.settings.data_dir / RUNNING).unlink(missing_ok=True)
        stop_all(self.services)
        self.decoder.close()
        self.store.close()

    @property
    def rest_url(self) -> str:
        """Where the embedded server answers programs on this laptop."""
        host, port = self.http.address
        host = EVERYWHERE.get(host, host)
        scheme = "https" if self.settings.rest.is_encrypted else "http"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"

    @property
    def public_url(self) -> str:
        """Where others reach the embedded server, by the name that its certificate is for."""
        address = self.settings.rest.public.rstrip("/")
        return f"{address.removesuffix(':0')}:{self.http.address[1]}" if address.endswith(":0") else address

    def certificate_holds(self) -> bool:
        """Whether a phone that connects now sees no warning. Raises RefusedSettings."""
        from workstation.encryption import validity

        rest, context = self.settings.rest, self.http.encryption
        return context is not None and validity(context, rest.certificate, rest.name).holds(self.store.clock())

    def ready(self) -> dict[str, Any]:
        """What a program that started us needs to know: the ready file."""
        host, port = self.listener.address
        return {
            "pid": os.getpid(),
            "rest_url": self.rest_url,
            "dicom_host": host,
            "dicom_port": port,
            "ae_title": self.settings.dicom.ae_title,
            "token": self.token,
        }

    def doubts(self) -> tuple[Doubt, ...]:
        """Whose clock cannot be right. Not for the GUI thread."""
        return doubts_of(self.clocks, self.cameras, self.listener)

    @property
    def _line(self) -> "Line":
        return Line(self.settings.hq.token, self.clocks.headquarters_says, self.sync.paid.carried)

    def connect_headquarters(self, url: str) -> None:
        """From now on this is headquarters; it is written down, and asked for everything. Raises Invalid for no address."""
        connect = self._line.archive(url) if url else None
        with self.store.write(Origin.PERSON, "sync page") as unit:
            station.remember(unit, "hq.dicomweb_url", url)
        self.clocks.forget_headquarters()
        self.sync.use(connect, url)

    def connect_records(self, url: str) -> None:
        """From now on this FHIR server takes records and says what it has read. Raises Invalid for what is no address."""
        side = fhir_side(self.settings, url, headquarters_of(self.store, self.settings), self._line)
        with self.store.write(Origin.PERSON, "sync page") as unit:
            station.remember(unit, "hq.fhir_url", url)
        self.sync.use_fhir(side)

    def listen_for_cameras_at(self, host: str) -> None:
        """From now on cameras reach us there; it is written down. Raises Unavailable, and stays where it was."""
        from workstation.listener.doorway import choose_host

        choose_host(self.store, self.listener, host)


def open_station(settings: Settings, opener: Opener) -> Station:
    """Unlock the folder and put everything together; nothing runs yet. Raises Locked or Problem."""
    store = open_files(settings, unlock(settings.data_dir, opener))
    try:
        return compose(settings, store)
    except BaseException:
        store.close()
        raise


def open_files(settings: Settings, key: DataKey) -> Store:
    """The store alone, with the tables of every room, and the camp where the settings name one."""
    from sync import outbox

    chains = [outbox.MIGRATIONS]
    clock = SteadyClock()
    store = open_store(settings.data_dir, key, chains=chains, floor_bytes=settings.storage.floor_bytes, clock=clock)
    try:
        steadyclock.begin(store, clock)
        _set_up_camp(store, settings)
    except BaseException:
        store.close()
        raise
    return store


def compose(settings: Settings, store: Store) -> Station:
    """Everything around an open store."""
    from resources.application import application, station_access
    from resources.dicomweb.attributes import AttributesService
    from resources.dicomweb.pictures import or_by
    from resources.dicomweb.samples import Unpack
    from resources.http.server import HttpService
    from resources.phone.links import Links
    from resources.phone.surface import Phone
    from sync.hub import Hub
    from sync.status import Level
    from workstation.imaging.decoder import UNPACKED, Decoder
    from workstation.listener.commitment import CallingBack, Committing
    from workstation.listener.doorway import listener_of
    from workstation.listener.finding import Finds
    from workstation.listener.receive import Receiver
    from workstation.listener.retrieving import Gets, Moves, Shelf
    from workstation.listener.services import Services
    from workstation.listener.steps import Steps
    from workstation.listener.worklist import Worklist

    token = secrets.token_hex(32)
    rest, encryption = settings.rest, encryption_of(store, settings.rest)
    links = Links(seconds) if rest.is_beyond_laptop else None
    clocks = Clocks(store)
    sync = sync_service(store, settings, dated=clocks.headquarters_says)
    book = CameraBook(store, settings.dicom.peers)
    receiver = Receiver(store, rules_of=book.rules)
    decoder = Decoder()
    unpack = Unpack(UNPACKED, decoder.unpack)
    dicom, shelf = settings.dicom, Shelf(store, unpack)
    calling_back = CallingBack(store, rules_of=book.rules, calling_ae=dicom.ae_title, doctor=lambda: listener.doctor)
    services = Services(
        Worklist(store, rules_of=book.rules, shows_waiting=dicom.worklist == "waiting"),
        Steps(store, rules_of=book.rules),
        Committing(store, rules_of=book.rules, wake=calling_back.wake),
        Finds(store, book.everyone, dicom.ae_title),
        Gets(shelf, book.everyone),
        Moves(shelf, book.everyone, dicom.ae_title),
    )
    listener = listener_of(store, dicom, book.everyone, receiver, services)

    def status() -> dict[str, Any]:
        doubts = doubts_of(clocks, book, listener)
        return (
            status_of(store, sync.status(), listener, book) | leaving_of(sync) | {"clocks": list(map(asdict, doubts))}
        )

    def confirmed(uids: Collection[str]) -> Collection[str]:
        return {uid for uid, level in sync.levels(uids).items() if level is not None and level >= Level.EQUAL}

    app = application(
        store,
        station_access(store, token),
        status=status,
        confirmed=confirmed,
        keeper=Hub(store),
        decode=or_by(decoder.decode),
        unpack=unpack,
        names=names_of(rest),
        is_beyond_laptop=rest.is_beyond_laptop,
        phone=Phone(links, lambda data: decoder.decode(BytesIO(data))) if links else None,
    )
    http = HttpService(app, host=rest.host, port=rest.port, encryption=encryption)
    attributes, watching = AttributesService(store), watcher_of(store, settings)
    return Station(
        settings,
        store,
        listener,
        http,
        sync,
        attributes,
        calling_back,
        book,
        clocks,
        decoder,
        status,
        token,
        links,
        watching,
    )


def encryption_of(store: Store, rest: Rest) -> "SSLContext | None":
    """How the embedded server encrypts. Raises RefusedSettings where it would be open, or would look like somebody else."""
    from workstation.encryption import server_context, validity

    with store.read() as unit:
        has_token = any(row.revoked_at is None for row in tokens.listed(unit))
    if rest.is_beyond_laptop and not has_token:
        raise RefusedSettings(
            "rest.host is not this laptop itself, and no token is there to ask for: make one by eyecamp token create NAME."
        )
    if not rest.is_encrypted:
        return None
    context = server_context(rest.certificate, rest.key, whose="with the embedded server")
    context.set_alpn_protocols(["http/1.1"])
    if rest.name and not validity(context, rest.certificate, rest.name).holds(store.clock()):
        log.warning("http: the certificate has run out, or begins later: others will not trust it")
    return context


def seconds() -> float:
    """What has passed, also while the laptop slept."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)  # Linux: its monotonic clock stands still in sleep
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def names_of(rest: Rest) -> tuple[str, ...]:
    """As a Host field may name us, beside this laptop's own addresses: with the port where that is said."""
    name, port = host_and_port(rest.public)
    spelt = f"[{name}]" if ":" in name else name
    with_port = (f"{spelt}:{port}",) if port else ()
    return (spelt, *with_port) if name else ()


def watcher_of(store: Store, settings: Settings) -> "Watcher | None":
    """The watched folder's service, where one is set. Raises Invalid for a folder that holds the station itself."""
    from workstation.imaging.watching import Watcher

    if not settings.watch.folder:
        return None
    folder = Path(settings.watch.folder).expanduser().resolve()
    if settings.data_dir.resolve().is_relative_to(folder):
        raise Invalid("watch.folder cannot be a folder that holds the station itself.")
    return Watcher(store, folder, afterwards=settings.watch.afterwards, monotonic=time.monotonic)


def sync_service(store: Store, settings: Settings, dated: Callable[[datetime], None] = lambda _: None) -> "SyncService":
    """The engine, towards the headquarters of the settings, or the one a person wrote down."""
    from sync.abreast import Threads
    from sync.engine import SyncService
    from sync.pace import MOST
    from sync.paidlink import PaidLink
    from sync.sticks.form import station_name
    from sync.tasking import Tasks

    title = settings.dicom.ae_title
    names = {title, settings.hq.organization, settings.organization} - {"default"}
    url = headquarters_of(store, settings)
    paid = PaidLink(is_paid=PAID[settings.sync.metered], limit=settings.sync.metered_bytes)
    line = Line(settings.hq.token, dated, paid.carried)
    fhir = fhir_side(settings, records_address(store, settings), url, line)
    return SyncService(
        store,
        line.archive(url) if url else None,
        headquarters=url or station_name(settings.hq.station),
        interval=float(settings.sync.interval),
        unmatched=settings.sync.unmatched,
        small_bytes=settings.sync.lanes.small_bytes,
        read_back_bytes=settings.sync.read_back_bytes,
        slow_line=settings.sync.line == "slow",
        evict=eviction(store, settings) if settings.sync.evict == "when-full" else None,
        listing=fhir.listing,
        records=fhir.records,
        results=fhir.results,
        crew=lambda: Threads(min(max(settings.sync.streams, 1), MOST)),
        by_stick=station_name(settings.hq.station),
        tasks=Tasks(store, Random(), names, title),  # noqa: S311 - jitter, not secrets
        paid=paid,
    )


def eviction(store: Store, settings: Settings) -> "Policy":
    """What may leave, and what stays of it: a small picture, and its attributes."""
    from resources.dicomweb.attributes import kept
    from resources.dicomweb.negotiation import NotAcceptable
    from resources.dicomweb.pictures import View, rendered
    from resources.wire.dataset import read_tree
    from sync.evicting import Policy

    def keepsake(row: "InstanceRow") -> bytes | None:
        kept(store, {row.pk: row.digest or ""})
        with store.vault.open(row.digest or "") as stream:
            try:
                return rendered(read_tree(stream), 1, View(size=(KEEPSAKE, KEEPSAKE), quality=80))
            except NotAcceptable:
                return None

    return Policy(settings.storage.floor_bytes, keepsake)


@dataclass(frozen=True)
class Line:
    """How headquarters is spoken to: with what token, and who hears what its clock says and of each byte."""

    token: str = ""
    dated: Callable[[datetime], None] = lambda _: None
    carried: Callable[[int], None] = lambda _: None

    def to(self, url: str) -> "HttpHeadquarters":
        """A client with the token. Raises Invalid for no address."""
        from sync.headquarters import HttpHeadquarters

        return HttpHeadquarters(url, token=self.token, dated=self.dated, carried=self.carried)

    def open_to(self, url: str) -> "HttpHeadquarters":
        """A client of somebody else, who does not get the token and must encrypt."""
        from sync.headquarters import HttpHeadquarters, closed_url

        return HttpHeadquarters(closed_url(url), carried=self.carried)

    def archive(self, url: str) -> "Callable[[], Headquarters]":
        """What makes a client of its own for each pass. An address that cannot be one is refused here already."""
        from sync.headquarters import checked_url

        checked_url(url, self.token)
        return lambda: self.to(url)


def fhir_side(settings: Settings, address: str, dicomweb: str, line: Line | None = None) -> "FhirSide":
    """All that a FHIR server at this address is for, under the station's organisation where one is given. Raises Invalid."""
    from sync.engine import FhirSide
    from sync.fhirserver import FhirServer, root_of
    from sync.headquarters import checked_url, name_of
    from sync.recordkeeping import Destination
    from sync.results import Source

    hq = settings.hq
    url = root_of(address, hq.organization) if address else ""
    if not url:
        return FhirSide()
    line = line or Line(hq.token)
    checked_url(url, line.token, "hq.fhir_url")
    name = name_of(url)
    records = Destination(lambda: FhirServer(line.to(url), hq.fhir_version), name)
    return FhirSide(records, _listing_for(url, dicomweb, line), Source(name, lambda: line.to(url)))


def records_address(store: Store, settings: Settings) -> str:
    """The address of headquarters' FHIR server: the settings before what was written down on the Sync page."""
    hq = settings.hq
    return hq.fhir_url or _below_hub(hq, "" if hq.organization else "/fhir") or _written(store, "hq.fhir_url")


def _below_hub(hq: Hq, path: str) -> str:
    """Where a station that serves as hub has this surface; empty without one."""
    return hq.rest_url.rstrip("/") + path if hq.rest_url else ""


def _written(store: Store, name: str) -> str:
    with store.read() as unit:
        return station.fact(unit, name)


def headquarters_of(store: Store, settings: Settings) -> str:
    """The address of headquarters: the settings before what was written down on the Sync page. Empty: none yet."""
    hq = settings.hq
    return hq.dicomweb_url or _below_hub(hq, "/dicom-web") or _written(store, "hq.dicomweb_url")


def _listing_for(fhir: str, dicomweb: str, line: Line) -> "Listing":
    """Where headquarters lists its studies. The token goes to headquarters' own two addresses, and nowhere that a list names."""
    from sync.headquarters import HttpHeadquarters, name_of, same_server
    from sync.listedstudies import Listing

    def archive(address: str) -> HttpHeadquarters:
        is_ours = any(same_server(address, known) for known in (fhir, dicomweb))
        return line.to(address) if is_ours else line.open_to(address)

    return Listing(name_of(fhir), lambda: line.to(fhir), archive)


@dataclass(frozen=True)
class StickDesk:
    """Sticks, for the window: out and in, while the station runs."""

    store: Store
    settings: Settings

    def write(self, folder: Path, passphrase: str) -> "Written":
        """What headquarters has not confirmed. Raises StorageFull or Unavailable."""
        from sync.sticks.writing import write_out

        return write_out(self.store, folder, passphrase, unmatched=self.settings.sync.unmatched)

    def take(self, folder: Path, passphrase: str) -> "list[Arrived | Problem]":
        """File by file; one that fails does not stop the next."""
        from resources.store.sealed import SUFFIX, is_sealed

        found: list[Arrived | Problem] = []
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            if is_sealed(path):
                try:
                    found.append(take_stick(self.store, self.settings, path, passphrase))
                except Problem as problem:
                    found.append(problem)
        return found


def take_stick(store: Store, settings: Settings, path: Path, passphrase: str) -> "Arrived":
    """One file from a stick: pictures and records, or receipts for ours. Raises Locked, Damaged."""
    from sync.fhirserver import root_of
    from sync.headquarters import name_of
    from sync.sticks.taking import take_in

    name, fhir = name_of(headquarters_of(store, settings)), records_address(store, settings)
    records_at = name_of(root_of(fhir, settings.hq.organization)) if fhir else ""
    hq_station = settings.hq.station
    return take_in(store, path, passphrase, headquarters=name, records_at=records_at, hq_station=hq_station)


def doubts_of(clocks: Clocks, book: CameraBook, listener: "Listener") -> tuple[Doubt, ...]:
    """Whose clock cannot be right, of all that were heard."""
    return clocks.doubts([book.rules(camera.calling_ae) for camera in listener.cameras()])


def status_of(store: Store, sync: "SyncStatus", listener: "Listener | None", book: CameraBook) -> dict[str, Any]:
    """The station in numbers, as ``eyecamp status --json`` and GET /api/status give it. Without a listener nothing was heard."""
    with store.read() as unit:
        counts = {
            "patients": patients.count(unit),
            "instances": studies.count(unit),
            "unmatched": sum(len(row.instances) for row in studies.inbox(unit)),
            "held": len(filing.held(unit)),
        }
    return counts | {
        "confirmed_at_hq": sync.confirmed_at_hq,
        "proven_at_hq": sync.proven_at_hq,
        "not_yet_at_hq": sync.not_yet_at_hq,
        "originals_left_at_hq": sync.left_at_hq,
        "records": {
            "confirmed_at_hq": sync.records.confirmed,
            "not_yet_at_hq": sync.records.not_yet,
            "questions": sync.records.questions,
            "sentence": sync.records.sentence,
            "kinds": {kind.value: asdict(count) for kind, count in sync.records.counts.items()},
            "stuck": [_stuck(trouble) for trouble in sync.records.troubles],
            "next_try": held.next_at.isoformat() if (held := sync.records.held_off) and held.next_at else None,
        },
        "last_confirmed": sync.last_confirmed.isoformat() if sync.last_confirmed else None,
        "to_go": _to_go(sync),
        "hq": {
            "state": sync.state.value,
            "sentence": sync.sentence,
            "results_problem": sync.results_problem,
            "list_problem": sync.list_problem,
            "tasks_problem": sync.tasks_problem,
        },
        "paid_link": asdict(sync.paid) if sync.paid is not None else None,
        "cameras": [] if listener is None else [_seen(camera, book) for camera in listener.cameras()],
        "doctor": [] if listener is None else [_said(note, book) for note in listener.notes()],
    }


def _stuck(trouble: "Trouble") -> dict[str, Any]:
    """Why records do not go, and when the first is tried again. What headquarters wrote may name a person: it is left out."""
    from sync.quoting import parted

    again = trouble.next_at.isoformat() if trouble.next_at else None
    return {"sentence": parted(trouble.sentence)[0], "records": trouble.count, "next_try": again}


def _to_go(sync: "SyncStatus") -> dict[str, Any]:
    """What may travel, and about how long that takes on the line as it was measured lately: an estimate, and no claim."""
    from sync.estimate import span_sentence

    left = sync.to_go
    return {
        "pictures": left.pictures,
        "bytes": left.size,
        "records": left.records,
        "to_be_shown": left.looks,
        "waiting_for_a_person": left.waiting,
        "people_first": len(sync.asked),
        "about": {"length": sync.span.length.value, "number": sync.span.number},
        "sentence": "" if left.is_nothing else span_sentence(sync.span),
    }


def leaving_of(service: "SyncService") -> dict[str, Any]:
    """Whether the camp may be packed up: the answer and its sentences. The chain of receipts is followed for paper only."""
    found = service.leaving(check_chain=False)
    return {"leaving": {"answer": found.answer.value, "sentences": list(found.sentences())}}


def _seen(camera: "Camera", book: CameraBook) -> dict[str, Any]:
    return {
        "ae_title": camera.calling_ae,
        "name": book.rules(camera.calling_ae).name,
        "trust": book.rules(camera.calling_ae).trust.value,
        "address": camera.address,
        "last_heard": camera.last_heard.isoformat(),
        "stored": camera.stored,
        "refused": camera.refused,
    }


def _said(note: "AssociationNote", book: CameraBook) -> dict[str, Any]:
    """One line of the camera doctor: "NW400 offered only JPEG baseline; accepted."."""
    return {
        "at": note.at.isoformat(),
        "ae_title": note.calling_ae,
        "address": note.address,
        "sentence": note.about(book.rules(note.calling_ae).title if note.calling_ae else "Somebody"),
        "went_well": note.went_well,
        "times": note.times,
    }


@contextmanager
def opened(settings: Settings, opener: Opener) -> Iterator[Store]:
    """The store for one command, swept first and closed at the end. Raises Locked while a station is running on it."""
    store = open_files(settings, unlock(settings.data_dir, opener))
    try:
        sweep(store)
        yield store
    finally:
        store.close()


def staying(store: Store, settings: Settings) -> dict[str, int]:
    """Why each original that is here stays, counted; under nothing those that may leave when there is no room."""
    from sync.evicting import verdicts
    from sync.headquarters import name_of

    found: dict[str, int] = {}
    with store.read() as unit:
        for _, why in verdicts(unit, name_of(headquarters_of(store, settings))):
            found[why] = found.get(why, 0) + 1
    return found


def want_back(store: Store, instance_uids: Collection[str], actor: str) -> None:
    """The next pass with headquarters fetches these originals again. Raises NotFound for one that has not left."""
    from sync.evicting import want

    with store.write(Origin.PERSON, actor=actor) as unit:
        for uid in instance_uids:
            want(unit, uid)


def one_pass(store: Store, settings: Settings, *, everything: bool = False, first: str = "") -> dict[str, Any]:
    """One pass with headquarters, and what it did; with ``everything`` its whole list of studies is read anew.

    ``first``: the number of somebody whose things go before all others' (after urgent people's). Raises NotFound, Gone.
    """
    from sync import hurrying

    if first:
        with store.write(Origin.PERSON, actor="command line") as unit:
            hurrying.ask(unit, first)
    service = sync_service(store, settings)
    try:
        summary = asdict(service.once(everything=everything))
    finally:
        service.stop(5.0)
    status = service.status()
    return summary | {
        "confirmed_at_hq": status.confirmed_at_hq,
        "not_yet_at_hq": status.not_yet_at_hq,
        "state": status.state.value,
        "sentence": status.sentence,
    }


def status_from_outside(settings: Settings, opener: Callable[[], Opener]) -> dict[str, Any]:
    """Ask the station that runs on this folder; where none does, look into the files."""
    running = settings.data_dir / RUNNING
    with suppress(OSError, ValueError, KeyError):
        return _asked(json.loads(running.read_text("utf-8")), settings.rest)
    try:
        with opened(settings, opener()) as store:
            service = sync_service(store, settings)
            return status_of(store, service.status(), None, CameraBook(store)) | leaving_of(service)
    except Locked:
        if running.exists():
            raise Unavailable("The station is open, but does not answer. Try again in a moment.") from None
        raise


def _asked(ready: Mapping[str, Any], rest: Rest) -> dict[str, Any]:
    from workstation.encryption import own_client

    headers = {"Authorization": f"Bearer {ready['token']}"}
    url = f"{ready['rest_url']}/api/status"
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - our own address, from a private file
    handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
    if rest.is_encrypted:
        handlers.append(urllib.request.HTTPSHandler(context=own_client(rest.certificate)))
    opener = urllib.request.build_opener(*handlers)
    with opener.open(request, timeout=10) as answer:
        return dict(json.loads(answer.read()))


def _set_up_camp(store: Store, settings: Settings) -> None:
    camp = settings.camp
    with store.write(Origin.STATION) as unit:
        station.name_organization(unit, settings.organization)
    if not (camp.prefix and camp.letter):
        return
    with store.write(Origin.STATION) as unit:
        known = station.camp(unit)
        if (known.prefix, known.letter) != (camp.prefix.upper(), camp.letter.upper()):
            station.set_up(unit, camp.name or known.name, camp.prefix, camp.letter)


def write_private(path: Path, text: str) -> None:
    """A file that only we can read, whole or not at all: it holds a token."""
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    part.replace(path)
