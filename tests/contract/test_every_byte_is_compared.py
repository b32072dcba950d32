"""Level 3: a confirmed picture is fetched back from headquarters on an idle line, and every byte of it is compared."""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pydicom
import pytest
from support.headquarters import MemoryHeadquarters, Mode
from support.pictures import an_op
from support.travelling import NAME, Laptop, a_laptop

from resources.store import mending, studies
from resources.terms import Laterality, Origin
from sync.engine import AUDIT_EVERY
from sync.proving import prove
from sync.status import Level, Standing
from workstation.sandbox.headquarters import Answer

BUDGET = 1 << 20
Home = Callable[..., Laptop]


class Counting(MemoryHeadquarters):
    """Counts what is fetched whole, and may refuse to give it."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched = 0
        self.gives = True

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        whole = "application/dicom" in headers.get("accept", "") and "json" not in headers["accept"]
        if method == "GET" and whole:
            self.fetched += 1
            if not self.gives:
                return (403, {}, b"")
        return super().answer(method, target, headers, body)


@pytest.fixture
def archive() -> Counting:
    return Counting()


@pytest.fixture
def a_home(tmp_path: Path, archive: Counting) -> Iterator[Home]:
    with ExitStack() as kept:
        yield lambda budget=BUDGET: kept.enter_context(a_laptop(tmp_path, hq=archive, read_back_bytes=budget))


def level(laptop: Laptop, uid: str) -> Level | None:
    return laptop.sync.levels([uid])[uid]


def altered(part10: bytes) -> bytes:
    stored = pydicom.dcmread(io.BytesIO(part10))
    stored.InstitutionName = "Headquarters writes this into everything"
    out = io.BytesIO()
    stored.save_as(out)
    return out.getvalue()


def one_bit_off(part10: bytes) -> bytes:
    return part10[:-10] + bytes([part10[-10] ^ 1]) + part10[-9:]


def test_equal_bytes_are_proven_and_counted(a_home: Home) -> None:
    laptop = a_home()
    (uid,) = laptop.pictures(1, laptop.registers())
    done = laptop.sync.once()
    assert (done.confirmed, done.proven) == (1, 1)
    assert level(laptop, uid) is Level.DIGEST
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.proven_at_hq) == (1, 1)


def test_what_was_put_right_here_is_compared_as_it_was_sent(a_home: Home) -> None:
    laptop = a_home()
    (uid,) = laptop.pictures(1, laptop.registers(), eye="R")
    with laptop.store.write(Origin.PERSON, "Grace") as unit:
        mending.set_laterality(unit, uid, Laterality.LEFT)
    assert laptop.sync.once().proven == 1
    assert level(laptop, uid) is Level.DIGEST


@pytest.mark.parametrize("change", [altered, one_bit_off])
def test_other_bytes_stay_confirmed_are_never_called_proven_and_not_fetched_again(
    a_home: Home, archive: Counting, change: Callable[[bytes], bytes]
) -> None:
    archive._as_stored = change  # type: ignore[method-assign]
    laptop = a_home()
    (uid,) = laptop.pictures(1, laptop.registers())
    assert laptop.sync.once().proven == 0
    laptop.clock.forward(AUDIT_EVERY + 1)
    assert laptop.sync.once().proven == 0
    assert archive.fetched == 1
    assert level(laptop, uid) is Level.EQUAL
    assert (laptop.sync.status().confirmed_at_hq, laptop.sync.status().proven_at_hq) == (1, 0)


def rot(laptop: Laptop, digest: str) -> None:
    path = laptop.store.vault.path(digest)
    path.write_bytes(path.read_bytes()[:-7])


def test_another_headquarters_is_asked_for_the_same_bytes(a_home: Home, archive: Counting) -> None:
    archive._as_stored = altered  # type: ignore[method-assign]
    laptop = a_home()
    (uid,) = laptop.pictures(1, laptop.registers())
    assert laptop.sync.once().proven == 0
    other = Counting()
    laptop.sync.use(other.client, "http://other.example/dicom-web")
    laptop.clock.forward(AUDIT_EVERY + 1)
    assert laptop.sync.once().proven == 1
    assert level(laptop, uid) is Level.DIGEST


def test_our_own_copy_that_cannot_be_read_is_said_in_the_log(a_home: Home, caplog: pytest.LogCaptureFixture) -> None:
    laptop = a_home(0)
    (uid,) = laptop.pictures(1, laptop.registers())
    laptop.sync.once()
    with laptop.store.read() as unit:
        digest = studies.instance(unit, uid).digest or ""
    rot(laptop, digest)
    proven = prove(laptop.store, laptop.hq.client(), NAME, Random(1), lambda: False, budget=BUDGET)
    assert proven == 0
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        f"proving: our own copy of {uid} cannot be read: Damaged"
    ]
    caplog.clear()


def test_an_eye_put_right_afterwards_is_neither_confirmed_nor_proven(a_home: Home) -> None:
    laptop = a_home()
    (uid,) = laptop.pictures(1, laptop.registers(), eye="R")
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, "Grace") as unit:
        mending.set_laterality(unit, uid, Laterality.LEFT)
    assert (laptop.sync.status().confirmed_at_hq, laptop.sync.status().proven_at_hq) == (0, 0)


def test_a_link_that_costs_is_spared(a_home: Home, archive: Counting) -> None:
    laptop = a_home(0)
    laptop.pictures(3, laptop.registers())
    assert laptop.sync.once().proven == 0
    assert archive.fetched == 0


def test_no_more_than_the_budget_at_once_and_the_rest_ten_minutes_later(a_home: Home) -> None:
    laptop = a_home(1)
    laptop.pictures(3, laptop.registers())
    seen = [laptop.sync.once().proven]
    laptop.clock.forward(60)
    seen.append(laptop.sync.once().proven)
    for _ in range(3):
        laptop.clock.forward(AUDIT_EVERY + 1)
        seen.append(laptop.sync.once().proven)
    assert seen == [1, 0, 1, 1, 0]
    assert laptop.sync.status().proven_at_hq == 3


def test_nothing_is_fetched_while_something_waits_to_go(a_home: Home, archive: Counting) -> None:
    laptop = a_home(0)
    person = laptop.registers()
    laptop.pictures(1, person)
    laptop.sync.once()
    laptop.sync._read_back_bytes = BUDGET
    archive.mode = Mode.FAILED_202
    laptop.receives(an_op(7, patient=person.number or ""))
    assert laptop.sync.once().proven == 0
    archive.mode = Mode.WELL
    laptop.clock.forward(AUDIT_EVERY + 1)
    assert laptop.sync.once().proven == 2
    assert archive.fetched == 2


def test_one_that_needs_a_person_keeps_the_others_from_nothing(a_home: Home, archive: Counting) -> None:
    laptop = a_home()
    person = laptop.registers()
    laptop.pictures(1, person)
    odd = laptop.receives(an_op(7, patient=person.number or "")).instance_uid
    archive.held[odd] = an_op(7, patient="SOMEBODY-ELSE")
    assert laptop.sync.once().proven == 1
    assert level(laptop, odd) is not Level.DIGEST


def test_an_archive_that_gives_nothing_back_is_not_in_trouble(a_home: Home, archive: Counting) -> None:
    archive.gives = False
    laptop = a_home()
    laptop.pictures(2, laptop.registers())
    done = laptop.sync.once()
    assert (done.confirmed, done.proven, done.problem) == (2, 0, "")
    assert laptop.sync.status().state is Standing.IDLE
    assert laptop.sync.status().confirmed_at_hq == 2


def test_nothing_of_it_stays_on_the_disk(a_home: Home) -> None:
    laptop = a_home()
    laptop.pictures(1, laptop.registers())
    before = set(laptop.store.vault.folder.rglob("*"))
    assert laptop.sync.once().proven == 1
    assert set(laptop.store.vault.folder.rglob("*")) == before
