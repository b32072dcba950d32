"""``eyecamp sync --once --first NUMBER`` and what ``eyecamp status --json`` says of what is still to go."""

import json
from pathlib import Path

import pytest
from support.headquarters import MemoryHeadquarters, served
from support.pictures import an_op, uid_of
from support.stations import lakshmi
from support.travelling import receive

from resources.store import patients
from resources.store.keys import KeyFile
from resources.terms import Origin
from workstation.cli import main
from workstation.compose import opened
from workstation.settings import Settings, load


def test_that_person_goes_first_and_the_status_says_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = MemoryHeadquarters()
    with served(archive) as url:
        camp = ["--set", "camp.prefix=C7", "--set", "camp.letter=A", "--set", "camp.name=Melur"]
        where = ["--data-dir", str(tmp_path / "camp"), "--key-file", str(tmp_path / "key"), *camp]

        def eyecamp(*words: str) -> tuple[int, str, str]:
            code = main([*words, *where, "--hq-dicomweb-url", url], {})
            said = capsys.readouterr()
            return code, said.out, said.err

        numbers = two_people(
            load(None, {}, {"data_dir": str(tmp_path / "camp"), **settings_of(camp)}), tmp_path / "key"
        )
        before = json.loads(eyecamp("status", "--json")[1])["to_go"]
        assert (before["pictures"], before["bytes"] > 600_000, before["records"]) == (2, True, 0)
        assert (before["about"], before["sentence"]) == (
            {"length": "unknown", "number": 0},
            "No line was measured yet.",
        )
        assert eyecamp("sync", "--once", "--first", "NOBODY")[::2] == (1, "There is no such patient.\n")
        code, said, _ = eyecamp("sync", "--once", "--first", numbers[1], "--json")
        assert (code, json.loads(said)["confirmed"]) == (0, 2)
    assert archive.uploads == [uid_of(2), uid_of(1)]
    after = json.loads(eyecamp("status", "--json")[1])["to_go"]
    assert (after["pictures"], after["people_first"], after["sentence"]) == (0, 0, "")


def settings_of(camp: list[str]) -> dict[str, str]:
    return dict(pair.split("=") for pair in camp if "=" in pair)


def two_people(settings: Settings, key: Path) -> list[str]:
    """Each with one picture; their numbers."""
    numbers = []
    with opened(settings, KeyFile(key)) as store:
        for number, name in enumerate(("Asha", "Banu"), start=1):
            with store.write(Origin.PERSON, actor="grace") as unit:
                numbers.append(patients.register(unit, lakshmi(given_name=name)).number or "")
            part = an_op(number, patient=numbers[-1], name="", study=number, EncapsulatedDocument=bytes(300_000))
            receive(store, part)
    return numbers
