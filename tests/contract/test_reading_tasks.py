"""A reading task of headquarters is read, claimed, completed or given back; headquarters is another station of ours.

Nothing is done there before it was seen there, a lost answer doubles nothing, and of two stations exactly one gets it.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest
from support.grading import LEFT, RIGHT, icdr
from support.pictures import an_op, study_of, uid_of
from support.readingtasks import Line, a_reader, a_task, ask, at_hq, code, one, rows, signs, state_at_hq, takes
from support.restclient import web
from support.travelling import Laptop, raju, receive

from resources.problems import Damaged, Refused
from resources.store import Store, opinions, studies
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import assigning, tasking, tasks
from sync.headquarters import HttpHeadquarters
from sync.taskplan import Step
from sync.upsserver import UpsServer

TASK, DAY = "2.25.900", date(2026, 11, 21)
PAIR = (uid_of(1), uid_of(2))


class World:
    """One headquarters, and the laptops that are opened on it."""

    opened = 0

    def __init__(self, folder: Path, hq: httpx.Client, hub: Store, stack: ExitStack) -> None:
        self.folder, self.hq, self.hub, self._stack = folder, hq, hub, stack

    def laptop(self, name: str = "laptop", line: Line | None = None) -> tuple[Laptop, PatientRow]:
        """A laptop that has registered and photographed the person; each that is opened gives her the same number."""
        opened = self._stack.enter_context(a_reader(self.folder / name, str(self.hq.base_url), line=line))
        self.opened += 1
        with opened.store.read() as unit:  # each laptop draws other keys
            for _ in range(self.opened):
                unit.new_uid()
        person = opened.registers()
        for n, eye in enumerate("RL", 1):
            opened.receives(an_op(n, patient=person.number or "", eye=eye))
        return opened, person

    def asks(self, person: PatientRow, *studies: str, uid: str = TASK, **more: object) -> None:
        ask(self.hq, uid, a_task(person, *(studies or (study_of(1),)), **more))

    @property
    def state(self) -> str:
        return state_at_hq(self.hq, TASK)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with web(tmp_path / "hub") as (client, hub), ExitStack() as stack:
        yield World(tmp_path, client, hub, stack)


def step(laptop: Laptop) -> Step:
    [row] = rows(laptop)
    return row.step


# --- reading ----------------------------------------------------------------------------------------------------------


def test_what_headquarters_asks_about_somebody_here_is_open(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    assert laptop.sync.once().tasks == 1
    [row] = rows(laptop)
    assert (row.step, row.patient_uuid, row.task.label) == (Step.OPEN, person.uuid, "Please read")
    assert laptop.sync.once().tasks == 0 and len(rows(laptop)) == 1
    assert world.state == "SCHEDULED"


def test_whom_a_camera_waits_for_is_no_reading_task(world: World) -> None:
    laptop, person = world.laptop()
    ask(world.hq, TASK, a_task(person, **{"00404018": one("SQ", code("110001")), "00404021": {"vr": "SQ"}}))
    ask(world.hq, "2.25.901", a_task(person, **{"00404018": {"vr": "SQ"}, "00404021": {"vr": "SQ"}}))
    laptop.sync.once()
    assert rows(laptop) == []


def test_a_task_for_another_station_stays_there(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person, **{"00404025": one("SQ", code("CAMP9", "L"))})
    world.asks(person, uid="2.25.901", **{"00404025": one("SQ", code("camp7", "L"))})
    laptop.sync.once()
    assert [row.uid for row in rows(laptop)] == ["2.25.901"]


@pytest.mark.hazard("HZ-06", "HZ-17", "HZ-20")
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"00100040": one("CS", "M")}, assigning.UNLIKE),
        ({"00100010": one("PN", {"Alphabetic": "Kumar^Raju"})}, assigning.UNLIKE),
        ({"00100030": one("DA", "19330101")}, assigning.UNLIKE),
        ({"00100020": {"vr": "LO"}}, assigning.WHOSE),
        ({"00100020": one("LO", "B7B-00001-0"), "00100021": one("LO", "B7")}, assigning.WHOSE),
    ],
    ids=["sex", "name", "birth year", "no number", "a number of another issuer"],
)
def test_what_contradicts_the_person_waits_for_a_person(world: World, changes: dict, why: str) -> None:
    laptop, person = world.laptop()
    world.asks(person, **changes)
    laptop.sync.once()
    [row] = rows(laptop)
    assert (row.step, row.sentence, row.patient_uuid) == (Step.WAITS, why, "")
    signs(laptop.store, person, DAY, PAIR)
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.WAITS, "SCHEDULED")


@pytest.mark.hazard("HZ-06", "HZ-17")
def test_pictures_of_somebody_else_make_it_wait(world: World) -> None:
    laptop, person = world.laptop()
    other = laptop.registers(**raju()._asdict())
    laptop.receives(an_op(7, patient=other.number or "", study=7, eye="R", name="Kumar^Raju", sex="M"))
    world.asks(person, study_of(1), study_of(7))
    laptop.sync.once()
    assert [(row.step, row.sentence) for row in rows(laptop)] == [(Step.WAITS, assigning.SEVERAL)]


@pytest.mark.hazard("HZ-06", "HZ-17")
def test_a_task_about_one_person_with_pictures_of_another_waits(world: World) -> None:
    laptop, person = world.laptop()
    other = laptop.registers(**raju()._asdict())
    laptop.receives(an_op(7, patient=other.number or "", study=7, eye="R", name="Kumar^Raju", sex="M"))
    world.asks(person, study_of(7))
    laptop.sync.once()
    assert [(row.step, row.sentence) for row in rows(laptop)] == [(Step.WAITS, assigning.OTHER_PERSON)]


def test_the_pictures_of_a_task_are_asked_for_also_when_headquarters_had_none_of_that_person_before(
    world: World,
) -> None:
    laptop, person = world.laptop()
    laptop.sync.once()
    receive(world.hub, an_op(9, patient=person.number or "", study=9))
    world.asks(person, study_of(9))
    for _ in range(2):
        laptop.sync.once()
    with laptop.store.read() as unit:
        assert studies.instance(unit, uid_of(9)).digest


def test_a_task_for_this_station_about_nobody_here_asks_nobody(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(
        person, study_of(99), **{"00404025": one("SQ", code("CAMP7", "L")), "00100020": one("LO", "AB9A-00001-9")}
    )
    laptop.sync.once()
    assert step(laptop) is Step.ELSEWHERE


# --- claiming ---------------------------------------------------------------------------------------------------------


def test_a_task_that_somebody_takes_is_claimed_and_stays_ours(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    key = takes(laptop).transaction_uid
    assert (step(laptop), world.state) == (Step.WANTED, "SCHEDULED")
    for _ in range(2):
        laptop.sync.once()
        assert (step(laptop), world.state) == (Step.OURS, "IN PROGRESS")
    assert rows(laptop)[0].transaction_uid == key != ""
    said = at_hq(world.hq, TASK)["00741002"]["Value"][0]
    assert said["00741006"]["Value"] == ["Anjali Kumari"]


def test_without_a_name_nothing_is_taken(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    with pytest.raises(Refused):
        takes(laptop, "person")
    assert step(laptop) is Step.OPEN


@pytest.mark.parametrize("after", [False, True], ids=["before the request", "after the answer"])
@pytest.mark.parametrize("kind", ["look", "change", "update"])
def test_a_claim_on_a_broken_line_is_one_claim(world: World, kind: str, after: bool) -> None:
    line = Line(kind, after=after)
    laptop, person = world.laptop(line=line)
    world.asks(person)
    laptop.sync.once()
    takes(laptop)
    laptop.sync.once()
    laptop.clock.forward(400)
    laptop.sync.once()
    assert (step(laptop), world.state, line.left) == (Step.OURS, "IN PROGRESS", 0)


@pytest.mark.hazard("HZ-17")
def test_of_two_stations_that_want_one_task_exactly_one_gets_it(world: World) -> None:
    (mine, person), (other, same) = world.laptop("mine"), world.laptop("other")
    world.asks(person)
    for laptop in (mine, other):
        laptop.sync.once()
        takes(laptop)
    for laptop in (mine, other):
        laptop.sync.once()
    assert (step(mine), step(other), world.state) == (Step.OURS, Step.LOST, "IN PROGRESS")
    signs(other.store, same, DAY, PAIR)
    signs(mine.store, person, DAY, PAIR)
    for laptop in (other, mine):
        laptop.sync.once()
    assert (step(mine), step(other), world.state) == (Step.DONE, Step.LOST, "COMPLETED")


@pytest.mark.hazard("HZ-17")
@pytest.mark.parametrize("after", [False, True], ids=["never arrived", "arrived"])
def test_a_lost_claim_beside_another_station_is_owned_by_one(world: World, after: bool) -> None:
    (mine, person), (other, _) = world.laptop("mine", Line("change", after=after)), world.laptop("other")
    world.asks(person)
    for laptop in (mine, other):
        laptop.sync.once()
        takes(laptop)
    mine.sync.once()  # its line breaks
    other.sync.once()
    mine.clock.forward(400)
    mine.sync.once()
    assert {step(mine), step(other)} == {Step.OURS, Step.LOST}
    assert step(mine) is (Step.OURS if after else Step.LOST) and world.state == "IN PROGRESS"
    [lost] = [row for laptop in (mine, other) for row in rows(laptop) if row.step is Step.LOST]
    assert lost.sentence == tasking.TAKEN


# --- completing -------------------------------------------------------------------------------------------------------


def test_a_reading_without_a_network_is_claimed_and_completed_when_one_comes(world: World) -> None:
    line = Line()
    laptop, person = world.laptop(line=line)
    world.asks(person)
    laptop.sync.once()
    takes(laptop)
    signs(laptop.store, person, DAY, PAIR, "20")
    done = laptop.sync.once()
    assert (step(laptop), world.state, done.tasks_done) == (Step.DONE, "COMPLETED", 1)
    [performed] = at_hq(world.hq, TASK)["00741216"]["Value"]
    assert performed["00404028"]["Value"][0]["00080100"]["Value"] == ["CAMP7"]
    assert performed["00404019"]["Value"][0]["00080100"]["Value"] == ["110005"]
    assert performed["00404035"]["Value"][0]["00404037"]["Value"] == [{"Alphabetic": "Anjali Kumari"}]
    findings = [item["0040A160"]["Value"][0] for item in performed["00741212"]["Value"]]
    assert findings[0].startswith("Right eye: ICDR 2003, retinopathy 2") and findings[1].startswith("Left eye: ICDR")


def test_a_signature_on_that_visit_takes_the_task_too(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    signs(laptop.store, person, DAY, PAIR)
    laptop.sync.once()
    assert (step(laptop), world.state, rows(laptop)[0].wished_by) == (Step.DONE, "COMPLETED", "Anjali Kumari")


@pytest.mark.hazard("HZ-03")
def test_one_eye_is_half_an_answer(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    takes(laptop)
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("0"), PAIR[0])])
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.OURS, "IN PROGRESS")
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(LEFT, icdr("0"), PAIR[1])])
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.DONE, "COMPLETED")


@pytest.mark.hazard("HZ-27")
def test_what_was_signed_before_the_task_came_is_no_answer_to_it(world: World) -> None:
    laptop, person = world.laptop()
    signs(laptop.store, person, DAY, PAIR)
    world.asks(person)
    laptop.sync.once()
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.OPEN, "SCHEDULED")
    takes(laptop)
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.OURS, "IN PROGRESS")


@pytest.mark.hazard("HZ-27")
def test_another_visit_of_the_same_person_is_no_answer(world: World) -> None:
    laptop, person = world.laptop()
    laptop.clock.forward(86_400)
    for n, eye in enumerate("RL", 11):
        laptop.receives(an_op(n, patient=person.number or "", study=2, eye=eye))
    world.asks(person)
    laptop.sync.once()
    takes(laptop)
    signs(laptop.store, person, date(2026, 11, 22), (uid_of(11), uid_of(12)))
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.OURS, "IN PROGRESS")


@pytest.mark.parametrize("after", [False, True], ids=["before the request", "after the answer"])
@pytest.mark.parametrize(("kind", "skips"), [("look", 1), ("update", 1), ("change", 1), ("look", 2)])
def test_a_completion_on_a_broken_line_is_done_once(world: World, kind: str, skips: int, after: bool) -> None:
    line = Line()
    laptop, person = world.laptop(line=line)
    world.asks(person)
    laptop.sync.once()
    takes(laptop)
    signs(laptop.store, person, DAY, PAIR)
    line.breaks_at, line.after, line.skips, line.left = kind, after, skips, 1
    laptop.sync.once()
    assert step(laptop) is not Step.DONE and line.left == 0
    laptop.clock.forward(400)
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.DONE, "COMPLETED")


@pytest.mark.hazard("HZ-06")
def test_a_task_that_changes_hands_there_is_not_completed(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    takes(laptop)
    world.hq.post(
        f"/dicom-web/workitems/{TASK}",
        json=[{"00100010": one("PN", {"Alphabetic": "Kumar^Raju"}), "00100040": one("CS", "M")}],
        headers={"Content-Type": "application/dicom+json"},
    ).raise_for_status()
    signs(laptop.store, person, DAY, PAIR)
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.WAITS, "SCHEDULED")


# --- the end ----------------------------------------------------------------------------------------------------------


def test_what_is_given_back_is_cancelled_there_with_our_key(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    row = takes(laptop)
    laptop.sync.once()
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        tasks.give_back(unit, row.pk)
    assert (step(laptop), world.state) == (Step.GIVING, "IN PROGRESS")
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.GIVEN, "CANCELED")


def test_what_headquarters_never_heard_of_is_given_back_without_a_word(world: World) -> None:
    line = Line()
    laptop, person = world.laptop(line=line)
    world.asks(person)
    laptop.sync.once()
    row = takes(laptop)
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        tasks.give_back(unit, row.pk)
    laptop.sync.once()
    assert (step(laptop), world.state) == (Step.OPEN, "SCHEDULED") and "change" not in line.sent


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_answer_without_a_word_has_not_ended_a_task(body: bytes) -> None:
    """It was cut off on the way; what a doctor reads at this moment would be called gone."""
    shown = httpx.Response(200, headers={"Content-Type": "application/dicom+json"}, content=body)
    hq = HttpHeadquarters("https://hq.example/dicom-web", transport=httpx.MockTransport(lambda _: shown))
    with pytest.raises(Damaged, match="came damaged"):
        UpsServer(hq, lambda: datetime(2026, 11, 21, 9, tzinfo=UTC)).look(TASK)


def test_what_headquarters_cancels_is_said(world: World) -> None:
    laptop, person = world.laptop()
    world.asks(person)
    laptop.sync.once()
    assert world.hq.post(f"/dicom-web/workitems/{TASK}/cancelrequest").status_code == 202
    takes(laptop)
    laptop.sync.once()
    [row] = rows(laptop)
    assert (row.step, row.sentence) == (Step.ENDED, tasking.ENDED)
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        tasks.put_aside(unit, row.pk)
    laptop.sync.once()
    assert step(laptop) is Step.SEEN
