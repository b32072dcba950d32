"""A window of network may be short: when there is one again, nobody waits out the last failure; an asked-for pause holds."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import httpx
import pytest
from support.headquarters import Mode
from support.pictures import an_op, uid_of
from support.recordserver import MemoryRecords
from support.travelling import Laptop, a_laptop

from resources.problems import Offline, Unavailable
from resources.terms import Origin
from sync import outbox
from sync.lookout import Lookout
from sync.retry import LONGEST
from sync.status import Standing, State


@pytest.fixture
def server() -> MemoryRecords:
    return MemoryRecords()


@pytest.fixture
def laptop(tmp_path: Path, server: MemoryRecords) -> Iterator[Laptop]:
    with a_laptop(tmp_path, records=server.destination(), interval=600.0) as opened:
        yield opened


def no_way(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no route", request=request)


def out_of_reach(laptop: Laptop, server: MemoryRecords) -> None:
    """A person with a picture; an afternoon without a network, in which the waits have grown."""
    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number or ""))
    laptop.hq.mode, server.before = Mode.OFFLINE, no_way
    for _ in range(12):
        laptop.sync.attempt(pressed=False)
        laptop.clock.forward(max(laptop.sync.patience(), 1.0))
    laptop.sync.attempt(pressed=False)
    laptop.hq.mode, server.before = Mode.WELL, lambda _: None


def asked(laptop: Laptop, server: MemoryRecords) -> int:
    return len(laptop.hq.requests) + len(server.asked)


def test_everything_goes_the_moment_there_is_a_network(laptop: Laptop, server: MemoryRecords) -> None:
    out_of_reach(laptop, server)
    before = asked(laptop, server)
    assert laptop.sync.status().state is Standing.OFFLINE
    laptop.sync.attempt(pressed=False)
    assert asked(laptop, server) == before  # our own patience

    laptop.sync.network_came()
    laptop.sync.attempt(pressed=False)
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.not_yet_at_hq, status.records.not_yet) == (1, 0, 0)
    assert status.state is Standing.IDLE


def test_a_network_that_leads_nowhere_claims_nothing(laptop: Laptop, server: MemoryRecords) -> None:
    out_of_reach(laptop, server)
    laptop.hq.mode, server.before = Mode.OFFLINE, no_way
    laptop.sync.network_came()
    assert laptop.sync.status().state is Standing.OFFLINE
    laptop.sync.attempt(pressed=False)
    status = laptop.sync.status()
    assert (status.state, status.confirmed_at_hq, status.not_yet_at_hq) == (Standing.OFFLINE, 0, 1)


def test_what_headquarters_asked_for_holds_on_every_network(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number or ""))
    laptop.hq.mode = Mode.BUSY
    laptop.sync.attempt(pressed=False)
    laptop.hq.mode = Mode.WELL
    before = len(laptop.hq.requests)
    laptop.sync.network_came()
    laptop.sync.attempt(pressed=False)
    assert len(laptop.hq.requests) == before
    laptop.clock.forward(121)
    laptop.sync.attempt(pressed=False)
    assert laptop.sync.status().confirmed_at_hq == 1


def test_what_broke_off_is_asked_about_at_once(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number or ""))
    laptop.hq.mode = Mode.CUT_AFTER
    laptop.sync.attempt(pressed=False)
    laptop.hq.mode = Mode.WELL
    with laptop.store.write(Origin.STATION, actor="sync") as unit:  # after many failures: it waits five minutes
        outbox.move(unit, [uid_of(1)], State.PROBING, next_at=unit.now + timedelta(seconds=LONGEST))
    laptop.sync.network_came()
    laptop.sync.attempt(pressed=False)
    assert laptop.sync.status().confirmed_at_hq == 1
    assert sum(request.startswith("POST") for request in laptop.hq.requests) == 1


@pytest.mark.parametrize(
    ("problem", "is_time"), [(Offline("No way."), True), (Unavailable("Busy.", retry_after=60.0), False)]
)
def test_a_list_is_read_again_unless_its_server_asked_for_a_pause(
    laptop: Laptop, problem: Unavailable, is_time: bool
) -> None:
    lookout = Lookout(laptop.store, "list", Random(3))
    lookout.hold_off(problem)
    assert not lookout.is_time()
    with laptop.store.write(Origin.STATION, actor="sync") as unit:
        lookout.begin_anew(unit)
    assert lookout.is_time() is is_time
    with laptop.store.read() as unit:
        assert lookout.problem(unit) == problem.sentence  # it is still so, as far as anybody knows
