"""What people do can be taken back (hazards.md section 4): any three things, undone in reverse, leave the station as it was shown
before, and a longer history.

``EYECAMP_UNDOS`` is how many stories are told (CI 15).
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.grading import DAY, LEFT, RIGHT, a_picture, icdr
from support.stations import FROM_CAMERA, Clock, a_header, a_store, lakshmi

from resources.store import (
    Store,
    Unit,
    annotations,
    cameras,
    campdays,
    changes,
    filing,
    headshots,
    links,
    mending,
    opinions,
    patients,
    qualities,
    referrals,
    staff,
    studies,
    turns,
)
from resources.store.annotations import Mark, Shape
from resources.store.opinions import Said
from resources.store.qualities import Quality
from resources.store.vault import Disk
from resources.terms import Field, Kind, Laterality, Origin, StaffRole
from resources.wire.camerarules import CameraRules
from sync import disputes, outbox
from sync.conflict import Dispute

STORIES = int(os.environ.get("EYECAMP_UNDOS", "15"))
READER = "Anjali Kumari"
STRAY = "1.2.3.900.1.1"
Act = Callable[["Station", Unit], Callable[[Unit], object]]
"""Does something; what it gives back takes it back."""


@dataclass
class Station:
    """Two people, each with two eyes read by somebody, one urgent; a picture of nobody; a question from headquarters."""

    store: Store
    people: list[str]
    pictures: list[str]
    photographs: int = 0

    def shown(self) -> list[Any]:
        """What the pages are drawn from: what stands, not how it came to stand."""
        with self.store.read() as unit:
            pictures = [
                (row.instance_uid, row.patient_uuid, row.laterality, row.field, row.hidden)
                for row in sorted(studies.instances(unit), key=lambda row: row.instance_uid)
            ]
            uids = [row[0] for row in pictures]
            said = {uid: row.quality for uid, row in qualities.standing(unit, uids).items() if row.quality}
            at = turns.at(unit, "CAM1")
            closing = campdays.closing(unit, DAY)
            return [
                pictures,
                said,
                sorted(row.mark.text for row in annotations.standing(unit, uids)),
                [self._person(unit, uuid) for uuid in self.people],
                sorted((row.uuid, row.outcome, row.told_by) for row in referrals.open_ones(unit)),
                at.patient_uuid if at else "",
                [row.name for row in staff.listed(unit)],
                [rules for rules in cameras.everyone(unit) if rules != CameraRules(rules.ae_title)],
                (closing.by, closing.why) if closing else None,
                [row.pk for row in disputes.open_ones(unit)],
            ]

    def _person(self, unit: Unit, uuid: str) -> list[Any]:
        row = patients.find(unit, uuid)
        records = sorted(one.uuid for one in links.together(unit, row))
        return [row.details, row.photo_digest, records, opinions.decision_of(unit, uuid, DAY).outcome]

    def changes(self) -> int:
        with self.store.read() as unit:
            return changes.last(unit)

    def write(self, work: Callable[[Unit], Any]) -> Any:
        with self.store.write(Origin.PERSON, READER) as unit:
            return work(unit)


# --- the table of actions


def file(station: Station, unit: Unit) -> Callable[[Unit], object]:
    mending.assign(unit, [STRAY], station.people[0])
    return lambda unit: mending.unassign(unit, [STRAY])


def move(station: Station, unit: Unit) -> Callable[[Unit], object]:
    uid, owner = station.pictures[0], station.people
    mending.assign(unit, [uid], owner[1])
    return lambda unit: mending.assign(unit, [uid], owner[0])


def say_eye(station: Station, unit: Unit) -> Callable[[Unit], object]:
    former = studies.instance(unit, STRAY).laterality
    mending.set_laterality(unit, STRAY, Laterality.LEFT)
    return lambda unit: mending.set_laterality(unit, STRAY, former)


def say_field(station: Station, unit: Unit) -> Callable[[Unit], object]:
    mending.set_field(unit, station.pictures[1], Field.DISC)
    return lambda unit: mending.set_field(unit, station.pictures[1], None)


def hide(station: Station, unit: Unit) -> Callable[[Unit], object]:
    mending.hide(unit, STRAY, "a test")
    return lambda unit: mending.hide(unit, STRAY, "")


def take_an_import_back(station: Station, unit: Unit) -> Callable[[Unit], object]:
    batch = station.pictures[2:]
    for uid in batch:
        mending.hide(unit, uid, "import taken back")
    return lambda unit: [mending.hide(unit, uid, "") for uid in batch]


def judge(station: Station, unit: Unit) -> Callable[[Unit], object]:
    qualities.say(unit, station.pictures[0], Quality.BLURRED)
    return lambda unit: qualities.say(unit, station.pictures[0], None)


def draw(station: Station, unit: Unit) -> Callable[[Unit], object]:
    row = annotations.add(unit, station.pictures[1], Mark(Shape.NOTE, ((0.0, 0.0),), text="a vessel"))
    return lambda unit: annotations.take_back(unit, row.uuid)


def grade_anew(station: Station, unit: Unit) -> Callable[[Unit], object]:
    """After Confirm: a new signed opinion, and a new one again; all stay readable. What was to follow ends by a reason."""

    def say(unit: Unit, level: str, former: str) -> str:
        said = Said(LEFT, icdr(level), station.pictures[3], replaces=(former,))
        return opinions.sign(unit, station.people[1], DAY, [said])[0][0].uuid

    standing = opinions.standing(opinions.of_patient(unit, station.people[1]))
    new = say(unit, "3", next(row.uuid for row in standing if row.said.eye is LEFT))

    def back(unit: Unit) -> None:
        say(unit, "0", new)
        person = patients.find(unit, station.people[1])
        referrals.close(unit, referrals.of_patient(unit, person)[0].uuid, "a wrong key")

    return back


def tell(station: Station, unit: Unit) -> Callable[[Unit], object]:
    row = referrals.of_patient(unit, patients.find(unit, station.people[0]))[0]
    referrals.tell(unit, row.uuid, "in person")
    return lambda unit: referrals.untell(unit, row.uuid)


def end_a_referral(station: Station, unit: Unit) -> Callable[[Unit], object]:
    row = referrals.of_patient(unit, patients.find(unit, station.people[0]))[0]
    referrals.close(unit, row.uuid, "moved away")
    return lambda unit: referrals.reopen(unit, row.uuid)


def join(station: Station, unit: Unit) -> Callable[[Unit], object]:
    row = links.join(unit, *station.people)
    return lambda unit: links.part(unit, row.uuid)


def edit(station: Station, unit: Unit) -> Callable[[Unit], object]:
    former = patients.find(unit, station.people[1]).details
    patients.amend(unit, station.people[1], former._replace(village="Melur South"))
    return lambda unit: patients.amend(unit, station.people[1], former)


def photograph(station: Station, unit: Unit) -> Callable[[Unit], object]:
    station.photographs += 1
    blob = station.store.vault.admit(b"face %d" % station.photographs)
    row, _ = patients.set_photo(unit, station.people[0], blob, mime="image/jpeg", width=1, height=1)
    return lambda unit: headshots.take_back(unit, row.uuid)


def call(station: Station, unit: Unit) -> Callable[[Unit], object]:
    turns.call(unit, station.people[0], "CAM1")
    return lambda unit: turns.finish(unit, station.people[0])


def change_a_cameras_rules(station: Station, unit: Unit) -> Callable[[Unit], object]:
    cameras.save(unit, CameraRules("CAM1", strip="phelcom_"))
    return lambda unit: cameras.forget(unit, "CAM1")


def leave(station: Station, unit: Unit) -> Callable[[Unit], object]:
    row = staff.listed(unit)[0]
    staff.leave(unit, row.uuid)
    return lambda unit: staff.come_back(unit, row.uuid)


def close_the_day(station: Station, unit: Unit) -> Callable[[Unit], object]:
    campdays.close(unit, DAY, "we call her tomorrow")
    return lambda unit: campdays.reopen(unit, DAY)


def settle_a_question(station: Station, unit: Unit) -> Callable[[Unit], object]:
    row = disputes.open_ones(unit)[0]
    disputes.settle(unit, row.pk, "mine")
    return lambda unit: disputes.reopen(unit, row.pk)


ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        file, move, say_eye, say_field, hide, take_an_import_back, judge, draw, grade_anew, tell, end_a_referral, join,
        edit, photograph, call, change_a_cameras_rules, leave, close_the_day, settle_a_question,
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    disk = Disk(fsync=lambda _: None, sync_folder=lambda _: None)
    made = _made(tmp_path_factory.mktemp("undone"), disk)
    yield made
    made.store.close()


def _made(folder: Path, disk: Disk) -> Station:
    store = a_store(folder, clock=Clock(), disk=disk, chains=[outbox.MIGRATIONS])
    with store.write(Origin.PERSON, READER) as unit:
        rows = [patients.register(unit, lakshmi(given_name=name)) for name in ("Lakshmi", "Laxmi")]
        staff.add(unit, READER, "no PIN", StaffRole.GRADER)
        disputes.meet(unit, Kind.PATIENT, rows[0].uuid, [Dispute("phone", "1", "2", "3")])
    people = [row.uuid for row in rows]
    uids = [
        a_picture(store, row, eye, instance=at, study=n) for n, row in enumerate(rows) for at, eye in enumerate("RL")
    ]
    blob = store.vault.admit(b"a stray")
    with store.write(Origin.CAMERA, "camera:CAM1") as unit:
        filing.file_instance(unit, a_header(study=900, eye=""), blob, FROM_CAMERA)
    with store.write(Origin.PERSON, READER) as unit:
        for n, level in enumerate(("4", "0")):
            said = [Said(RIGHT, icdr(level), uids[2 * n]), Said(LEFT, icdr("0"), uids[2 * n + 1])]
            opinions.sign(unit, people[n], DAY, said)
    return Station(store, people, uids)


def undone(station: Station, names: list[str]) -> None:
    before, back = [], []
    for name in names:
        before.append((name, station.shown()))
        back.append(station.write(lambda unit, name=name: ACTS[name](station, unit)))
    while back:
        history = station.changes()
        station.write(back.pop())
        name, shown = before.pop()
        assert station.shown() == shown, f"{name} was not taken back, of {names}"
        assert station.changes() > history or name == "settle_a_question"  # its history is the row itself


@pytest.mark.parametrize("name", ACTS)
def test_each_shows_and_can_be_taken_back(station: Station, name: str) -> None:
    before = station.shown()
    back = station.write(lambda unit: ACTS[name](station, unit))
    assert station.shown() != before, "it did nothing"
    station.write(back)
    assert station.shown() == before


@settings(max_examples=STORIES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(ACTS)), min_size=3, max_size=3, unique=True))
@example(names=["join", "call", "photograph"])
@example(names=["tell", "close_the_day", "end_a_referral"])
def test_any_three_are_taken_back_in_reverse_and_nothing_is_forgotten(station: Station, names: list[str]) -> None:
    undone(station, names)
