"""ImagingStudy, one at a time: read and vread, create, update, patch, delete, each also on a condition; and what it once was."""

import re
from datetime import datetime
from typing import Any

from resources.fhir import searching
from resources.fhir.exchange import Answer, Ask, Resource, check_match, etag, is_known, validators
from resources.fhir.imagingstudy import resource_of, statement_of
from resources.fhir.problems import Stale, Unprocessable
from resources.http.validators import versions_in
from resources.problems import Conflict, Gone, Invalid, NotFound
from resources.store import lookups, statements, studies, studyhistory
from resources.store.rows import StudyRow
from resources.store.statements import StudyStatement
from resources.store.studyhistory import Past, Wanted
from resources.terms import Operation
from resources.wire import jsonpatch
from resources.wire.fhir import bundle, outcome
from resources.wire.fhirdates import interval
from resources.wire.fhirtypes import TEXTS

KIND = "ImagingStudy"
ID = re.compile(TEXTS["id"])
METHODS = {Operation.CREATE: "POST", Operation.AMEND: "PUT", Operation.FORGET: "DELETE"}


def find(ask: Ask, key: str) -> StudyRow:
    """By its FHIR id and nothing else. Raises Gone or NotFound."""
    row = studies.study(ask.unit, key)
    if row.uuid != key:
        raise NotFound("There is no such study.")
    return row


def shown(ask: Ask, row: StudyRow) -> Resource:
    """As it is now."""
    return resource_of(row, row.patient.uuid if row.patient else None, ask.unit.store.zone)


def read(ask: Ask, key: str) -> Answer:
    """One study, or 304."""
    row = find(ask, key)
    if is_known(ask, row.version, row.changed_at):
        return Answer(304, None, validators(row.version, row.changed_at))
    return Answer(200, searching.one(ask, shown(ask, row)), validators(row.version, row.changed_at))


def vread(ask: Ask, key: str, version: str) -> Answer:
    """One version of a study. Raises Gone for the one that removed it."""
    uid = _uid_of(ask, key)
    if not re.fullmatch(r"[1-9][0-9]{0,9}", version):
        raise searching.no_such_version()
    past = studyhistory.version(ask.unit, uid, int(version))
    if past.row is None:
        raise Gone("In this version the study was removed.")
    facts = validators(past.change.version, past.change.at)
    return Answer(200, searching.one(ask, _then(ask, past)), facts)


def create(ask: Ask) -> Answer:
    """A new study, unless If-None-Exist finds one. The client's id means nothing."""
    body = document(ask)
    if condition := ask.header("if-none-exist"):
        found = _matches(ask, condition)
        if found:
            return _written(ask, found[0], 200)
    row = statements.create(ask.unit, statement_of(ask.unit, body, ask.context.bases))
    return _written(ask, row, 201)


def update(ask: Ask, key: str) -> Answer:
    """Another content; or a new study under an id that a client gave, so that ids made without a network survive."""
    body = document(ask)
    if not isinstance(body.get("id"), str) or body["id"] != key:
        raise Invalid(
            "The id in the body and the id in the address are not the same.", fields={"ImagingStudy.id": "differs"}
        )
    if not ID.fullmatch(key):
        raise Invalid("This is not an id of FHIR.", fields={"ImagingStudy.id": "is not an id"})
    try:
        row = find(ask, key)
    except Gone:
        row = None
    except NotFound:
        return _first(ask, key, body)
    return _replaced(ask, key, row, body)


def update_where(ask: Ask) -> Answer:
    """Update what the condition finds: nothing is a create, several are refused."""
    body = document(ask)
    found = searching.matching(ask, searching.study_criteria(ask, ask.query))
    if len(found) > 1:
        raise Stale("More than one study fits this condition.")
    if not found:
        if versions_in(ask.header("if-match")):
            raise Stale("No study fits this condition.")
        return _written(ask, statements.create(ask.unit, statement_of(ask.unit, body, ask.context.bases)), 201)
    if body.get("id", found[0].uuid) != found[0].uuid:
        raise Invalid("The id in the body is of another study.", fields={"ImagingStudy.id": "differs"})
    return _replaced(ask, found[0].uuid, found[0], body)


def patch(ask: Ask, key: str) -> Answer:
    """A JSON Patch (RFC 6902)."""
    return _patched(ask, find(ask, key))


def patch_where(ask: Ask) -> Answer:
    """A JSON Patch of the one study that the condition finds."""
    found = searching.matching(ask, searching.study_criteria(ask, ask.query))
    if not found:
        raise NotFound("No study fits this condition.")
    if len(found) > 1:
        raise Stale("More than one study fits this condition.")
    return _patched(ask, found[0])


def delete(ask: Ask, key: str) -> Answer:
    """Remove a study; a second time changes nothing."""
    try:
        row = find(ask, key)
    except Gone:
        return Answer(204)
    return _removed(ask, row)


def delete_where(ask: Ask) -> Answer:
    """Remove the one study that the condition finds."""
    found = searching.matching(ask, searching.study_criteria(ask, ask.query))
    if len(found) > 1:
        raise Stale("More than one study fits this condition.")
    return _removed(ask, found[0]) if found else Answer(204)


def history(ask: Ask, key: str) -> Answer:
    """All versions of one study, the newest first."""
    return _history(ask, (KIND, key, "_history"), _uid_of(ask, key))


def history_of_type(ask: Ask) -> Answer:
    """All versions of all studies, the newest first."""
    return _history(ask, (KIND, "_history"), "")


def document(ask: Ask) -> dict[str, Any]:
    """The ImagingStudy in the body. Raises Invalid for anything else."""
    if not isinstance(ask.body, dict) or ask.body.get("resourceType") != KIND:
        raise Invalid("The body is not an ImagingStudy.", fields={KIND: "is not what the body is"})
    return ask.body


def _uid_of(ask: Ask, key: str) -> str:
    """Also of a study that was removed: its past stays. Raises NotFound."""
    found = studies.uid_of(ask.unit, key)
    if found is None:
        raise NotFound("There is no such study.")
    return found


def _then(ask: Ask, past: Past) -> Resource:
    if past.row is None:
        raise Gone("In this version the study was removed.")
    return resource_of(past.row, past.patient_uuid, ask.unit.store.zone)


def _matches(ask: Ask, condition: str) -> list[StudyRow]:
    """What If-None-Exist finds. Raises Stale for several."""
    from urllib.parse import parse_qsl

    query = parse_qsl(condition.rpartition("?")[2], keep_blank_values=True)
    found = searching.matching(ask, searching.study_criteria(ask, query))
    if len(found) > 1:
        raise Stale("More than one study fits this condition.")
    return found


def _first(ask: Ask, key: str, body: dict[str, Any]) -> Answer:
    if versions_in(ask.header("if-match")):
        raise Stale("There is no such study yet.")
    row = statements.create(ask.unit, statement_of(ask.unit, body, ask.context.bases), uuid=key)
    return _written(ask, row, 201)


def _replaced(ask: Ask, key: str, row: StudyRow | None, body: dict[str, Any]) -> Answer:
    """Write the new content, unless it is the old one. A study that was removed comes back."""
    if row is not None:
        check_match(ask, row.version)
        if "*" in versions_in(ask.header("if-none-match")):
            raise Stale("There is such a study already.")
    elif ask.header("if-match"):
        raise Stale("The study was removed.")
    said = statement_of(ask.unit, body, ask.context.bases)
    if row is not None and _same(shown(ask, row), body):
        return _written(ask, row, 200)
    before = row or statements.restore(ask.unit, key)
    return _written(ask, _content(ask, before, said), 200 if row else 201)


def _content(ask: Ask, row: StudyRow, said: StudyStatement) -> StudyRow:
    """Give a study another content. Raises Unprocessable for what our rules do not allow."""
    try:
        return statements.replace(ask.unit, row, said)
    except Invalid as problem:
        raise Unprocessable(problem.sentence, fields=problem.fields) from problem


def _same(now: Resource, body: Resource) -> bool:
    """Whether the body says what is here already; what the server alone says does not count."""
    return _without_server_parts(now) == _without_server_parts(body)


def _without_server_parts(resource: Resource) -> Resource:
    meta = {k: v for k, v in resource.get("meta", {}).items() if k not in ("versionId", "lastUpdated")}
    own = ("id", "meta", "numberOfSeries", "numberOfInstances")
    series = [{k: v for k, v in one.items() if k != "numberOfInstances"} for one in resource.get("series", ())]
    return {**{k: v for k, v in resource.items() if k not in own}, "meta": meta, "series": series}


def _patched(ask: Ask, row: StudyRow) -> Answer:
    check_match(ask, row.version)
    now = shown(ask, row)
    try:
        body = jsonpatch.applied(now, jsonpatch.check(ask.body))
    except Conflict as problem:
        raise Unprocessable(problem.sentence) from problem
    if not isinstance(body, dict) or body.get("resourceType") != KIND or body.get("id") != row.uuid:
        raise Unprocessable("A patch changes neither the type nor the id.")
    said = statement_of(ask.unit, body, ask.context.bases)
    if _same(now, body):
        return _written(ask, row, 200)
    return _written(ask, _content(ask, row, said), 200)


def _removed(ask: Ask, row: StudyRow) -> Answer:
    check_match(ask, row.version)
    if lookups.is_being_made(ask.unit, row.study_uid):
        raise Conflict("An examination of this study is in progress.")
    gone = studies.forget(ask.unit, row.study_uid)
    return Answer(204, None, {"ETag": etag(gone.version + 1)})


def _written(ask: Ask, row: StudyRow, status: int) -> Answer:
    headers = validators(row.version, row.changed_at)
    if status == 201:
        headers["Location"] = ask.url(KIND, row.uuid, "_history", row.version)
    if "return=minimal" in ask.prefers:
        return Answer(status, None, headers)
    if "return=OperationOutcome" in ask.prefers:
        return Answer(status, outcome("informational", "It is kept.", severity="information"), headers)
    return Answer(status, shown(ask, row), headers)


def _history(ask: Ask, steps: tuple[str, ...], uid: str) -> Answer:
    form = searching.form_of(ask, KIND, lenient=True)
    since = _since(ask)
    before = _before(ask)
    wanted = Wanted(uid, since, before, form.size + 1)
    found = studyhistory.versions(ask.unit, wanted) if form.size else []
    page = found[: form.size]
    used = tuple((key, value) for key, value in ask.query if key in ("_count", "_since") and value)
    links = {"self": ask.url(*steps, query=used)}
    if len(found) > form.size and page:
        links["next"] = ask.url(*steps, query=(*used, ("_before", str(page[-1].change.seq))))
    total = studyhistory.count(ask.unit, wanted)
    return Answer(200, bundle("history", [_entry(ask, past) for past in page], total=total, links=links))


def _since(ask: Ask) -> datetime | None:
    text = ask.asked("_since")
    return interval(text, ask.unit.store.zone).low if text else None


def _before(ask: Ask) -> int | None:
    text = ask.asked("_before")
    if text and not re.fullmatch(r"[0-9]{1,15}", text):
        raise Invalid("This page does not belong to this history.", fields={"_before": "is not ours"})
    return int(text) if text else None


def _entry(ask: Ask, past: Past) -> Resource:
    change = past.change
    uuid = past.row.uuid if past.row else studies.uuid_of(ask.unit, change.uid)
    url = KIND if change.operation is Operation.CREATE else f"{KIND}/{uuid}"
    request = {"method": METHODS[change.operation], "url": url}
    if past.row is None:
        return {"request": request}
    return {"fullUrl": ask.url(KIND, uuid), "resource": _then(ask, past), "request": request}
