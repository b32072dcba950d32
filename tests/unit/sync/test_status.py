from datetime import UTC, datetime, timedelta

import pytest

from sync.quoting import with_words
from sync.status import Standing, Trouble, service_sentence, tally_sentence, troubles_of

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(
    ("confirmed", "not_yet", "sentence"),
    [
        (0, 0, "There is nothing to send yet."),
        (0, 1, "1 picture is not yet confirmed by headquarters."),
        (9, 2, "2 pictures are not yet confirmed by headquarters."),
        (9, 0, "Headquarters has confirmed everything."),
    ],
)
def test_everything_is_said_to_be_confirmed_only_when_it_is(confirmed: int, not_yet: int, sentence: str) -> None:
    assert tally_sentence(confirmed, not_yet) == sentence


@pytest.mark.parametrize(
    ("standing", "problem", "at", "sentence"),
    [
        (Standing.NOT_CONFIGURED, "", "", "No headquarters is set up. Everything stays safe on this laptop."),
        (Standing.WORKING, "", "", "Talking to headquarters."),
        (Standing.OFFLINE, "No way.", "14:05", "No way. Trying again at 14:05."),
        (Standing.PORTAL, "A login page.", "", "A login page."),
        (Standing.IDLE, "", "", "Headquarters has confirmed everything."),
    ],
)
def test_each_state_has_its_sentence(standing: Standing, problem: str, at: str, sentence: str) -> None:
    assert service_sentence(standing, problem, 3, 0, at) == sentence


def test_those_that_say_the_same_of_ours_are_one_with_the_first_quotation_and_the_earliest_next_try() -> None:
    refused, later = "Headquarters does not allow this.", NOON + timedelta(minutes=20)
    first, second = with_words(refused, "one"), with_words(refused, "two")
    found = troubles_of([(first, later), ("Another.", None), (second, NOON), (refused, None)])
    assert found == (Trouble(first, 3, NOON), Trouble("Another.", 1, None))
