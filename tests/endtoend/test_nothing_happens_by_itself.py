"""What may never be automatic (hazards.md section 3): cameras, headquarters, imports and the clock are busy, nobody types.

No person is chosen, no eye said, nobody joined, nothing graded, told, hidden, removed, sent or called.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.headquarters import MemoryHeadquarters
from support.photographs import a_jpeg_of, a_retina
from support.pictures import an_op, uid_of
from support.travelling import Laptop, a_laptop

from resources.store import changes, filing, patients, studies
from resources.store.checkup import checkup, sweep
from resources.store.rows import ChangeRow
from resources.terms import Kind, Operation, Origin
from workstation.imaging.decoder import Decoder
from workstation.imaging.importing import bring_in
from workstation.imaging.photographs import Said

PEOPLES = {
    Kind.OPINION, Kind.REFERRAL, Kind.QUALITY, Kind.ANNOTATION, Kind.SCREEN_CHECK, Kind.LINK, Kind.LETTER, Kind.CARD,
    Kind.TURN, Kind.STAFF, Kind.CAMP_DAY,
}  # fmt: skip
"""Only a person does these things at all."""
KEPT = {Kind.PATIENT, Kind.PHOTO, Kind.INSTANCE, Kind.CAMERA}
"""These come in by themselves, and are changed or removed by people only."""
UNKNOWN, CONTRADICTED, NAMELESS, EARLIER, TWIN = 50, 51, 52, 9001, 53


def by_itself(rows: list[ChangeRow]) -> list[ChangeRow]:
    """What nobody did, and somebody ought to have done."""
    return [
        row
        for row in rows
        if row.origin is not Origin.PERSON
        and (row.kind in PEOPLES or (row.kind in KEPT and row.operation is not Operation.CREATE))
    ]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path, hq=MemoryHeadquarters()) as one:
        yield one


def history(laptop: Laptop, since: int = 0) -> list[ChangeRow]:
    with laptop.store.read() as unit:
        return changes.since(unit, since)


def a_busy_day(laptop: Laptop, folder: Path) -> int:
    """People register two; from then on, machines only. Where the history stood when the last person left."""
    asha, bina = laptop.registers(given_name="Asha"), laptop.registers(given_name="Bina")
    left_at = history(laptop)[-1].seq
    for number in range(1, 5):
        laptop.receives(an_op(number, patient=asha.number, name="Devi^Asha", study=1))
    laptop.receives(an_op(UNKNOWN, patient=bina.number, name="Devi^Bina", study=2, eye=""))
    laptop.receives(an_op(CONTRADICTED, patient=bina.number, name="Okafor^Chidi", study=3, PatientSex="M"))
    laptop.receives(an_op(NAMELESS, patient="", name="", study=4))
    laptop.receives(an_op(TWIN, patient=bina.number, name="Devi^Bina", study=1))  # one study number, two people
    laptop.hq.add(an_op(EARLIER, patient=asha.number, name="Devi^Asha", study=9000, StudyDate="20250211"))
    photograph = folder / "IMG_1.jpg"
    photograph.write_bytes(a_jpeg_of(a_retina()))
    (folder / "other.dcm").write_bytes(an_op(60, patient=asha.number, name="Devi^Asha", study=6))
    decoder = Decoder()
    list(bring_in(laptop.store, [folder], Said(), actor="import", prepare=decoder.prepare, keep_unsaid=True))
    decoder.close()
    for _ in range(4):
        laptop.sync.once()
        laptop.clock.forward(13 * 3600)
    laptop.clock.now += timedelta(days=40)
    laptop.store.vault.admit(an_op(61, patient="", study=7))  # the power went before it was filed
    sweep(laptop.store)
    laptop.sync.once()
    return left_at


@pytest.mark.hazard("HZ-02")
@pytest.mark.hazard("HZ-20")
def test_a_busy_day_without_anybody_decides_nothing(laptop: Laptop, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    left_at = a_busy_day(laptop, tmp_path / "stick")
    rows = history(laptop, left_at)
    assert {row.origin for row in rows} >= {Origin.CAMERA, Origin.IMPORT, Origin.HQ, Origin.STATION}
    assert by_itself(rows) == []
    with laptop.store.read() as unit:
        known = {row.instance_uid: row for row in studies.instances(unit)}
        assert known[uid_of(UNKNOWN)].laterality is None
        for uid in (CONTRADICTED, NAMELESS):
            assert known[uid_of(uid)].patient_uuid is None
        assert patients.count(unit) == 2 and all(not row.hidden for row in known.values())
        assert len(filing.held(unit)) == 1  # the photograph that nobody spoke for
    assert len(laptop.hq.uploads) == len(set(laptop.hq.uploads)) > 0
    assert checkup(laptop.store).is_well


def test_the_judge_would_have_noticed(laptop: Laptop) -> None:
    from resources.store import mending, turns
    from resources.terms import Laterality

    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number, name="Devi^Lakshmi"))
    with laptop.store.write(Origin.STATION) as unit:
        mending.set_laterality(unit, uid_of(1), Laterality.LEFT)
        turns.call(unit, person.uuid, "CAM1")
    assert {row.kind for row in by_itself(history(laptop))} >= {Kind.INSTANCE, Kind.TURN}
