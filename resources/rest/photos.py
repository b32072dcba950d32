"""A person's headshot (rows 5 to 7). Each picture that came is kept; the newest is shown, or none after a deletion."""

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from resources.http.accepting import accepts
from resources.problems import NotFound
from resources.rest.desk import AtDesk, etag, unless_known
from resources.rest.uploads import Uploaded
from resources.store import patients
from resources.wire.pictures import checked, without_place

MIME = "image/jpeg"


def read(desk: AtDesk, patient_id: str) -> Response:
    """The picture itself."""
    with desk.read() as unit:
        row = patients.photo(unit, patient_id)
    if row is None:
        raise NotFound("This patient has no photo.", fields={"photo": "none"})
    if not accepts(desk.request.headers.get("accept"), row.mime):
        raise HTTPException(406, f"This photo is {row.mime}.")
    answer = Response(desk.store.vault.read(row.digest), media_type=row.mime)
    return unless_known(desk.request, answer, tag=etag(row.digest), changed=row.created_at)


def replace(desk: AtDesk, patient_id: str, upload: Uploaded) -> JSONResponse:
    """A new picture: 201 for the first one, 200 in place of another."""
    with desk.read() as unit:
        patients.find(unit, patient_id)
    picture = checked(upload.data)
    blob = desk.store.vault.admit(without_place(picture.data))
    with desk.write() as unit:
        row, first = patients.set_photo(unit, patient_id, blob, mime=MIME, width=picture.width, height=picture.height)
        owner = patients.find(unit, patient_id)
    facts = {
        "id": row.uuid,
        "patient": owner.public_id,
        "contentType": row.mime,
        "size": row.size,
        "sha256": row.digest,
        "width": row.width,
        "height": row.height,
    }
    headers = {"ETag": etag(row.digest), "Location": desk.url("patients", owner.public_id, "photo")}
    return JSONResponse(facts, 201 if first else 200, headers=headers)


def delete(desk: AtDesk, patient_id: str) -> JSONResponse:
    """No picture any more; an older one does not come back."""
    with desk.write() as unit:
        owner = patients.find(unit, patient_id)
        patients.forget_photo(unit, owner.uuid)
    return JSONResponse({"patient": owner.public_id, "deleted": True})
