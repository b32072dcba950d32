#!/usr/bin/env python3
"""How fast cameras' pictures are taken in, beside Orthanc in the same run: `python tests/bench/store.py [--quick]`.

Runs ../shared/bench/sidebyside.py against `eyecamp serve`, with durable acknowledgement on as always: once with Nagle's algorithm
off on both sides (the fair comparison) and once as a default dcmtk client meets us. Prints the ratios; the lines go to
out/bench-store.jsonl. Trust a run only at low load and with no failures; read ratios within 25 % as ties. Takes two to
five minutes, `--quick` under one. Needs dcmtk, Orthanc and the shared folder. Asserts nothing.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.association import VERIFICATION, Scu, an_offer  # noqa: E402
from support.receiving import StationProcess  # noqa: E402
from support.shared import shared  # noqa: E402

PRODUCT = (
    f"{sys.executable} -m workstation serve --data-dir {{dir}} --key-file {{dir}}.key --ready-file {{ready}} "
    "--dicom-port {port} --rest-port 0"
)
# set, associations: a is OP of 1.9 MB, t of 9 KB, c an OCT of 32 MB
FAIR, DEFAULT = "a:1,a:4,t:1,c:1", "a:1,t:1"


def corpus() -> Path:
    """The generated pictures, made once (2 minutes, 660 MB)."""
    folder = ROOT / "out" / "bench-corpus"
    if not (folder / "t").is_dir():
        say("making the corpus")
        subprocess.run([sys.executable, shared("bench", "gen.py"), str(folder)], check=True)
    return folder


def side_by_side(title: str, sets: str, *, repeat: int, number: int, nagle: bool) -> None:
    """One interleaved run; its last lines are the ratios."""
    say(f"\n== {title}")
    command = [sys.executable, str(shared("bench", "sidebyside.py")), str(ARGUMENTS.corpus or corpus())]
    command += [str(ROOT / "out" / "bench-store.jsonl"), "--product", PRODUCT, "--sets", sets]
    command += ["--rep", str(repeat), "--n", str(number)]
    environment = {name: value for name, value in os.environ.items() if name != "TCP_NODELAY"}
    subprocess.run(command, cwd=ROOT, check=True, env=environment if nagle else {**environment, "TCP_NODELAY": "1"})


def idle_association(seconds: float = 5.0) -> None:
    """What an open association costs while nobody speaks."""
    with tempfile.TemporaryDirectory() as folder:
        station = StationProcess(Path(folder) / "station")
        try:
            with socket.create_connection(("127.0.0.1", station.port)) as end:
                Scu(end).associate(an_offer(1, VERIFICATION, "1.2.840.10008.1.2"))
                process = psutil.Process(station.process.pid)
                process.cpu_percent()
                threading.Event().wait(seconds)
                say(
                    f"\nan idle association: {process.cpu_percent():.1f} % of one core, {process.num_threads()} threads"
                )
        finally:
            station.stop()


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one round of fewer pictures")
    parser.add_argument("--corpus", type=Path, help="gen.py's folder, where there is one already")
    ARGUMENTS = parser.parse_args()
    (ROOT / "out").mkdir(exist_ok=True)
    rounds, many = (1, 60) if ARGUMENTS.quick else (3, 300)
    side_by_side("both sides without Nagle", FAIR, repeat=rounds, number=many, nagle=False)
    side_by_side("as a default client meets us", DEFAULT, repeat=1, number=60, nagle=True)
    idle_association()
