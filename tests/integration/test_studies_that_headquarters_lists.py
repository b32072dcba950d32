"""The FHIR list of headquarters: read over real HTTP, fetched by WADO-RS, filed by the store. Bad servers hold up nobody."""

import gzip
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import httpx
import pydicom
import pytest
from support.drawn import a_fundus
from support.headquarters import MemoryHeadquarters
from support.pictures import an_op, study_of, uid_of
from support.rendering import RenderingHeadquarters, an_earlier_visit, rendered
from support.restclient import SECRET, web
from support.screens import encoded_image
from support.stations import lakshmi
from support.travelling import Laptop, a_laptop, receive

from resources.problems import Invalid, Unavailable
from resources.store import Store, filing, patients, previews, studies
from resources.terms import Origin
from sync import listedstudies, outbox
from sync.headquarters import HttpHeadquarters, closed_url, same_server
from sync.listedstudies import ListedStudies, Listing
from workstation.sandbox.headquarters import Answer

NAME = "https://hq.example/dicom-web"


def never() -> bool:
    return False


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path / "laptop") as one:
        yield one


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[tuple[str, Store]]:
    """Another station of ours as headquarters: FHIR STU3 and DICOMweb at one address."""
    with web(tmp_path / "hub") as (client, store):
        with store.write(Origin.PERSON, "hq") as unit:
            patients.register(unit, lakshmi())
        yield str(client.base_url).rstrip("/"), store


def listing_at(base: str, *, plain: bool = False) -> Listing:
    def archive(address: str) -> HttpHeadquarters:
        one = HttpHeadquarters(address, token=SECRET if same_server(address, base) else "")
        if plain:
            one.study_metadata = lambda _: []  # type: ignore[method-assign]
        return one

    return Listing(base, lambda: HttpHeadquarters(f"{base}/organizations/default/fhir/3", token=SECRET), archive)


def stored_here(store: Store) -> dict[str, str]:
    with store.read() as unit:
        rows = [study for person in patients.listed(unit) for study in studies.of_patient(unit, person.uuid)]
    return {one.instance_uid: one.digest or "" for row in rows for one in row.instances}


@pytest.mark.parametrize("plain", [False, True], ids=["instance by instance", "a whole study at once"])
def test_a_listed_study_is_fetched_once_byte_for_byte_and_never_sent_back(
    laptop: Laptop, hub: tuple[str, Store], plain: bool
) -> None:
    base, theirs = hub
    person = laptop.registers()
    pictures = [an_op(n, patient=person.number, study=1 + n // 3) for n in (1, 2, 3)]
    for picture in pictures:
        receive(theirs, picture)
    listed = ListedStudies(laptop.store, listing_at(base, plain=plain), Random(1))
    assert listed.attempt(NAME, never) == listedstudies.Brought(listed=2, stored=3)
    held = stored_here(laptop.store)
    assert {uid: laptop.store.vault.read(digest) for uid, digest in held.items()} == {
        uid_of(n): picture for n, picture in enumerate(pictures, 1)
    }
    assert listed.attempt(NAME, never).stored == 0
    laptop.sync.once()
    assert laptop.hq.uploads == []
    receive(theirs, an_op(4, patient=person.number, study=2))
    laptop.clock.forward(60)
    assert listed.attempt(NAME, never).stored == 1


def test_who_is_registered_tomorrow_gets_what_was_listed_today(laptop: Laptop, hub: tuple[str, Store]) -> None:
    base, theirs = hub
    with theirs.read() as unit:
        number = patients.listed(unit)[0].number
    receive(theirs, an_op(1, patient=number or ""))
    listed = ListedStudies(laptop.store, listing_at(base), Random(1))
    assert listed.attempt(NAME, never) == listedstudies.Brought(listed=1, stored=0)
    assert laptop.registers().number == number
    assert listed.attempt(NAME, never) == listedstudies.Brought(listed=0, stored=1)


@pytest.mark.hazard("HZ-01")
def test_a_picture_whose_own_words_contradict_the_list_waits_in_the_inbox(
    laptop: Laptop, hub: tuple[str, Store]
) -> None:
    base, theirs = hub
    person = laptop.registers()
    receive(theirs, an_op(1, patient=person.number, PatientSex="F"))
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        patients.amend(unit, person.uuid, person.details._replace(sex="M"))
    ListedStudies(laptop.store, listing_at(base), Random(1)).attempt(NAME, never)
    with laptop.store.read() as unit:
        [waiting] = studies.inbox(unit)
    assert waiting.study_uid == study_of(1) and stored_here(laptop.store) == {}


def test_what_was_removed_here_does_not_come_back(laptop: Laptop, hub: tuple[str, Store]) -> None:
    base, theirs = hub
    person = laptop.registers()
    receive(theirs, an_op(1, patient=person.number))
    listed = ListedStudies(laptop.store, listing_at(base, plain=True), Random(1))
    assert listed.attempt(NAME, never).stored == 1
    with laptop.store.write(Origin.PERSON, "grace") as unit:
        studies.forget(unit, study_of(1))
    receive(theirs, an_op(2, patient=person.number))
    laptop.clock.forward(60)
    listed.attempt(NAME, never, broad=True)
    assert uid_of(1) not in stored_here(laptop.store)


@pytest.mark.hazard("HZ-09")
def test_on_a_slow_line_previews_of_every_listed_visit_come_before_the_first_original(laptop: Laptop) -> None:
    people = [laptop.registers(), laptop.registers(given_name="Sita")]
    jpeg = encoded_image(a_fundus(size=1200))
    archive = RenderingHeadquarters()
    for patient, person in enumerate(people, start=1):
        archive.held |= an_earlier_visit(person, [jpeg, jpeg], patient).held
    visits = {
        person.uuid: str(pydicom.dcmread(io.BytesIO(part)).StudyInstanceUID)
        for person in people
        for part in archive.held.values()
        if str(pydicom.dcmread(io.BytesIO(part)).PatientID) == person.number
    }
    pages = a_list_of(visits, "https://pacs.example/dicom-web")
    listing, _ = a_listing(lambda _: httpx.Response(200, content=pages), archive)
    listed = ListedStudies(laptop.store, listing, Random(1), slow_line=True)
    assert listed.attempt(NAME, never) == listedstudies.Brought(listed=2, stored=4)
    assert rendered(archive) == ["rendered"] * 4 + ["whole"] * 4
    with laptop.store.read() as unit:
        assert [previews.of_patient(unit, person.pk) for person in people] == [[], []]
        assert outbox.fact(unit, "renders.https://pacs.example/dicom-web").startswith("some ")


@pytest.mark.hazard("HZ-09")
def test_a_listed_archive_that_makes_no_previews_still_gives_its_originals(laptop: Laptop) -> None:
    person = laptop.registers()
    jpeg = encoded_image(a_fundus(size=1200))
    archive = an_earlier_visit(person, [jpeg, jpeg])
    archive.can_render = False
    uid = str(pydicom.dcmread(io.BytesIO(next(iter(archive.held.values())))).StudyInstanceUID)
    pages = a_list_of({person.uuid: uid}, "https://pacs.example/dicom-web")
    listing, _ = a_listing(lambda _: httpx.Response(200, content=pages), archive)
    brought = ListedStudies(laptop.store, listing, Random(1), slow_line=True).attempt(NAME, never)
    assert brought.stored == 2 and rendered(archive) == ["rendered", "whole", "whole"]


def a_list_of(visits: dict[str, str], root: str) -> bytes:
    """One page: whose visit, and where its pictures are (an Endpoint that is contained)."""
    entries = [
        {"resource": {"resourceType": "ImagingStudy", "id": f"s{number}", "uid": f"urn:oid:{uid}",
                      "meta": {"versionId": "1", "lastUpdated": "2026-11-20T10:00:00Z"},
                      "patient": {"reference": f"Patient/{person}"},
                      "contained": [{"resourceType": "Endpoint", "id": "e", "status": "active", "address": root,
                                     "connectionType": {"code": "dicom-wado-rs"}}],
                      "endpoint": [{"reference": "#e"}]}}
        for number, (person, uid) in enumerate(visits.items(), 1)
    ]  # fmt: skip
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries}).encode()


# --- servers that misbehave -------------------------------------------------------------------------------------------

Answering = Callable[[httpx.Request], httpx.Response]
BASE = "https://list.example/fhir"


def a_listing(answer: Answering, archive: MemoryHeadquarters | None = None) -> tuple[Listing, list[str]]:
    asked: list[str] = []

    def heard(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return answer(request)

    connect = lambda: HttpHeadquarters(BASE, token="t", transport=httpx.MockTransport(heard))  # noqa: E731
    return Listing(BASE, connect, lambda _: (archive or MemoryHeadquarters()).client()), asked


def a_page(*keys: str, link: str = "", person: str = "p") -> bytes:
    entries = [
        {"resource": {"resourceType": "ImagingStudy", "id": key, "uid": f"urn:oid:1.2.{number}",
                      "meta": {"versionId": "1", "lastUpdated": "2026-11-20T10:00:00Z"},
                      "patient": {"reference": f"Patient/{person}"}}}
        for number, key in enumerate(keys, 1)
    ]  # fmt: skip
    links = [{"relation": "next", "url": link}] if link else []
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries, "link": links}).encode()


def attempt(laptop: Laptop, listing: Listing) -> listedstudies.Brought:
    return ListedStudies(laptop.store, listing, Random(1)).attempt(NAME, never)


def test_a_link_to_another_server_is_not_followed_and_gets_no_token(laptop: Laptop) -> None:
    listing, asked = a_listing(lambda _: httpx.Response(200, content=a_page("a", link="https://evil.example/x?p=2")))
    said = attempt(laptop, listing)
    assert said.listed == 0 and "another server" in said.problem
    assert all(url.startswith("https://list.example/") for url in asked)
    with laptop.store.read() as unit:
        assert outbox.facts(unit, listedstudies.STUDY).keys() == {"a"}
        assert json.loads(outbox.fact(unit, "list.line"))["low"] is None


def test_a_list_in_circles_ends_and_says_so(laptop: Laptop) -> None:
    listing, asked = a_listing(lambda _: httpx.Response(200, content=a_page("a", link=f"{BASE}?page=2")))
    assert "circles" in attempt(laptop, listing).problem
    assert len(asked) < 6


def test_a_bomb_and_a_page_that_is_too_large_are_refused(laptop: Laptop) -> None:
    bomb = gzip.compress(b" " * (80 << 20))
    packed, _ = a_listing(lambda _: httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=bomb))
    assert "come to an end" in attempt(laptop, packed).problem
    laptop.clock.forward(7200)
    large, _ = a_listing(lambda _: httpx.Response(200, content=b" " * (17 << 20)))
    assert "too large" in attempt(laptop, large).problem


@pytest.mark.parametrize(
    ("status", "body", "word"),
    [(200, b"<html>Welcome", "login page"), (200, b'{"resourceType": "Bun', "damaged"), (401, b"", "token"),
     (404, b"", "archive"), (200, b"{}", "not a list"), (500, b"", "busy")],
)  # fmt: skip
def test_a_list_that_cannot_be_read_is_a_sentence_and_holds_up_no_picture(
    tmp_path: Path, status: int, body: bytes, word: str
) -> None:
    listing, _ = a_listing(lambda _: httpx.Response(status, content=body))
    with a_laptop(tmp_path, listing=listing) as laptop:
        laptop.pictures(2, laptop.registers())
        summary = laptop.sync.once()
        assert word in summary.list_problem and summary.problem == ""
        assert laptop.sync.status().confirmed_at_hq == 2


def test_retry_after_is_kept_across_a_restart(laptop: Laptop) -> None:
    busy, asked = a_listing(lambda _: httpx.Response(503, headers={"Retry-AFter": "300"}))
    attempt(laptop, busy)
    laptop.clock.forward(290)
    attempt(laptop, busy)
    assert len(asked) == 1
    laptop.clock.forward(15)
    attempt(laptop, busy)
    assert len(asked) == 2


def test_a_strict_server_is_asked_plainly(laptop: Laptop) -> None:
    def strict(request: httpx.Request) -> httpx.Response:
        known = {"_lastUpdated"} >= set(request.url.params)
        return httpx.Response(200 if known else 400, content=a_page("a", "b") if known else b"{}")

    listing, _ = a_listing(strict)
    assert attempt(laptop, listing).listed == 2


def test_a_study_that_cannot_be_fetched_keeps_no_other_away(laptop: Laptop) -> None:
    person = laptop.registers()
    archive = MemoryHeadquarters()
    archive.add(an_op(2, patient=person.number, StudyInstanceUID="1.2.2"))
    page = json.loads(a_page("a", "b", person=person.uuid))
    for entry in page["entry"]:
        entry["resource"]["contained"] = [
            {"resourceType": "Endpoint", "id": "w", "address": "https://list.example/dicom-web",
             "connectionType": {"code": "dicom-wado-rs"}}
        ]  # fmt: skip
        entry["resource"]["endpoint"] = [{"reference": "#w"}]
    listing, _ = a_listing(lambda _: httpx.Response(200, content=json.dumps(page).encode()), archive)
    assert attempt(laptop, listing).stored == 1
    with laptop.store.read() as unit:
        said = {key: json.loads(text) for key, text in outbox.facts(unit, listedstudies.STUDY).items()}
        assert filing.held(unit) == []
    assert said["b"]["is_here"] and not said["a"]["is_here"] and said["a"]["next_at"]


class Unwilling(MemoryHeadquarters):
    """Answers so to whatever is asked in full (no metadata), as often as it is told."""

    def __init__(self, status: int, headers: dict[str, str], times: int = 10**9) -> None:
        super().__init__()
        self.times, self.fetched = times, 0
        self._answer = (status, headers, b"")

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        if target.endswith("/metadata"):
            return super().answer(method, target, headers, body)
        self.fetched += 1
        return self._answer if self.fetched <= self.times else super().answer(method, target, headers, body)


def two_visits(laptop: Laptop, archive: MemoryHeadquarters, root: str) -> Listing:
    person = laptop.registers()
    visits = {f"1.2.{n}": an_op(n, patient=person.number, StudyInstanceUID=f"1.2.{n}") for n in (1, 2)}
    for content in visits.values():
        archive.add(content)
    page = json.loads(a_list_of({person.uuid: "1.2.1"}, root))
    page["entry"] += json.loads(a_list_of({person.uuid: "1.2.2"}, root))["entry"]
    page["entry"][1]["resource"]["id"] = "s2"
    return a_listing(lambda _: httpx.Response(200, content=json.dumps(page).encode()), archive)[0]


def test_a_listed_archive_that_asks_for_a_pause_gets_it(laptop: Laptop) -> None:
    archive = Unwilling(503, {"Retry-After": "1800"})
    listing = two_visits(laptop, archive, "https://pacs.example/dicom-web")
    attempt(laptop, listing)
    laptop.clock.forward(1700)
    attempt(laptop, listing)
    assert archive.fetched == 1
    archive.times = 0
    laptop.clock.forward(200)
    assert attempt(laptop, listing).stored == 2


def test_a_pause_that_headquarters_own_archive_asks_for_ends_the_pass(laptop: Laptop) -> None:
    archive = Unwilling(503, {"Retry-After": "1800"})
    listing = two_visits(laptop, archive, NAME)
    with pytest.raises(Unavailable) as said:
        attempt(laptop, listing)
    assert (said.value.retry_after, archive.fetched) == (1800, 1)


def test_a_listed_picture_that_is_refused_once_is_asked_for_again(laptop: Laptop) -> None:
    archive = Unwilling(400, {}, times=1)
    listing = two_visits(laptop, archive, "https://pacs.example/dicom-web")
    assert attempt(laptop, listing).stored == 1
    laptop.clock.forward(3700)
    assert attempt(laptop, listing).stored == 1
    assert len(stored_here(laptop.store)) == 2


def test_a_foreign_place_must_encrypt() -> None:
    assert closed_url("https://images.example/dicom-web")
    with pytest.raises(Invalid):
        closed_url("http://images.example/dicom-web")


def test_another_server_is_read_from_its_beginning(laptop: Laptop) -> None:
    first, _ = a_listing(lambda _: httpx.Response(200, content=a_page("a")))
    attempt(laptop, first)
    second, asked = a_listing(lambda _: httpx.Response(200, content=a_page("b")))
    attempt(laptop, Listing("https://other.example/fhir", second.connect, second.archive))
    with laptop.store.read() as unit:
        assert outbox.facts(unit, listedstudies.STUDY).keys() == {"b"}
    assert "_lastUpdated=ge" not in asked[0]
