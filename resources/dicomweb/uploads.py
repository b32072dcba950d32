"""Pictures in pieces, for lines that break: tus 1.0.0 under ``/dicom-web/uploads``, for instances only.

What has come is durable piece by piece; a broken request counts as far as it came. The last piece ends in the very intake of
STOW-RS, and is answered in its words: the Store Instances Response Module for who accepts DICOM JSON, else 204 when it is stored.
An empty PATCH at the end says again what became of it, so that a lost answer costs nothing. Refuses other things than instances,
lengths that are not known, and bytes that are not those whose sha256 was announced.
"""

import hashlib
import inspect
import json
import logging
import re
from collections.abc import Awaitable, Callable
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from resources.dicomweb import problems
from resources.dicomweb.desk import Desk
from resources.dicomweb.negotiation import JSON, XML
from resources.dicomweb.receiving import OUT_OF_RESOURCES, Failure, InstancePart, Received
from resources.dicomweb.store import filed, report, status
from resources.http.limits import INSTANCE_CAP, too_large
from resources.http.validators import http_date
from resources.problems import Damaged, Invalid, Problem, StorageFull, Unsupported
from resources.store import Unit, studies
from resources.store.uploads import Upload, Writer
from resources.wire import tus
from resources.wire.tus import WrongChecksum

log = logging.getLogger(__name__)
Handler = Callable[[Desk], Response | Awaitable[Response]]
GATHERED = 64 << 10
"""What is not written down yet when a line breaks, and the sender is back before that is noticed, is sent again."""
INSTANCE, DIGEST = "SOPInstanceUID", "sha256"
UID = re.compile(r"[0-9.]{1,64}")
SHA256 = re.compile(r"[0-9a-f]{64}")
FIELDS = {
    "Tus-Resumable": tus.VERSION,
    "Tus-Version": tus.VERSION,
    "Tus-Extension": tus.EXTENSIONS,
    "Tus-Max-Size": str(INSTANCE_CAP),
    "Tus-Checksum-Algorithm": ",".join(tus.ALGORITHMS),
}


def offer(desk: Desk) -> Response:  # noqa: ARG001  # the same for everybody
    """What is spoken here; a client that does not find this sends by STOW-RS."""
    return Response(status_code=204, headers=FIELDS)


def begin(desk: Desk) -> Response:
    """Announce an instance: its length, its UID and the sha256 of its file. Announced again, it is the same upload."""
    headers = desk.request.headers
    length = tus.number("Upload-Length", headers.get("upload-length"))
    said = headers.get("upload-metadata")
    known = tus.metadata(said)
    if not UID.fullmatch(known.get(INSTANCE, "")) or not SHA256.fullmatch(known.get(DIGEST, "")):
        raise Invalid(f"Upload-Metadata must name {INSTANCE} and {DIGEST} (hexadecimal, of the whole file).")
    if length > INSTANCE_CAP:
        raise too_large(INSTANCE_CAP)
    now = desk.store.clock()
    wanted = Upload("", desk.caller.actor, length, known[INSTANCE], known[DIGEST], said or "", now)
    made = desk.store.uploads.begin(wanted, now)
    where = {"Location": desk.url("uploads", made.id)}
    return Response(status_code=201, headers=where | _progress(made, desk.store.uploads.offset(made)))


def show(desk: Desk) -> Response:
    """How far it has come. A request that is still sending ends by it."""
    upload = _upload(desk)
    known = {"Upload-Length": str(upload.length), "Upload-Metadata": upload.metadata, "Cache-Control": "no-store"}
    return Response(status_code=204, headers=known | _progress(upload, desk.store.uploads.offset(upload)))


def forget(desk: Desk) -> Response:
    """It is not wanted any more. What was stored by it stays."""
    desk.store.uploads.forget(_upload(desk))
    return Response(status_code=204)


async def overridden(desk: Desk) -> Response:
    """POST with X-HTTP-Method-Override, for clients that cannot say PATCH or DELETE. No GET becomes a writer."""
    match desk.request.headers.get("x-http-method-override", "").upper():
        case "PATCH":
            return await add(desk)
        case "DELETE":
            return await run_in_threadpool(forget, desk)
        case "HEAD":
            return await run_in_threadpool(show, desk)
    raise Invalid("Bytes of an upload come by PATCH.")


async def add(desk: Desk) -> Response:
    """The next bytes; after the last one, what became of the instance."""
    headers = desk.request.headers
    if headers.get("content-type") != tus.OFFSET_STREAM:
        raise Unsupported(f"Bytes of an upload come as {tus.OFFSET_STREAM}.")
    offset = tus.number("Upload-Offset", headers.get("upload-offset"))
    announced = tus.checksum(headers.get("upload-checksum"))
    upload = await run_in_threadpool(_upload, desk)
    if offset + int(headers.get("content-length", "0")) > upload.length:
        raise too_large(upload.length)
    if offset < upload.length or not upload.outcome:
        offset = await _take(desk, await run_in_threadpool(desk.store.uploads.write, upload, offset), announced)
    if offset == upload.length:
        return await run_in_threadpool(_ended, desk, upload)
    return Response(status_code=204, headers=_progress(upload, offset))


async def _take(desk: Desk, writer: Writer, announced: tus.Checksum | None) -> int:
    """Write the body down as it comes. What a broken line brought counts: in the end the whole is compared with its sha256."""
    seen = announced.begin() if announced is not None else None
    pending = bytearray()

    def write() -> None:
        if seen is not None:
            seen.update(pending)
        writer.write(bytes(pending))
        pending.clear()

    try:
        left = await _pour(desk, pending, write)
        await run_in_threadpool(write)
    except Problem:
        await run_in_threadpool(writer.take_back)
        raise
    except BaseException:
        writer.end()
        raise
    if left is not None:
        await run_in_threadpool(writer.end)
        raise left
    if seen is not None and announced is not None and seen.digest() != announced.digest:
        await run_in_threadpool(writer.take_back)
        raise WrongChecksum("This piece is not what was announced. Nothing of it was kept.")
    return await run_in_threadpool(writer.end)


async def _pour(desk: Desk, pending: bytearray, write: Callable[[], None]) -> ClientDisconnect | None:
    """Gather what comes, and have it written in larger pieces; how it ended, when the line broke."""
    try:
        async for chunk in desk.request.stream():
            pending += chunk
            if len(pending) >= GATHERED:
                await run_in_threadpool(write)
    except ClientDisconnect as left:
        return left
    return None


# --- the whole --------------------------------------------------------------------------------------------------------


def _ended(desk: Desk, upload: Upload) -> Response:
    with desk.store.uploads.ending(upload) as now:
        outcome = now.outcome or _become(desk, now)
    code, said = json.loads(outcome)
    headers = _progress(upload, upload.length)
    accepted = desk.request.headers.get("accept", "")
    if code < 300 and not any(kind in accepted for kind in (JSON, XML)):
        return Response(status_code=204, headers=headers)
    answer = desk.data_set(said, code)
    answer.headers.update(headers)
    return answer


def _become(desk: Desk, upload: Upload) -> str:
    """File what is whole, and remember what was said of it. Being killed in between files it once more, which changes nothing."""
    found = _assembled(desk, upload)
    if isinstance(found, Failure) and found.reason == OUT_OF_RESOURCES:
        raise StorageFull(found.sentence)
    with desk.write() as unit, studies.touched_once(unit):
        outcome = _said(desk, unit, found)
    desk.store.uploads.conclude(upload, outcome)
    return outcome


def _said(desk: Desk, unit: Unit, found: Received | Failure) -> str:
    results = [filed(unit, found)]
    return json.dumps([status(results), report(desk, results)])


def _assembled(desk: Desk, upload: Upload) -> Received | Failure:
    """The pieces as one file in the vault. Bytes that are not those that were announced are forgotten: WrongChecksum."""
    part, seen = InstancePart(desk.store, INSTANCE_CAP), hashlib.sha256()
    try:
        for piece in desk.store.uploads.content(upload):
            seen.update(piece)
            part.feed(piece)
        if seen.hexdigest() == upload.sha256:
            return part.end()
    except Damaged:
        log.warning("uploads: what was kept of a picture cannot be read any more")
    except BaseException:
        part.discard()
        raise
    part.discard()
    desk.store.uploads.forget(upload)
    raise WrongChecksum("What came is not the picture that was announced. Nothing of it was kept; begin anew.")


# --- one request ------------------------------------------------------------------------------------------------------


def _upload(desk: Desk) -> Upload:
    return desk.store.uploads.find(str(desk.request.path_params["upload"]), desk.caller.actor)


def _progress(upload: Upload, offset: int) -> dict[str, str]:
    return {"Upload-Offset": str(offset), "Upload-Expires": http_date(upload.expires_at)}


def spoken(handler: Handler) -> Callable[[Desk], Awaitable[Response]]:
    """The handler as tus wants it: for requests of our version only, and every answer says the version, failures too."""

    async def answer(desk: Desk) -> Response:
        try:
            if desk.request.method != "OPTIONS":
                tus.check_version(desk.request.headers.get("tus-resumable"))
            if inspect.iscoroutinefunction(handler):
                response: Response = await handler(desk)
            else:
                response = await run_in_threadpool(cast(Callable[[Desk], Response], handler), desk)
        except Problem as problem:
            response = problems.response(problem)
            if isinstance(problem, tus.WrongVersion):
                response.headers["Tus-Version"] = tus.VERSION
        response.headers["Tus-Resumable"] = tus.VERSION
        return response

    return answer
