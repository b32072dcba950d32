"""An original leaves a laptop that is nearly full only when headquarters has every byte of it, and comes back byte for byte."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from support.grading import RIGHT, icdr
from support.headquarters import MemoryHeadquarters
from support.nearlyfull import DAY, SMALL, large_of, nearly_full, room, seen, weeks_pass
from support.pictures import an_op
from support.restclient import SECRET, STATUS
from support.restclient import client as asking
from support.serving import serving
from support.travelling import Laptop

from resources.application import application, station_access
from resources.problems import NotFound
from resources.store import Unit, checkup, evictions, filing, mending, opinions, studies, turns, workitems
from resources.store.filing import Arrival
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.store.vault import AWAY
from resources.terms import Laterality, Origin
from sync import evicting
from sync.engine import AUDIT_EVERY
from sync.status import Level, State
from workstation.compose import KEEPSAKE, eviction
from workstation.imaging.exporting import write_out
from workstation.settings import Settings, Storage


@pytest.fixture
def archive() -> MemoryHeadquarters:
    return MemoryHeadquarters()


@pytest.fixture
def laptop(tmp_path: Path, archive: MemoryHeadquarters) -> Iterator[Laptop]:
    with nearly_full(tmp_path, archive) as one:
        yield one


def away(laptop: Laptop) -> list[str]:
    with laptop.store.read() as unit:
        return [one.instance_uid for one in evictions.listed(unit)]


def digest_of(laptop: Laptop, uid: str) -> str:
    with laptop.store.read() as unit:
        return studies.instance(unit, uid).digest or ""


def reasons(laptop: Laptop) -> dict[str, str]:
    with laptop.store.read() as unit:
        return {one.instance_uid: why for one, why in evicting.verdicts(unit, laptop.sync._name)}


def statements(laptop: Laptop) -> int:
    """How often the database is asked which originals may leave."""
    asked: list[str] = []
    with laptop.store.read() as unit:
        driver = unit.connection.connection.driver_connection
        driver.set_trace_callback(asked.append)
        try:
            evicting.verdicts(unit, laptop.sync._name)
        finally:
            driver.set_trace_callback(None)
    return len(asked)


def test_a_laptop_with_many_pictures_is_asked_no_more_often_than_one_with_few(laptop: Laptop) -> None:
    seen(laptop)
    few = statements(laptop)
    for n in range(5):
        seen(laptop, 3, given_name=f"Sita {n}")
    assert statements(laptop) == few > 5


@pytest.mark.hazard("HZ-05")
def test_what_headquarters_has_byte_for_byte_leaves_and_all_that_is_known_of_it_stays(laptop: Laptop) -> None:
    person, [uid] = seen(laptop)
    weeks_pass(laptop)
    assert away(laptop) == [uid]
    assert not laptop.store.vault.path(digest_of(laptop, uid)).exists()
    with laptop.store.read() as unit:
        [gone] = evictions.listed(unit)
        assert (gone.thumbnail, gone.state) == (SMALL, evictions.EVICTED)
        assert [row.said.grade for row in opinions.of_patient(unit, person.uuid)] == [icdr("0")]
        assert studies.instance(unit, uid).laterality is Laterality.RIGHT
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.proven_at_hq, status.not_yet_at_hq) == (1, 1, 0)
    assert laptop.sync.leaving().missing == 0
    report = checkup.checkup(laptop.store)
    assert report.is_well and AWAY in [one.sentence for one in report.findings]


def test_a_station_that_is_not_set_up_for_it_keeps_everything(tmp_path: Path) -> None:
    with nearly_full(tmp_path, evict=None) as laptop:
        seen(laptop)
        weeks_pass(laptop)
        assert away(laptop) == []


def test_with_room_nothing_leaves_and_without_only_as_much_as_is_needed_the_oldest_first(laptop: Laptop) -> None:
    room(laptop, free=1 << 29)
    _, uids = seen(laptop, 2)
    weeks_pass(laptop)
    assert away(laptop) == []
    room(laptop, free=(1 << 30) - int((1 << 30) * 0.8) - 1)
    laptop.clock.forward(AUDIT_EVERY + 1)
    laptop.sync.once()
    assert away(laptop) == uids[:1]


@pytest.mark.hazard("HZ-05")
def test_level_two_is_not_enough(tmp_path: Path, archive: MemoryHeadquarters) -> None:
    with nearly_full(tmp_path, archive, read_back_bytes=0) as laptop:
        _, [uid] = seen(laptop)
        weeks_pass(laptop)
        assert (away(laptop), laptop.sync.levels([uid])) == ([], {uid: Level.EQUAL})
        assert reasons(laptop)[uid].startswith("headquarters was not shown")


def test_what_was_put_right_here_stays_for_headquarters_has_other_bytes(laptop: Laptop) -> None:
    _, [uid] = seen(laptop)
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, uid, Laterality.LEFT)
    weeks_pass(laptop)
    assert laptop.sync.levels([uid]) == {uid: Level.DIGEST}
    assert away(laptop) == []


@pytest.mark.hazard("HZ-04")
def test_nothing_leaves_of_somebody_who_must_still_be_told(laptop: Laptop) -> None:
    person, [uid] = seen(laptop)
    with laptop.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("4"), uid)])
    weeks_pass(laptop)
    assert away(laptop) == []
    assert reasons(laptop)[uid] == "its person has an urgent referral"


def its_file_is_needed(unit: Unit, person: PatientRow, uid: str) -> None:
    blob = unit.store.vault.admit(unit.store.vault.read(studies.instance(unit, uid).digest or ""))
    filing.hold(unit, "quarantine", blob, "Nobody can read it.", Arrival(Origin.CAMERA))


def it_is_in_conflict(unit: Unit, person: PatientRow, uid: str) -> None:
    filing.hold(
        unit,
        "conflict",
        unit.store.vault.admit(b"otherwise"),
        "Two versions.",
        Arrival(Origin.CAMERA),
        instance_uid=uid,
    )


def they_are_expected(unit: Unit, person: PatientRow, uid: str) -> None:
    workitems.schedule(unit, person.uuid)


def they_are_at_the_camera(unit: Unit, person: PatientRow, uid: str) -> None:
    turns.call(unit, person.uuid)


def nobody_knows_whose_it_is(unit: Unit, person: PatientRow, uid: str) -> None:
    mending.unassign(unit, [uid])


def they_must_be_told_of_a_referral(unit: Unit, person: PatientRow, uid: str) -> None:
    opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("2"), uid)])


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (its_file_is_needed, "something else needs the same file"),
        (it_is_in_conflict, "somebody must look at it first"),
        (they_are_expected, "its person is expected here"),
        (they_are_at_the_camera, "its person is expected here"),
        (nobody_knows_whose_it_is, "nobody has said whose it is"),
        (they_must_be_told_of_a_referral, "its person must still be told something"),
    ],
)
def test_a_picture_stays_for_what_happens_to_it_or_its_person(
    laptop: Laptop, happens: Callable[[Unit, PatientRow, str], object], why: str
) -> None:
    room(laptop, free=1 << 30)
    person, [uid] = seen(laptop)
    weeks_pass(laptop)
    assert reasons(laptop) == {uid: ""}
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        happens(unit, person, uid)
    assert reasons(laptop) == {uid: why}


@pytest.mark.hazard("HZ-05")
def test_a_picture_that_nobody_has_read_stays(laptop: Laptop) -> None:
    uid = laptop.receives(an_op(1, **large_of(laptop.registers()))).instance_uid
    weeks_pass(laptop)
    assert (away(laptop), reasons(laptop)) == ([], {uid: "nobody has read it yet"})


def test_nothing_leaves_after_headquarters_lost_something_until_everything_was_looked_at(
    laptop: Laptop, archive: MemoryHeadquarters
) -> None:
    room(laptop, free=1 << 30)
    _, [first] = seen(laptop)
    laptop.sync.once()
    backup = archive.snapshot()
    _, [second] = seen(laptop, given_name="Sita")
    weeks_pass(laptop)
    assert set(reasons(laptop).values()) == {""}
    archive.restore(backup)
    room(laptop, free=0)
    laptop.clock.forward(AUDIT_EVERY + 1)
    laptop.sync.once()  # asked just before it leaves, the second is not there and stays; then the audit speaks
    assert second not in away(laptop)
    with laptop.store.read() as unit:
        assert evicting.watched(unit).is_doubted
    before = away(laptop)
    laptop.sync.once()  # everything is looked at, and sent again what was lost
    assert (second in archive.held, away(laptop)) == (True, before)
    assert first in archive.held


@pytest.mark.hazard("HZ-05")
def test_headquarters_is_asked_again_just_before(laptop: Laptop, archive: MemoryHeadquarters) -> None:
    room(laptop, free=1 << 30)
    _, [uid] = seen(laptop)
    weeks_pass(laptop)
    del archive.held[uid]
    room(laptop, free=0)
    laptop.clock.forward(1)
    policy = laptop.sync._evicts
    assert policy is not None
    assert reasons(laptop) == {uid: ""}
    assert evicting.evict(laptop.store, archive.client(), laptop.sync._name, policy, lambda: False) == 0
    assert away(laptop) == []


@pytest.mark.hazard("HZ-05")
def test_another_headquarters_confirms_nothing_of_what_the_first_one_has(
    laptop: Laptop, archive: MemoryHeadquarters
) -> None:
    seen(laptop)
    weeks_pass(laptop)
    other = MemoryHeadquarters()
    laptop.sync.use(other.client, "http://other.example/dicom-web")
    laptop.sync.once()
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.not_yet_at_hq, other.held) == (0, 1, {})
    [stuck] = status.stuck
    assert (stuck.state, AWAY in stuck.sentence) == (State.ATTENTION, True)


def test_wanted_again_it_comes_back_byte_for_byte_and_stays(laptop: Laptop) -> None:
    _, [uid] = seen(laptop)
    before = laptop.store.vault.read(digest_of(laptop, uid))
    weeks_pass(laptop)
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        evicting.want(unit, uid)
    assert laptop.sync.once().brought_back == 1
    assert (away(laptop), laptop.store.vault.read(digest_of(laptop, uid))) == ([], before)
    laptop.clock.forward(AUDIT_EVERY + 1)
    laptop.sync.once()
    assert (away(laptop), reasons(laptop)[uid]) == ([], "it came within the last two weeks")
    assert laptop.sync.status().proven_at_hq == 1


@pytest.mark.hazard("HZ-05")
def test_other_bytes_from_headquarters_are_damage_there_and_are_kept_aside(
    laptop: Laptop, archive: MemoryHeadquarters
) -> None:
    _, [uid] = seen(laptop)
    weeks_pass(laptop)
    whole = archive.held[uid]
    archive.held[uid] = whole[:-10] + bytes([whole[-10] ^ 1]) + whole[-9:]
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        evicting.want(unit, uid)
    assert laptop.sync.once().brought_back == 0
    with laptop.store.read() as unit:
        [held] = filing.held(unit)
        assert (held.instance_uid, held.reason) == (uid, evicting.OTHERWISE)
        assert evicting.wanted(unit) == []
    assert away(laptop) == [uid]
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, [(one.state, one.sentence) for one in status.stuck]) == (
        0, [(State.ATTENTION, evicting.OTHERWISE)],
    )  # fmt: skip
    archive.held.pop(uid)
    laptop.clock.forward(4000)
    laptop.sync.once()
    [one] = laptop.sync.status().stuck
    assert one.state is State.HELD and one.sentence.endswith("A person must say which one is right.")


def test_without_a_line_it_comes_when_there_is_one(laptop: Laptop, archive: MemoryHeadquarters) -> None:
    _, [uid] = seen(laptop)
    weeks_pass(laptop)
    whole = archive.held.pop(uid)
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        evicting.want(unit, uid)
    assert (laptop.sync.once().brought_back, away(laptop)) == (0, [uid])
    archive.held[uid] = whole
    laptop.clock.forward(3600)
    assert (laptop.sync.once().brought_back, away(laptop)) == (1, [])


# --- every door says so -----------------------------------------------------------------------------------------------


def test_over_dicomweb_the_file_is_not_there_and_the_rest_of_the_visit_is(laptop: Laptop) -> None:
    laptop.sync._evicts = eviction(laptop.store, Settings(storage=Storage(floor_bytes=0)))
    person, [uid] = seen(laptop)
    weeks_pass(laptop)
    here = laptop.receives(an_op(7, **large_of(person)))
    study = f"/dicom-web/studies/{here.study_uid}"
    with laptop.store.read() as unit:
        [gone] = evictions.listed(unit)
        one = f"{study}/series/{studies.instance(unit, uid).series_uid}/instances/{uid}"
    with Image.open(io.BytesIO(gone.thumbnail)) as small:
        assert max(small.size) == KEEPSAKE
    whole = {"Accept": 'multipart/related; type="application/dicom"; transfer-syntax=*'}
    app = application(laptop.store, station_access(laptop.store, SECRET), status=lambda: STATUS)
    with serving(app) as (host, port), asking(f"http://{host}:{port}") as client:
        for path in (one, f"{one}/frames/1", f"{one}/rendered", f"{one}/thumbnail"):
            answer = client.get(path, headers=whole if path == one else {"Accept": "*/*"})
            assert (answer.status_code, AWAY in answer.text) == (404, True), path
        assert client.get(study, headers=whole).status_code == 206
        [described] = client.get(f"{one}/metadata", headers={"Accept": "application/dicom+json"}).json()
        assert described["00080018"]["Value"] == [uid]
        assert described["00280010"]["Value"] == [32]


def test_an_export_writes_the_others_and_says_how_many_are_not_among_them(laptop: Laptop, tmp_path: Path) -> None:
    person, _ = seen(laptop)
    weeks_pass(laptop)
    laptop.receives(an_op(7, **large_of(person)))
    with pytest.raises(NotFound, match="1 pictures were written"):
        write_out(laptop.store, tmp_path / "out")
    assert len(list((tmp_path / "out").rglob("*.dcm"))) == 1


@pytest.mark.hazard("HZ-09")
def test_what_is_graded_while_the_original_is_away_is_graded_from_a_small_picture(laptop: Laptop) -> None:
    person, [uid] = seen(laptop)
    weeks_pass(laptop)
    with laptop.store.write(Origin.PERSON, "Dr. Rao") as unit:
        [made], _ = opinions.sign(unit, person.uuid, DAY, [Said(RIGHT, icdr("1"), uid)])
        assert made.said.is_preview


def test_a_camera_that_sends_it_again_brings_it_back(laptop: Laptop) -> None:
    person, [uid] = seen(laptop)
    weeks_pass(laptop)
    filed = laptop.receives(an_op(100 * int(person.pk), **large_of(person)))
    assert (filed.outcome, filed.instance_uid, away(laptop)) == ("duplicate", uid, [])
    assert evictions.settle(laptop.store) == 1
    assert checkup.checkup(laptop.store).is_well


def test_what_has_not_left_cannot_be_wanted_back(laptop: Laptop) -> None:
    _, [uid] = seen(laptop)
    with pytest.raises(NotFound), laptop.store.write(Origin.PERSON, "grace") as unit:
        evicting.want(unit, uid)
