"""The state table of a workitem over HTTP (PS3.4 Table CC.1.1-2, api-contract.md 4.4): 4 states, 8 events, 3 Transaction UIDs.

What is answered, what the Warning field says, and in which state the workitem is afterwards.
"""

from itertools import count

import pytest
from support.restclient import web
from support.workitems import PERFORMED, an_item, state

RIGHT, WRONG = "2.25.7", "2.25.8"
KEYS = {"right": RIGHT, "wrong": WRONG, "missing": ""}
WAITING, RUNNING, DONE, OFF = STATES = ("SCHEDULED", "IN PROGRESS", "COMPLETED", "CANCELED")
NUMBERS = count(1000)
NO_KEY = "The Transaction UID is missing."
BAD_KEY = "The Transaction UID is incorrect."
NOT_NOW = "The submitted request is inconsistent with the state of the UPS Instance."
ALREADY = "The UPS is already in the requested state of {}."
UNCLAIMED = "The Target URI did not reference a claimed Workitem."
TOO_LATE = "The submitted request is inconsistent with the current state of the Workitem."

TABLE = {
    # event: {state: what is answered with the right, a wrong and no Transaction UID}, and the state it leads to
    "create": dict.fromkeys(STATES, ((400, ""), (400, ""), (409, ""))),
    "retrieve": dict.fromkeys(STATES, ((200, ""),) * 3),
    "update": {
        WAITING: ((400, UNCLAIMED), (400, UNCLAIMED), (200, "")),
        RUNNING: ((200, ""), (400, BAD_KEY), (400, NO_KEY)),
        DONE: ((400, TOO_LATE),) * 3,
        OFF: ((400, TOO_LATE),) * 3,
    },
    "to SCHEDULED": dict.fromkeys(STATES, ((400, NOT_NOW), (400, NOT_NOW), (400, NO_KEY))),
    "to IN PROGRESS": {
        WAITING: ((200, ""), (200, ""), (400, NO_KEY)),
        RUNNING: ((409, NOT_NOW), (400, BAD_KEY), (400, NO_KEY)),
        DONE: ((409, NOT_NOW), (400, BAD_KEY), (400, NO_KEY)),
        OFF: ((409, NOT_NOW), (400, BAD_KEY), (400, NO_KEY)),
    },
    "to COMPLETED": {
        WAITING: ((409, NOT_NOW), (409, NOT_NOW), (400, NO_KEY)),
        RUNNING: ((200, ""), (400, BAD_KEY), (400, NO_KEY)),
        DONE: ((200, ALREADY.format(DONE)), (400, BAD_KEY), (400, NO_KEY)),
        OFF: ((409, NOT_NOW), (400, BAD_KEY), (400, NO_KEY)),
    },
    "to CANCELED": {
        WAITING: ((409, NOT_NOW), (409, NOT_NOW), (400, NO_KEY)),
        RUNNING: ((200, ""), (400, BAD_KEY), (400, NO_KEY)),
        DONE: ((409, NOT_NOW), (400, BAD_KEY), (400, NO_KEY)),
        OFF: ((200, ALREADY.format(OFF)), (400, BAD_KEY), (400, NO_KEY)),
    },
    "request cancellation": {
        WAITING: ((202, ""),) * 3,
        RUNNING: ((409, NOT_NOW),) * 3,  # nobody is subscribed who could be told
        DONE: ((409, NOT_NOW),) * 3,
        OFF: ((202, ALREADY.format(OFF)),) * 3,
    },
}
LEADS_TO = {"request cancellation": OFF, **{f"to {each}": each for each in STATES}}
ROWS = [
    (event, begun, who, *answers[number])
    for event, column in TABLE.items()
    for begun, answers in column.items()
    for number, who in enumerate(KEYS)
]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (client, _):
        client.base_url = f"{client.base_url}/dicom-web"
        client.headers["Content-Type"] = "application/dicom+json"
        yield client


def a_workitem_that_is(known, wanted: str) -> str:
    uid = f"2.25.{next(NUMBERS)}"
    assert known.post(f"/workitems?{uid}", json=[an_item(**PERFORMED)]).status_code == 201
    for each in {WAITING: (), RUNNING: (RUNNING,), DONE: (RUNNING, DONE), OFF: (RUNNING, OFF)}[wanted]:
        assert known.put(f"/workitems/{uid}/state", json=[state(each, RIGHT)]).status_code == 200
    return uid


def happens(known, event: str, uid: str, key: str):
    said = {"00081195": {"vr": "UI", "Value": [key]}} if key else {}
    if event == "create":
        return known.post(f"/workitems?{uid}", json=[an_item(**said)])
    if event == "retrieve":
        return known.get(f"/workitems/{uid}" + (f"?transaction-uid={key}" if key else ""))
    if event == "update":
        return known.post(f"/workitems/{uid}", json=[{"00741204": {"vr": "LO", "Value": ["Again"]}, **said}])
    if event == "request cancellation":
        return known.post(
            f"/workitems/{uid}/cancelrequest", json=[{"00741238": {"vr": "LT", "Value": ["ill"]}, **said}]
        )
    return known.put(f"/workitems/{uid}/state", json=[state(event.removeprefix("to "), key)])


@pytest.mark.parametrize(("event", "begun", "who", "status", "warning"), ROWS)
def test_each_event_in_each_state_is_answered_as_the_standard_says(known, event, begun, who, status, warning) -> None:
    uid = a_workitem_that_is(known, begun)
    answer = happens(known, event, uid, KEYS[who])
    assert (answer.status_code, answer.headers.get("warning", "").partition(": ")[2]) == (status, warning)
    moved = status < 300 and event in LEADS_TO
    shown = known.get(f"/workitems/{uid}").json()
    assert shown["00741000"]["Value"] == [LEADS_TO[event] if moved else begun]
    assert shown["00741204"]["Value"] == ["Again" if event == "update" and status == 200 else "Eye screening"]


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 4 * 8 * 3
