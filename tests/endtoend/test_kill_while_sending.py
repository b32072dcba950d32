"""kill -9 in the middle of a push: nothing is lost, nothing is sent twice without asking, nothing is claimed too early."""

import signal
import threading
from pathlib import Path

import pytest
from support.headquarters import Answer, Cut, MemoryHeadquarters, served
from support.pictures import an_op, uid_of
from support.pushing import start
from support.travelling import a_laptop

from resources.store import studies
from sync import ledger
from sync.headquarters import HttpHeadquarters

PICTURES = 4


class Ambush(MemoryHeadquarters):
    """Stops at the second picture, before or after storing it, until the sender is dead."""

    def __init__(self, *, stored: bool) -> None:
        super().__init__()
        self.here, self.dead = threading.Event(), threading.Event()
        self._stored = stored

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        if method != "POST" or uid_of(2).encode() not in body or self.here.is_set():
            return super().answer(method, target, headers, body)
        if self._stored:
            super().answer(method, target, headers, body)
        self.here.set()
        self.dead.wait(60)
        raise Cut


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("stored", [False, True], ids=["before it is stored", "after it is stored"])
def test_a_laptop_that_dies_while_sending_asks_before_it_sends_again(tmp_path: Path, stored: bool) -> None:
    archive = Ambush(stored=stored)
    with served(archive) as url:
        with a_laptop(tmp_path, connect=None) as laptop:
            number = laptop.registers().number
            for n in range(1, PICTURES + 1):
                laptop.receives(an_op(n, patient=number, EncapsulatedDocument=bytes(300_000)))
        sender = start(tmp_path, url)
        assert archive.here.wait(60)
        sender.send_signal(signal.SIGKILL)
        sender.wait()
        archive.dead.set()

        with a_laptop(tmp_path, hq=archive, connect=lambda: HttpHeadquarters(url), headquarters=url) as laptop:
            truth = len(archive.held)
            assert laptop.sync.status().confirmed_at_hq <= truth
            archive.requests.clear()
            laptop.sync.once()
            asked = [n for n, request in enumerate(archive.requests) if f"SOPInstanceUID={uid_of(2)}" in request]
            sent = [n for n, request in enumerate(archive.requests) if request.startswith("POST")]
            assert asked[0] < sent[0]
            assert laptop.sync.status().confirmed_at_hq == PICTURES == len(archive.held)
            assert sorted(archive.uploads) == sorted(uid_of(n) for n in range(1, PICTURES + 1))
            with laptop.store.read() as unit:
                assert studies.count(unit) == PICTURES
                assert ledger.broken(unit) is None
