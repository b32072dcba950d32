"""A question about a record waits until a person has decided; every decision is followed, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.recordserver import MemoryRecords
from support.travelling import Laptop, a_laptop

from resources.problems import Conflict, Invalid
from resources.store import patients
from resources.store.rows import PatientRow
from resources.terms import Kind, Origin
from sync import deciding, disputes, records
from sync.disputes import DisputeRow
from sync.status import State


@pytest.fixture
def server() -> MemoryRecords:
    return MemoryRecords()


@pytest.fixture
def laptop(tmp_path: Path, server: MemoryRecords) -> Iterator[Laptop]:
    with a_laptop(tmp_path, records=server.destination()) as opened:
        yield opened


@pytest.fixture
def person(laptop: Laptop, server: MemoryRecords) -> PatientRow:
    """Here she is Dewi, there Devy; both were Devi when the two last agreed."""
    row = laptop.registers()
    laptop.sync.once()
    server.edit(f"Patient/{row.uuid}", name=[{"use": "official", "family": "Devy", "given": ["Lakshmi"]}])
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.amend(unit, row.uuid, row.details._replace(family_name="Dewi"))
    laptop.sync.once()
    return row


def question(laptop: Laptop) -> DisputeRow:
    with laptop.store.read() as unit:
        (row,) = disputes.open_ones(unit)
    return row


def decides(laptop: Laptop, choice: str) -> int:
    pk = question(laptop).pk
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        deciding.decide(unit, pk, choice)
    laptop.sync.once()
    return pk


def takes_back(laptop: Laptop, pk: int) -> None:
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        deciding.take_back(unit, pk)
    laptop.sync.once()


def names(laptop: Laptop, server: MemoryRecords, person: PatientRow) -> tuple[str, str]:
    """Here and there."""
    with laptop.store.read() as unit:
        here = patients.find(unit, person.uuid).details.family_name
    return here, server.held[f"Patient/{person.uuid}"]["name"][0]["family"]


def state(laptop: Laptop) -> State:
    with laptop.store.read() as unit:
        return records.listed(unit)[0].state


@pytest.mark.parametrize(
    ("choice", "after"), [("mine", ("Dewi", "Dewi")), ("theirs", ("Devy", "Devy")), ("both", ("Dewi", "Devy"))]
)
def test_what_was_chosen_is_done_and_then_everything_is_confirmed(
    laptop: Laptop, server: MemoryRecords, person: PatientRow, choice: str, after: tuple[str, str]
) -> None:
    assert (names(laptop, server, person), state(laptop)) == (("Dewi", "Devy"), State.HELD)
    decides(laptop, choice)
    assert (names(laptop, server, person), state(laptop)) == (after, State.VERIFIED)
    assert laptop.sync.status().records.questions == 0
    laptop.sync.once()
    assert (names(laptop, server, person), state(laptop)) == (after, State.VERIFIED)


@pytest.mark.parametrize("first", ["mine", "theirs", "both"])
@pytest.mark.parametrize("then", ["mine", "theirs", "both"])
def test_a_decision_can_be_taken_back_and_made_otherwise(
    laptop: Laptop, server: MemoryRecords, person: PatientRow, first: str, then: str
) -> None:
    takes_back(laptop, decides(laptop, first))
    row = question(laptop)
    assert (row.said.mine[0]["family"], row.said.theirs[0]["family"]) == ("Dewi", "Devy")
    assert names(laptop, server, person)[0] == "Dewi"
    assert state(laptop) is State.HELD
    decides(laptop, then)
    here = names(laptop, server, person)[0]
    assert here == ("Devy" if then == "theirs" else "Dewi")
    if then != "both":
        assert names(laptop, server, person) == (here, here)
    assert state(laptop) is State.VERIFIED


def test_a_decision_made_while_a_pass_runs_is_not_lost(
    laptop: Laptop, server: MemoryRecords, person: PatientRow
) -> None:
    pk = question(laptop).pk
    with laptop.store.write(Origin.STATION) as unit:
        records.queue(unit, Kind.PATIENT, person.uuid)

    def meanwhile(_: object, response):  # type: ignore[no-untyped-def]
        server.after = lambda _, answer: answer
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            deciding.decide(unit, pk, "mine")
        return response

    server.after = meanwhile
    laptop.sync.once()
    laptop.sync.once()
    assert (names(laptop, server, person), state(laptop)) == (("Dewi", "Dewi"), State.VERIFIED)


def test_nobody_decides_twice_or_what_cannot_be_chosen(laptop: Laptop, person: PatientRow) -> None:
    pk = question(laptop).pk
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        with pytest.raises(Invalid):
            deciding.decide(unit, pk, "neither")
        with pytest.raises(Conflict):
            deciding.take_back(unit, pk)
        deciding.decide(unit, pk, "mine")
        with pytest.raises(Conflict):
            deciding.decide(unit, pk, "theirs")


def test_what_headquarters_removed_is_made_again_or_left(laptop: Laptop, server: MemoryRecords) -> None:
    people = [laptop.registers(), laptop.registers(given_name="Meena")]
    laptop.sync.once()
    for one in people:
        server.remove(f"Patient/{one.uuid}")
        with laptop.store.write(Origin.STATION) as unit:
            records.queue(unit, Kind.PATIENT, one.uuid)
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        first, second = disputes.open_ones(unit)
        assert deciding.choices(first) == ("mine", "both")
        deciding.decide(unit, first.pk, "mine")
        deciding.decide(unit, second.pk, "both")
    laptop.sync.once()
    assert list(server.held) == [f"Patient/{first.uid}"]
    assert laptop.sync.status().records.not_yet == 0
