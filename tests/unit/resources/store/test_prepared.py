"""A prepared statement writes and reads exactly what Core would."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, insert, select, update
from support.stations import FROM_CAMERA, a_header, a_store, lakshmi

from resources.model import Patient, Study
from resources.problems import Unavailable
from resources.store import changes, filing, patients
from resources.store.prepared import Prepared, amended, amending
from resources.terms import Origin

table = Study.__table__
THEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
A_STUDY = {
    "uuid": "u-1",
    "public_id": "1",
    "study_uid": "1.2.3",
    "source_study_uid": "1.2.3",
    "identity": {"name": "தேவி^லட்சுமி"},
    "flags": ["two-people-one-study"],
    "created_at": THEN,
    "changed_at": THEN,
}
BY_UID = select(table).where(table.c.study_uid == bindparam("uid"))


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_what_was_written_either_way_reads_the_same_either_way(store):
    with store.write(Origin.STATION) as unit:
        (made,) = unit.run(Prepared(insert(Study).returning(table)), A_STUDY)
        other = {**A_STUDY, "uuid": "u-2", "public_id": "2", "study_uid": "1.2.4"}
        unit.execute(insert(Study), other)
    with store.read() as unit:
        by_core = [dict(unit.execute(BY_UID, {"uid": uid}).one()._mapping) for uid in ("1.2.3", "1.2.4")]
        ours = [unit.run(Prepared(BY_UID), {"uid": uid})[0]._asdict() for uid in ("1.2.3", "1.2.4")]
    assert ours == by_core and made._asdict() == by_core[0]
    differing = {"pk", "uuid", "public_id", "study_uid"}
    assert {name for name in by_core[0] if by_core[0][name] != by_core[1][name]} == differing
    assert by_core[0]["created_at"] == THEN and by_core[0]["extra"] == {} and by_core[0]["forgotten_at"] is None


def test_a_value_that_is_missing_is_noticed_and_one_of_its_own_is_kept(store):
    with store.write(Origin.STATION) as unit:
        with pytest.raises(KeyError, match="study_uid"):
            unit.run(Prepared(insert(Study)), {name: A_STUDY[name] for name in A_STUDY if name != "study_uid"})
        unit.run(Prepared(insert(Study)), A_STUDY)
        change = update(Study).where(table.c.study_uid == bindparam("uid")).values(version=table.c.version + 1)
        assert unit.run(Prepared(change), {"uid": "1.2.3"}) == []
        assert unit.run(Prepared(BY_UID), {"uid": "1.2.3"})[0].version == 2


def test_a_moment_without_a_zone_is_refused_as_by_core(store):
    with store.write(Origin.STATION) as unit, pytest.raises(ValueError, match="without a zone"):
        unit.run(Prepared(insert(Study)), {**A_STUDY, "created_at": datetime(2026, 11, 21)})  # noqa: DTZ001 - the point


def test_a_statement_whose_text_depends_on_its_values_is_refused():
    with pytest.raises(ValueError, match="depends on its values"):
        Prepared(select(table).where(table.c.study_uid.in_(["1", "2"])))


def test_what_the_driver_says_to_a_prepared_statement_is_a_problem_too(store):
    """Another program that holds the file: the sentence is the same as for Core, and the next writer is not harmed."""
    with store.database.reading() as other:
        other.exec_driver_sql("PRAGMA busy_timeout = 0")
        with store.write(Origin.STATION) as unit:
            unit.run(Prepared(insert(Study)), A_STUDY)
            second = Prepared(update(Patient).values(notes=bindparam("notes")))
            with pytest.raises(Unavailable), store.database.reading() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout = 0")
                connection.connection.driver_connection.execute(second.sql, second.arguments({"notes": ""}))
    with store.write(Origin.STATION) as unit:
        patients.register(unit, lakshmi())
        assert unit.run(Prepared(BY_UID), {"uid": "1.2.3"})


def test_a_writer_that_broke_off_leaves_the_next_one_a_clean_connection(store):
    """Also where the connection itself was closed under its hands."""
    for breakage in ("raise", "close"):
        with pytest.raises(Exception), store.write(Origin.STATION) as unit:  # noqa: B017 - whatever it says
            patients.register(unit, lakshmi())
            if breakage == "close":
                unit.connection.connection.driver_connection.close()
            raise RuntimeError
        with store.write(Origin.STATION) as unit:
            patients.register(unit, lakshmi())
    with store.read() as unit:
        assert patients.count(unit) == 2 == changes.last(unit)


def test_writers_of_many_threads_share_one_connection_one_after_another(store):
    used = []

    def work():
        for _ in range(10):
            with store.write(Origin.STATION) as unit:
                used.append(unit.connection.connection.driver_connection)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(used) == 30 and len(set(map(id, used))) == 1


def test_only_the_named_columns_of_the_rows_of_a_key_are_written(store):
    with store.write(Origin.STATION) as unit:
        for number in (1, 2):
            own = {"uuid": f"u-{number}", "public_id": str(number), "study_uid": f"1.2.{number}"}
            unit.run(Prepared(insert(Study)), A_STUDY | own)
        values = {"flags": [], "changed_at": THEN.replace(hour=12), "description": ""}
        unit.run(amending(table.c.study_uid, tuple(values)), amended("1.2.1", values))
    with store.read() as unit:
        one, other = (dict(unit.execute(BY_UID, {"uid": uid}).one()._mapping) for uid in ("1.2.1", "1.2.2"))
    differing = {name for name in one if one[name] != other[name]} - {"pk", "uuid", "public_id", "study_uid"}
    assert differing == {"flags", "changed_at"} and {name: one[name] for name in values} == values


def test_what_a_camera_waits_for_is_compiled_once_whatever_else_the_station_has_asked(store):
    compiled = []

    def noted(_action, table_name, *_):
        compiled.append(table_name)
        return 0  # SQLITE_OK

    def file(number):
        blob = store.vault.admit(b"a picture %d" % number)
        with store.write(Origin.CAMERA, "camera:CAM1") as unit:
            filing.file_instance(unit, a_header(study=number), blob, FROM_CAMERA)

    with store.write(Origin.STATION) as unit:
        for number in range(300):
            unit.connection.exec_driver_sql(f"SELECT {number} FROM study")
        unit.connection.connection.driver_connection.set_authorizer(
            noted
        )  # asked at each compilation; voids all before
    file(1)
    assert "study" in compiled
    compiled.clear()
    file(2)
    assert "study" not in compiled and "instance" not in compiled and "change" not in compiled
    with store.write(Origin.STATION) as unit:
        unit.connection.connection.driver_connection.set_authorizer(None)
