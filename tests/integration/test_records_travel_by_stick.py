"""People, headshots, visits, grades, referrals and appointments go by stick as pictures do; receipts alone count."""

from pathlib import Path

import pytest
from support.bystick import SECRET, amend, counted, kept_aside, name_of, service
from support.campday import FACE, a_day, icdr_of, sign
from support.grading import DAY, LEFT, RIGHT
from support.stations import lakshmi
from support.travelling import Laptop, a_laptop, raju

from resources.grading.schemes import Outcome
from resources.problems import Damaged, Unsupported
from resources.store import Store, filing, images, opinions, patients, referrals, studies, workitems
from resources.store.sealed import SealedFile, open_sealed
from resources.terms import Origin
from sync import ledger
from sync.leaving import Answer
from sync.sticks.form import line, next_line
from sync.sticks.outcomes import Arrived, Written
from sync.sticks.taking import take_in
from sync.sticks.writing import write_out


def there(camp: Laptop, other: Store, stick: Path) -> Arrived:
    """To the other station; the stick held one file."""
    [bundle] = write_out(camp.store, stick, SECRET).files
    return take_in(other, bundle, SECRET)


def home(camp: Laptop, other: Store, arrived: Arrived) -> Arrived:
    assert arrived.receipts is not None
    return take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))


def to_and_fro(camp: Laptop, other: Store, stick: Path) -> Arrived:
    return home(camp, other, there(camp, other, stick))


def unfit(back: Arrived) -> int:
    return back.refused + back.records_refused


@pytest.mark.hazard("HZ-04")
@pytest.mark.hazard("HZ-05")
def test_a_camp_day_is_there_with_all_that_was_written_and_counts_when_the_receipts_are_home(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp)
    with camp.store.write(Origin.PERSON, "Grace Okafor") as unit:
        referrals.tell(unit, day.referral, "in person, by her son")
    assert counted(camp, other) == (0, 7)
    arrived = there(camp, other, stick)
    assert (arrived.stored, arrived.records.new, arrived.records.waits) == (2, 7, 0)
    assert kept_aside(other) == [] and counted(camp, other) == (0, 7)
    with other.read() as unit:
        row = patients.find(unit, day.person.uuid)
        assert (row.number, row.details) == (day.person.number, day.person.details)
        face = patients.photo(unit, row.uuid)
        assert face is not None and other.vault.read(face.digest) == FACE
        said = opinions.of_patient(unit, row.uuid)
        assert [(one.reader, one.origin, one.said.grade) for one in said] == [
            ("Anjali Kumari", Origin.IMPORT, icdr_of(RIGHT, "4", 1).grade),
            ("Anjali Kumari", Origin.IMPORT, icdr_of(LEFT, "0", 2).grade),
        ]
        [urgent] = referrals.open_ones(unit)
        assert (urgent.uuid, urgent.is_urgent, urgent.told_by, urgent.told_how) == (
            day.referral, True, "Grace Okafor", "in person, by her son",
        )  # fmt: skip
        assert workitems.workitem(unit, day.workitem).patient_uuid == row.uuid
        assert {one.patient.uuid for one in studies.of_patient(unit, row.uuid) if one.patient} == {row.uuid}
    back = home(camp, other, arrived)
    assert (back.confirmed, back.refused, back.records_confirmed, back.records_refused) == (2, 0, 7, 0)
    assert counted(camp, other) == (7, 0)
    left = service(camp, other).leaving()
    assert (left.answer, left.records) == (Answer.YES, 0)
    assert write_out(camp.store, stick, SECRET) == Written((), 0)
    with camp.store.read() as unit:
        assert ledger.broken(unit) is None


def test_arriving_twice_and_receipts_twice_change_nothing(camp: Laptop, other: Store, stick: Path) -> None:
    a_day(camp)
    [bundle] = write_out(camp.store, stick, SECRET).files
    first, again = take_in(other, bundle, SECRET), take_in(other, bundle, SECRET)
    assert (again.records.new, again.records.changed, again.records.known) == (0, 0, 7)
    with other.read() as unit:
        assert (patients.count(unit), len(opinions.of_patient(unit, patients.listed(unit)[0].uuid))) == (1, 2)
        assert len(referrals.open_ones(unit)) == 1 and len(images.listed(unit, images.Wanted())) == 1
    for arrived in (first, again, first):
        assert unfit(home(camp, other, arrived)) == 0
    with camp.store.read() as unit:
        assert ledger.length(unit) == 9


@pytest.mark.hazard("HZ-05")
def test_a_record_that_was_edited_after_it_was_written_out_is_not_confirmed(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp, "0")
    arrived = there(camp, other, stick)
    amend(camp.store, day.person.uuid, phone="+91 44 2345")
    back = home(camp, other, arrived)
    assert unfit(back) == 1 and counted(camp, other) == (5, 1)
    assert service(camp, other).leaving().answer is Answer.NO
    assert unfit(to_and_fro(camp, other, stick)) == 0
    assert counted(camp, other) == (6, 0)
    amend(camp.store, day.person.uuid, phone="")
    assert counted(camp, other) == (5, 1)
    assert unfit(home(camp, other, arrived)) == 1  # the old receipts show less than nothing of it
    assert counted(camp, other) == (5, 1)


@pytest.mark.hazard("HZ-05")
def test_a_colleagues_receipts_count_nothing(camp: Laptop, other: Store, stick: Path) -> None:
    a_day(camp)
    arrived = there(camp, other, stick)
    assert arrived.receipts is not None
    back = take_in(camp.store, arrived.receipts, SECRET, hq_station="somebody else")
    assert (back.confirmed, back.records_confirmed) == (2, 7) and "do not count" in back.note
    assert counted(camp, other) == (0, 7)


def test_what_changed_at_home_changes_there_and_what_changed_there_stays(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp, "0")
    to_and_fro(camp, other, stick)
    amend(other, day.person.uuid, notes="Speaks Tamil.")
    amend(camp.store, day.person.uuid, village="Melur South", phone="1234567")
    arrived = there(camp, other, stick)
    assert (arrived.records.changed, arrived.records.waits) == (1, 0)
    with other.read() as unit:
        now = patients.find(unit, day.person.uuid).details
    assert (now.village, now.phone, now.notes) == ("Melur South", "1234567", "Speaks Tamil.")
    assert unfit(home(camp, other, arrived)) == 0


@pytest.mark.hazard("HZ-18")
def test_where_both_changed_the_same_what_stands_there_stays_and_the_other_is_kept_in_sight(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp, "0")
    to_and_fro(camp, other, stick)
    amend(other, day.person.uuid, village="Alanganallur")
    amend(camp.store, day.person.uuid, village="Melur South")
    arrived = there(camp, other, stick)
    assert arrived.records.waits == 1 and "What stands here was kept" in arrived.sentence
    with other.read() as unit:
        assert patients.find(unit, day.person.uuid).details.village == "Alanganallur"
        [row] = filing.held(unit)
    assert b"Melur South" in other.vault.read(row.digest)
    assert unfit(home(camp, other, arrived)) == 1
    take_in(other, sorted(stick.glob("pictures-*"))[-1], SECRET)
    assert len(kept_aside(other)) == 1


@pytest.mark.hazard("HZ-20")
def test_somebody_else_with_the_same_number_waits_with_all_that_is_about_them(
    camp: Laptop, other: Store, stick: Path
) -> None:
    a_day(camp)
    with a_laptop(
        other.folder.parent / "clone", connect=None, headquarters=""
    ) as clone:  # the same letter: a copied laptop
        with clone.store.write(Origin.PERSON, "grace") as unit:
            man = patients.register(unit, raju())
        there(clone, other, stick)
    arrived = there_again(camp, other, stick)
    assert (arrived.records.new, arrived.records.waits) == (0, 7)
    assert "differs in sex, birth year or name" in arrived.sentence
    assert (
        kept_aside(other)[0]
        == "Somebody with the number of this person is here, and differs in sex, birth year or name."
    )
    with other.read() as unit:
        assert [row.uuid for row in patients.listed(unit)] == [man.uuid]
        assert opinions.of_patient(unit, man.uuid) == [] and referrals.open_ones(unit) == []
        assert {study.patient for study in studies.of_patient(unit, man.uuid)} == set()
    assert home(camp, other, arrived).records_confirmed == 0
    assert counted(camp, other) == (0, 7)


def there_again(camp: Laptop, other: Store, stick: Path) -> Arrived:
    [bundle] = write_out(camp.store, stick / "second", SECRET).files
    return take_in(other, bundle, SECRET)


def test_the_same_person_under_another_id_is_found_by_the_number(camp: Laptop, other: Store, stick: Path) -> None:
    day = a_day(camp)
    with a_laptop(other.folder.parent / "clone", connect=None, headquarters="") as before:
        before.clock.forward(60)
        with before.store.write(Origin.PERSON, "grace") as unit:
            patients.register(unit, lakshmi(), uuid="11111111-2222-4333-8444-555555555555")
        there(before, other, stick)
    arrived = there_again(camp, other, stick)
    assert (arrived.records.new, arrived.records.known, arrived.records.waits) == (6, 1, 0)
    with other.read() as unit:
        [row] = patients.listed(unit)
        assert row.uuid != day.person.uuid and len(opinions.of_patient(unit, row.uuid)) == 2
    assert unfit(home(camp, other, arrived)) == 0


@pytest.mark.hazard("HZ-04")
def test_urgency_never_falls_there_and_no_referral_is_closed(camp: Laptop, other: Store, stick: Path) -> None:
    day = a_day(camp)
    to_and_fro(camp, other, stick)
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.tell(unit, day.referral, "in person")
        referrals.close(unit, day.referral, "seen privately")
    arrived = there(camp, other, stick)
    with other.read() as unit:
        [still] = referrals.open_ones(unit)
    assert (still.uuid, still.is_urgent, still.told_by) == (day.referral, True, "Anjali Kumari")
    assert unfit(home(camp, other, arrived)) == 1  # it is open there: headquarters does not show it as it is here
    assert counted(camp, other) == (6, 1)


@pytest.mark.hazard("HZ-04")
def test_a_referral_that_became_urgent_at_home_becomes_urgent_there_and_open_again(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp, "3")
    to_and_fro(camp, other, stick)
    with other.write(Origin.PERSON, "Dr Ramesh") as unit:
        [known] = referrals.open_ones(unit)
        referrals.close(unit, known.uuid, "seen privately")
    sign(camp, day.person, icdr_of(RIGHT, "4", 1), by="Second Reader")
    there(camp, other, stick)
    with other.read() as unit:
        [now] = referrals.open_ones(unit)
    assert (now.uuid, now.outcome, now.told_at) == (day.referral, Outcome.URGENT, None)


def test_what_was_removed_there_does_not_come_back(camp: Laptop, other: Store, stick: Path) -> None:
    day = a_day(camp)
    to_and_fro(camp, other, stick)
    with other.write(Origin.PERSON, "grace") as unit:
        [shot] = images.listed(unit, images.Wanted())
        images.forget(unit, [shot])
        patients.forget(unit, day.person.uuid, cascade=True)
    amend(camp.store, day.person.uuid, village="Melur South")
    arrived = there(camp, other, stick)
    assert arrived.records.removed == 1 and "do not come back" in arrived.sentence
    with other.read() as unit:
        assert patients.listed(unit) == []
    assert home(camp, other, arrived).records_confirmed == 0 and kept_aside(other) == []


def test_what_comes_late_changes_nothing(camp: Laptop, other: Store, stick: Path) -> None:
    day = a_day(camp, "0")
    [old] = write_out(camp.store, stick, SECRET).files
    amend(camp.store, day.person.uuid, village="Melur South")
    [new] = write_out(camp.store, stick / "new", SECRET).files
    take_in(other, new, SECRET)
    late = take_in(other, old, SECRET)
    assert (late.records.new, late.records.changed, late.records.waits) == (0, 0, 0)
    with other.read() as unit:
        assert patients.find(unit, day.person.uuid).details.village == "Melur South"


@pytest.mark.hazard("HZ-27")
def test_a_grade_that_was_replaced_at_home_stays_beside_the_new_one_there(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp)
    to_and_fro(camp, other, stick)
    with camp.store.read() as unit:
        first = opinions.of_patient(unit, day.person.uuid)[0].uuid
    milder = icdr_of(RIGHT, "0", 1)
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(
            unit, day.person.uuid, DAY, [type(milder)(RIGHT, milder.grade, milder.instance_uid, replaces=(first,))]
        )
    arrived = there(camp, other, stick)
    with other.read() as unit:
        said = opinions.of_patient(unit, day.person.uuid)
        assert len(opinions.standing(said)) == 3
        assert opinions.decision_of(unit, day.person.uuid, DAY).outcome is Outcome.URGENT
    assert unfit(home(camp, other, arrived)) == 0


def test_urgent_people_come_first_and_a_person_before_what_is_about_them(
    camp: Laptop, other: Store, stick: Path, tmp_path: Path
) -> None:
    a_day(camp, "0", first=1, given_name="Meena")
    urgent = a_day(camp, "4", first=11)
    files = write_out(camp.store, stick, SECRET, largest=1).files
    assert len(files) == 6  # two people, then four pictures
    arrived = take_in(other, files[0], SECRET)
    assert arrived.records.new == 7
    with other.read() as unit:
        assert [row.uuid for row in patients.listed(unit)] == [urgent.person.uuid]
        assert len(referrals.urgent_not_told(unit)) == 1
    for late in reversed(files[1:]):
        take_in(other, late, SECRET)
    with other.read() as unit:
        assert patients.count(unit) == 2 and studies.count(unit) == 4
    assert kept_aside(other) == []


def test_a_bundle_that_is_cut_brings_what_came_before_and_a_second_one_the_rest(
    camp: Laptop, other: Store, stick: Path
) -> None:
    for n in range(4):
        a_day(camp, "0", first=1 + 10 * n, given_name=f"Name {n}", notes="x" * 700_000)
    [bundle] = write_out(camp.store, stick, SECRET).files
    whole = bundle.read_bytes()
    bundle.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Damaged, match="records before the damage are here"):
        take_in(other, bundle, SECRET)
    with other.read() as unit:
        assert 0 < patients.count(unit) < 4
    bundle.write_bytes(whole)
    arrived = take_in(other, bundle, SECRET)
    assert arrived.records.waits == 0 and unfit(home(camp, other, arrived)) == 0
    with other.read() as unit:
        assert patients.count(unit) == 4


def write_by_hand(path: Path, *lines: dict[str, object], data: bytes = b"") -> Path:
    file = SealedFile(path, SECRET)
    for one in lines:
        line(file, one)
        file.write(data if one.get("size") else b"")
    file.keep()
    return path


def test_form_1_is_still_read_and_answered_in_form_1_and_a_newer_form_is_refused(
    camp: Laptop, other: Store, stick: Path
) -> None:
    stick.mkdir()
    uid = camp.pictures(1, camp.registers())[0]
    with camp.store.read() as unit:
        digest = studies.instance(unit, uid).digest or ""
    data, opening = (
        camp.store.vault.read(digest),
        {"kind": "bundle", "what": "pictures", "station": "old", "title": "Old"},
    )
    picture = {"kind": "picture", "uid": uid, "sha256": digest, "size": len(data)}
    end = {"kind": "end", "count": 1}
    old = write_by_hand(stick / "old.eyecamp", {**opening, "form": 1}, picture, end, data=data)
    arrived = take_in(other, old, SECRET)
    assert arrived.stored == 1 and arrived.receipts is not None
    with open_sealed(arrived.receipts, SECRET) as answer:
        assert next_line(answer)["form"] == 1
    newer = write_by_hand(stick / "new.eyecamp", {**opening, "form": 4}, {"kind": "end", "count": 0})
    with pytest.raises(Unsupported, match="newer Eyecamp"):
        take_in(other, newer, SECRET)


def test_a_picture_that_is_not_what_was_put_in_is_damage(camp: Laptop, other: Store, stick: Path) -> None:
    stick.mkdir()
    uid = camp.pictures(1, camp.registers())[0]
    with camp.store.read() as unit:
        data = camp.store.vault.read(studies.instance(unit, uid).digest or "")
    opening = {"kind": "bundle", "what": "pictures", "station": "old", "title": "Old", "form": 2}
    picture = {"kind": "picture", "uid": uid, "sha256": "0" * 64, "size": len(data)}
    made = write_by_hand(stick / "x.eyecamp", opening, picture, {"kind": "end", "count": 1}, data=data)
    with pytest.raises(Damaged):
        take_in(other, made, SECRET)
    with other.read() as unit:
        assert studies.instances(unit) == []


@pytest.mark.parametrize("change", ["digest", "kind", "resource", "size"])
def test_a_record_that_is_not_what_was_put_in_is_damage(camp: Laptop, other: Store, stick: Path, change: str) -> None:
    opening = {"kind": "bundle", "what": "pictures", "station": "old", "title": "Old", "form": 2}
    record: dict[str, object] = {
        "kind": "record",
        "record": "patient/x",
        "version": 1,
        "sha256": "0",
        "size": 0,
        "resource": {},
    }
    record |= {"kind": {"record": "elephant/x"}, "resource": {"resource": []}, "size": {"size": 1 << 40}}.get(
        change, {}
    )
    path = write_by_hand(stick / "bad.eyecamp", opening, record, {"kind": "end", "count": 0, "records": 1})
    with pytest.raises(Damaged):
        take_in(other, path, SECRET)
    with other.read() as unit:
        assert patients.count(unit) == 0


def test_numbers_of_a_laptop_that_lost_its_memory_are_not_given_again(camp: Laptop, other: Store, stick: Path) -> None:
    """What a colleague brings back of our own letter counts as given."""
    a_day(camp, "0")
    there(camp, other, stick)
    [bundle] = write_out(other, stick / "back", SECRET).files
    with a_laptop(stick.parent / "empty", connect=None, headquarters="") as empty:
        take_in(empty.store, bundle, SECRET)
        assert empty.registers(given_name="Meena").number == "C7A-00002-1"
