"""UPS-RS (PS3.18 chapter 11): workitems made, shown, changed, claimed, ended, cancelled and searched.

They are the same that the camera's worklist shows. Every spelling of a Transaction UID and of a workitem's UID
that clients use is read.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from resources.dicomweb import steps
from resources.dicomweb.desk import Desk
from resources.dicomweb.negotiation import JSON, XML
from resources.dicomweb.search import NOT_QUERIES, asked
from resources.dicomweb.steps import Verdict
from resources.http import jsonbody
from resources.problems import Invalid, Unsupported
from resources.store import Unit, procedures, subscriptions, workitems
from resources.store.procedures import Procedure, data_set
from resources.store.queries import EVERYWHERE, Level
from resources.store.workitems import Request
from resources.terms import WorkitemState
from resources.wire.dates import moment_of, offset_of
from resources.wire.dicomjson import Json
from resources.wire.dicomxml import read_xml
from resources.wire.matching import condition, fits
from resources.wire.multipart import media_type
from resources.wire.uids import is_uid

STATE, TRANSACTION = procedures.STATE, procedures.TRANSACTION_UID
MODIFIED = "The Workitem was updated with modifications."
_REQUIRED = {
    STATE: "state",
    "00404041": "input readiness",
    "00404005": "start",
    "00741200": "priority",
    "00741204": "label",
}
_PROGRESS, _STATION, _PERFORMERS = "00741002", "00404025", "00404034"
_FIXED = frozenset({"00080016", "00080018", STATE, TRANSACTION})
_OF_CANCELLING = frozenset({"00741238", "0074100A", "0074100C", "0074100E"})


async def create(desk: Desk) -> Response:
    """N-CREATE: 201 and where it is."""
    return await run_in_threadpool(_create, desk, await body_of(desk))


async def amend(desk: Desk) -> Response:
    """N-SET: some attributes, each whole."""
    return await run_in_threadpool(_amend, desk, await body_of(desk))


async def change_state(desk: Desk) -> Response:
    """N-ACTION: claim, complete or cancel."""
    return await run_in_threadpool(_change_state, desk, await body_of(desk))


async def request_cancellation(desk: Desk) -> Response:
    """N-ACTION: ask that it be cancelled; the body may say why."""
    return await run_in_threadpool(_request_cancellation, desk, await body_of(desk, required=False))


async def body_of(desk: Desk, *, required: bool = True) -> Json:
    """The data set of a request: one, or a list of one, in JSON or XML. Raises Invalid or Unsupported."""
    raw = await desk.request.body()
    if not raw.strip() and not required:
        return {}
    kind = media_type(desk.request.headers.get("content-type", "")).name
    if kind == XML:
        return read_xml(raw)
    if kind not in (JSON, "application/json"):
        raise Unsupported(f"A workitem comes as {JSON} or {XML}.")
    found = jsonbody.read(raw)
    one = found[0] if isinstance(found, list) and len(found) == 1 else found
    if not isinstance(one, dict) or not all(isinstance(said, dict) for said in one.values()):
        raise Invalid("The body is not one data set.")
    return {str(tag).upper(): said for tag, said in one.items()}


def text(data: Mapping[str, Any], tag: str) -> str:
    """The first value of an attribute as text, empty for none."""
    values = data.get(tag, {}).get("Value")
    return str(values[0]).strip() if isinstance(values, list) and values and values[0] is not None else ""


# --- making and showing -----------------------------------------------------------------------------------------------


def _create(desk: Desk, body: Json) -> Response:
    uid = _new_uid(desk, body)
    with desk.write() as unit:
        uid = uid or unit.new_uid()
        workitems.create(unit, uid, _request(desk, body))
    where = desk.url("workitems", uid)
    return Response(status_code=201, headers={"Location": where, "Content-Location": where})


def _new_uid(desk: Desk, body: Json) -> str:
    """``?1.2.3``, ``?workitem=``, ``?AffectedSOPInstanceUID=``, SOP Instance UID in the body, or none. Raises Invalid."""
    for key, value in desk.request.query_params.multi_items():
        if not value and is_uid(key):
            return key
        if key.lower() in ("workitem", "affectedsopinstanceuid"):
            body = {"00080018": {"Value": [value]}}
    uid = text(body, "00080018")
    if uid and not is_uid(uid):
        raise Invalid("The UID of the workitem is not a UID.")
    return uid


def _request(desk: Desk, body: Json) -> Request:
    """What N-CREATE requires (PS3.4 Table CC.2.5-3). Raises Invalid."""
    wrong = {tag: f"{name} is missing" for tag, name in _REQUIRED.items() if not text(body, tag)}
    if text(body, STATE) not in ("", "SCHEDULED"):
        wrong[STATE] = "must be SCHEDULED"
    if text(body, TRANSACTION):
        wrong[TRANSACTION] = "must be empty"
    if text(body, "00741200") not in ("", "HIGH", "MEDIUM", "LOW"):
        wrong["00741200"] = "is HIGH, MEDIUM or LOW"
    begins = _moment(desk, text(body, "00404005"))
    if begins is None and "00404005" not in wrong:
        wrong["00404005"] = "is not a date and time"
    if wrong or begins is None:
        raise Invalid("The workitem is not as it must be to be created.", fields=wrong)
    stations = body.get(_STATION, {}).get("Value") or [{}]
    return Request(
        attributes={tag: said for tag, said in body.items() if tag not in _FIXED},
        scheduled_at=begins,
        label=text(body, "00741204"),
        priority=text(body, "00741200"),
        station_ae_title=text(stations[0], "00080100") if isinstance(stations[0], dict) else "",
        study_uid=text(body, "0020000D"),
        accession_number=text(body, "00080050"),
        patient_number=text(body, "00100020"),
    )


def _moment(desk: Desk, dt: str) -> datetime | None:
    """A DT (PS3.5 6.2) as a moment; without an offset it is the camp's time."""
    plain, offset = (dt[:-5], dt[-5:]) if offset_of(dt[-5:]) else (dt, "")
    day, time = plain[:8], plain[8:]
    return moment_of(day, time, offset, desk.store.zone) if plain.replace(".", "").isdigit() else None


def show(desk: Desk) -> Response:
    """The workitem as it stands."""
    with desk.read() as unit:
        found = procedures.procedure(unit, desk.request.path_params["workitem"])
    return desk.data_set(data_set(found))


def search(desk: Desk) -> Response:
    """Workitems by their attributes; every item of every sequence counts."""
    items = desk.request.query_params.multi_items()
    paging = asked(Level.STUDY, EVERYWHERE, [(key, value) for key, value in items if key.lower() in NOT_QUERIES])
    wanted = [condition(key, value) for key, value in items if key.lower() not in NOT_QUERIES]
    with desk.read() as unit:
        shown = [data_set(one) for one in procedures.procedures(unit)]
    fitting = [one for one in shown if all(fits(one, each, fuzzy=paging.question.fuzzy) for each in wanted)]
    rest = len(fitting) - paging.offset - paging.limit
    if rest > 0:
        desk.warn(f"There are {rest} additional results that can be requested")
    return desk.data_sets(fitting[paging.offset : paging.offset + paging.limit])


# --- changing ---------------------------------------------------------------------------------------------------------


def _transaction(desk: Desk, body: Json) -> str:
    """The key as ``?transaction-uid=``, ``?transaction=``, bare, or in the body (dcm4chee-arc #4963 tells the history)."""
    for key, value in desk.request.query_params.multi_items():
        if key.lower() in ("transaction-uid", "transaction", "transactionuid"):
            return value.strip()
        if not value and is_uid(key):
            return key
    return text(body, TRANSACTION)


def _found(unit: Unit, desk: Desk) -> tuple[Procedure, WorkitemState]:
    one = procedures.procedure(unit, desk.request.path_params["workitem"])
    return one, WorkitemState(one.state)


def _answer(desk: Desk, verdict: Verdict) -> Response:
    if verdict.warning:
        desk.warn(verdict.warning)
    return desk.warned(Response(status_code=verdict.status))


def _amend(desk: Desk, body: Json) -> Response:
    if STATE in body:
        raise Invalid("The state of a workitem is changed at its own address.")
    wanted = {tag: said for tag, said in body.items() if tag not in _FIXED}
    with desk.write() as unit:
        one, state = _found(unit, desk)
        verdict = steps.amend(state, one.transaction_uid, _transaction(desk, body))
        if verdict.moves:
            workitems.amend(unit, one.workitem_uid, wanted)
            _tell_of(unit, one.workitem_uid, wanted)
    if verdict.moves and {"00080016", "00080018"} & body.keys():
        desk.warn(MODIFIED)
    return _answer(desk, verdict)


def _tell_of(unit: Unit, uid: str, wanted: Json) -> None:
    if _PROGRESS in wanted:
        subscriptions.report(unit, uid, subscriptions.PROGRESS_REPORT, {_PROGRESS: wanted[_PROGRESS]})
    if wanted.keys() & {_STATION, _PERFORMERS}:
        more = {tag: wanted[tag] for tag in (_STATION, _PERFORMERS) if tag in wanted}
        subscriptions.report(unit, uid, subscriptions.ASSIGNED, more)


def _change_state(desk: Desk, body: Json) -> Response:
    try:
        wanted = WorkitemState(text(body, STATE))
    except ValueError as error:
        raise Invalid("The wanted state is not one that a workitem can have.") from error
    given = _transaction(desk, body)
    with desk.write() as unit:
        one, state = _found(unit, desk)
        verdict = steps.change(state, wanted, one.transaction_uid, given, is_final=_is_final(one))
        if verdict.moves:
            claimed = given if wanted is WorkitemState.IN_PROGRESS else None
            workitems.move(unit, one.workitem_uid, wanted, transaction_uid=claimed)
    return _answer(desk, verdict)


def _is_final(one: Procedure) -> bool:
    """Whether it says what was performed (PS3.4 Table CC.2.5-3, final state); a claimed item of our own desk need not."""
    if not one.attributes:
        return True
    performed = one.attributes.get("00741216", {}).get("Value") or [{}]
    said = performed[0] if isinstance(performed[0], dict) else {}
    return bool(text(said, "00404050") and text(said, "00404051"))


def _request_cancellation(desk: Desk, body: Json) -> Response:
    why = {tag: said for tag, said in body.items() if tag in _OF_CANCELLING}
    with desk.write() as unit:
        one, state = _found(unit, desk)
        told = 0
        if state is WorkitemState.IN_PROGRESS:
            told = subscriptions.report(unit, one.workitem_uid, subscriptions.CANCEL_REQUESTED, why)
        verdict = steps.cancel(state, somebody_hears=told > 0)
        if verdict.moves:  # PS3.4 CC.2.2.3: as if claimed and cancelled
            workitems.move(unit, one.workitem_uid, WorkitemState.IN_PROGRESS)
            workitems.move(unit, one.workitem_uid, WorkitemState.CANCELED)
    return _answer(desk, verdict)
