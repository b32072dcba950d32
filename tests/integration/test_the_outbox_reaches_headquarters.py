"""What travels, in what order, what stays and why, and what happens when something breaks on the way."""

import gc
import io
import socket
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import httpx
import pytest
from support.headquarters import Answer, MemoryHeadquarters, Mode, served
from support.pictures import an_op, study_of, uid_of
from support.stations import Clock, a_store
from support.travelling import NAME, Laptop, a_laptop, raju

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.store import mending, patients, referrals, studies
from resources.store.rows import Arrival, PatientRow
from resources.terms import Laterality, Origin
from resources.wire.header import Header
from resources.wire.part10 import header_of
from sync import ledger, outbox, push
from sync.abreast import alone
from sync.engine import SyncService
from sync.headquarters import Ambiguous, HttpHeadquarters
from sync.listedstudies import Listing
from sync.results import Source
from sync.status import Level, Standing, State


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path) as one:
        yield one


def states(laptop: Laptop) -> dict[str, State]:
    with laptop.store.read() as unit:
        return {entry.instance_uid: entry.state for entry in outbox.entries(unit)}


def posts(laptop: Laptop) -> int:
    return sum(request.startswith("POST") for request in laptop.hq.requests)


def test_a_picture_travels_as_it_came_and_is_confirmed_in_one_pass(laptop: Laptop) -> None:
    person = laptop.registers()
    picture = an_op(1, patient=person.number)
    laptop.receives(picture)
    summary = laptop.sync.once()
    assert (summary.sent, summary.confirmed, summary.problem) == (1, 1, "")
    assert laptop.hq.held[uid_of(1)] == picture
    status = laptop.sync.status()
    assert (status.state, status.confirmed_at_hq, status.not_yet_at_hq) == (Standing.IDLE, 1, 0)
    assert status.last_confirmed == laptop.clock()
    assert laptop.sync.levels([uid_of(1)]) == {uid_of(1): Level.EQUAL}


def test_a_second_pass_sends_nothing_again(laptop: Laptop) -> None:
    laptop.pictures(5, laptop.registers())
    for _ in range(3):
        laptop.sync.once()
    assert sorted(laptop.hq.uploads) == sorted(uid_of(n) for n in range(1, 6))
    assert posts(laptop) == 1


def test_a_station_without_headquarters_has_a_state_and_no_error(tmp_path: Path) -> None:
    with a_laptop(tmp_path, connect=None, headquarters="") as laptop:
        laptop.pictures(2, laptop.registers())
        assert laptop.sync.once().problem == ""
        status = laptop.sync.status()
        assert (status.state, status.not_yet_at_hq) == (Standing.NOT_CONFIGURED, 2)
        assert "safe on this laptop" in status.sentence


# --- what stays -------------------------------------------------------------------------------------------------------


def test_a_picture_of_nobody_stays_until_somebody_says_whose_it_is(laptop: Laptop) -> None:
    laptop.receives(an_op(1, patient="UNKNOWN-1"))
    laptop.sync.once()
    assert states(laptop) == {uid_of(1): State.HELD}
    assert laptop.sync.status().stuck[0].sentence == "Nobody has said yet whose picture this is."
    assert laptop.sync.status().not_yet_at_hq == 1
    person = laptop.registers()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.assign(unit, [uid_of(1)], person.uuid)
    laptop.sync.once()
    assert laptop.sync.status().confirmed_at_hq == 1
    [study] = laptop.hq.client().find_studies(person.number or "")
    assert (study.identity.name, study.identity.issuer) == ("Devi^Lakshmi", "C7")


def test_a_picture_that_is_given_to_a_person_while_the_line_is_down_travels_when_it_is_back(laptop: Laptop) -> None:
    laptop.receives(an_op(1, patient="UNKNOWN-1"))
    laptop.sync.once()
    laptop.hq.mode = Mode.OFFLINE
    person = laptop.registers()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.assign(unit, [uid_of(1)], person.uuid)
    laptop.sync.attempt(pressed=False)
    assert states(laptop) == {uid_of(1): State.HELD}
    laptop.hq.mode = Mode.WELL
    laptop.clock.forward(400)
    laptop.sync.attempt(pressed=False)
    assert laptop.sync.status().confirmed_at_hq == 1


def test_a_picture_of_nobody_travels_as_it_came_where_the_station_is_told_so(tmp_path: Path) -> None:
    with a_laptop(tmp_path, unmatched="send") as laptop:
        picture = an_op(1, patient="UNKNOWN-1")
        laptop.receives(picture)
        laptop.sync.once()
        assert laptop.hq.held == {uid_of(1): picture}
        assert laptop.sync.status().confirmed_at_hq == 1


def test_two_versions_of_one_picture_stay_until_a_person_decides(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number))
    laptop.receives(an_op(1, patient=person.number, StudyDescription="another"))
    laptop.sync.once()
    assert states(laptop) == {uid_of(1): State.HELD}
    assert laptop.hq.held == {}


def test_what_came_from_headquarters_never_travels_back(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number), Arrival(Origin.HQ))
    laptop.sync.once()
    assert states(laptop) == {}
    assert posts(laptop) == 0


def test_a_removed_picture_does_not_travel(laptop: Laptop) -> None:
    laptop.pictures(1, laptop.registers())
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        studies.forget(unit, study_of(1))
    laptop.sync.once()
    assert states(laptop) == {}
    assert posts(laptop) == 0


def test_the_eye_a_person_set_before_the_push_is_what_headquarters_gets(laptop: Laptop) -> None:
    [uid] = laptop.pictures(1, laptop.registers(), eye="")
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.set_laterality(unit, uid, Laterality.LEFT)
    before = studies_bytes(laptop, uid)
    laptop.sync.once()
    assert laptop.sync.status().confirmed_at_hq == 1
    assert header_in(laptop, uid).image_laterality == "L"
    assert studies_bytes(laptop, uid) == before


def studies_bytes(laptop: Laptop, uid: str) -> bytes:
    with laptop.store.read() as unit:
        digest = studies.instance(unit, uid).digest
    return laptop.store.vault.read(digest or "")


def header_in(laptop: Laptop, uid: str) -> Header:
    return header_of(io.BytesIO(laptop.hq.held[uid]))


# --- who goes first ---------------------------------------------------------------------------------------------------


def refer_urgently(laptop: Laptop, person: PatientRow) -> None:
    with laptop.store.write(Origin.PERSON, actor="Anjali Kumari") as unit:
        referrals.follow(unit, person, laptop.clock().date(), Decision(Outcome.URGENT))


def three_people_with_large_pictures(laptop: Laptop) -> list[PatientRow]:
    people = [laptop.registers(given_name=name) for name in ("Asha", "Bina", "Chitra")]
    for n, person in enumerate(people):
        for eye in (1, 2):
            laptop.receives(
                an_op(10 * n + eye, patient=person.number, name="", study=n, EncapsulatedDocument=bytes(300_000))
            )
    return people


@pytest.mark.hazard("HZ-04")
def test_the_pictures_of_an_urgent_person_are_the_first_that_headquarters_gets(laptop: Laptop) -> None:
    people = three_people_with_large_pictures(laptop)
    refer_urgently(laptop, people[2])
    laptop.sync.once()
    assert laptop.hq.uploads == [uid_of(n) for n in (21, 22, 1, 2, 11, 12)]


@pytest.mark.hazard("HZ-04")
def test_somebody_who_becomes_urgent_while_others_are_being_sent_is_next(laptop: Laptop) -> None:
    people = three_people_with_large_pictures(laptop)
    inner = laptop.hq.stow

    def graded_meanwhile(headers: dict[str, str], body: bytes) -> Answer:
        if not laptop.hq.uploads:
            refer_urgently(laptop, people[2])
        return inner(headers, body)

    laptop.hq.stow = graded_meanwhile  # type: ignore[method-assign]
    laptop.sync.once()
    assert laptop.hq.uploads == [uid_of(n) for n in (1, 21, 22, 2, 11, 12)]


# --- what breaks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [Mode.CUT_BEFORE, Mode.CUT_MIDDLE, Mode.CUT_AFTER])
def test_after_a_broken_line_headquarters_is_asked_before_anything_is_sent_again(tmp_path: Path, mode: Mode) -> None:
    archive = MemoryHeadquarters()
    with served(archive) as url, a_laptop(tmp_path, hq=archive, connect=lambda: HttpHeadquarters(url)) as laptop:
        number = laptop.registers().number
        laptop.receives(an_op(1, patient=number))
        assert laptop.sync.once().problem == ""
        archive.mode = mode
        laptop.receives(an_op(2, patient=number, PatientComments="x" * 9000))
        laptop.sync.once()
        assert states(laptop)[uid_of(2)] in (State.PROBING, State.QUEUED)
        archive.mode = Mode.WELL
        archive.requests.clear()
        laptop.sync.once()
        asked = [n for n, request in enumerate(archive.requests) if f"SOPInstanceUID={uid_of(2)}" in request]
        sent = [n for n, request in enumerate(archive.requests) if request.startswith("POST")]
        assert asked
        assert not sent or asked[0] < sent[0]
        assert bool(sent) is (mode is not Mode.CUT_AFTER)
        assert archive.uploads.count(uid_of(2)) == 1
        assert laptop.sync.status().confirmed_at_hq == 2


def test_what_was_being_sent_when_the_laptop_died_is_asked_for_first(laptop: Laptop) -> None:
    [uid] = laptop.pictures(1, laptop.registers())
    laptop.hq.add(studies_bytes(laptop, uid))
    with laptop.store.write(Origin.STATION) as unit:
        outbox.collect(unit)
        outbox.claim(unit, [uid])
    again = SyncService(laptop.store, laptop.hq.client, headquarters=NAME, rng=Random(2))
    again.once()
    assert laptop.hq.uploads == []
    assert again.status().confirmed_at_hq == 1


def test_headquarters_is_left_alone_for_as_long_as_it_asked_even_over_a_restart(laptop: Laptop) -> None:
    laptop.pictures(1, laptop.registers())
    laptop.hq.mode = Mode.BUSY
    laptop.sync.once()
    status = laptop.sync.status()
    assert (status.state, status.sentence[:21]) == (Standing.OFFLINE, "Headquarters is busy.")
    assert "Trying again at " in status.sentence
    requests = len(laptop.hq.requests)
    laptop.hq.mode = Mode.WELL
    again = SyncService(laptop.store, laptop.hq.client, headquarters=NAME, rng=Random(2))
    again.once()
    assert len(laptop.hq.requests) == requests
    laptop.clock.forward(130)
    again.once()
    assert again.status().confirmed_at_hq == 1
    assert again.status().state is Standing.IDLE


@pytest.mark.parametrize(
    ("mode", "standing"),
    [(Mode.HTML_200, Standing.PORTAL), (Mode.OFFLINE, Standing.OFFLINE), (Mode.UNAUTHORIZED, Standing.ATTENTION)],
)
def test_a_dead_link_a_portal_and_a_wrong_token_are_states_with_a_sentence(
    laptop: Laptop, mode: Mode, standing: Standing
) -> None:
    laptop.pictures(2, laptop.registers())
    laptop.hq.mode = mode
    summary = laptop.sync.once()
    status = laptop.sync.status()
    assert status.state is standing
    assert status.sentence.startswith(summary.problem)
    assert set(states(laptop).values()) == {State.QUEUED}
    with laptop.store.read() as unit:
        assert [entry.attempts for entry in outbox.entries(unit)] == [0, 0]


def test_a_kind_that_headquarters_does_not_take_is_shown_and_the_rest_goes_on(laptop: Laptop) -> None:
    person = laptop.registers()
    laptop.pictures(1, person)
    laptop.hq.mode = Mode.FAILED_FOR_GOOD
    laptop.sync.once()
    status = laptop.sync.status()
    assert (status.state, status.sentence) == (Standing.ATTENTION, "Headquarters does not take this kind of picture.")
    laptop.hq.mode = Mode.WELL
    laptop.receives(an_op(7, patient=person.number))
    laptop.sync.attempt(pressed=False)
    assert states(laptop) == {uid_of(1): State.ATTENTION, uid_of(7): State.VERIFIED}
    laptop.clock.forward(3700)
    laptop.sync.attempt(pressed=False)
    assert set(states(laptop).values()) == {State.VERIFIED}


def test_a_damaged_copy_on_this_laptop_is_never_sent_and_the_rest_goes_on(
    laptop: Laptop, caplog: pytest.LogCaptureFixture
) -> None:
    laptop.pictures(2, laptop.registers())
    with laptop.store.read() as unit:
        path = laptop.store.vault.path(studies.instance(unit, uid_of(1)).digest or "")
    sealed = bytearray(path.read_bytes())
    sealed[-20] ^= 1
    path.write_bytes(sealed)
    laptop.sync.once()
    assert laptop.hq.uploads == [uid_of(2)]
    assert states(laptop) == {uid_of(1): State.ATTENTION, uid_of(2): State.VERIFIED}
    assert "This laptop's own copy cannot be sent." in laptop.sync.status().sentence
    caplog.clear()


def test_a_request_that_is_refused_as_a_whole_is_tried_picture_by_picture(tmp_path: Path) -> None:
    archive = MemoryHeadquarters()
    inner = archive._transported

    def picky(request: httpx.Request) -> httpx.Response:
        if request.method == "POST" and uid_of(2).encode() in request.read():
            return httpx.Response(413)
        return inner(request)

    def connect() -> HttpHeadquarters:
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(picky))

    with a_laptop(tmp_path, hq=archive, connect=connect) as laptop:
        laptop.pictures(3, laptop.registers())
        laptop.sync.once()
        laptop.sync.once()
        assert states(laptop) == {uid_of(1): State.VERIFIED, uid_of(2): State.ATTENTION, uid_of(3): State.VERIFIED}
        assert laptop.sync.status().sentence == "This picture is larger than headquarters takes."


def test_one_picture_that_always_breaks_the_line_holds_up_nobody(tmp_path: Path) -> None:
    archive = MemoryHeadquarters()
    inner = archive._transported

    def poisoned(request: httpx.Request) -> httpx.Response:
        if request.method == "POST" and uid_of(1).encode() in request.read():
            return httpx.Response(500)
        return inner(request)

    def connect() -> HttpHeadquarters:
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(poisoned))

    with a_laptop(tmp_path, hq=archive, connect=connect) as laptop:
        laptop.pictures(4, laptop.registers())
        for _ in range(5):
            laptop.sync.once()
            laptop.clock.forward(600)
        assert laptop.sync.status().confirmed_at_hq == 3
        assert states(laptop)[uid_of(1)] in (State.PROBING, State.QUEUED)


# --- the service ------------------------------------------------------------------------------------------------------


def test_the_service_sends_what_arrives_by_itself_and_stops(tmp_path: Path) -> None:
    store = a_store(tmp_path, clock=Clock(), chains=[outbox.MIGRATIONS])
    archive = MemoryHeadquarters()
    service = SyncService(store, archive.client, headquarters=NAME)
    confirmed = threading.Event()
    service.changed.subscribe(lambda: confirmed.set() if service.status().confirmed_at_hq == 2 else None)
    service.start()
    service.start()
    laptop = Laptop(store, Clock(), archive, service)
    laptop.pictures(2, laptop.registers())
    assert confirmed.wait(30)
    service.stop(5)
    service.stop(5)
    assert [thread.name for thread in threading.enumerate() if thread.name == "sync"] == []
    store.close()


class Swallowing(httpx.BaseTransport):
    """Takes a body chunk by chunk and keeps nothing of it."""

    def __init__(self, at_each: Callable[[], object] = lambda: None) -> None:
        self.count = 0
        self._at_each = at_each

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        for chunk in request.stream:  # type: ignore[union-attr]
            self.count += len(chunk)
            self._at_each()
        return httpx.Response(200)


def test_the_wait_grows_while_nothing_goes_through(laptop: Laptop) -> None:
    laptop.pictures(1, laptop.registers())
    laptop.hq.mode = Mode.OFFLINE
    for failures in range(1, 6):
        laptop.sync.once()
        with laptop.store.read() as unit:
            assert f'"failures": {failures}' in outbox.fact(unit, "host")
    laptop.hq.mode = Mode.WELL
    laptop.sync.once()
    assert laptop.sync.status().next_try is None


def test_stopping_does_not_wait_for_a_headquarters_that_is_silent(tmp_path: Path) -> None:
    archive, here, go = MemoryHeadquarters(), threading.Event(), threading.Event()
    answer = archive.answer

    def silent(*request: object) -> object:
        here.set()
        go.wait(60)
        return answer(*request)  # type: ignore[arg-type]

    archive.answer = silent  # type: ignore[method-assign, assignment]
    with served(archive) as url:
        store = a_store(tmp_path, clock=Clock(), chains=[outbox.MIGRATIONS])
        service = SyncService(store, lambda: HttpHeadquarters(url), headquarters=url)
        service.start()
        assert here.wait(30)
        thread = service._thread
        service.stop(4)
        assert thread is not None
        assert not thread.is_alive()
        go.set()
        store.close()


@pytest.mark.parametrize("which", ["results", "listing"])
def test_stopping_does_not_wait_for_a_list_that_does_not_come(tmp_path: Path, which: str) -> None:
    """And that it was we who hung up is held against nobody: the next start asks at once."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(30)
        url = f"http://127.0.0.1:{door.getsockname()[1]}/fhir"

        def line(_: str = "") -> HttpHeadquarters:
            return HttpHeadquarters(url)

        source = Source(url, line) if which == "results" else None
        listing = Listing(url, line, line) if which == "listing" else None
        with a_laptop(tmp_path, interval=0.0, results=source, listing=listing) as laptop:
            laptop.sync.start()
            silent, _ = door.accept()
            with silent:
                assert silent.recv(100)
                thread = laptop.sync._thread
                laptop.sync.stop(0.5)
                assert thread is not None
                thread.join(30)
                assert not thread.is_alive()
            status = laptop.sync.status()
            assert (status.results_problem, status.list_problem) == ("", "")


def test_closing_in_the_middle_of_a_picture_is_a_broken_line(laptop: Laptop) -> None:
    [uid] = laptop.pictures(1, laptop.registers())
    swallowing = Swallowing(laptop.sync._stopping.set)
    hq = HttpHeadquarters("http://127.0.0.1:1", transport=swallowing)
    laptop.sync._collect()
    with laptop.store.read() as unit:
        ready = push.sift(laptop.store, outbox.ready(unit, (State.QUEUED,)), "hold")
    with pytest.raises(Ambiguous, match="was closed"):
        alone(push.send(laptop.store, hq, NAME, ready, Random(1), laptop.sync._stopping.is_set))
    assert swallowing.count
    assert states(laptop) == {uid: State.PROBING}


@pytest.mark.slow
def test_a_large_picture_is_sent_without_being_held_in_memory(laptop: Laptop) -> None:
    size, swallowing = 24 << 20, Swallowing()
    laptop.receives(an_op(1, patient=laptop.registers().number, EncapsulatedDocument=bytes(size)))
    hq = HttpHeadquarters("http://127.0.0.1:1", transport=swallowing)
    laptop.sync._collect()
    with laptop.store.read() as unit:
        ready = push.sift(laptop.store, outbox.ready(unit, (State.QUEUED,)), "hold")
    gc.collect()
    tracemalloc.start()
    alone(push.send(laptop.store, hq, NAME, ready, Random(1), lambda: False))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert swallowing.count > size
    assert peak < 8 << 20


def test_two_people_with_equal_names_stay_two(laptop: Laptop) -> None:
    first = laptop.registers()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        second = patients.register(unit, raju())
    laptop.receives(an_op(1, patient=first.number))
    laptop.receives(an_op(2, patient=second.number, name="Kumar^Raju", study=2))
    laptop.sync.once()
    client = laptop.hq.client()
    assert [[s.study_uid for s in client.find_studies(p.number or "")] for p in (first, second)] == [
        [study_of(1)], [study_of(2)],
    ]  # fmt: skip
    with laptop.store.read() as unit:
        assert ledger.broken(unit) is None
