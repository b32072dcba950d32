"""When headquarters refuses a record or a picture, its own words are shown after ours, marked as its words."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from random import Random

import httpx
import pytest
from support.headquarters import Answer, MemoryHeadquarters
from support.pictures import an_op
from support.recordserver import MemoryRecords
from support.travelling import Laptop, a_laptop

from resources.terms import Kind
from sync import records
from sync.plan import LOOK_AGAIN
from sync.quoting import parted
from sync.recordkeeping import Recordkeeping
from sync.status import State, Trouble
from workstation.camerabook import CameraBook
from workstation.compose import status_of
from workstation.gui.reasons import said
from workstation.gui.words import Words

WORDS = "Asha Rao is known to us <b>otherwise</b>\u202e"
PLAIN = "Asha Rao is known to us otherwise"


class Refuses(MemoryHeadquarters):
    """Answers every picture so."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__()
        self.says: Answer = (status, {"Content-Type": "application/problem+json"}, body)

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        return self.says if method == "POST" else super().answer(method, target, headers, body)


class RefusesRecords(MemoryRecords):
    """Answers every record with 422 and the reason."""

    def handle(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return super().handle(request)
        issue = [{"severity": "error", "code": "invalid", "diagnostics": WORDS}]
        return httpx.Response(422, json={"resourceType": "OperationOutcome", "issue": issue})


def stuck(laptop: Laptop) -> list[str]:
    return [one.sentence for one in laptop.sync.status().stuck]


@pytest.mark.parametrize("status", [400, 403, 413, 415, 422])
def test_a_refused_picture_is_quoted_and_neither_the_log_nor_the_summary_names_anybody(
    tmp_path: Path, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with a_laptop(tmp_path, hq=Refuses(status, json.dumps({"detail": WORDS}).encode())) as laptop:
        laptop.receives(an_op(1, patient=laptop.registers().number or ""))
        summary = laptop.sync.once()
        [sentence] = stuck(laptop)
        assert parted(sentence)[1] == PLAIN and parted(sentence)[0].endswith(".")
        assert "Asha" not in laptop.sync.status().sentence + repr(summary)
    assert "Asha" not in caplog.text


def test_a_refusal_without_a_word_says_what_we_know(tmp_path: Path) -> None:
    with a_laptop(tmp_path, hq=Refuses(403, b"")) as laptop:
        laptop.receives(an_op(1, patient=laptop.registers().number or ""))
        laptop.sync.once()
        assert stuck(laptop) == ["Headquarters does not allow this to this station."]


def test_an_error_comment_of_one_picture_is_quoted(tmp_path: Path) -> None:
    uid = {"00081155": {"vr": "UI", "Value": [""]}, "00081197": {"vr": "US", "Value": [0x0122]}}
    archive = Refuses(409, b"")
    with a_laptop(tmp_path, hq=archive) as laptop:
        stored = laptop.receives(an_op(1, patient=laptop.registers().number or "")).instance_uid
        failed = uid | {"00081155": {"vr": "UI", "Value": [stored]}, "00000902": {"vr": "LO", "Value": [WORDS]}}
        archive.says = (
            409,
            {"Content-Type": "application/dicom+json"},
            json.dumps({"00081198": {"vr": "SQ", "Value": [failed]}}).encode(),
        )
        laptop.sync.once()
        [sentence] = stuck(laptop)
        assert parted(sentence) == ("Headquarters does not take this kind of picture.", PLAIN)


def test_programs_are_told_when_the_server_of_records_is_asked_again(tmp_path: Path) -> None:
    server = MemoryRecords(before=lambda _: httpx.Response(503, headers={"Retry-After": "1200"}))
    with a_laptop(tmp_path, records=server.destination()) as laptop:

        def told() -> object:
            said = status_of(laptop.store, laptop.sync.status(), None, CameraBook(laptop.store))
            return said["records"]["next_try"]

        laptop.registers()
        assert told() is None
        laptop.sync.once()
        assert told() == (laptop.clock() + timedelta(minutes=20)).isoformat()
        server.before = lambda _: None
        laptop.clock.forward(1201)
        laptop.sync.once()
        assert told() is None


def test_a_refused_record_is_quoted(tmp_path: Path) -> None:
    with a_laptop(tmp_path, records=RefusesRecords().destination()) as laptop:
        laptop.registers()
        laptop.sync.once()
        with laptop.store.read() as unit:
            [one] = [one for one in records.listed(unit, (State.ATTENTION,)) if one.kind is Kind.PATIENT]
        standing = laptop.sync.status().records
        assert parted(one.sentence)[1] == PLAIN
        assert standing.troubles == (Trouble(one.sentence, 1, one.next_at),) and "Asha" not in standing.sentence
        said_to_programs = status_of(laptop.store, laptop.sync.status(), None, CameraBook(laptop.store))["records"][
            "stuck"
        ]
        at = (laptop.clock() + LOOK_AGAIN).isoformat()
        assert said_to_programs == [{"sentence": parted(one.sentence)[0], "records": 1, "next_try": at}]
        without = Recordkeeping(laptop.store, None, pictures_at="", rng=Random(1), by_stick="B")
        with laptop.store.read() as unit:
            [trouble] = without.standing(unit).troubles
        assert (trouble.sentence, trouble.next_at) == (one.sentence, None)  # nobody tries where only sticks go


@pytest.mark.parametrize("language", ["en", "ar", "hi", "es"])
def test_the_window_shows_ours_in_its_language_and_theirs_as_they_wrote_it(language: str) -> None:
    words = Words(language)
    ours = "Headquarters does not take this kind of picture."
    shown = said(f"{ours} Headquarters wrote: “{PLAIN}”", words)
    assert shown.startswith(said(ours, words))
    assert f"\u2068“{PLAIN}”\u2069" in shown
