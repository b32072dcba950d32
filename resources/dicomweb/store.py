"""STOW-RS (PS3.18 10.5): instances come in, and each is answered for itself.

Everything is received before anything is filed, and all of it is filed in one unit. What was complete before a message broke off
is stored all the same; half an instance never is. The same bytes again are a success; other bytes under a known UID are kept
aside and answered as a failure.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from resources.dicomweb.describing import Described
from resources.dicomweb.desk import Desk
from resources.dicomweb.negotiation import DICOM, JSON, XML
from resources.dicomweb.receiving import CANNOT_UNDERSTAND, OUT_OF_RESOURCES, Failure, Instances, Received, Receiving
from resources.dicomweb.search import said
from resources.http.limits import INSTANCE_CAP
from resources.problems import Invalid, Problem, StorageFull, Unsupported
from resources.store import Unit, filing, studies
from resources.store.rows import Arrival
from resources.terms import Origin
from resources.wire.dicomjson import Json
from resources.wire.multipart import boundary_of, media_type

log = logging.getLogger(__name__)
GATHERED = 2 << 20
"""Bytes that are gathered before they are handed to a thread: a picture of an eye has about so many."""
PROCESSING_FAILURE = 0x0110  # PS3.7 C.5.14
COERCED = 0xB000  # PS3.4 B.2.3
FROM_WEB = Arrival(Origin.REST)


class Stored(NamedTuple):
    """An instance that is here now."""

    sop_class_uid: str
    instance_uid: str
    study_uid: str
    series_uid: str
    warning: int = 0


async def store(desk: Desk) -> Response:
    """Take in what the body holds, and answer for each instance."""
    media = media_type(desk.request.headers.get("content-type", ""))
    if media.name == DICOM:
        return await _single(desk)
    if media.name != "multipart/related":
        raise Unsupported("Instances come as multipart/related or as application/dicom.")
    root, boundary = media.root or DICOM, boundary_of(desk.request.headers.get("content-type", ""))
    if root == DICOM:
        return await _files(desk, boundary)
    if root in (JSON, XML):
        return await _described(desk, boundary, root)
    raise Unsupported(f"Parts of the type {root[:80]} are not taken.")


async def _single(desk: Desk) -> Response:
    """The body is one file (PS3.18 10.5.1.1)."""
    sink = Instances(desk.store, INSTANCE_CAP, _wanted(desk))
    sink.begin(media_type(DICOM), {})

    def ended(last: bytes) -> Response:
        sink.feed(last)
        sink.end()
        return _answer(desk, sink.found)

    try:
        return await run_in_threadpool(ended, await _pour(desk, sink.feed))
    except BaseException:
        sink.discard()
        raise


async def _files(desk: Desk, boundary: bytes) -> Response:
    sink = Instances(desk.store, INSTANCE_CAP, _wanted(desk))
    receiving = Receiving(boundary, sink)

    def ended(last: bytes) -> Response:
        try:
            receiving.feed(last)
            receiving.close()
        except Problem as problem:
            broke_off(problem)
        return _answer(desk, sink.found)

    def broke_off(broken: Problem | ClientDisconnect) -> None:
        """What was complete by then is stored all the same."""
        sink.discard()
        if not any(isinstance(one, Received) for one in sink.found):
            raise _as_invalid(broken) from broken
        sentence = broken.sentence if isinstance(broken, Problem) else "The message broke off."
        sink.found.append(Failure(CANNOT_UNDERSTAND, sentence))

    try:
        last = await _pour(desk, receiving.feed)
    except (Problem, ClientDisconnect) as broken:
        await run_in_threadpool(broke_off, broken)
        return await run_in_threadpool(_answer, desk, sink.found)
    return await run_in_threadpool(ended, last)


async def _described(desk: Desk, boundary: bytes, root: str) -> Response:
    sink = Described(desk.store, root, INSTANCE_CAP, _wanted(desk))
    receiving = Receiving(boundary, sink)

    def ended(last: bytes) -> Sequence[Received | Failure]:
        receiving.feed(last)
        receiving.close()
        return sink.assemble()

    try:
        found = await run_in_threadpool(ended, await _pour(desk, receiving.feed))
    except Problem as broken:
        raise _as_invalid(broken) from broken
    finally:
        await run_in_threadpool(sink.discard)
    return await run_in_threadpool(_answer, desk, found)


def _wanted(desk: Desk) -> str:
    """The study that the address names, empty for any."""
    return str(desk.request.path_params.get("study", ""))


def _as_invalid(broken: Exception) -> Exception:
    """A message that ended early is the sender's fault: 400."""
    if not isinstance(broken, Problem) or isinstance(broken, Invalid | StorageFull):
        return broken
    return Invalid(broken.sentence)


async def _pour(desk: Desk, feed: Callable[[bytes], None]) -> bytes:
    """Hand the body on in large pieces. The last one is given back, for whoever files it to take in on the same thread."""
    pending: list[bytes] = []
    size = 0
    async for chunk in desk.request.stream():
        pending.append(chunk)
        size += len(chunk)
        if size >= GATHERED:
            await run_in_threadpool(feed, b"".join(pending))
            pending, size = [], 0
    return b"".join(pending)


# --- filing and answering ---------------------------------------------------------------------------------------------


def _answer(desk: Desk, found: Sequence[Received | Failure]) -> Response:
    if not found:
        raise Invalid("The message holds no instance.")
    with desk.write() as unit, studies.touched_once(unit):
        results = [filed(unit, one) for one in found]
    return desk.data_set(report(desk, results), status(results))


def filed(unit: Unit, one: Received | Failure) -> Stored | Failure:
    """File what came in, or keep it aside; what became of it."""
    if isinstance(one, Failure):
        if one.blob is not None:
            filing.hold(unit, "quarantine", one.blob, one.sentence, FROM_WEB, instance_uid=one.instance_uid)
        return one
    header = one.header
    try:
        found = filing.file_instance(unit, header, one.blob, FROM_WEB)
        if found.outcome == "conflict":
            sentence = "Another version of this instance is here already. The first one is kept and shown."
            return Failure(PROCESSING_FAILURE, sentence, header.sop_class_uid, header.instance_uid)
        row = studies.instance(unit, header.instance_uid)
    except Problem as problem:
        return Failure(PROCESSING_FAILURE, problem.sentence, header.sop_class_uid, header.instance_uid)
    warning = COERCED if (row.study_uid, row.series_uid) != (header.study_uid, header.series_uid) else 0
    return Stored(row.sop_class_uid, row.instance_uid, row.study_uid, row.series_uid, warning)


def status(results: Sequence[Stored | Failure]) -> int:
    """PS3.18 Table 10.5.3-1; 413 when all were too large, 507 when nothing but room was missing."""
    failures = [one for one in results if isinstance(one, Failure)]
    if not failures:
        return 202 if any(isinstance(one, Stored) and one.warning for one in results) else 200
    if len(failures) < len(results):
        return 202
    if all(one.is_too_large for one in failures):
        return 413
    reasons = {one.reason for one in failures}
    if reasons == {OUT_OF_RESOURCES}:
        return 507
    return 400 if reasons == {CANNOT_UNDERSTAND} else 409


def report(desk: Desk, results: Sequence[Stored | Failure]) -> Json:
    """The Store Instances Response Module (PS3.18 Table I.2-1). A sequence without items is left out."""
    stored = [one for one in results if isinstance(one, Stored)]
    named = [one for one in results if isinstance(one, Failure) and one.instance_uid]
    unnamed = [one for one in results if isinstance(one, Failure) and not one.instance_uid]
    uids = {one.study_uid for one in stored}
    found: Json = {"00081190": said("00081190", desk.url("studies", *uids) if len(uids) == 1 else "")}
    if named:
        found["00081198"] = {"vr": "SQ", "Value": [_failed(one) for one in named]}
    if stored:
        found["00081199"] = {"vr": "SQ", "Value": [_referenced(desk, one) for one in stored]}
    if unnamed:
        found["0008119A"] = {"vr": "SQ", "Value": [_other(one) for one in unnamed]}
    return found


def _failed(one: Failure) -> Json:
    names = {"00081150": said("00081150", one.sop_class_uid), "00081155": said("00081155", one.instance_uid)}
    return dict(sorted((names | _other(one)).items()))


def _other(one: Failure) -> Json:
    comment: Any = one.sentence[:64]
    return {"00000902": said("00000902", comment), "00081197": said("00081197", one.reason)}


def _referenced(desk: Desk, one: Stored) -> Json:
    where = desk.url("studies", one.study_uid, "series", one.series_uid, "instances", one.instance_uid)
    found = {
        "00081150": said("00081150", one.sop_class_uid),
        "00081155": said("00081155", one.instance_uid),
        "00081190": said("00081190", where),
    }
    return found | ({"00081196": said("00081196", one.warning)} if one.warning else {})
