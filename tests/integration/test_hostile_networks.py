"""Reliability D1 to D4 and D9: a crowd of cameras, and everybody on an open Wi-Fi who is none.

``EYECAMP_HOSTILE=long`` runs the long version; ``tests/README.md`` says what that is.
"""

import itertools
import os
import socket
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
import trustme
from support.association import (
    EXPLICIT,
    JPEG,
    OP_8_BIT,
    Scu,
    a_command,
    a_pdu,
    a_request,
    an_offer,
    some_data,
)
from support.certificates import pems
from support.data_sets import an_instance, encoded
from support.receiver import MemoryReceiver
from support.receiving import KEY, StationProcess
from support.stations import Clock
from support.stations import a_store as a_station_store

from resources.store import audit, open_store, studies
from resources.store.keys import DataKey
from workstation.listener.doorway import listener_of
from workstation.settings import Allow, Dicom

LONG = os.environ.get("EYECAMP_HOSTILE") == "long"
MEGABYTE = 1 << 20
PATIENCE = 10.0
"""Seconds that a camera waits at most, for anything."""
CAMERA, STRANGER = "127.0.0.9", "127.0.0.66"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
pytestmark = pytest.mark.slow


@contextmanager
def a_station(folder: Path, **options) -> Iterator[StationProcess]:
    process = StationProcess(folder / "station", **options)
    try:
        yield process
    finally:
        process.stop()


@contextmanager
def connected(port: int, source: str = "127.0.0.1") -> Iterator[Scu]:
    with socket.create_connection(("127.0.0.1", port), PATIENCE, source_address=(source, 0)) as end:
        yield Scu(end)


def pictures(size: int) -> Iterator[tuple[str, bytes]]:
    """Whole pictures of about ``size`` bytes, each with an instance UID of its own."""
    ds = an_instance(SOPInstanceUID="1.2.3.1.1000000", Rows=size // 3000, Columns=1000)
    ds.PixelData = bytes(size // 3000 * 3000)
    whole = encoded(ds)
    for number in itertools.count(1000001):
        yield f"1.2.3.1.{number}", whole.replace(b"1.2.3.1.1000000", f"1.2.3.1.{number}".encode())


def kept_in(folder: Path) -> set[str]:
    store = open_store(folder / "station", DataKey(KEY))
    with store.read() as unit:
        found = {row.instance_uid for row in studies.instances(unit)}
    store.close()
    return found


def echoes(port: int, source: str = "127.0.0.1") -> bool:
    with connected(port, source) as scu:
        scu.associate(an_offer(1, "1.2.840.10008.1.1", "1.2.840.10008.1.2"))
        return scu.echo() == 0


# --- D1 ---------------------------------------------------------------------------------------------------------------


def test_d1_fifty_cameras_at_once_are_all_served(tmp_path):
    """50 associations at a time, each with 20 pictures of 1 MB (4 in CI): everything acknowledged, everything kept."""
    each = 20 if LONG else 4
    source, lock = pictures(MEGABYTE), threading.Lock()
    together = threading.Barrier(50)

    def camera(_: int) -> list[tuple[str, int]]:
        with connected(process.port) as scu:
            scu.socket.settimeout(300)  # fifty share one disk; how long it takes is not asked here
            scu.associate(an_offer(1, OP_8_BIT, EXPLICIT))
            together.wait(60)
            told = []
            for _ in range(each):
                with lock:
                    uid, data = next(source)
                told.append((uid, scu.store(data, piece=16000, instance=uid)))
            return told

    with a_station(tmp_path) as process, ThreadPoolExecutor(50) as pool:
        told = list(itertools.chain.from_iterable(pool.map(camera, range(50))))
    assert len(told) == 50 * each
    assert {status for _, status in told} == {0}
    assert {uid for uid, _ in told} == kept_in(tmp_path)


# --- D2 ---------------------------------------------------------------------------------------------------------------

KINDS = (1, 2, 3, 4, 5, 6, 7, 0, 8, 0x50, 0xFF)
ENDLESS = b"\0\xff\xff\xff\xf0"


@on_linux
def test_d2_a_pdu_of_four_gigabytes_is_refused_at_its_head(tmp_path):
    """Every PDU type and some unknown ones, before and inside an association: closed, and nothing is held in memory."""
    megabytes = 64 if LONG else 8
    with a_station(tmp_path) as process:
        assert echoes(process.port)
        before = process.peak_memory()
        for kind, is_associated in itertools.product(KINDS, (False, True)):
            with connected(process.port) as scu:
                if is_associated:
                    scu.associate()
                with suppress(ConnectionError):
                    scu.send(bytes((kind,)) + ENDLESS)
                    for _ in range(megabytes):
                        scu.send(bytes(MEGABYTE))
                with suppress(ConnectionError):
                    assert scu.pdu() in (None, (7, bytes((0, 0, 2, 6))), (7, bytes((0, 0, 2, 1)))), kind
        assert process.peak_memory() - before < 32 * MEGABYTE
        assert echoes(process.port)


# --- D3 ---------------------------------------------------------------------------------------------------------------


@on_linux
@pytest.mark.parametrize("is_command", [False, True], ids=["data", "command"])
def test_d3_a_message_without_an_end_is_cut_at_the_cap(tmp_path, is_command):
    """2 GB are tried against the cap of 512 MB (256 MB against 32 in CI); no file of it stays."""
    limits = {} if LONG else {"message_bytes": 32 * MEGABYTE}
    tried, piece = (2048 if LONG else 256), some_data((1, 1 if is_command else 0, bytes(64 * 1024)))
    with a_station(tmp_path, limits=limits) as process:
        assert echoes(process.port)
        before = process.peak_memory()
        with connected(process.port) as scu:
            scu.socket.settimeout(60)
            scu.associate()
            if not is_command:
                scu.send(some_data((1, 3, a_command(1))))
            assert was_cut(scu, piece, tried * MEGABYTE // len(piece))
        assert process.peak_memory() - before < 64 * MEGABYTE
        assert echoes(process.port)
    assert kept_in(tmp_path) == set()
    assert [path for path in (tmp_path / "station").rglob("*") if path.suffix == ".part"] == []


def was_cut(scu: Scu, piece: bytes, times: int) -> bool:
    """Whether it was cut off while sending; what comes after its abort is only read away for a moment."""
    try:
        for _ in range(times):
            scu.send(piece)
    except ConnectionError:
        return True
    return scu.pdu() == (7, bytes((0, 0, 2, 6)))


# --- D4 ---------------------------------------------------------------------------------------------------------------

HELLO = a_request(an_offer(1, OP_8_BIT, JPEG))
MODES = {
    "silent": (b"", b""),
    "half a head": (b"\1\0\0", b""),
    "a byte at a time": (HELLO[:6], HELLO[6:]),
    "half a TLS greeting": (b"\x16\x03\x01\x02\x00\x01", b""),
}


class Crowd:
    """Two hundred connections that hold on to the station, each replaced when it is thrown out."""

    def __init__(self, port: int, first: bytes, drip: bytes) -> None:
        self._port, self._first, self._drip = port, first, drip
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._hold)

    def __enter__(self) -> "Crowd":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _hold(self) -> None:
        with ExitStack() as stack:
            ends = [stack.enter_context(self._another()) for _ in range(200)]
            at = 0
            while not self._stopped.wait(2.0):
                at += 1
                for place, end in enumerate(ends):
                    if not self._goes_on(end, at):
                        end.close()
                        ends[place] = stack.enter_context(self._another())

    def _another(self) -> socket.socket:
        end = socket.create_connection(("127.0.0.1", self._port), PATIENCE, source_address=(STRANGER, 0))
        end.setblocking(False)
        with suppress(OSError):
            end.send(self._first)
        return end

    def _goes_on(self, end: socket.socket, at: int) -> bool:
        try:
            end.send(self._drip[at : at + 1])
            return bool(end.recv(100))
        except BlockingIOError:
            return True
        except OSError:
            return False


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("trusted", [True, False] if LONG else [True], ids=lambda yes: "no cap" if yes else "a cap")
def test_d4_a_camera_gets_through_while_two_hundred_hold_on(tmp_path, mode, trusted):
    """A known camera connects anew each second, for a minute (three times in CI), and is served within ten seconds."""
    ours = pems(tmp_path / "tls", "eyecamp", trustme.CA())
    options = {
        "known": [CAMERA],
        "trusted": [STRANGER] if trusted else [],
        "tls": [str(ours.certificate), str(ours.key)],
    }
    source = pictures(100_000)
    with a_station(tmp_path, **options) as process, Crowd(process.port, *MODES[mode]):
        pause = threading.Event()
        for _ in range(60 if LONG else 3):
            with connected(process.port, CAMERA) as scu:
                scu.associate(an_offer(1, OP_8_BIT, EXPLICIT))
                uid, data = next(source)
                assert scu.store(data, piece=16000, instance=uid) == 0
                scu.send(a_pdu(5, bytes(4)))
                assert scu.pdu() == (6, bytes(4))
            pause.wait(1.0)
    assert len(kept_in(tmp_path)) == (60 if LONG else 3)


# --- D9 ---------------------------------------------------------------------------------------------------------------

FENCE = Dicom(port=0, allow=Allow(calling=("CAM1",), called=("EYECAMP",), addresses=(CAMERA,)))
NOT_OURS = [
    (b"ROGUE", b"EYECAMP", CAMERA, 3),
    (b"", b"EYECAMP", CAMERA, 3),
    (b"cam1", b"EYECAMP", CAMERA, 3),
    (b"CAM1*", b"EYECAMP", CAMERA, 3),
    (b"CAM1", b"OTHER", CAMERA, 7),
    (b"CAM1", b"", CAMERA, 7),
    (b"ROGUE", b"OTHER", CAMERA, 7),
    (b"CAM1", b"EYECAMP", STRANGER, 3),
    (b"ROGUE", b"EYECAMP", STRANGER, 3),
    (b"CAM1", b"OTHER", STRANGER, 3),
    (b"ROGUE", b"OTHER", STRANGER, 3),
    (b"CAM1", b"EYECAMP", "127.0.0.1", 3),
]


@pytest.fixture
def fenced(tmp_path):
    store = a_station_store(tmp_path, clock=Clock())
    listener = listener_of(store, FENCE, tuple, MemoryReceiver())
    listener.start()
    yield store, listener
    listener.stop()
    store.close()


def knocked(listener, calling: bytes, called: bytes, source: str) -> tuple[int, bytes] | None:
    with connected(listener.address[1], source) as scu:
        scu.send(a_request(calling=calling, called=called))
        return scu.pdu()


def told(store) -> list[audit.AuditRow]:
    with store.read() as unit:
        return audit.listed(unit)


@pytest.mark.parametrize(("calling", "called", "source", "reason"), NOT_OURS)
def test_d9_who_is_not_on_the_lists_is_refused_and_audited(fenced, calling, called, source, reason):
    store, listener = fenced
    assert knocked(listener, calling, called, source) == (3, bytes((0, 1, 1, reason)))
    listener.stop()
    (row,) = told(store)
    assert (row.action, row.target, row.outcome) == ("turned away", source, reason)
    (note,) = listener.notes()
    assert note.sentence.startswith("It was turned away: ") and not note.went_well


@pytest.mark.parametrize(
    ("sent", "sentence", "reason"),
    [
        (b"\1\0\xff\xff\xff\xf0", "It was cut off: ", 6),  # four gigabytes of greeting
        (b"GET / HTTP/1.1\r\n\r\n", "It was cut off: ", 1),
        (a_pdu(4, bytes(10)), "It was cut off: ", 2),
    ],
)
def test_who_breaks_the_rules_is_cut_off_audited_and_said(fenced, sent, sentence, reason):
    store, listener = fenced
    with connected(listener.address[1], STRANGER) as scu:
        scu.send(sent)
        assert scu.pdu() == (7, bytes((0, 0, 2, reason)))
    listener.stop()
    (row,) = told(store)
    assert (row.actor, row.action, row.target, row.outcome) == ("unknown device", "cut off", STRANGER, reason)
    (note,) = listener.notes()
    assert note.sentence.startswith(sentence) and row.client_data["sentence"] == note.sentence


def test_d9_who_is_on_all_lists_is_let_in(fenced):
    _, listener = fenced
    assert knocked(listener, b"CAM1", b"EYECAMP", CAMERA)[0] == 2


def test_d9_a_flood_of_strangers_fills_no_log(fenced, caplog):
    """The station's clock stands still: all of it happens within one minute."""
    store, listener = fenced
    caplog.set_level("INFO")
    for number in range(1000 if LONG else 200):
        assert knocked(listener, b"ROGUE%d" % number, b"EYECAMP", CAMERA)[0] == 3
    listener.stop()
    lines = [record for record in caplog.records if "turned away" in record.getMessage()]
    assert 0 < len(lines) <= 10
    assert 0 < len(told(store)) <= 60
