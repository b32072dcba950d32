"""What was removed at the camp goes by stick too: by the rules that hold over a network, and receipts alone count."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from support.bystick import SECRET, amend, counted, kept_aside, name_of, service
from support.campday import a_day
from support.grading import DAY, RIGHT
from support.pictures import a_jpeg
from support.stations import lakshmi
from support.travelling import Laptop, a_laptop

from resources.problems import Damaged, Unsupported
from resources.store import (
    Store,
    changes,
    headshots,
    images,
    links,
    opinions,
    patients,
    referrals,
    statements,
    studies,
    workitems,
)
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.store.sealed import SealedFile, open_sealed
from resources.store.statements import StudyStatement
from resources.terms import Kind, Operation, Origin
from sync import records
from sync.leaving import Answer
from sync.status import State
from sync.sticks import taking
from sync.sticks.form import line, next_line
from sync.sticks.outcomes import Arrived, Written
from sync.sticks.taking import take_in
from sync.sticks.writing import write_out


def out(camp: Laptop, stick: Path) -> tuple[Path, ...]:
    camp.clock.forward(60)
    return write_out(camp.store, stick, SECRET).files


def brought(other: Store, files: Sequence[Path]) -> list[Arrived]:
    return [take_in(other, path, SECRET) for path in files]


def home(camp: Laptop, other: Store, arrived: Sequence[Arrived]) -> list[Arrived]:
    receipts = [one.receipts for one in arrived if one.receipts is not None]
    return [take_in(camp.store, path, SECRET, hq_station=name_of(other)) for path in receipts]


def to_and_fro(camp: Laptop, other: Store, stick: Path) -> Arrived:
    """Everything that waits goes there, and the receipts come home; what came of the last file."""
    arrived = brought(other, out(camp, stick))
    home(camp, other, arrived)
    return arrived[-1]


def somebody(camp: Laptop) -> PatientRow:
    """Registered, with a headshot."""
    row = camp.registers()
    face = camp.store.vault.admit(a_jpeg(64, 80))
    with camp.store.write(Origin.PERSON, "grace") as unit:
        patients.set_photo(unit, row.uuid, face, mime="image/jpeg", width=64, height=80)
    return row


def a_visit(store: Store, row: PatientRow) -> str:
    """One without pictures, as a client states it."""
    said = StudyStatement("", row.uuid, None, "A1", "Eye screening", {}, ())
    with store.write(Origin.PERSON, "grace") as unit:
        return statements.create(unit, said).study_uid


def take_back_headshot(store: Store) -> str:
    with store.write(Origin.PERSON, "grace") as unit:
        [shot] = images.listed(unit, images.Wanted())
        headshots.take_back(unit, shot.uuid)
        return shot.uuid


def remove(store: Store, row: PatientRow, *, cascade: bool = False) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        patients.forget(unit, row.uuid, cascade=cascade)


def shown(store: Store) -> int:
    """Headshots."""
    with store.read() as unit:
        return len(images.listed(unit, images.Wanted()))


def is_active(store: Store, row: PatientRow) -> bool:
    with store.read() as unit:
        return patients.find(unit, row.uuid).details.active


def answer(camp: Laptop, other: Store) -> tuple[Answer, int | None]:
    left = service(camp, other).leaving()
    return left.answer, left.records


def reasons(camp: Laptop) -> list[str]:
    with camp.store.read() as unit:
        return [one.sentence for one in records.listed(unit, (State.ATTENTION,))]


# --- headshots --------------------------------------------------------------------------------------------------------


@pytest.mark.hazard("HZ-05")
@pytest.mark.hazard("HZ-07")
def test_a_headshot_that_was_taken_back_is_shown_no_more_there_and_leaving_is_safe_again(
    camp: Laptop, other: Store, stick: Path
) -> None:
    a_day(camp, "0")
    to_and_fro(camp, other, stick)
    assert answer(camp, other) == (Answer.YES, 0) and shown(other) == 1
    take_back_headshot(camp.store)
    assert answer(camp, other) == (Answer.NO, 1)
    [arrived] = brought(other, out(camp, stick))
    assert shown(other) == 0 and arrived.records.withdrawn == 1
    assert "1 were removed at their station" in arrived.sentence and kept_aside(other) == []
    assert answer(camp, other) == (Answer.NO, 1)  # until the receipt is home
    [back] = home(camp, other, [arrived])
    assert (back.records_confirmed, back.records_refused) == (1, 0)
    assert answer(camp, other) == (Answer.YES, 0) and counted(camp, other) == (5, 0)
    assert write_out(camp.store, stick, SECRET) == Written((), 0)
    with camp.store.read() as unit:
        [record] = [one for one in records.listed(unit) if one.kind is Kind.PHOTO]
    assert (record.state, record.digest) == (State.GONE, records.REMOVED)


def test_arriving_twice_is_harmless_and_so_are_receipts(camp: Laptop, other: Store, stick: Path) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    uid = take_back_headshot(camp.store)
    files = out(camp, stick)
    first, again = brought(other, files), brought(other, files)
    assert [one.records.withdrawn for one in (*first, *again)] == [1, 0]
    with other.read() as unit:
        said = [one.operation for one in changes.of(unit, Kind.PHOTO, uid)]
    assert said == [Operation.CREATE, Operation.FORGET]
    for arrived in (again, first, again):
        assert [one.records_refused for one in home(camp, other, arrived)] == [0]
    assert answer(camp, other) == (Answer.YES, 0)


def test_what_was_removed_before_it_came_does_not_come_with_an_older_file(
    camp: Laptop, other: Store, stick: Path
) -> None:
    somebody(camp)
    old = out(camp, stick)
    take_back_headshot(camp.store)
    to_and_fro(camp, other, stick)
    assert shown(other) == 0 and counted(camp, other) == (1, 0)
    arrived = brought(other, old)
    assert shown(other) == 0
    home(camp, other, arrived)
    assert counted(camp, other) == (1, 0)


def test_a_headshot_that_was_no_mistake_is_shown_there_again_and_an_older_removal_changes_nothing(
    camp: Laptop, other: Store, stick: Path
) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    uid = take_back_headshot(camp.store)
    removal = out(camp, stick)
    home(camp, other, brought(other, removal))
    with camp.store.write(Origin.PERSON, "grace") as unit:
        headshots.bring_back(unit, uid)
    assert counted(camp, other) == (1, 1)
    assert to_and_fro(camp, other, stick).records.changed == 1
    assert shown(other) == 1 and counted(camp, other) == (2, 0)
    [late] = brought(other, removal)
    assert shown(other) == 1 and late.records.known == 1
    assert home(camp, other, [late])[0].records_confirmed == 1  # as it is now: shown
    assert counted(camp, other) == (2, 0)


@pytest.mark.hazard("HZ-05")
def test_a_receipt_for_an_earlier_removal_does_not_confirm_a_later_one(camp: Laptop, other: Store, stick: Path) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    uid = take_back_headshot(camp.store)
    early = brought(other, out(camp, stick))
    with camp.store.write(Origin.PERSON, "grace") as unit:
        headshots.bring_back(unit, uid)
    to_and_fro(camp, other, stick)
    take_back_headshot(camp.store)
    assert home(camp, other, early)[0].records_refused == 1
    assert counted(camp, other) == (1, 1) and shown(other) == 1


@pytest.mark.hazard("HZ-05")
def test_what_somebody_there_brought_back_stays_and_is_not_called_confirmed(
    camp: Laptop, other: Store, stick: Path
) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    uid = take_back_headshot(camp.store)
    files = out(camp, stick)
    brought(other, files)
    with other.write(Origin.PERSON, "Dr Ramesh") as unit:
        headshots.bring_back(unit, uid)
    arrived = brought(other, files)
    assert shown(other) == 1 and arrived[0].records.waits == 1 and "It stays." in arrived[0].sentence
    [back] = home(camp, other, arrived)
    assert (back.records_confirmed, back.records_refused) == (0, 1)
    assert answer(camp, other) == (Answer.NO, 1)
    assert reasons(camp) == [
        "Headquarters keeps this, which was removed here: somebody changed it there. Somebody there must look."
    ]
    with other.write(Origin.PERSON, "Dr Ramesh") as unit:
        headshots.take_back(unit, uid)
    to_and_fro(camp, other, stick)
    assert counted(camp, other) == (1, 0)


def test_what_somebody_there_removed_does_not_come_back_although_its_station_brought_it_back(
    camp: Laptop, other: Store, stick: Path
) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    uid = take_back_headshot(other)
    take_back_headshot(camp.store)
    to_and_fro(camp, other, stick)
    with camp.store.write(Origin.PERSON, "grace") as unit:
        headshots.bring_back(unit, uid)
    assert to_and_fro(camp, other, stick).records.removed == 1
    assert shown(other) == 0


@pytest.mark.hazard("HZ-05")
def test_a_colleagues_word_about_a_removal_counts_nothing(camp: Laptop, other: Store, stick: Path) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    take_back_headshot(camp.store)
    [arrived] = brought(other, out(camp, stick))
    assert arrived.receipts is not None
    back = take_in(camp.store, arrived.receipts, SECRET, hq_station="somebody else")
    assert "do not count" in back.note and counted(camp, other) == (1, 1)


def test_only_the_station_that_brought_it_takes_it_away(camp: Laptop, other: Store, stick: Path) -> None:
    somebody(camp)
    files = out(camp, stick)
    home(camp, other, brought(other, files))
    with a_laptop(stick.parent / "colleague", letter="B", connect=None, headquarters="") as colleague:
        brought(colleague.store, files)
        take_back_headshot(colleague.store)
        arrived = to_and_fro(colleague, other, stick / "colleague")
        assert arrived.records.waits == 1 and "did not bring it here" in arrived.sentence
        assert reasons(colleague) == [
            "Headquarters has this from elsewhere and keeps it, though it was removed here. Somebody there must look."
        ]
    assert shown(other) == 1 and len(kept_aside(other)) == 1


# --- people -----------------------------------------------------------------------------------------------------------


@pytest.mark.hazard("HZ-05")
def test_a_person_is_only_marked_as_not_active_and_what_is_about_them_stays(
    camp: Laptop, other: Store, stick: Path
) -> None:
    row = somebody(camp)
    old = out(camp, stick)
    home(camp, other, brought(other, old))
    remove(camp.store, row)
    assert answer(camp, other)[1] == 1
    assert to_and_fro(camp, other, stick).records.withdrawn == 1
    assert not is_active(other, row) and shown(other) == 1
    assert service(camp, other).leaving().records == 0
    brought(other, old)
    assert not is_active(other, row)


@pytest.mark.hazard("HZ-05")
def test_an_edit_there_beats_a_removal_and_somebody_is_asked_once(camp: Laptop, other: Store, stick: Path) -> None:
    row = somebody(camp)
    to_and_fro(camp, other, stick)
    amend(other, row.uuid, village="Alanganallur")
    remove(camp.store, row)
    for _ in range(2):
        arrived = to_and_fro(camp, other, stick)
        assert arrived.records.waits == 1 and is_active(other, row)
        assert answer(camp, other) == (Answer.NO, 1)
    assert kept_aside(other) == [
        "Another station removed this, but somebody here changed it since, or added to it. It stays."
    ]
    amend(other, row.uuid, active=False)
    to_and_fro(camp, other, stick)
    assert service(camp, other).leaving().records == 0 and reasons(camp) == []


def test_where_both_had_changed_the_same_before_the_person_stays(camp: Laptop, other: Store, stick: Path) -> None:
    row = somebody(camp)
    to_and_fro(camp, other, stick)
    amend(other, row.uuid, village="Alanganallur")
    amend(camp.store, row.uuid, village="Melur South")
    to_and_fro(camp, other, stick)
    remove(camp.store, row)
    assert to_and_fro(camp, other, stick).records.waits == 1 and is_active(other, row)


@pytest.mark.hazard("HZ-18")
@pytest.mark.parametrize("added", ["headshot", "appointment", "grade", "visit", "join"])
def test_a_removal_does_not_beat_what_others_added(camp: Laptop, other: Store, stick: Path, added: str) -> None:
    row = somebody(camp)
    to_and_fro(camp, other, stick)
    if added == "visit":
        a_visit(other, row)
    else:
        with other.write(Origin.PERSON, "Dr Ramesh") as unit:
            if added == "headshot":
                patients.set_photo(unit, row.uuid, other.vault.admit(a_jpeg(32, 40)), mime="image/jpeg")
            elif added == "appointment":
                workitems.schedule(unit, row.uuid)
            elif added == "grade":
                opinions.sign(unit, row.uuid, DAY, [Said(RIGHT, absent="not-seen")])
            else:
                links.join(unit, row.uuid, patients.register(unit, lakshmi()).uuid)
    remove(camp.store, row)
    assert to_and_fro(camp, other, stick).records.waits == 1
    assert is_active(other, row) and answer(camp, other) == (Answer.NO, 1)


def test_a_person_whom_others_had_registered_there_stays(camp: Laptop, other: Store, stick: Path) -> None:
    row = somebody(camp)
    with a_laptop(other.folder.parent / "clone", connect=None, headquarters="") as before:
        before.clock.forward(60)
        with before.store.write(Origin.PERSON, "grace") as unit:
            theirs = patients.register(unit, lakshmi(), uuid="11111111-2222-4333-8444-555555555555")
        to_and_fro(before, other, stick / "before")
    to_and_fro(camp, other, stick)
    remove(camp.store, row)
    assert to_and_fro(camp, other, stick).records.waits == 1
    assert is_active(other, theirs)


@pytest.mark.hazard("HZ-04")
def test_who_was_registered_and_removed_before_any_stick_leaves_nothing_to_wait_for(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp)
    remove(camp.store, day.person, cascade=True)
    to_and_fro(camp, other, stick)
    with other.read() as unit:
        assert patients.listed(unit) == [] and referrals.open_ones(unit) == []
    assert counted(camp, other) == (0, 0)
    assert write_out(camp.store, stick, SECRET).files == ()


@pytest.mark.hazard("HZ-04")
def test_an_urgent_referral_that_has_not_gone_goes_although_its_person_was_removed(
    camp: Laptop, other: Store, stick: Path
) -> None:
    day = a_day(camp)
    to_and_fro(camp, other, stick)
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.tell(unit, day.referral, "in person")
    remove(camp.store, day.person, cascade=True)
    to_and_fro(camp, other, stick)
    with other.read() as unit:
        [still] = referrals.open_ones(unit)
    assert (still.is_urgent, still.told_by) == (True, "Anjali Kumari")


# --- visits -----------------------------------------------------------------------------------------------------------


def forget_visit(camp: Laptop, uid: str) -> None:
    with camp.store.write(Origin.PERSON, "grace") as unit:
        studies.forget(unit, uid)


def visits(store: Store) -> list[str]:
    with store.read() as unit:
        return [row.study_uid for row in studies.listed(unit)]


def test_a_visit_without_pictures_goes_and_may_come_again(camp: Laptop, other: Store, stick: Path) -> None:
    row = camp.registers()
    uid = a_visit(camp.store, row)
    to_and_fro(camp, other, stick)
    assert visits(other) == [uid]
    forget_visit(camp, uid)
    to_and_fro(camp, other, stick)
    assert visits(other) == [] and counted(camp, other) == (1, 0)
    with camp.store.write(Origin.PERSON, "grace") as unit:
        before = statements.restore(unit, studies.uuid_of(unit, uid))
        statements.replace(unit, before, StudyStatement(uid, row.uuid, None, "A2", "Eye screening", {}, ()))
    to_and_fro(camp, other, stick)
    assert visits(other) == [uid] and counted(camp, other) == (2, 0)


def test_an_edited_visit_stays(camp: Laptop, other: Store, stick: Path) -> None:
    row = camp.registers()
    uid = a_visit(camp.store, row)
    to_and_fro(camp, other, stick)
    with other.write(Origin.PERSON, "Dr Ramesh") as unit:
        statements.replace(
            unit, studies.study(unit, uid), StudyStatement(uid, row.uuid, None, "A1", "Seen by Dr Rao", {}, ())
        )
    forget_visit(camp, uid)
    to_and_fro(camp, other, stick)
    assert visits(other) == [uid] and answer(camp, other)[0] is Answer.NO


@pytest.mark.hazard("HZ-05")
def test_no_stick_takes_a_picture_away(camp: Laptop, other: Store, stick: Path) -> None:
    day = a_day(camp, "0")
    to_and_fro(camp, other, stick)
    remove(camp.store, day.person, cascade=True)
    arrived = to_and_fro(camp, other, stick)
    with other.read() as unit:
        assert len(studies.instances(unit)) == 2
    assert (arrived.records.waits, arrived.records.withdrawn) == (len(visits(other)), 1)
    assert set(kept_aside(other)) == {"Another station removed this visit, but pictures of it are here. It stays."}
    assert answer(camp, other) == (Answer.NO, len(visits(other)))
    with other.write(Origin.PERSON, "Dr Ramesh") as unit:
        for uid in [row.study_uid for row in studies.listed(unit)]:
            studies.forget(unit, uid)
    to_and_fro(camp, other, stick)
    assert service(camp, other).leaving().records == 0


# --- the file ---------------------------------------------------------------------------------------------------------


def test_an_older_program_refuses_the_removals_with_a_sentence_and_takes_all_else(
    camp: Laptop, other: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody(camp)
    to_and_fro(camp, other, stick)
    take_back_headshot(camp.store)
    camp.registers(given_name="Meena")
    *others, removal = out(camp, stick)
    forms = []
    for path in (*others, removal):
        with open_sealed(path, SECRET) as stream:
            forms.append(next_line(stream)["form"])
    assert forms == [2, 3]
    with monkeypatch.context() as older:
        older.setattr(taking, "FORMS", (1, 2))
        home(camp, other, brought(other, others))
        with pytest.raises(Unsupported, match="newer Eyecamp"):
            take_in(other, removal, SECRET)
    assert counted(camp, other) == (2, 1) and shown(other) == 1
    [arrived] = brought(other, [removal])
    assert arrived.receipts is not None and shown(other) == 0
    with open_sealed(arrived.receipts, SECRET) as stream:
        assert next_line(stream)["form"] == 3
    home(camp, other, [arrived])
    assert counted(camp, other) == (2, 0)


@pytest.mark.parametrize("head", [
    {"record": "opinion/x", "version": 2}, {"record": "photo/", "version": 2}, {"record": "photo/x", "version": "2"},
    {"record": 7, "version": 2}, {"version": 2},
])  # fmt: skip
def test_a_removal_that_no_station_of_ours_writes_is_damage(other: Store, stick: Path, head: dict[str, object]) -> None:
    stick.mkdir()
    opening = {"kind": "bundle", "what": "pictures", "station": "old", "title": "Old", "form": 3}
    file = SealedFile(stick / "bad.eyecamp", SECRET)
    for one in (opening, {"kind": "removal", **head}, {"kind": "end", "count": 0, "records": 1}):
        line(file, one)
    file.keep()
    with pytest.raises(Damaged):
        take_in(other, stick / "bad.eyecamp", SECRET)


def test_a_text_in_the_place_of_a_headshot_waits_for_nobody(camp: Laptop, other: Store, stick: Path) -> None:
    row = camp.registers()
    text = images.Content(camp.store.vault.admit(b"later"), "text/plain")
    with camp.store.write(Origin.PERSON, "grace") as unit:
        images.add(unit, row.uuid, text)
    files = out(camp, stick)
    assert counted(camp, other) == (0, 1)
    home(camp, other, brought(other, files))
    assert counted(camp, other) == (1, 0)
