"""A real Orthanc behind a line that cuts, slows, garbles and answers 503: what Orthanc itself holds is the judge.

EYECAMP_SEED repeats a run as far as the drawn fates go; EYECAMP_CHAOS says how many passes the line misbehaves for.
"""

import io
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.chance import seed
from support.chaos import FATES, Chaos
from support.orthanc import Orthanc, running_orthanc
from support.pictures import an_op, uid_of
from support.travelling import Laptop, a_laptop

from resources.store import studies
from resources.wire.part10 import data_set_digest
from sync import ledger, outbox
from sync.headquarters import HttpHeadquarters, Outgoing
from sync.status import State

pytestmark = [pytest.mark.orthanc, pytest.mark.slow]
PASSES = int(os.environ.get("EYECAMP_CHAOS", "40"))
SEED = seed()
PICTURES = 12


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orthanc]:
    with running_orthanc(tmp_path_factory.mktemp("orthanc")) as running:
        yield running


def confirmed(laptop: Laptop, name: str) -> set[str]:
    with laptop.store.read() as unit:
        return {receipt.instance_uid for receipt in ledger.confirmed(unit, name)}


@pytest.mark.hazard("HZ-05")
def test_a_bad_line_to_a_real_archive_loses_nothing_and_doubles_nothing(tmp_path: Path, orthanc: Orthanc) -> None:
    orthanc.clear()
    rng = random.Random(SEED)
    with Chaos(orthanc.port, rng) as line:
        url = f"http://127.0.0.1:{line.port}/dicom-web"
        with a_laptop(tmp_path, connect=lambda: HttpHeadquarters(url), headquarters=url, rng=rng) as laptop:
            number = laptop.registers().number or ""
            sent = {
                uid_of(n): an_op(n, patient=number, EncapsulatedDocument=rng.randbytes(40_000 * n))
                for n in range(PICTURES)
            }
            waiting = list(sent.values())
            for _ in range(PASSES):
                if waiting:
                    laptop.receives(waiting.pop())
                laptop.clock.forward(laptop.sync.patience() + 31)
                laptop.sync.attempt(pressed=False)
                assert confirmed(laptop, url) <= orthanc.tags().keys(), SEED
            line.heal()
            for _ in range(8):
                laptop.clock.forward(3700)
                laptop.sync.attempt(pressed=False)
            judge(laptop, orthanc, sent, url)
    print(f"{sum(line.fates.values())} connections from seed {SEED}: {dict(line.fates)}")  # noqa: T201
    assert line.fates.keys() == set(FATES)


def judge(laptop: Laptop, orthanc: Orthanc, sent: dict[str, bytes], url: str) -> None:
    assert confirmed(laptop, url) == sent.keys(), SEED
    assert len(orthanc.get("/instances")) == len(sent), SEED
    for uid, part10 in sent.items():
        assert data_set_digest(io.BytesIO(orthanc.file(uid))) == data_set_digest(io.BytesIO(part10)), SEED
    with laptop.store.read() as unit:
        assert studies.count(unit) == len(sent)
        assert {entry.state for entry in outbox.entries(unit)} == {State.VERIFIED}, SEED
        assert ledger.broken(unit) is None


def test_an_archive_that_has_other_bytes_under_the_same_number_keeps_them_and_a_person_is_asked(
    tmp_path: Path, orthanc: Orthanc
) -> None:
    orthanc.clear()
    url = orthanc.dicomweb_url
    with a_laptop(tmp_path, connect=lambda: HttpHeadquarters(url), headquarters=url) as laptop:
        number = laptop.registers().number or ""
        theirs = an_op(1, patient=number, eye="L")
        hq = HttpHeadquarters(url)
        hq.stow([Outgoing(uid_of(1), len(theirs), lambda: [theirs])])
        hq.close()
        laptop.receives(an_op(1, patient=number, eye="R"))
        laptop.receives(an_op(2, patient=number, eye="R"))
        laptop.sync.once()
        status = laptop.sync.status()
        assert (status.confirmed_at_hq, status.not_yet_at_hq) == (1, 1)
        assert status.sentence == "Headquarters has this picture, but the eye differs."
        assert orthanc.tags()[uid_of(1)]["ImageLaterality"] == "L"
