"""Pull: the earlier visits of a person who was registered here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.headquarters import MemoryHeadquarters, Mode
from support.pictures import an_op, study_of, uid_of
from support.travelling import Laptop, a_laptop

from resources.problems import Damaged
from resources.store import changes, filing, studies
from resources.terms import Kind, Origin
from sync import outbox
from sync.answers import Place
from sync.headquarters import HttpHeadquarters, Sink


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path) as one:
        yield one


def test_they_are_filed_under_the_person_confirmed_and_never_sent_back(laptop: Laptop) -> None:
    person = laptop.registers()
    pictures = [an_op(n, patient=person.number, study=n, StudyDate="20250318") for n in (1, 2)]
    for picture in pictures:
        laptop.hq.add(picture)
    summary = laptop.sync.once()
    assert (summary.pulled, summary.problem) == (2, "")
    with laptop.store.read() as unit:
        rows = studies.of_patient(unit, person.uuid)
        feed = [row for row in changes.since(unit, 0) if row.kind is Kind.INSTANCE]
        assert outbox.entries(unit) == []
    assert {row.study_uid for row in rows} == {study_of(1), study_of(2)}
    assert {row.origin for row in feed} == {Origin.HQ}
    stored = {i.instance_uid: laptop.store.vault.read(i.digest or "") for row in rows for i in row.instances}
    assert stored == {uid_of(n): picture for n, picture in enumerate(pictures, 1)}
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.not_yet_at_hq) == (2, 0)
    laptop.sync.once()
    assert laptop.hq.uploads == []


def test_a_person_is_asked_for_once_and_again_after_half_a_day(laptop: Laptop) -> None:
    laptop.registers()

    def asked() -> int:
        return sum("PatientID=" in request for request in laptop.hq.requests)

    for _ in range(3):
        laptop.sync.once()
    assert asked() == 1
    laptop.clock.forward(13 * 3600)
    laptop.sync.once()
    assert asked() == 2


def test_what_a_person_removed_here_does_not_come_back(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.hq.add(an_op(1, patient=person.number))
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        studies.forget(unit, study_of(1))
    laptop.clock.forward(13 * 3600)
    assert laptop.sync.once().pulled == 0


def test_what_nobody_can_read_is_kept_aside_once(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.hq.add(an_op(1, patient=person.number))
    whole = laptop.hq.held[uid_of(1)]
    cut = MemoryHeadquarters()
    cut.held = dict(laptop.hq.held)

    def connect() -> HttpHeadquarters:
        client = cut.client()
        fetch = client.fetch

        def shortened(at: object, sink: object) -> None:
            cut.held[uid_of(1)] = whole
            fetch(at, lambda chunks: sink([b"".join(chunks)[:-700]]))  # type: ignore[arg-type, operator]

        client.fetch = shortened  # type: ignore[method-assign]
        return client

    laptop.sync.use(connect, "https://hq.example")
    for _ in range(2):
        laptop.sync.once()
        laptop.clock.forward(13 * 3600)
    with laptop.store.read() as unit:
        [held] = filing.held(unit)
        assert studies.count(unit) == 0
    assert (held.kind, held.instance_uid) == ("quarantine", uid_of(1))


def test_a_person_whose_visits_come_damaged_does_not_keep_the_others_waiting(laptop: Laptop) -> None:
    first, second = laptop.registers(), laptop.registers(given_name="Other")
    laptop.hq.add(an_op(1, patient=first.number))
    laptop.hq.add(an_op(2, patient=second.number, study=2))

    def connect() -> HttpHeadquarters:
        one = laptop.hq.client()
        fetch = one.fetch

        def damaged(at: Place, sink: Sink) -> None:
            if at.instance_uid == uid_of(2):
                raise Damaged("The answer of headquarters came damaged.")
            fetch(at, sink)

        one.fetch = damaged  # type: ignore[method-assign]
        return one

    laptop.sync.use(connect, "https://hq.example")
    summary = laptop.sync.once()
    assert (summary.pulled, summary.problem) == (1, "")
    laptop.sync.use(laptop.hq.client, "https://hq.example")
    laptop.sync.once()
    with laptop.store.read() as unit:
        assert studies.count(unit) == 1
    laptop.clock.forward(3700)
    assert laptop.sync.once().pulled == 1


def test_a_line_that_breaks_during_a_pull_leaves_nothing_half_and_goes_on_later(laptop: Laptop) -> None:
    person = laptop.registers()
    for n in range(1, 4):
        laptop.hq.add(an_op(n, patient=person.number, study=n))
    client, fetched = laptop.hq.client, []

    def connect() -> HttpHeadquarters:
        one = client()
        fetch = one.fetch

        def breaking(at: object, sink: object) -> None:
            fetched.append(at)
            if len(fetched) == 2:
                laptop.hq.mode = Mode.OFFLINE
            fetch(at, sink)  # type: ignore[arg-type]

        one.fetch = breaking  # type: ignore[method-assign]
        return one

    laptop.sync.use(connect, "https://hq.example")
    assert laptop.sync.once().problem
    with laptop.store.read() as unit:
        assert studies.count(unit) == 1
    assert list((laptop.store.folder / "vault" / "parts").iterdir()) == []
    laptop.hq.mode = Mode.WELL
    laptop.sync.once()
    with laptop.store.read() as unit:
        assert studies.count(unit) == 3
    assert laptop.sync.status().confirmed_at_hq == 3
