"""Jobs abreast: which is taken when, in whose thread, and what becomes of those on the way when one fails."""

import threading
from collections.abc import Callable, Iterator
from itertools import count
from random import Random
from typing import Any

import pytest
from support.interleaved import Interleaved, turn

from resources.problems import Damaged, Offline, Portal, Problem, Unavailable
from sync.abreast import Crew, Job, OneByOne, Streams, Threads, Work, alone, graver

CREWS: list[Callable[[], Crew]] = [OneByOne, lambda: Threads(4), lambda: Interleaved(Random(3), 4)]


class TheFirst(Random):
    """Draws whoever set out first."""

    def choice(self, seq: Any) -> Any:
        return seq[0]


def asking(name: str, work: Work, told: list[str]) -> Job[str]:
    """One request, and what is written down of it."""
    told.append(f"{name} claimed")
    try:
        found = yield work
    except Problem:
        told.append(f"{name} failed")
        raise
    told.append(f"{name} answered")
    return str(found)


def at(width: int, crew: Callable[[], Crew], stopwatch: Callable[[], float] = lambda: 0.0) -> Streams:
    """So many abreast."""
    streams = Streams(crew, stopwatch)
    streams.begins(str(width))
    return streams


def fails(problem: BaseException) -> Work:
    def work() -> None:
        raise problem

    return work


def taking(*jobs: Job[str]) -> Callable[[], Job[str] | None]:
    left = iter(jobs)
    return lambda: next(left, None)


@pytest.mark.parametrize("crew", CREWS)
def test_every_job_is_done_and_hears_its_own_answer(crew: Callable[[], Crew]) -> None:
    came: list[str] = []
    jobs = (asking(str(n), lambda n=n: 10 * n, []) for n in range(20))  # type: ignore[misc]
    at(3, crew).each(jobs, came.append, lambda: False)
    assert sorted(came, key=int) == [str(10 * n) for n in range(20)]


def test_a_job_of_several_requests_is_given_each_answer() -> None:
    def two() -> Job[int]:
        first = yield lambda: 3
        second = yield lambda: first + 4
        return int(second)

    assert alone(two()) == 7


def test_requests_really_go_at_once() -> None:
    met = threading.Barrier(3, timeout=60)
    came: list[str] = []
    at(3, lambda: Threads(3)).each((asking(n, met.wait, []) for n in "abc"), came.append, lambda: False)
    assert sorted(came) == ["0", "1", "2"]


def test_everything_but_the_request_happens_in_the_callers_thread() -> None:
    threads: list[threading.Thread] = []

    def job() -> Job[None]:
        threads.append(threading.current_thread())
        yield lambda: None
        threads.append(threading.current_thread())

    at(2, lambda: Threads(2)).each([job(), job()], lambda _: None, lambda: False)
    assert set(threads) == {threading.current_thread()}


def test_the_next_is_taken_as_soon_as_one_is_free_and_not_at_the_end_of_a_round() -> None:
    slow, told = threading.Event(), list[str]()

    def last() -> None:
        slow.set()

    jobs = [
        asking("slow", lambda: slow.wait(60), told),
        *(asking(n, int, told) for n in "bcd"),
        asking("e", last, told),
    ]
    at(2, lambda: Threads(2)).run(taking(*jobs), lambda _: None)
    assert told[-2:] in (["slow answered", "e answered"], ["e answered", "slow answered"])
    assert told.index("e claimed") < told.index("slow answered")


def test_a_stream_for_which_nothing_is_left_does_something_else_meanwhile() -> None:
    told: list[str] = []
    jobs = [asking(n, turn, told) for n in "abc"]
    others = [asking(n, turn, told) for n in "xyz"]
    at(2, lambda: Interleaved(TheFirst(1), 6)).run(taking(*jobs), lambda _: None, meanwhile=taking(*others))
    assert [said for said in told if said.endswith("claimed")] == [f"{n} claimed" for n in "abcxyz"]
    assert told.index("x claimed") < told.index("c answered")


def test_what_comes_while_streams_do_something_else_says_nothing_of_the_line() -> None:
    streams = at(2, lambda: Interleaved(TheFirst(1), 6))
    jobs, others = [asking(n, turn, []) for n in "abc"], [asking(n, turn, []) for n in "xyz"]
    came: list[str] = []
    streams.run(taking(*jobs), came.append, size=lambda _: 10, meanwhile=taking(*others))
    assert len(came) == 6
    assert (streams.pace.count, streams.pace.size) == (2, 20)  # c ended beside x


def test_nothing_else_is_begun_once_a_job_has_failed() -> None:
    told: list[str] = []
    jobs, others = [asking("a", fails(Offline("gone")), told)], [asking("x", int, told)]
    with pytest.raises(Offline):
        at(2, OneByOne).run(taking(*jobs), lambda _: None, meanwhile=taking(*others))
    assert told[:2] == ["a claimed", "a failed"] and "x claimed" not in told


def test_as_many_are_on_the_way_as_the_width_says_at_that_moment() -> None:
    told: list[str] = []
    streams = at(3, lambda: Interleaved(Random(1), 6))

    def narrows(_: str) -> None:
        streams.pace = streams.pace.broke()

    jobs = [asking(n, turn, told) for n in "abcde"]
    streams.run(taking(*jobs), narrows)
    assert told[:3] == ["a claimed", "b claimed", "c claimed"]
    assert told[-4:] == ["d claimed", "d answered", "e claimed", "e answered"]


def test_a_problem_ends_the_taking_and_those_on_the_way_are_still_written_down() -> None:
    told: list[str] = []
    jobs = [asking("a", fails(Offline("gone")), told), asking("b", turn, told), asking("c", turn, told)]
    with pytest.raises(Offline, match="gone"):
        at(2, lambda: Interleaved(TheFirst(), 2)).run(taking(*jobs), lambda _: None)
    assert told == ["a claimed", "b claimed", "a failed", "b answered"]


def test_a_problem_in_taking_waits_for_those_on_the_way() -> None:
    told: list[str] = []

    def take() -> Iterator[Job[str]]:
        yield asking("a", turn, told)
        raise Unavailable("The disk is full.")

    left = take()
    with pytest.raises(Unavailable, match="disk"):
        at(2, lambda: Interleaved(Random(1), 2)).run(lambda: next(left), lambda _: None)
    assert told == ["a claimed", "a answered"]


def test_the_gravest_problem_is_the_one_that_says_how_long_to_wait() -> None:
    broke, busy, longer = Offline("broke"), Unavailable("busy", retry_after=30), Unavailable("busy", retry_after=90)
    assert graver(None, broke) is broke
    assert graver(broke, busy) is busy
    assert graver(busy, broke) is busy
    assert graver(busy, longer) is longer
    assert graver(broke, Portal("another")) is broke


def test_a_bug_is_not_kept_quiet() -> None:
    with pytest.raises(ZeroDivisionError):
        alone(asking("a", lambda: 1 // 0, []))


def test_what_comes_through_while_all_are_busy_says_how_many_are_good_for_the_line() -> None:
    streams, more = at(2, lambda: Interleaved(Random(1), 6), count().__next__), count()
    jobs = taking(*(asking(str(n), turn, []) for n in range(9)))
    streams.run(jobs, lambda _: None, size=lambda _: 2 ** next(more))
    assert streams.pace.streams > 2
    alike = at(2, lambda: Interleaved(Random(1), 6), count().__next__)
    alike.run(taking(*(asking(str(n), turn, []) for n in range(9))), lambda _: None)
    assert alike.pace.streams == 2


def test_the_last_ones_which_leave_streams_empty_say_nothing_of_the_line() -> None:
    streams = at(2, lambda: Interleaved(Random(1), 6), count(step=60).__next__)
    streams.run(taking(asking("a", turn, []), asking("b", turn, [])), lambda _: None, size=lambda _: 1)
    assert streams.pace.streams == 2


def test_a_line_that_breaks_gets_half_as_many() -> None:
    streams = at(4, lambda: Interleaved(Random(1), 6))
    with pytest.raises(Offline):
        streams.run(taking(asking("a", fails(Offline("gone")), [])), lambda _: None, size=lambda _: 1)
    assert streams.pace.streams == 2


def test_once_stopped_nothing_more_is_taken() -> None:
    told: list[str] = []
    stopped = threading.Event()
    jobs = (asking(n, stopped.set, told) for n in "abc")
    Streams().each(jobs, lambda _: None, stopped.is_set)
    assert told == ["a claimed", "a answered"]


def test_a_job_that_needs_no_request_only_ends() -> None:
    def nothing() -> Job[str]:
        return "nothing to do"
        yield

    assert alone(nothing()) == "nothing to do"


def test_who_dies_leaves_the_others_on_their_way() -> None:
    class Dead(BaseException):
        pass

    told: list[str] = []

    def travels() -> None:
        try:
            turn()
        except Dead:
            told.append("b died on its way")
            raise

    jobs = [asking("a", fails(Dead()), told), asking("b", travels, told)]
    with pytest.raises(Dead):
        at(2, lambda: Interleaved(TheFirst(), 2, Dead)).run(taking(*jobs), lambda _: None)
    assert told == ["a claimed", "b claimed", "b died on its way"]


def test_what_is_drawn_from_a_seed_repeats_itself() -> None:
    def order(seed: int) -> list[str]:
        told: list[str] = []
        jobs = [asking(n, turn, told) for n in "abcdefgh"]
        at(4, lambda: Interleaved(Random(seed), 4)).run(taking(*jobs), lambda _: None)
        return told

    assert order(1) == order(1)
    assert len({tuple(order(seed)) for seed in range(5)}) > 1


def test_damage_of_one_is_for_its_own_job_to_decide() -> None:
    def forgiving() -> Job[str]:
        try:
            yield fails(Damaged("cut"))
        except Damaged:
            return "left out"
        return "whole"

    assert alone(forgiving()) == "left out"
