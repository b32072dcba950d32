from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Offline, Unavailable
from sync.retry import due, is_over, next_try, retry_after

NOW = datetime(2026, 11, 18, 7, 52, tzinfo=UTC)


@given(st.integers(-1, 10_000), st.integers())
def test_the_wait_grows_with_jitter_and_never_beyond_five_minutes(attempt: int, seed: int) -> None:
    wait = (next_try(attempt, Offline("No network."), NOW, Random(seed)) - NOW).total_seconds()
    assert 0 <= wait <= min(300.0, 2.0 * 2.0 ** min(max(attempt, 0), 16))


def test_two_laptops_do_not_come_back_at_the_same_moment() -> None:
    waits = {next_try(5, None, NOW, Random(seed)) for seed in range(50)}
    assert len(waits) == 50


def test_what_headquarters_asked_for_is_the_least_to_wait() -> None:
    for seed in range(20):
        wait = next_try(0, Unavailable("Busy.", retry_after=120), NOW, Random(seed)) - NOW
        assert timedelta(seconds=120) <= wait <= timedelta(seconds=122)


@pytest.mark.parametrize(
    ("text", "date", "seconds"),
    [
        ("300", None, 300),
        ("0", None, 1),
        ("1000000000", None, 3600),
        ("9" * 500, None, 3600),
        ("Wed, 18 Nov 2026 07:54:00 GMT", None, 120),
        ("Wed, 18 Nov 2026 07:54:00 GMT", "Wed, 18 Nov 2026 07:53:00 GMT", 60),
        ("Wed, 18 Nov 2026 07:00:00 GMT", None, 1),
        ("Wed, 18 Nov 2099 07:00:00 GMT", "rubbish", 3600),
        ("soon", None, None),
        ("-5", None, None),
        ("٣", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_retry_after_is_read_as_number_or_date_and_clamped(
    text: str | None, date: str | None, seconds: float | None
) -> None:
    assert retry_after(text, date, NOW) == seconds


@pytest.mark.parametrize(
    ("ahead", "is_due"),
    [(None, True), (-1, True), (0, True), (1, False), (3600, False), (10 * 365 * 86400, True)],
)
def test_a_time_written_by_a_wrong_clock_does_not_hold_a_picture_for_years(ahead: float | None, is_due: bool) -> None:
    assert due(None if ahead is None else NOW + timedelta(seconds=ahead), NOW) is is_due


def test_never_and_a_clock_that_jumped_back_count_as_long_ago() -> None:
    assert is_over(None, 600, NOW)
    assert not is_over(NOW - timedelta(seconds=599), 600, NOW) and is_over(NOW - timedelta(seconds=600), 600, NOW)
    assert not is_over(NOW + timedelta(seconds=1), 600, NOW) and is_over(NOW + timedelta(days=3650), 600, NOW)
