"""Somebody asks "Send this patient now": everything of that person goes first, after urgent people, until it is confirmed."""

import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import httpx
import pytest
from support.grading import icdr
from support.headquarters import Answer, MemoryHeadquarters, Mode
from support.pictures import an_op, uid_of
from support.recordserver import MemoryRecords
from support.travelling import NAME, Laptop, a_laptop, raju

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.problems import NotFound
from resources.store import opinions, patients, referrals, studies
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from sync import hurrying
from sync.engine import SyncService
from sync.estimate import Length, Span, ToGo
from sync.status import Standing

DAY = date(2026, 11, 21)


class Told(MemoryHeadquarters):
    """Tells of everything that it is asked; ``when`` happens while the picture of that number is on its way."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self.heard = heard
        self.when: dict[str, Callable[[], object]] = {}

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        found = super().answer(method, target, headers, body)
        if method == "POST":
            for uid in self.uploads:
                if act := self.when.pop(uid, None):
                    act()
            self.heard += [f"picture {uid.rpartition('.')[2]}" for uid in self.uploads[-1:]]
        elif "metadata" in target:
            self.heard.append(f"look {target.split('/')[-2].rpartition('.')[2]}")
        return found


class ToldRecords(MemoryRecords):
    """Tells of every record that is written."""

    def hears(self, heard: list[str]) -> "ToldRecords":
        self.heard = heard
        return self

    def handle(self, request: httpx.Request) -> httpx.Response:
        if request.method == "PUT":
            self.heard.append(request.url.path.removeprefix("/fhir/"))
        return super().handle(request)


@pytest.fixture
def heard() -> list[str]:
    """What headquarters' two servers were asked, in the order of asking."""
    return []


@pytest.fixture
def laptop(tmp_path: Path, heard: list[str]) -> Iterator[Laptop]:
    records = ToldRecords().hears(heard)
    with a_laptop(tmp_path, hq=Told(heard), records=records.destination(), interval=600.0) as opened:
        yield opened


def told(laptop: Laptop) -> Told:
    assert isinstance(laptop.hq, Told)
    return laptop.hq


def somebody(laptop: Laptop, name: str, *numbers: int) -> PatientRow:
    """A person with pictures that go alone, each of these numbers."""
    person = laptop.registers(**raju(given_name=name)._asdict())
    for number in numbers:
        picture(laptop, person, number)
    return person


def picture(laptop: Laptop, person: PatientRow, number: int) -> str:
    part = an_op(number, patient=person.number, name="", study=number, EncapsulatedDocument=bytes(300_000))
    return laptop.receives(part).instance_uid


def ask(laptop: Laptop, person: PatientRow) -> None:
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        hurrying.ask(unit, person.uuid)


def asked(laptop: Laptop) -> frozenset[str]:
    return laptop.sync.status().asked


def refer(laptop: Laptop, person: PatientRow) -> None:
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        referrals.follow(unit, person, laptop.clock().date(), Decision(Outcome.URGENT))


def test_everything_of_that_person_goes_first_and_it_ends_by_itself(laptop: Laptop, heard: list[str]) -> None:
    others = [somebody(laptop, f"Other{n}", n) for n in (1, 2)]
    person = somebody(laptop, "Now", 7, 8)
    ask(laptop, person)
    assert asked(laptop) == {person.uuid}
    laptop.sync.attempt(pressed=False)
    assert heard[0] == f"Patient/{person.uuid}"
    pictures = [one for one in heard if one.startswith(("picture", "look"))]
    assert pictures[:4] == ["picture 7", "picture 8", "look 7", "look 8"]
    assert pictures[4:] == ["picture 1", "picture 2", "look 1", "look 2"]
    assert asked(laptop) == frozenset() and others


@pytest.mark.hazard("HZ-04")
def test_urgent_people_stay_before_those_that_were_asked_for(laptop: Laptop, heard: list[str]) -> None:
    somebody(laptop, "Other", 1)
    now, urgent = somebody(laptop, "Now", 7), somebody(laptop, "Urgent", 4)
    refer(laptop, urgent)
    ask(laptop, now)
    laptop.sync.attempt(pressed=False)
    assert [one for one in heard if one.startswith("picture")] == ["picture 4", "picture 7", "picture 1"]
    written = [one for one in heard if one.startswith("Patient")]
    assert written[:2] == [f"Patient/{urgent.uuid}", f"Patient/{now.uuid}"]


@pytest.mark.hazard("HZ-04")
def test_in_the_middle_of_a_pass_the_record_and_the_new_picture_go_next_and_are_looked_at(
    laptop: Laptop, heard: list[str]
) -> None:
    """What was written and photographed while the pass went on is sent before the next picture of anybody else."""
    somebody(laptop, "Other", 1, 2, 3)
    person = somebody(laptop, "Now", 7)

    def meanwhile() -> None:
        uid = picture(laptop, person, 8)
        with laptop.store.write(Origin.PERSON, actor="grace") as unit:
            eye = studies.instance(unit, uid).laterality or Laterality.RIGHT
            opinions.sign(unit, person.uuid, DAY, [Said(eye, icdr("4"), uid)])
            hurrying.ask(unit, person.uuid)

    told(laptop).when[uid_of(1)] = meanwhile
    laptop.sync.attempt(pressed=False)
    after = heard[heard.index("picture 1") + 1 :]
    at = after.index("picture 7")
    assert {one.partition("/")[0] for one in after[:at]} == {"ImagingStudy", "Observation", "ReferralRequest"}
    assert after[at:] == [
        *("picture 7", "picture 8", "look 7", "look 8"),
        *("picture 2", "picture 3", "look 1", "look 2", "look 3"),
    ]


@pytest.mark.hazard("HZ-04")
def test_who_becomes_urgent_in_the_middle_of_a_pass_has_the_referral_sent_at_once(
    laptop: Laptop, heard: list[str]
) -> None:
    somebody(laptop, "Other", 1, 2)
    person = somebody(laptop, "Urgent", 7)
    told(laptop).when[uid_of(1)] = lambda: refer(laptop, person)
    laptop.sync.attempt(pressed=False)
    after = [one.partition("/")[0] for one in heard[heard.index("picture 1") + 1 :]]
    assert after[:3] == ["ReferralRequest", "picture 7", "look 7"]


def test_it_outlives_a_restart_and_a_line_that_breaks(laptop: Laptop, heard: list[str]) -> None:
    somebody(laptop, "Other", 1)
    person = somebody(laptop, "Now", 7)
    ask(laptop, person)
    laptop.hq.mode = Mode.OFFLINE
    laptop.sync.attempt(pressed=False)
    again = SyncService(laptop.store, laptop.hq.client, headquarters=NAME, rng=Random(2))
    assert again.status().asked == {person.uuid}
    assert again.journey(person.uuid).standing is Standing.OFFLINE
    laptop.hq.mode = Mode.WELL
    laptop.clock.forward(600)
    again.attempt(pressed=False)
    assert next(one for one in heard if one.startswith("picture")) == "picture 7"
    again.stop(5)


def test_our_own_patience_is_shortened_and_a_pause_of_headquarters_is_not(laptop: Laptop) -> None:
    person = somebody(laptop, "Now", 7)
    laptop.hq.mode = Mode.OFFLINE
    for _ in range(6):
        laptop.sync.once()
    before = len(laptop.hq.requests)
    laptop.hq.mode = Mode.WELL
    laptop.sync.attempt(pressed=False)
    assert len(laptop.hq.requests) == before  # left alone, by our own patience
    rung: list[None] = []
    laptop.store.feed.subscribe(lambda: rung.append(None))
    ask(laptop, person)
    assert rung  # which begins a pass
    laptop.hq.mode = Mode.BUSY
    laptop.sync.attempt(pressed=False)
    before = len(laptop.hq.requests)
    ask(laptop, person)
    laptop.sync.attempt(pressed=False)
    assert len(laptop.hq.requests) == before  # it asked to be left alone
    pause = laptop.sync.journey(person.uuid).pause_until
    assert pause is not None and timedelta(0) < pause - laptop.clock() <= timedelta(seconds=300)
    laptop.hq.mode = Mode.WELL
    laptop.clock.now = pause + timedelta(seconds=1)
    laptop.sync.attempt(pressed=False)
    assert asked(laptop) == frozenset()


def test_one_that_always_fails_holds_up_nobody_and_is_tried_first_again_when_somebody_asks_again(
    laptop: Laptop, heard: list[str]
) -> None:
    person = somebody(laptop, "Now", 7)
    archive = told(laptop)
    stow = archive.stow
    archive.stow = lambda headers, body: (502, {}, b"") if uid_of(7).encode() in body else stow(headers, body)  # type: ignore[method-assign]
    for _ in range(4):
        ask(laptop, person)
        laptop.sync.attempt(pressed=False)
        laptop.clock.forward(600)
    somebody(laptop, "Other", 1)
    laptop.sync.attempt(pressed=False)
    assert uid_of(1) in archive.held
    archive.stow = stow  # type: ignore[method-assign]
    somebody(laptop, "Another", 2)
    ask(laptop, person)
    del heard[:]
    laptop.clock.forward(600)
    laptop.sync.attempt(pressed=False)
    assert next(one for one in heard if one.startswith("picture")) == "picture 7"


@pytest.mark.hazard("HZ-04")
def test_a_removed_person_keeps_nobody_from_being_sent(laptop: Laptop) -> None:
    """Neither who was asked for, nor who had an urgent referral."""
    somebody(laptop, "Other", 1)
    gone, urgent = somebody(laptop, "Now", 7), somebody(laptop, "Urgent", 4)
    ask(laptop, gone)
    refer(laptop, urgent)
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, gone.uuid, cascade=True)
        patients.forget(unit, urgent.uuid, cascade=True)
    summary = laptop.sync.once()
    assert (summary.problem, sorted(laptop.hq.held)) == ("", [uid_of(1)])
    laptop.sync.once()
    assert asked(laptop) == frozenset()


def test_what_waits_for_a_person_is_counted_apart_and_does_not_go(laptop: Laptop) -> None:
    person = somebody(laptop, "Now", 7, 8)
    laptop.hq.mode = Mode.FAILED_FOR_GOOD
    laptop.sync.once()
    journey = laptop.sync.journey(person.uuid)
    assert (journey.to_go.pictures, journey.to_go.waiting, len(journey.stuck)) == (0, 2, 2)
    ask(laptop, person)
    assert asked(laptop) == {person.uuid}
    assert {one.sentence for one in laptop.sync.journey(person.uuid).stuck} == {
        "Headquarters does not take this kind of picture."
    }


def test_nobody_can_be_asked_for_who_is_not_here(laptop: Laptop) -> None:
    with pytest.raises(NotFound), laptop.store.write(Origin.PERSON, actor="grace") as unit:
        hurrying.ask(unit, "nobody")


def test_by_the_number_on_the_card_and_taken_back(laptop: Laptop) -> None:
    person = somebody(laptop, "Now", 7)
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        assert hurrying.ask(unit, person.number or "") == person.uuid
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        hurrying.take_back(unit, person.uuid)
    assert asked(laptop) == frozenset()


def test_the_estimate_is_of_the_line_as_it_was_measured_and_is_remembered(tmp_path: Path) -> None:
    turns = threading.Lock()
    now = [0.0]

    def stopwatch() -> float:
        with turns:
            now[0] += 1.0
            return now[0]

    with a_laptop(tmp_path, stopwatch=stopwatch) as laptop:
        first = somebody(laptop, "First", 1, 2, 3)
        waits = laptop.sync.journey(first.uuid)
        assert waits.span == Span(Length.UNKNOWN)
        assert (waits.to_go.pictures, waits.to_go.size > 900_000, waits.to_go.records) == (3, True, 0)
        laptop.sync.once()
        assert laptop.sync.journey(first.uuid).to_go == ToGo()
        second = somebody(laptop, "Second", 11)
        assert laptop.sync.journey(second.uuid).span == Span(Length.MOMENT)
        again = SyncService(laptop.store, laptop.hq.client, headquarters=NAME, rng=Random(2))
        assert again.journey(second.uuid).span == Span(Length.MOMENT)
        assert again.status().span == Span(Length.MOMENT)
        again.stop(5)


@pytest.mark.hazard("HZ-04")
def test_who_is_urgent_and_goes_before_them_counts_in_the_estimate(laptop: Laptop) -> None:
    with laptop.store.write(Origin.STATION) as unit:
        from sync import outbox
        from sync.engine import SPEED

        outbox.remember(unit, SPEED, "[[5000, 1.0], [1, 1], [1, 1]]")  # 300 kB take a minute
    person = somebody(laptop, "Now", 7)
    alone = laptop.sync.journey(person.uuid).span
    urgent = somebody(laptop, "Urgent", *range(20, 25))
    refer(laptop, urgent)
    assert (alone.length, alone.number) == (Length.MINUTES, 1)
    assert laptop.sync.journey(person.uuid).span.number > 5
    assert laptop.sync.journey(urgent.uuid).span.number == 5
