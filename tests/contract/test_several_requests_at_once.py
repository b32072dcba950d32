"""Several requests of one station are on their way at once, over real HTTP: what headquarters sees of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.headquarters import Answer, MemoryHeadquarters, served
from support.pictures import an_op, uid_of
from support.travelling import Laptop, a_laptop, raju

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.problems import Offline, Problem, Unavailable
from resources.store import referrals
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import outbox
from sync.abreast import Threads
from sync.headquarters import HttpHeadquarters
from sync.status import State

LONG = 60
"""Seconds to wait for what must come."""
TWO = partial(Threads, 2)


class Pairs(MemoryHeadquarters):
    """Answers no picture before another one is here too, and then as ``say`` says."""

    def __init__(self) -> None:
        super().__init__()
        self.both = threading.Barrier(2, timeout=LONG)
        self.say: Callable[[], Answer | None] = lambda: None
        self.posts = 0

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        early = None
        if method == "POST":
            self.posts += 1
            self.both.wait()
            early = self.say()
        return early or super().answer(method, target, headers, body)


@contextmanager
def a_laptop_that_sends_two_at_once(
    folder: Path, archive: MemoryHeadquarters, crew: Callable[[], Threads] = TWO
) -> Iterator[Laptop]:
    still = lambda: 0.0  # noqa: E731 - no time passes: two streams stay two
    with served(archive) as url:
        connect = lambda: HttpHeadquarters(url)  # noqa: E731
        with a_laptop(folder, hq=archive, connect=connect, headquarters=url, crew=crew, stopwatch=still) as laptop:
            yield laptop


def large_pictures(laptop: Laptop, person: PatientRow, *numbers: int) -> None:
    for n in numbers:
        laptop.receives(an_op(n, patient=person.number, name="", study=n, EncapsulatedDocument=bytes(300_000)))


def states(laptop: Laptop) -> dict[str, tuple[State, int]]:
    with laptop.store.read() as unit:
        return {entry.instance_uid: (entry.state, entry.attempts) for entry in outbox.entries(unit)}


@pytest.mark.hazard("HZ-04")
def test_two_pictures_go_at_once_and_whoever_becomes_urgent_meanwhile_is_next(tmp_path: Path) -> None:
    archive = Pairs()
    with a_laptop_that_sends_two_at_once(tmp_path, archive) as laptop:
        people = [laptop.registers(), laptop.registers(**raju()._asdict()), laptop.registers(family_name="Rao")]
        for at, person in enumerate(people):
            large_pictures(laptop, person, 10 * at + 1, 10 * at + 2)
        refer = threading.Lock()

        def somebody_is_referred() -> None:
            with refer, laptop.store.write(Origin.PERSON, actor="grace") as unit:
                if not referrals.urgent_people(unit):
                    referrals.follow(unit, people[2], laptop.clock().date(), Decision(Outcome.URGENT))

        archive.say = somebody_is_referred
        assert laptop.sync.once().confirmed == 6
    pairs = [set(archive.uploads[at : at + 2]) for at in (0, 2, 4)]
    assert pairs == [{uid_of(1), uid_of(2)}, {uid_of(21), uid_of(22)}, {uid_of(11), uid_of(12)}]


@pytest.mark.hazard("HZ-05")
def test_a_headquarters_that_asks_for_a_pause_is_asked_by_nobody_any_more(tmp_path: Path) -> None:
    archive = Pairs()
    with a_laptop_that_sends_two_at_once(tmp_path, archive) as laptop:
        large_pictures(laptop, laptop.registers(), 1, 2, 3, 4)
        archive.say = lambda: (503, {"Retry-After": "120"}, b"")
        assert laptop.sync.once().problem == "Headquarters is busy."
        asked = archive.posts, len(archive.requests)
        assert asked[0] == 2  # both had set out before either was answered
        assert states(laptop) == {uid_of(n): (State.QUEUED, 0) for n in range(1, 5)}
        laptop.sync.once()
        assert (archive.posts, len(archive.requests)) == asked
        archive.both = threading.Barrier(1)  # by itself now: it was asked for a pause
        archive.say = lambda: None
        laptop.clock.forward(150)
        assert laptop.sync.once().confirmed == 4
    assert sorted(archive.uploads) == [uid_of(n) for n in range(1, 5)]


BOTH = (uid_of(1), uid_of(2))


class AnswersTheLastAfterAQuestion(MemoryHeadquarters):
    """Takes the picture that comes first at once, and answers the other when it was asked about the first."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.coming = threading.Lock()
        self.first = ""

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        if method == "GET" and self.first and self.first in target:
            self.asked.set()
        if method == "POST":
            with self.coming:  # they set out together: either may be first
                is_first, self.first = not self.first, self.first or next(u for u in BOTH if u.encode() in body)
            if not is_first and not self.asked.wait(LONG):
                return 500, {}, b""
        return super().answer(method, target, headers, body)


def test_what_was_accepted_is_asked_about_while_the_last_picture_is_still_on_its_way(tmp_path: Path) -> None:
    archive = AnswersTheLastAfterAQuestion()
    with a_laptop_that_sends_two_at_once(tmp_path, archive) as laptop:
        large_pictures(laptop, laptop.registers(), 1, 2)
        done = laptop.sync.once()
    assert (done.sent, done.confirmed, done.problem) == (2, 2, "")
    questions = [seen[:2] for seen in archive.requests if seen[0] == "GET" and archive.first in seen[1]]
    assert len(questions) == len(set(questions))  # nobody asks a second time


class FailuresFirst(Threads):
    """Two at once; of two on the way the one that fails is heard first. Else the other might be asked about, and confirmed."""

    def __init__(self) -> None:
        super().__init__(2)

    def first(self) -> tuple[Any, Any]:
        found = super().first()
        if not self._out:
            return found
        other = super().first()
        first, last = (other, found) if other[1].error is not None else (found, other)
        self._out += 1
        self._done.put(last)
        return first


@pytest.mark.hazard("HZ-05")
def test_one_lost_answer_of_two_leaves_the_other_as_it_was_answered(tmp_path: Path) -> None:
    archive = Pairs()
    with a_laptop_that_sends_two_at_once(tmp_path, archive, FailuresFirst) as laptop:
        large_pictures(laptop, laptop.registers(), 1, 2)
        turns = iter([(502, {}, b""), None])
        archive.say = lambda: next(turns)
        assert laptop.sync.once().problem
        assert sorted(state for state, _ in states(laptop).values()) == [State.ACCEPTED, State.PROBING]
        archive.both = threading.Barrier(1)
        archive.say = lambda: None
        laptop.clock.forward(600)
        laptop.sync.once()
        assert {state for state, _ in states(laptop).values()} == {State.VERIFIED}
    assert sorted(archive.uploads) == [uid_of(1), uid_of(2)]


def test_stopping_cuts_all_that_is_on_its_way(tmp_path: Path) -> None:
    archive, go = Pairs(), threading.Event()
    here = threading.Barrier(3, timeout=LONG)

    def silent() -> None:
        here.wait()
        go.wait(LONG)

    archive.say = silent
    with a_laptop_that_sends_two_at_once(tmp_path, archive) as laptop:
        large_pictures(laptop, laptop.registers(), 1, 2, 3)
        laptop.sync.start()
        here.wait()
        thread = laptop.sync._thread
        laptop.sync.stop(2)
        assert thread is not None
        thread.join(LONG)
        assert [state for state, _ in states(laptop).values()] == [State.PROBING, State.PROBING, State.QUEUED]
        go.set()


# --- one client for all of them ---------------------------------------------------------------------------------------


def test_once_headquarters_asked_for_a_pause_no_thread_asks_until_it_is_over() -> None:
    asked: list[str] = []
    now = [0.0]

    def busy(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(503, headers={"Retry-After": "60"})

    hq = HttpHeadquarters("http://127.0.0.1:1", transport=httpx.MockTransport(busy), stopwatch=lambda: now[0])
    for seconds, times in ((0.0, 1), (59.0, 1), (60.0, 2)):
        now[0] = seconds
        with pytest.raises(Unavailable) as raised:
            hq.probe()
        assert (len(asked), raised.value.retry_after) == (times, 60.0 if seconds != 59.0 else 1.0)
    hq.close()


def test_who_asks_after_the_line_was_hung_up_is_offline() -> None:
    hq = HttpHeadquarters("http://127.0.0.1:1", transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    hq.close()
    with pytest.raises(Offline):
        hq.probe()


def test_hanging_up_wakes_every_thread_that_waits() -> None:
    archive, go = MemoryHeadquarters(), threading.Event()
    here = threading.Barrier(13, timeout=LONG)
    met: list[Problem] = []

    def silent(*_: object) -> Answer:
        here.wait()
        go.wait(LONG)
        return (200, {}, b"")

    archive.answer = silent  # type: ignore[method-assign]

    def ask(hq: HttpHeadquarters) -> None:
        try:
            hq.probe()
        except Problem as problem:
            met.append(problem)

    with served(archive) as url:
        hq = HttpHeadquarters(url)
        threads = [threading.Thread(target=ask, args=(hq,)) for _ in range(12)]
        for thread in threads:
            thread.start()
        here.wait()
        hq.close()
        for thread in threads:
            thread.join(LONG)
        assert [type(problem) for problem in met] == [Offline] * 12
        go.set()
