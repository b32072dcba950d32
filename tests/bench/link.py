#!/usr/bin/env python3
"""What the engine makes of a bad line: `sudo .venv/bin/python tests/bench/link.py [share|far|resets|lost|day]...`.

share   pictures over 2 Mbit/s, 100 ms there and back, 2 % loss: our engine beside one plain stream of STOW requests in the same
        run, and both again without loss; ours twice, on a line that it knows nothing of, and once more
far     the same over a satellite: 600 ms there and back, three times as many pictures
day     the same line, from its return until headquarters can read a camp day of 60 people: records, headshots, two pictures each
resets  bytes sent per useful byte while every connection breaks after 1 MB on average, beside the formula for a whole request
lost    what one lost answer costs: bytes both ways from the loss until the picture is confirmed

Prints one JSON line for each and appends it to out/bench-link.jsonl. ``share``, ``far`` and ``day`` need Linux and root
(support/slowlink.py) and some minutes of real time. Headquarters is our own double. Asserts nothing.
"""

import json
import math
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import httpx  # noqa: E402
from support.headquarters import MemoryHeadquarters, Mode, served  # noqa: E402
from support.pictures import a_jpeg, an_op  # noqa: E402
from support.recordserver import Manners, MemoryRecords  # noqa: E402
from support.slowlink import Metered, SlowLink, Weather  # noqa: E402
from support.travelling import Laptop, a_laptop  # noqa: E402

from resources.store import patients  # noqa: E402
from resources.terms import Origin  # noqa: E402
from sync import outbox  # noqa: E402
from sync.abreast import Threads  # noqa: E402
from sync.engine import STREAMS  # noqa: E402
from sync.fhirserver import FhirServer  # noqa: E402
from sync.headquarters import HttpHeadquarters  # noqa: E402
from sync.pace import MOST  # noqa: E402
from sync.recordkeeping import Destination  # noqa: E402

PICTURE = 500_000
PICTURES = 20
PEOPLE = 60
FIELD = Weather()
CALM = Weather(loss=0.0)
FAR = Weather(delay=0.3)


def main(wanted: list[str]) -> None:
    """Each that was named, or all."""
    (ROOT / "out").mkdir(exist_ok=True)
    for name, measure in (("share", share), ("far", far), ("resets", resets), ("lost", lost), ("day", day)):
        if wanted and name not in wanted:
            continue
        for found in measure():
            line = json.dumps({"what": name, **found, "load": os.getloadavg()[0]})
            print(line, flush=True)  # noqa: T201
            with (ROOT / "out" / "bench-link.jsonl").open("a") as kept:
                kept.write(line + "\n")


# --- share ------------------------------------------------------------------------------------------------------------


def share() -> Iterator[dict[str, object]]:
    """Megabits of pictures a second, ours and one plain stream's."""
    for name, weather in (("2 % loss", FIELD), ("no loss", CALM)):
        yield from _shares(name, weather)


def far() -> Iterator[dict[str, object]]:
    """The same beyond a satellite."""
    yield from _shares("2 % loss, 600 ms", FAR, 3 * PICTURES)


def _shares(name: str, weather: Weather, pictures: int = PICTURES) -> Iterator[dict[str, object]]:
    plain, ours_twice = _by_one_stream(weather), _by_the_engine(weather, pictures)
    for begun, (ours, streams) in zip(("a new line", "the same line again"), ours_twice, strict=True):
        shares = {"share": ours / 2, "share of one stream": plain / 2}
        yield {"line": name, "begun on": begun, "streams": streams, "ours": ours, "one stream": plain, **shares}


def _by_the_engine(weather: Weather, pictures: int = PICTURES) -> list[tuple[float, str]]:
    """Two passes, the second with what the first has learnt of the line; and how many streams each ended with."""
    found, n = [], 0
    with _a_station(MemoryHeadquarters(), weather) as (laptop, hq, _):
        person = laptop.registers()
        for _ in range(2):
            for _ in range(pictures):
                n += 1
                laptop.receives(an_op(n, patient=person.number or "", jpeg=_jpeg(PICTURE)))
            before, began = sum(map(len, hq.held.values())), time.perf_counter()
            laptop.sync.once()
            rate = _rate(sum(map(len, hq.held.values())) - before, time.perf_counter() - began)
            with laptop.store.read() as unit:
                found.append((rate, outbox.fact(unit, STREAMS)))
    return found


def _by_one_stream(weather: Weather) -> float:
    """As most senders do: one request after the other over one kept connection, one picture in each."""
    hq = MemoryHeadquarters()
    with served(hq) as url, SlowLink(_port(url), weather, Random(7)) as link, httpx.Client(timeout=300) as client:
        began = time.perf_counter()
        for n in range(1, PICTURES + 1):
            part = an_op(n, jpeg=_jpeg(PICTURE))
            body = b"--b\r\nContent-Type: application/dicom\r\n\r\n" + part + b"\r\n--b--\r\n"
            kind = 'multipart/related; type="application/dicom"; boundary=b'
            address = f"http://127.0.0.1:{link.port}/dicom-web/studies"
            client.post(address, content=body, headers={"Content-Type": kind, "Accept": "application/dicom+json"})
        return _rate(sum(map(len, hq.held.values())), time.perf_counter() - began)


def _rate(size: int, seconds: float) -> float:
    return round(size * 8 / seconds / 1e6, 3)


# --- resets and lost answers ------------------------------------------------------------------------------------------


def resets() -> Iterator[dict[str, object]]:
    """Every connection breaks after an exponentially drawn number of bytes, 1 MB on average."""
    rng, mean, hq = Random(7), 1_000_000, MemoryHeadquarters()
    breaks = iter(lambda: rng.expovariate(1 / mean), None)
    with served(hq) as url, Metered(_port(url), breaks) as line:
        address = f"http://127.0.0.1:{line.port}/dicom-web"
        with _laptop(address) as laptop:
            _receive(laptop, 40, PICTURE)
            for _ in range(400):
                if laptop.sync.status().not_yet_at_hq == 0:
                    break
                laptop.sync.once()
                laptop.clock.forward(laptop.sync.patience())
            useful = sum(len(part) for part in hq.held.values())
            left = laptop.sync.status().not_yet_at_hq
        ratio = PICTURE / mean
        yield {
            "sent per useful byte": round(line.towards / useful, 3),
            "whole requests, by the formula": round((math.exp(ratio) - 1) / ratio, 3),
            "breaks": line.cuts,
            "left": left,
            "picture": PICTURE,
        }


def lost() -> Iterator[dict[str, object]]:
    """One picture of 4 MB; the archive keeps it, and the answer never comes."""
    hq = MemoryHeadquarters()
    with served(hq) as url, Metered(_port(url)) as line, _laptop(f"http://127.0.0.1:{line.port}/dicom-web") as laptop:
        _receive(laptop, 1, 4_000_000)
        hq.mode = Mode.CUT_AFTER
        laptop.sync.once()
        hq.mode = Mode.WELL
        before = (line.towards, line.back)
        laptop.clock.forward(400)
        laptop.sync.once()
        status = laptop.sync.status()
        yield {
            "bytes towards": line.towards - before[0],
            "bytes back": line.back - before[1],
            "confirmed": status.confirmed_at_hq,
            "uploads": len(hq.uploads),
        }


# --- a camp day -------------------------------------------------------------------------------------------------------


def day() -> Iterator[dict[str, object]]:
    """60 people with a headshot and two pictures of about 50 KB each; what is there when."""
    with _a_station(MemoryHeadquarters(), FIELD, records=True) as (laptop, hq, server):
        for n in range(PEOPLE):
            person = laptop.registers(given_name=f"Meena {n}")
            blob = laptop.store.vault.admit(a_jpeg(160, 120, (n, 90, 60)))
            with laptop.store.write(Origin.PERSON, actor="grace") as unit:
                patients.set_photo(unit, person.uuid, blob, mime="image/jpeg", width=160, height=120)
            for eye in "RL":
                number, jpeg = person.number or "", _jpeg(50_000)
                laptop.receives(an_op(2 * n + (eye == "L"), patient=number, study=n, eye=eye, jpeg=jpeg))
        began = time.perf_counter()
        found = {"records": 0.0, "pictures": 0.0}
        watching = threading.Thread(target=_watch, args=(found, began, hq, server))
        watching.start()
        laptop.sync.once()
        whole = time.perf_counter() - began
        watching.join(5)
        status = laptop.sync.status()
        yield {
            "seconds until records are there": found["records"],
            "seconds until pictures are there": found["pictures"],
            "seconds until all is confirmed": round(whole, 1),
            "confirmed": [status.confirmed_at_hq, status.records.confirmed],
            "not yet": [status.not_yet_at_hq, status.records.not_yet],
            "megabytes of pictures": round(sum(len(part) for part in hq.held.values()) / 1e6, 1),
        }


def _watch(found: dict[str, float], began: float, hq: MemoryHeadquarters, server: MemoryRecords) -> None:
    until = time.monotonic() + 900
    while not all(found.values()) and time.monotonic() < until:
        time.sleep(0.1)
        seconds = round(time.perf_counter() - began, 1)
        if not found["records"] and len(server.held) >= 3 * PEOPLE:
            found["records"] = seconds
        if not found["pictures"] and len(hq.held) >= 2 * PEOPLE:
            found["pictures"] = seconds


# --- the parts --------------------------------------------------------------------------------------------------------


@contextmanager
def _a_station(
    hq: MemoryHeadquarters, weather: Weather, *, records: bool = False
) -> Iterator[tuple[Laptop, MemoryHeadquarters, MemoryRecords]]:
    """A laptop beyond the link."""
    server = MemoryRecords(Manners(checks=False))
    with _both(hq, server) as port, SlowLink(port, weather, Random(7)) as link:
        root = f"http://127.0.0.1:{link.port}/fhir"
        to = Destination(lambda: FhirServer(HttpHeadquarters(root)), root) if records else None
        with _laptop(f"http://127.0.0.1:{link.port}/dicom-web", to) as laptop:
            yield laptop, hq, server


@contextmanager
def _both(hq: MemoryHeadquarters, server: MemoryRecords) -> Iterator[int]:
    """The archive and the server of records behind one port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            address = f"http://127.0.0.1:1{self.path}"
            request = httpx.Request(self.command, address, headers=dict(self.headers.items()), content=body)
            answer = server.handle if self.path.startswith("/fhir") else hq._transported
            response = answer(request)
            content = response.read()
            self.send_response(response.status_code)
            for name, value in response.headers.items():
                if name not in ("content-length", "transfer-encoding"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield httpd.server_port
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


@contextmanager
def _laptop(address: str, to: Destination | None = None) -> Iterator[Laptop]:
    with (
        tempfile.TemporaryDirectory() as folder,
        a_laptop(
            Path(folder),
            connect=lambda: HttpHeadquarters(address),
            headquarters=address,
            records=to,
            crew=lambda: Threads(MOST),
        ) as laptop,
    ):
        yield laptop


def _receive(laptop: Laptop, count: int, size: int) -> None:
    laptop.pictures(count, laptop.registers(), jpeg=_jpeg(size))


def _jpeg(size: int) -> bytes:
    """A real JPEG, and so many bytes after its end."""
    return a_jpeg() + bytes(size)


def _port(url: str) -> int:
    return int(httpx.URL(url).port or 80)


if __name__ == "__main__":
    main(sys.argv[1:])
