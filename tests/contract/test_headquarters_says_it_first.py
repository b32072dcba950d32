"""What headquarters says of a person in a field that nobody here had filled comes here, once, and takes nothing away."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.pictures import an_op
from support.recordserver import Manners, MemoryRecords
from support.travelling import Laptop, a_laptop

from resources.store import changes, patients
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Kind, Origin
from sync import deciding, disputes, records
from sync.status import State

OURS = "urn:eyecamp:"
MRN = {"system": "urn:hq:mrn", "value": "H-9"}
BARE = {"sex": "", "birth_year": None, "village": "", "phone": ""}
"""Somebody of whom the name alone is known."""
SAYINGS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "phone": ({"telecom": [{"system": "phone", "value": "98400", "use": "mobile"}]}, {"phone": "98400"}),
    "village": ({"address": [{"text": "Salem"}]}, {"village": "Salem"}),
    "village in parts": (
        {"address": [{"line": ["12 Main Road"], "city": "Salem"}]},
        {"village": "12 Main Road, Salem"},
    ),
    "sex": ({"gender": "female"}, {"sex": "F"}),
    "birth date": ({"birthDate": "1964-05-12"}, {"birth_date": date(1964, 5, 12)}),
    "birth year": ({"birthDate": "1964"}, {"birth_year": 1964}),
    "second name": ({"name": "லட்சுமி"}, {"native_name": "லட்சுமி"}),
    "consent": ({f"{OURS}consent": False}, {"consent": False}),
    "notes": ({f"{OURS}notes": "Hears badly"}, {"notes": "Hears badly"}),
    "phone's owner": ({f"{OURS}phone-owner": "son"}, {"phone_owner": "son"}),
    "diabetes": ({f"{OURS}diabetic-since": 2009}, {"diabetic_since": 2009}),
    "identifier": ({"identifier": MRN}, {"identifiers": (MRN,)}),
}


@pytest.fixture(params=["3.0.2", "4.0.1"], ids=["STU3", "R4"])
def server(request: pytest.FixtureRequest) -> MemoryRecords:
    return MemoryRecords(Manners(version=request.param, may_name=request.param == "3.0.2"))


@pytest.fixture
def laptop(tmp_path: Path, server: MemoryRecords) -> Iterator[Laptop]:
    with a_laptop(tmp_path, records=server.destination()) as opened:
        yield opened


def says(server: MemoryRecords, **elements: Any) -> None:
    """Somebody at headquarters adds to the one person there."""
    [there] = server.of("Patient")
    extension = list(there.get("extension", []))
    whole = dict(elements)
    for name in elements:
        if name.startswith(OURS):
            value = whole.pop(name)
            kind = "Boolean" if isinstance(value, bool) else "Integer" if isinstance(value, int) else "String"
            extension.append({"url": name, f"value{kind}": value})
    if isinstance(whole.get("name"), str):
        whole["name"] = [*there["name"], {"text": whole["name"]}]
    if isinstance(whole.get("identifier"), dict):
        whole["identifier"] = [*there["identifier"], whole["identifier"]]
    server.edit(f"Patient/{there['id']}", **whole, **({"extension": extension} if extension else {}))


def some_hours(laptop: Laptop) -> None:
    for _ in range(3):
        laptop.clock.forward(3600)
        laptop.sync.once()


def known(laptop: Laptop, person: PatientRow) -> PatientDetails:
    with laptop.store.read() as unit:
        return patients.find(unit, person.uuid).details


def writes(server: MemoryRecords) -> list[str]:
    return [one for one in server.asked if not one.startswith("GET")]


def questions(laptop: Laptop) -> list[disputes.DisputeRow]:
    with laptop.store.read() as unit:
        return disputes.open_ones(unit)


def is_settled(laptop: Laptop) -> bool:
    """Nothing is asked, and everything is confirmed."""
    with laptop.store.read() as unit:
        return not disputes.open_ones(unit) and {one.state for one in records.listed(unit)} == {State.VERIFIED}


@pytest.mark.hazard("HZ-27")
@pytest.mark.parametrize(("said", "kept"), SAYINGS.values(), ids=SAYINGS.keys())
def test_what_nobody_here_had_said_is_written_down_as_headquarters_word(
    laptop: Laptop, server: MemoryRecords, said: dict[str, Any], kept: dict[str, Any]
) -> None:
    person = laptop.registers(**BARE)
    laptop.sync.once()
    before, [shown] = known(laptop, person), server.of("Patient")
    says(server, **said)
    [after] = server.of("Patient")
    some_hours(laptop)

    assert known(laptop, person) == before._replace(**kept)
    assert is_settled(laptop)
    assert server.of("Patient") == [after] != [shown]
    with laptop.store.read() as unit:
        last = changes.of(unit, Kind.PATIENT, person.uuid)[-1]
    assert (last.origin, last.actor) == (Origin.HQ, "headquarters")


@pytest.mark.hazard("HZ-05")
def test_nothing_that_headquarters_adds_echoes(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(**BARE)
    laptop.sync.once()
    for said, _ in SAYINGS.values():
        says(server, **said)
    some_hours(laptop)
    wrote, here = writes(server), known(laptop, person)
    some_hours(laptop)
    assert (writes(server), known(laptop, person)) == (wrote, here)
    assert is_settled(laptop)


def test_what_headquarters_adds_takes_nothing_of_ours_away(laptop: Laptop, server: MemoryRecords) -> None:
    """A second phone, another address, a nickname, an older name, a number of its own, and a sex that it does not know."""
    full = {
        "phone": "1",
        "notes": "ours",
        "identifiers": ({"system": "urn:old", "value": "7"},),
        "native_name": "लक्ष्मी",
    }
    person = laptop.registers(**full)
    laptop.sync.once()
    before, [shown] = known(laptop, person), server.of("Patient")
    says(
        server,
        telecom=[{"system": "phone", "value": "2"}, {"system": "email", "value": "a@b.example"}, *shown["telecom"]],
        address=[{"text": "Elsewhere", "use": "temp"}, *shown["address"]],
        name=[
            {"use": "old", "family": "Rao", "given": ["Lakshmi"]},
            *shown["name"],
            {"use": "nickname", "text": "Laksh"},
        ],
        gender="unknown",
        identifier=MRN,
    )
    says(server, birthDate="about 1960")
    [after] = server.of("Patient")
    some_hours(laptop)
    assert known(laptop, person) == before._replace(identifiers=(*before.identifiers, MRN))
    assert server.of("Patient") == [after]
    assert is_settled(laptop)


def test_one_thing_that_cannot_be_kept_keeps_no_other_away(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(**BARE)
    laptop.sync.once()
    says(server, birthDate="1850-01-01", telecom=[{"system": "phone", "value": "2"}])
    some_hours(laptop)
    assert known(laptop, person)._replace(phone="") == person.details
    assert known(laptop, person).phone == "2"
    assert server.of("Patient")[0]["birthDate"] == "1850-01-01"


def test_both_write_a_first_note_and_both_notes_stay(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(**BARE)
    laptop.sync.once()
    says(server, **{f"{OURS}notes": "there"})
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.amend(unit, person.uuid, person.details._replace(notes="here"))
    some_hours(laptop)
    assert known(laptop, person).notes == "here\n\nthere"
    assert server.of("Patient")[0]["extension"] == [{"url": f"{OURS}notes", "valueString": "here\n\nthere"}]
    assert is_settled(laptop)


def test_a_first_phone_that_came_while_our_answer_was_lost_comes_too(laptop: Laptop, server: MemoryRecords) -> None:
    """Ours was written, nobody heard of it, and headquarters wrote beside it."""
    import httpx

    person = laptop.registers(**BARE)

    def lost(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method in ("PUT", "POST"):
            server.after = lambda _, shown: shown
            says(server, telecom=[{"system": "phone", "value": "2"}], name="லட்சுமி", identifier=MRN)
            raise httpx.ReadTimeout("lost", request=request)
        return response

    server.after = lost
    laptop.sync.once()
    some_hours(laptop)
    now = known(laptop, person)
    assert (now.phone, now.native_name, now.identifiers) == ("2", "லட்சுமி", (MRN,))
    assert is_settled(laptop)


def test_whoever_loses_the_first_phone_is_given_the_other(laptop: Laptop, server: MemoryRecords) -> None:
    """Headquarters had two, we keep one of them, and that one is struck out there."""
    person = laptop.registers(**BARE)
    laptop.sync.once()
    for phones in (["1"], ["1", "2"], ["2"]):
        says(server, telecom=[{"system": "phone", "value": one} for one in phones])
        some_hours(laptop)
        assert known(laptop, person).phone == phones[0]
    assert [one["value"] for one in server.of("Patient")[0]["telecom"]] == ["2"]


# --- who they are -----------------------------------------------------------------------------------------------------


@pytest.mark.hazard("HZ-20")
def test_a_sex_that_her_own_pictures_contradict_waits_for_a_person(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(**BARE)
    laptop.receives(an_op(1, patient=person.number or "", PatientSex="F"))
    laptop.sync.once()
    says(server, gender="male", telecom=[{"system": "phone", "value": "2"}])
    some_hours(laptop)
    [row] = questions(laptop)
    assert (row.said.name, row.said.mine, row.said.theirs) == ("gender", None, "male")
    now = known(laptop, person)
    assert (now.sex, now.phone) == ("", "2")
    assert server.of("Patient")[0]["gender"] == "male"


@pytest.mark.parametrize(
    ("choice", "here", "there"), [("mine", "", None), ("theirs", "M", "male"), ("both", "", "male")]
)
def test_a_sex_that_waited_becomes_what_somebody_says(
    laptop: Laptop, server: MemoryRecords, choice: str, here: str, there: str | None
) -> None:
    person = laptop.registers(**BARE)
    laptop.receives(an_op(1, patient=person.number or "", PatientSex="F"))
    laptop.sync.once()
    says(server, gender="male")
    some_hours(laptop)
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        deciding.decide(unit, disputes.open_ones(unit)[0].pk, choice)
    some_hours(laptop)
    assert (known(laptop, person).sex, server.of("Patient")[0].get("gender")) == (here, there)
    assert not questions(laptop)


@pytest.mark.hazard("HZ-20")
def test_who_has_our_number_there_without_a_name_does_not_say_what_she_is(
    laptop: Laptop, server: MemoryRecords
) -> None:
    """The number alone is the same: perhaps it was given twice."""
    person = laptop.registers(**BARE)
    number = [{"use": "usual", "system": "urn:eyecamp:number", "value": person.number}]
    server._keep("Patient/17", {"resourceType": "Patient", "identifier": number, "gender": "male", "birthDate": "1931"})
    laptop.sync.once()
    assert {row.said.name for row in questions(laptop)} == {"gender", "birthDate"}
    assert known(laptop, person) == person.details


@pytest.mark.hazard("HZ-20")
def test_who_has_our_number_and_name_there_says_the_rest(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(**BARE)
    number = [{"use": "usual", "system": "urn:eyecamp:number", "value": person.number}]
    name = [{"use": "official", "family": "Devi", "given": ["Lakshmi"]}]
    there = {"resourceType": "Patient", "identifier": number, "name": name, "gender": "female", "birthDate": "1964"}
    server._keep("Patient/17", there)
    laptop.sync.once()
    assert known(laptop, person) == person.details._replace(sex="F", birth_year=1964)
    assert is_settled(laptop)
