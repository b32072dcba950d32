#!/usr/bin/env python3
"""How fast the surfaces answer, DICOMweb beside Orthanc in turns: `python tests/bench/web.py [--studies 1000] [--n 40]`.

Fills both with the same studies, then asks the one and the other, request by request, each over a kept connection with identity
encoding and without Nagle; DICOMweb first, then what only we have: the device API (seed 000) and FHIR (seed 001). Prints
p50 and p95 in milliseconds, the ratio of the p50s, and the answers that were no success; lines go to out/bench-web.jsonl. 1,000
studies take about a minute, 10,000 about five. Needs Orthanc and the shared folder. Asserts nothing.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "bench")]

from filling import Subject, fill, fill_orthanc  # noqa: E402
from pydicom import dcmread  # noqa: E402
from support.orthanc import running_orthanc  # noqa: E402
from support.shared import shared  # noqa: E402

JSON = {"Accept": "application/dicom+json"}
WHOLE = {"Accept": 'multipart/related; type="application/dicom"; transfer-syntax=*'}
FRAME = {"Accept": 'multipart/related; type="image/jpeg"; transfer-syntax=1.2.840.10008.1.2.4.50'}
BOUNDARY = "bench-boundary"
STOW = {**JSON, "Content-Type": f'multipart/related; type="application/dicom"; boundary={BOUNDARY}'}


@dataclass
class Server:
    """One of the two, by its kept connection."""

    name: str
    port: int
    headers: dict[str, str] = field(default_factory=dict)
    root: str = "/dicom-web"

    def __post_init__(self) -> None:
        self._line = HTTPConnection("127.0.0.1", self.port, timeout=120)

    def hang_up(self) -> None:
        """The next request makes a new connection."""
        self._line.close()

    def ask(self, request: "Request") -> tuple[float, int]:
        """Milliseconds and status."""
        path = request.path if request.path.startswith("//") else self.root + request.path
        headers = {"Accept-Encoding": "identity", **self.headers, **request.headers}
        began = time.perf_counter()
        self._line.request(
            request.method, path.removeprefix("/") if path.startswith("//") else path, request.body, headers
        )
        answer = self._line.getresponse()
        answer.read()
        return (time.perf_counter() - began) * 1e3, answer.status


@dataclass(frozen=True)
class Request:
    """``path`` is below the DICOMweb root; with two slashes in front it is below the server's."""

    path: str
    headers: dict[str, str]
    method: str = "GET"
    body: bytes | None = None


@dataclass(frozen=True)
class Question:
    """What is asked, ``n`` times; ``of`` gives the request for each time."""

    name: str
    of: Callable[[int], Request]
    n: int


def searches(filed: list[Subject], n: int) -> Iterator[Question]:
    """QIDO-RS and metadata over the filled studies."""

    def pick(i: int) -> Subject:
        return filed[i * 7919 % len(filed)]

    few = min(n, 20)
    fixed = {
        "PatientName=Nguyen*&limit=100": "PatientName=Nguyen*&limit=100",
        "PatientName=*Ana1*&limit=100": "PatientName=*Ana1*&limit=100",
        "limit=100": "limit=100",
        "limit=100&offset=900": "limit=100&offset=900",
        "StudyDate=<month>&limit=100": "StudyDate=20240301-20240331&limit=100",
    }
    yield Question(
        "QIDO PatientName=<exact>",
        lambda i: Request(f"/studies?PatientName={pick(i).family}^{pick(i).given}", JSON),
        n,
    )
    yield Question("QIDO PatientID=<exact>", lambda i: Request(f"/studies?PatientID={pick(i).patient_id}", JSON), n)
    for name, query in fixed.items():
        yield Question(f"QIDO {name}", lambda _, query=query: Request(f"/studies?{query}", JSON), few)  # type: ignore[misc]
    yield Question("QIDO studies/{uid}/series", lambda i: Request(f"/studies/{pick(i).study_uid}/series", JSON), n)
    yield Question("WADO study metadata", lambda i: Request(f"/studies/{pick(i).study_uid}/metadata", JSON), n)


def pictures(files: list[Path]) -> Iterator[Question]:
    """STOW-RS of 1.9 MB pictures, and WADO-RS of the same: the first of each study, for the others name other people."""
    ones, many = files[::4], files[1::4][:20]
    yield Question("STOW 1 x 1.9 MB", lambda i: Request("/studies", STOW, "POST", _stow([ones[i]])), len(ones))
    yield Question("STOW 20 x 1.9 MB", lambda _: Request("/studies", STOW, "POST", _stow(many)), 1)
    where = [_address(path) for path in ones]
    n = len(where)
    yield Question("WADO instance 1.9 MB", lambda i: Request(where[i], WHOLE), n)
    yield Question("WADO frames/1 jpeg", lambda i: Request(where[i] + "/frames/1", FRAME), n)
    yield Question("WADO instance metadata", lambda i: Request(where[i] + "/metadata", JSON), n)
    yield Question("WADO rendered", lambda i: Request(where[i] + "/rendered", {"Accept": "image/jpeg"}), 5)


def own_surfaces(filed: list[Subject], n: int) -> Iterator[Question]:
    """Seed 000 and FHIR: search and read."""
    plain, fhir = {"Accept": "application/json"}, {"Accept": "application/fhir+json"}

    def pick(i: int) -> Subject:
        return filed[i * 7919 % len(filed)]

    yield Question(
        "/api/patients?identifier=", lambda i: Request(f"//api/patients?identifier={pick(i).patient_id}", plain), n
    )
    yield Question("/api/patients?name=", lambda i: Request(f"//api/patients?name={pick(i).given}", plain), n)
    yield Question("/api/patients?_count=100", lambda _: Request("//api/patients?_count=100", plain), n)
    yield Question(
        "/api/ImagingStudy?_count=100", lambda _: Request("//api/ImagingStudy?_count=100", plain), min(n, 20)
    )
    yield Question("/api/ImagingStudy/{uid}", lambda i: Request(f"//api/ImagingStudy/{pick(i).study_uid}", plain), n)
    base = "//organizations/default/fhir/3"
    yield Question(
        "FHIR ImagingStudy?patient.identifier=",
        lambda i: Request(f"{base}/ImagingStudy?patient.identifier={pick(i).patient_id}", fhir),
        n,
    )
    yield Question(
        "FHIR ImagingStudy?study=", lambda i: Request(f"{base}/ImagingStudy?study=urn:oid:{pick(i).study_uid}", fhir), n
    )
    yield Question(
        "FHIR ImagingStudy?_count=100", lambda _: Request(f"{base}/ImagingStudy?_count=100", fhir), min(n, 20)
    )
    yield Question(
        "FHIR Patient?identifier=", lambda i: Request(f"{base}/Patient?identifier={pick(i).patient_id}", fhir), n
    )
    yield Question("FHIR Patient/{number}", lambda i: Request(f"{base}/Patient/{pick(i).patient_id}", fhir), n)


def measure(question: Question, servers: list[Server]) -> dict[str, object]:
    """Both, in turns; who is first changes each time. The first answers of each are not counted."""
    times: dict[str, list[float]] = {server.name: [] for server in servers}
    bad = dict.fromkeys(times, 0)
    is_read = question.of(0).method == "GET"
    for server in servers:
        server.hang_up()  # one that was left waiting may have been closed
        if is_read:
            server.ask(question.of(0))
    for i in range(question.n):
        for server in servers if i % 2 else reversed(servers):
            took, status = server.ask(question.of(i))
            times[server.name].append(took)
            bad[server.name] += status >= 300
    line: dict[str, object] = {"op": question.name, "n": question.n}
    for name, taken in times.items():
        line |= {
            f"{name}_p50": round(statistics.median(taken), 2),
            f"{name}_p95": round(_p95(taken), 2),
            f"{name}_bad": bad[name],
        }
    if len(servers) > 1:
        line["ratio"] = round(statistics.median(times["eyecamp"]) / statistics.median(times["orthanc"]), 2)
    return line


def _p95(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(0.95 * len(taken)))]


def _stow(files: list[Path]) -> bytes:
    head = f"--{BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n".encode()
    return b"".join(head + path.read_bytes() + b"\r\n" for path in files) + f"--{BOUNDARY}--\r\n".encode()


def _address(path: Path) -> str:
    ds = dcmread(path, stop_before_pixels=True)
    return f"/studies/{ds.StudyInstanceUID}/series/{ds.SeriesInstanceUID}/instances/{ds.SOPInstanceUID}"


@contextmanager
def serving(folder: Path, key_file: Path) -> Iterator[Server]:
    """`eyecamp serve` on a filled folder."""
    ready = folder.with_suffix(".ready")
    command = [sys.executable, "-m", "workstation", "serve", "--data-dir", str(folder), "--key-file", str(key_file)]
    command += ["--ready-file", str(ready), "--rest-port", "0", "--dicom-port", "0"]
    with folder.with_suffix(".log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    try:
        said = _ready(ready, process)
        port = int(said["rest_url"].rpartition(":")[2])
        yield Server("eyecamp", port, {"Authorization": f"Bearer {said['token']}"})
    finally:
        process.terminate()
        process.wait(30)


def _ready(path: Path, process: "subprocess.Popen[bytes]") -> dict[str, str]:
    pause = threading.Event()
    while not (path.exists() and path.read_text()):
        if process.poll() is not None:
            raise SystemExit("the station ended before it was ready")
        pause.wait(0.1)
    found: dict[str, str] = json.loads(path.read_text())
    return found


def corpus() -> list[Path]:
    """Pictures of 1.9 MB, made once by the harness's generator."""
    folder = ARGUMENTS.corpus or ROOT / "out" / "bench-corpus"
    if not (folder / "a").is_dir():
        say("making the corpus")
        subprocess.run([sys.executable, shared("bench", "gen.py"), str(folder)], check=True)
    return sorted((folder / "a").glob("*.dcm"))


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Fill, start, ask, print."""
    os.environ["TCP_NODELAY"] = "1"
    (ROOT / "out").mkdir(exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        began = time.perf_counter()
        filed = fill(folder / "station", folder / "station.key", ARGUMENTS.studies)
        ours = stack.enter_context(serving(folder / "station", folder / "station.key"))
        servers = [ours]
        if not ARGUMENTS.alone:
            (folder / "orthanc").mkdir()
            orthanc = stack.enter_context(running_orthanc(folder / "orthanc"))
            fill_orthanc(orthanc.port, filed)
            servers.append(Server("orthanc", orthanc.port))
        say(f"{len(filed)} studies filled in {time.perf_counter() - began:.0f} s")
        log = stack.enter_context((ROOT / "out" / "bench-web.jsonl").open("a"))
        questions = [(one, servers) for one in (*searches(filed, ARGUMENTS.n), *pictures(corpus()))]
        questions += [(one, [ours]) for one in own_surfaces(filed, ARGUMENTS.n)]
        for question, asked in questions:
            if not any(part in question.name for part in ARGUMENTS.only.split(",")):
                continue
            line = measure(question, asked)
            say("  ".join(f"{name} {value}" for name, value in line.items()))
            log.write(json.dumps({"studies": len(filed), **line}) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studies", type=int, default=1000)
    parser.add_argument("--n", type=int, default=40, help="requests of each kind")
    parser.add_argument("--only", default="", help="parts of the names of those to ask, with commas between")
    parser.add_argument("--alone", action="store_true", help="without Orthanc")
    parser.add_argument("--corpus", type=Path, help="gen.py's folder, where there is one already")
    ARGUMENTS = parser.parse_args()
    main()
