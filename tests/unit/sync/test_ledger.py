import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from support.stations import FROM_CAMERA, Clock, a_header, a_store, lakshmi

from resources.store import Store, filing, mending, patients, studies
from resources.store.vault import Blob
from resources.terms import Laterality, Origin
from sync import ledger, outbox, plan
from sync.ledger import Evidence, as_published
from sync.status import Level, Share

HQ = "https://hq.example"


def a_picture(store: Store, instance: int = 1, patient_id: str = "", **more: object) -> str:
    header = a_header(instance=instance, patient_id=patient_id, **more)
    blob = Blob(f"{instance:064x}", "e" * 64, 100)
    with store.write(Origin.CAMERA) as unit:
        return filing.file_instance(unit, header, blob, FROM_CAMERA).instance_uid


def evidence(store: Store, uid: str) -> Evidence:
    with store.read() as unit:
        row = studies.instance(unit, uid)
        published = as_published(plan.expected(row, studies.study(unit, row.study_uid)))
    return Evidence(uid, row.digest or "", row.size or 0, published)


def confirm(store: Store, uid: str, level: Level = Level.EQUAL, headquarters: str = HQ) -> None:
    with store.write(Origin.STATION) as unit:
        ledger.record(unit, headquarters, level, evidence(store, uid))


def counted(store: Store) -> tuple[int, int, int]:
    with store.read() as unit:
        tally = ledger.tally(unit, HQ)
    return tally.confirmed, tally.not_yet, tally.bytes_not_yet


@pytest.mark.hazard("HZ-05")
def test_only_level_two_for_these_bytes_at_this_headquarters_counts(store: Store) -> None:
    uid = a_picture(store)
    assert counted(store) == (0, 1, 100)
    confirm(store, uid, Level.LISTED)
    confirm(store, uid, Level.PRESENT)
    assert counted(store) == (0, 1, 100)
    confirm(store, uid, headquarters="https://elsewhere.example")
    assert counted(store) == (0, 1, 100)
    confirm(store, uid)
    assert counted(store) == (1, 0, 0)
    with store.write(Origin.STATION) as unit:
        found = ledger.latest(unit, uid)
        assert found is not None
        ledger.reopen(unit, found, "absent")
    assert counted(store) == (0, 1, 100)


@pytest.mark.hazard("HZ-05")
@pytest.mark.hazard("HZ-02")
def test_a_receipt_stops_counting_at_the_moment_the_person_or_the_eye_changes(store: Store) -> None:
    uid = a_picture(store)
    confirm(store, uid)
    with store.write(Origin.PERSON) as unit:
        mending.set_laterality(unit, uid, Laterality.LEFT)
    assert counted(store) == (0, 1, 100)
    with store.write(Origin.PERSON) as unit:
        mending.set_laterality(unit, uid, Laterality.RIGHT)
    assert counted(store) == (1, 0, 0)
    with store.write(Origin.PERSON) as unit:
        mending.assign(unit, [uid], patients.register(unit, lakshmi()).uuid)
    assert counted(store) == (0, 1, 100)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    patient=st.booleans(),
    letter=st.sampled_from(["A", ""]),
    said=st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
    eye=st.sampled_from(["R", "L", "B", ""]),
    rows=st.none() | st.integers(0, 65535),
    frames=st.none() | st.integers(0, 400),
)
def test_sql_and_python_agree_on_what_is_published(
    tmp_path_factory: pytest.TempPathFactory, patient: bool, letter: str, said: str, eye: str, rows: int, frames: int
) -> None:
    store = a_store(tmp_path_factory.mktemp("agree"), letter=letter, clock=Clock(), chains=[outbox.MIGRATIONS])
    uid = a_picture(store, patient_id=said, eye=eye, rows=rows, columns=rows, frames=frames)
    if patient:
        with store.write(Origin.PERSON) as unit:
            mending.assign(unit, [uid], patients.register(unit, lakshmi()).uuid)
    confirm(store, uid)
    assert counted(store) == (1, 0, 0)
    store.close()


def test_the_share_of_each_person_is_counted(store: Store) -> None:
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
    uids = [a_picture(store, n, person.number or "") for n in (1, 2, 3)]
    nobodys = a_picture(store, 4, study=2)
    confirm(store, uids[0])
    confirm(store, uids[1], Level.LISTED)
    with store.read() as unit:
        assert ledger.people(unit, HQ) == {person.uuid: Share(3, 2, 1), None: Share(1)}
        assert ledger.levels(unit, HQ, [*uids, nobodys]) == {
            uids[0]: Level.EQUAL, uids[1]: Level.LISTED, uids[2]: None, nobodys: None,
        }  # fmt: skip


def test_the_chain_holds_and_repeats_nothing(store: Store) -> None:
    for n in range(1, 6):
        uid = a_picture(store, n, study=n)
        for level in (Level.LISTED, Level.EQUAL, Level.EQUAL):
            confirm(store, uid, level)
    with store.read() as unit:
        assert ledger.broken(unit) is None
        assert ledger.length(unit) == 10


@pytest.mark.parametrize("what", ["UPDATE receipt SET level = 3 WHERE n = 1", "DELETE FROM receipt WHERE n = 1"])
def test_the_database_itself_refuses_to_change_a_receipt(store: Store, what: str) -> None:
    confirm(store, a_picture(store))
    with pytest.raises(DatabaseError, match="only grows"), store.write(Origin.STATION) as unit:
        unit.execute(text(what))


def test_a_receipt_that_was_changed_behind_our_back_is_found(store: Store) -> None:
    for n in (1, 2, 3):
        confirm(store, a_picture(store, n, study=n))
    with store.write(Origin.STATION) as unit:
        unit.execute(text("DROP TRIGGER receipt_no_update"))
        unit.execute(text("UPDATE receipt SET size = 7 WHERE n = 2"))
    with store.read() as unit:
        assert ledger.broken(unit) == 2
