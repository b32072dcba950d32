"""``eyecamp serve`` as a program of its own, as whoever installs it would run it. Ended by its own handle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 120.0
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("EYECAMP_")}
"""The environment without the tests' own variables, which a station would take for settings."""


class ServingStation:
    """One running station: its ready file, its REST client, and the ways it can end."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        self.settings = settings
        self.process: subprocess.Popen[bytes] | None = None
        self.ready: dict[str, Any] = {}

    def start(self) -> None:
        ready_file = self.folder / "ready.json"
        ready_file.unlink(missing_ok=True)
        command = [*self.command("serve"), "--ready-file", str(ready_file), "--dicom-port", "0", "--rest-port", "0"]
        log = (self.folder / "serve.log").open("ab")
        self.process = subprocess.Popen(command, cwd=ROOT, env=CLEAN, stdout=log, stderr=log)
        log.close()
        until = time.monotonic() + LONGEST_START
        while not ready_file.exists():
            if self.process.poll() is not None or time.monotonic() > until:
                raise AssertionError("the station did not start:\n" + self.log()[-3000:])
            time.sleep(0.02)
        self.ready = json.loads(ready_file.read_text())

    def command(self, *words: str) -> list[str]:
        """A command line of this station, with its folder and key."""
        known = ["--data-dir", str(self.folder / "station"), "--key-file", str(self.folder / "key")]
        sets = [word for setting in ("storage.floor_bytes=0", *self.settings) for word in ("--set", setting)]
        return [sys.executable, "-m", "workstation", *words, *known, *sets]

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run another command on the same station."""
        command = self.command(*words)
        return subprocess.run(command, cwd=ROOT, env=CLEAN, capture_output=True, text=True, check=False, timeout=300)

    def log(self) -> str:
        return (self.folder / "serve.log").read_text(errors="replace")

    @property
    def dicom_port(self) -> int:
        return int(self.ready["dicom_port"])

    def client(self) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self.ready['token']}"}
        return httpx.Client(base_url=self.ready["rest_url"], headers=headers, trust_env=False, timeout=60, verify=False)

    def status(self) -> dict[str, Any]:
        with self.client() as client:
            return dict(client.get("/api/status").raise_for_status().json())

    def wait_for(self, name: str, value: object, seconds: float = 60.0) -> dict[str, Any]:
        """The status, once ``name`` (``hq.state``: a name within) has this value; the test fails when it never gets it."""
        until = time.monotonic() + seconds
        with self.client() as client:
            while True:
                status = dict(client.get("/api/status").raise_for_status().json())
                found = reduce(getitem, name.split("."), status)
                if found == value:
                    return status
                assert time.monotonic() < until, f"{name} stayed {found}, not {value}: {status}\n{self.log()[-2000:]}"
                time.sleep(0.1)

    def kill(self) -> None:
        """As a power cut for the process: no time to tidy up."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
            self.process.wait(30)
            self.process = None

    def stop(self) -> int:
        if self.process is None:
            return 0
        self.process.terminate()
        code = self.process.wait(30)
        self.process = None
        return code


@contextmanager
def a_serving_station(folder: Path, *settings: str) -> Iterator[ServingStation]:
    station = ServingStation(folder, *settings)
    try:
        station.start()
        yield station
    finally:
        station.kill()
