"""The state table of the Unified Procedure Step: 4 states, 8 events, the right, a wrong and a missing Transaction UID."""

import pytest

from resources.dicomweb import steps
from resources.dicomweb.steps import CANCELED, COMPLETED, IN_PROGRESS, SCHEDULED

KEY = "2.25.7"
KEYS = {SCHEDULED: None, IN_PROGRESS: KEY, COMPLETED: KEY, CANCELED: KEY}
GIVEN = {"right": KEY, "wrong": "2.25.8", "missing": ""}
CHANGES = {
    # wanted: {state: status with the right key}
    SCHEDULED: {SCHEDULED: 400, IN_PROGRESS: 400, COMPLETED: 400, CANCELED: 400},
    IN_PROGRESS: {SCHEDULED: 200, IN_PROGRESS: 409, COMPLETED: 409, CANCELED: 409},
    COMPLETED: {SCHEDULED: 409, IN_PROGRESS: 200, COMPLETED: 200, CANCELED: 409},
    CANCELED: {SCHEDULED: 409, IN_PROGRESS: 200, COMPLETED: 409, CANCELED: 200},
}
ROWS = [
    (state, wanted, who, status)
    for wanted, column in CHANGES.items()
    for state, right in column.items()
    for who, status in (
        ("right", right),
        ("wrong", right if state is SCHEDULED else 400),  # nobody has claimed it yet: every key is right
        ("missing", 400),
    )
]


@pytest.mark.parametrize(("state", "wanted", "who", "status"), ROWS)
def test_a_state_changes_as_the_table_says(state, wanted, who, status) -> None:
    verdict = steps.change(state, wanted, KEYS[state], GIVEN[who])
    assert verdict.status == status
    assert verdict.moves == (status == 200 and state is not wanted)
    if who == "missing":
        assert verdict.warning == "The Transaction UID is missing."
    elif who == "wrong" and state is not SCHEDULED and wanted is not SCHEDULED:
        assert verdict.warning == "The Transaction UID is incorrect."
    elif status == 200 and state is wanted:
        assert verdict.warning == f"The UPS is already in the requested state of {state.value}."
    elif status != 200:
        assert verdict.warning == "The submitted request is inconsistent with the state of the UPS Instance."


def test_nothing_is_completed_before_it_says_what_was_performed() -> None:
    assert steps.change(IN_PROGRESS, COMPLETED, KEY, KEY, is_final=False).status == 409
    assert steps.change(IN_PROGRESS, CANCELED, KEY, KEY, is_final=False).status == 200


@pytest.mark.parametrize("wanted", [COMPLETED, CANCELED])
def test_what_a_camera_has_begun_no_client_ends(wanted) -> None:
    assert steps.change(IN_PROGRESS, wanted, None, KEY) == steps.Verdict(400, steps.INCORRECT)


@pytest.mark.parametrize(
    ("state", "who", "status"),
    [
        (SCHEDULED, "right", 400),
        (SCHEDULED, "wrong", 400),
        (SCHEDULED, "missing", 200),
        (IN_PROGRESS, "right", 200),
        (IN_PROGRESS, "wrong", 400),
        (IN_PROGRESS, "missing", 400),
        *((state, who, 400) for state in (COMPLETED, CANCELED) for who in GIVEN),
    ],
)
def test_attributes_change_only_for_who_may(state, who, status) -> None:
    verdict = steps.amend(state, KEYS[state], GIVEN[who])
    assert (verdict.status, verdict.moves) == (status, status == 200)


@pytest.mark.parametrize(
    ("state", "hears", "status", "moves"),
    [
        (SCHEDULED, False, 202, True),
        (SCHEDULED, True, 202, True),
        (IN_PROGRESS, True, 202, False),
        (IN_PROGRESS, False, 409, False),
        (CANCELED, False, 202, False),
        (COMPLETED, True, 409, False),
    ],
)
def test_a_cancellation_is_asked_for_as_the_table_says(state, hears, status, moves) -> None:
    verdict = steps.cancel(state, somebody_hears=hears)
    assert (verdict.status, verdict.moves) == (status, moves)
