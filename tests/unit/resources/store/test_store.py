"""Units, keys, migrations and the lock."""

import threading

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from support.stations import KEY, a_store, lakshmi

from resources.model import Base, Patient
from resources.problems import Conflict, Invalid, Locked, NotFound, Problem
from resources.store import changes, open_store, patients, station, tokens
from resources.store.database import Chain, sqlite_is_safe
from resources.store.keys import DataKey, KeyFile, Passphrase, add_opener, unlock, ways_in
from resources.store.store import MIGRATIONS
from resources.terms import Origin


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_the_doorbell_rings_after_the_commit_and_not_for_nothing(store):
    seen = []

    def ring():
        with store.read() as unit:
            seen.append(patients.count(unit))

    stop = store.feed.subscribe(ring)
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    with store.write(Origin.PERSON) as unit:
        patients.listed(unit)
    stop()
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    assert seen == [1]


def test_a_unit_that_fails_leaves_nothing_and_rings_nobody(store):
    seen = []
    store.feed.subscribe(lambda: seen.append(1))
    with pytest.raises(Invalid), store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
        patients.register(unit, lakshmi(birth_year=1403))
    with store.read() as unit:
        assert patients.count(unit) == 0 and changes.last(unit) == 0
    assert seen == []


def test_four_writers_lose_nothing_and_the_feed_has_no_gap_that_a_reader_could_miss(store):
    def work():
        for _ in range(25):
            with store.write(Origin.CAMERA) as unit:
                patients.register(unit, lakshmi())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as unit:
        numbers = {row.number for row in patients.listed(unit)}
        assert len(numbers) == 100
        assert [change.seq for change in changes.since(unit, 0)] == list(range(1, 101))


def test_nobody_can_open_the_station_twice(store, tmp_path):
    with pytest.raises(Locked, match="already open"):
        open_store(tmp_path / "station", KEY)


def test_another_key_is_refused_and_harms_nothing(tmp_path):
    a_store(tmp_path).close()
    with pytest.raises(Locked):
        open_store(tmp_path / "station", DataKey(b"x" * 32))
    a_store(tmp_path).close()


def test_no_name_is_readable_on_the_disk(store, tmp_path):
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi(family_name="ZZCANARY"))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files and not [path for path in files if b"ZZCANARY" in path.read_bytes()]


def test_a_newer_database_is_refused_with_a_sentence(tmp_path):
    store = a_store(tmp_path)
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(Problem, match="newer Eyecamp"):
        a_store(tmp_path)


def test_a_copy_is_taken_before_an_older_database_is_stepped_forward(tmp_path):
    scripts = tmp_path / "scripts" / "versions"
    scripts.mkdir(parents=True)
    (scripts / "a1.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\nrevision = 'a1'\ndown_revision = None\n"
        "def upgrade():\n    op.create_table('later', sa.Column('pk', sa.Integer, primary_key=True))\n"
    )
    a_store(tmp_path).close()
    store = a_store(tmp_path, chains=[Chain(tmp_path / "scripts", "alembic_version_later", "a1")])
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM later").scalar() == 0
    store.close()
    copy = tmp_path / "station" / "station.before-update.db"
    assert copy.exists() and b"SQLite format" not in copy.read_bytes()[:16]


def test_the_chain_ends_where_the_store_says_and_makes_just_the_tables_of_the_model(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == MIGRATIONS.head
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert differences == []


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 50, 7), True),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
    ],
)
def test_an_sqlite_that_can_lose_commits_is_not_used(version, safe):
    assert sqlite_is_safe(version) is safe


def test_a_passphrase_and_a_key_file_open_the_same_station(tmp_path):
    folder = tmp_path / "s"
    key = unlock(folder, KeyFile(tmp_path / "key"))
    add_opener(folder, key, Passphrase("four words are better"))
    assert unlock(folder, Passphrase("four words are better")) == key == unlock(folder, KeyFile(tmp_path / "key"))
    assert ways_in(folder) == {"file", "passphrase"}
    with pytest.raises(Locked):
        unlock(folder, Passphrase("something else"))
    assert key.secret.hex() not in (folder / "keys.json").read_text()


def test_a_key_file_is_whole_or_not_there(tmp_path):
    """A power cut while it was written leaves its part only; the next start makes another."""
    (tmp_path / "key.part").write_text("3503c8")
    key = unlock(tmp_path / "s", KeyFile(tmp_path / "key"))
    assert unlock(tmp_path / "s", KeyFile(tmp_path / "key")) == key
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key", "s"]


def test_a_key_file_that_others_may_read_is_refused(tmp_path):
    unlock(tmp_path / "s", KeyFile(tmp_path / "key"))
    (tmp_path / "key").chmod(0o644)
    with pytest.raises(Locked, match="chmod 600"):
        unlock(tmp_path / "s", KeyFile(tmp_path / "key"))


@pytest.mark.hazard("HZ-17")
def test_a_copied_station_numbers_nobody_until_it_has_a_letter_of_its_own(tmp_path):
    import shutil

    first = a_store(tmp_path)
    with first.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    first.close()
    shutil.copytree(tmp_path / "station", tmp_path / "copy" / "station")
    copy = a_store(tmp_path / "copy", seed=2)
    with pytest.raises(Conflict, match="copied"), copy.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    with pytest.raises(Conflict), copy.write(Origin.PERSON) as unit:
        station.set_up(unit, "Camp 7 Melur", "C7", "A")
    with copy.write(Origin.PERSON) as unit:
        station.set_up(unit, "Camp 7 Melur", "C7", "B")
        theirs = [patients.register(unit, lakshmi()).number for _ in range(50)]
    copy.close()
    first = a_store(tmp_path, seed=3)
    with first.write(Origin.PERSON) as unit:
        ours = [patients.register(unit, lakshmi()).number for _ in range(50)]
    first.close()
    assert len({*ours, *theirs}) == 100


def test_a_token_is_shown_once_and_can_be_revoked(store):
    with store.write(Origin.PERSON) as unit:
        secret = tokens.create(unit, "tablet", {"read"})
        assert tokens.check(unit, secret).scopes == {"read"}
        assert tokens.check(unit, secret[:-1] + "x") is None
        with pytest.raises(Conflict):
            tokens.create(unit, "tablet", {"read"})
        tokens.revoke(unit, "tablet")
        assert tokens.check(unit, secret) is None
        with pytest.raises(NotFound):
            tokens.revoke(unit, "tablet")


def test_names_are_found_by_any_part_without_accents(store):
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
        patients.register(unit, lakshmi(given_name="Thị Hoa", family_name="Nguyễn"))
        assert [row.details.family_name for row in patients.search(unit, "nguyen ho")] == ["Nguyễn"]
        assert len(patients.search(unit, "C7A-00001")) == 1
        assert patients.search(unit, "100%") == []
        assert len(patients.search(unit, "")) == 2


def test_a_station_that_one_thread_opened_another_can_close(tmp_path):
    opened = []
    thread = threading.Thread(target=lambda: opened.append(a_store(tmp_path)))
    thread.start()
    thread.join()
    opened[0].close()
    a_store(tmp_path, seed=2).close()


def test_a_unit_that_reads_sees_one_moment_of_all(store):
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
    with store.read() as reader:
        before = patients.with_pk(reader, person.pk)
        with store.write(Origin.PERSON) as unit:
            after = patients.amend(unit, person.uuid, lakshmi(given_name="Lakshmi Priya"))
        assert patients.with_pk(reader, person.pk) == before != after
    with store.read() as reader:
        assert patients.with_pk(reader, person.pk) == after


def test_an_error_of_the_database_names_nobody(store):
    with pytest.raises(IntegrityError) as caught, store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi(family_name="Venkataraman"))
        row = unit.execute(select(Patient.__table__)).mappings().one()
        unit.execute(insert(Patient).values(**{name: value for name, value in row.items() if name != "pk"}))
    assert "UNIQUE" in str(caught.value) and "Venkataraman" not in str(caught.value)
