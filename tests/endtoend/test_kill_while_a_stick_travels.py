"""kill -9 at every named point of a stick's journey: nothing is lost or doubled, and no half file has a good name."""

import shutil
import signal
from pathlib import Path

import pytest
from support.campday import a_day
from support.mortal_stick import SECRET, journey
from support.pictures import a_jpeg, uid_of
from support.stations import a_store
from support.travelling import a_laptop

from resources.store import filing, headshots, images, opinions, patients, referrals, studies
from resources.store.sealed import SUFFIX, open_sealed
from resources.terms import Origin
from sync import ledger, outbox, records
from sync.sticks.form import next_line, own_id, station_name
from sync.sticks.taking import take_in
from sync.sticks.writing import write_out

FILES = [f"{file}: {step}" for file in ("pictures", "receipts") for step in ("begun", "synced", "read back", "named")]
COMMITS = [
    f"{name}: committed"
    for name in (
        "writing.collect", "removals.close_the_rest", "form.opening", "writing.write_file", "form.id_of", "keeping.take",
        "taking.file", "withdrawing.take", "receipts.take", "receipts.take_record",
    )
]  # fmt: skip
POINTS = [*FILES, *COMMITS]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A camp with one person's day, urgent, and a headshot that was a mistake; another station that has it; and a stick."""
    home = tmp_path_factory.mktemp("template")
    other = a_store(home / "other", letter="H", seed=7, chains=[outbox.MIGRATIONS])
    with a_laptop(home / "camp", connect=None, headquarters="") as camp:
        meena, wrong = camp.registers(given_name="Meena"), camp.store.vault.admit(a_jpeg(32, 40))
        with camp.store.write(Origin.PERSON, "grace") as unit:
            shot, _ = patients.set_photo(unit, meena.uuid, wrong, mime="image/jpeg")
        [bundle] = write_out(camp.store, home / "before", SECRET).files
        take_in(other, bundle, SECRET)
        with camp.store.write(Origin.PERSON, "grace") as unit:
            headshots.take_back(unit, shot.uuid)
            images.add(unit, meena.uuid, images.Content(wrong, "text/plain"))
        a_day(camp)
    other.close()
    (home / "stick").mkdir()
    return home


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_every_point_of_the_journey_has_a_name_here(home: Path) -> None:
    assert journey(home).wait() == 0
    passed = {point for point in (home / "notes").read_text().splitlines() if not point.startswith("mortal_stick")}
    assert {point.replace("__main__", "mortal_stick") for point in passed} - {"mortal_stick.main: committed"} == set(
        POINTS
    )


@pytest.mark.slow
@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("point", POINTS)
def test_a_journey_that_ends_there_is_made_again_and_everything_is_there_once(home: Path, point: str) -> None:
    assert journey(home, point).wait() == -signal.SIGKILL
    stick = home / "stick"
    for path in stick.glob(f"*{SUFFIX}"):
        with open_sealed(path, SECRET) as stream:
            assert next_line(stream)["kind"] == "bundle"
            assert stream.read()
    other = a_store(home / "other", letter="", seed=5, chains=[outbox.MIGRATIONS])
    with a_laptop(home / "camp", letter="", connect=None, headquarters="") as camp:
        camp.clock.forward(60)
        with other.write(Origin.STATION) as unit:
            station = own_id(unit)
        for path in sorted(stick.glob(f"pictures-*{SUFFIX}")):
            take_in(other, path, SECRET)
        for path in write_out(camp.store, stick, SECRET).files:
            take_in(other, path, SECRET)
        for path in sorted(stick.glob(f"receipts-*{SUFFIX}")):
            take_in(camp.store, path, SECRET, hq_station=station)
        with camp.store.read() as unit:
            assert ledger.tally(unit, station_name(station)).not_yet == 0
            assert sum(one.not_yet for one in records.counts(unit, station_name(station)).values()) == 0
            assert ledger.broken(unit) is None
        assert write_out(camp.store, stick, SECRET).files == ()
    with other.read() as unit:
        _meena, row = patients.listed(unit)
        assert len(opinions.of_patient(unit, row.uuid)) == 2 and len(images.listed(unit, images.Wanted())) == 1
        assert len(referrals.urgent_not_told(unit)) == 1
        assert sorted(one.instance_uid for one in studies.instances(unit)) == sorted([uid_of(1), uid_of(2)])
        assert filing.held(unit) == []
    other.close()
