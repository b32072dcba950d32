"""Pictures of people. A Headshot is the same row as the patient's photo of seed 000.

The original keeps whatever text it is sent and gives it back. So does this; but what is the base64 of a picture is kept as a
picture, so that every surface can show it.
"""

import base64
import binascii
import re
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from resources.problems import Invalid, NotFound
from resources.store import Store, Unit, clinics, images, patients
from resources.store.images import Content, Place, Wanted
from resources.store.rows import PhotoRow
from resources.tscharts.desk import AtDesk, Desk, Said, key, number, number_in, optional, switch
from resources.wire.pictures import checked

JPEG, TEXT = "image/jpeg", "text/plain"
PREFIX = re.compile(r"data:image/jpe?g;base64,")


def read(desk: AtDesk, image_id: str) -> JSONResponse:
    """One picture. The original answers an unknown one without a body."""
    try:
        with desk.read() as unit:
            row = images.find(unit, key(image_id))
    except NotFound as problem:
        raise HTTPException(404) from problem
    return JSONResponse(_shown(desk.store, row))


def index(desk: AtDesk) -> JSONResponse:
    """The ids of what fits, or the newest one whole; 404 when nothing does."""
    sort, newest = switch(desk.asked("sort")), switch(desk.asked("newest"))
    with desk.read() as unit:
        rows = images.listed(unit, _wanted(desk, unit), newest_first=bool(sort or newest))
    if not rows:
        raise HTTPException(404)
    return JSONResponse(_shown(desk.store, rows[0]) if newest else [row.pk for row in rows])


def create(desk: AtDesk, body: Said) -> JSONResponse:
    """Keep a picture."""
    place = Place(optional(body, "clinic"), optional(body, "station"))
    patient_pk = number(body.get("patient"))
    kind, data = body.get("type"), body.get("data")
    if kind not in images.KINDS or not isinstance(data, str) or not data:
        raise Invalid("A picture has a type and data.")
    with desk.read() as unit:
        _check(unit, patient_pk, place)
    content = _content(desk.store, data)
    with desk.write() as unit:
        owner = _check(unit, patient_pk, place)
        row = images.add(unit, owner, content, kind=kind, place=place)
    return JSONResponse({"id": row.pk})


def delete(desk: AtDesk, image_id: str) -> JSONResponse:
    """Remove one picture; an older headshot is then the newest."""
    with desk.write() as unit:
        images.forget(unit, [images.find(unit, key(image_id))])
    return JSONResponse({})


def delete_none(desk: AtDesk) -> JSONResponse:  # noqa: ARG001  # all handlers have a desk
    """Refuse to remove nothing in particular."""
    raise Invalid("Which picture?")


def _wanted(desk: Desk, unit: Unit) -> Wanted:
    """What the query asks for. Raises Invalid, or 404 without a body for a thing that is not here."""
    given = {name: desk.asked(name) for name in ("patient", "clinic", "station")}
    ids = {name: number_in(value) for name, value in given.items() if value}
    try:
        for name, find in FINDERS.items():
            if name in ids:
                find(unit, ids[name])
    except NotFound as problem:
        raise HTTPException(404) from problem
    kind = desk.asked("type")
    if kind and kind not in images.KINDS:
        raise Invalid("There is no such type.")
    return Wanted(ids.get("patient"), ids.get("clinic"), ids.get("station"), kind)


FINDERS = {"clinic": clinics.clinic, "station": clinics.care_station, "patient": patients.by_pk}


def _check(unit: Unit, patient_pk: int, place: Place) -> str:
    """The uuid of the patient. Raises NotFound for whatever of it is not here."""
    if place.care_station_pk is not None:
        clinics.care_station(unit, place.care_station_pk)
    if place.clinic_pk is not None:
        clinics.clinic(unit, place.clinic_pk)
    return patients.by_pk(unit, patient_pk).uuid


def _content(store: Store, data: str) -> Content:
    """What to keep. The text as it came is kept beside the picture only where the picture does not give it back."""
    picture = decoded(data)
    if picture is None:
        return Content(store.vault.admit(data.encode()), TEXT)
    try:
        found = checked(picture)
    except Invalid:
        return Content(store.vault.admit(data.encode()), TEXT)
    as_sent = None if encoded(picture) == data else store.vault.admit(data.encode())
    return Content(store.vault.admit(picture), JPEG, found.width, found.height, as_sent)


def decoded(data: str) -> bytes | None:
    """The bytes that this base64 stands for, with or without a ``data:`` prefix; ``None`` for any other text."""
    try:
        return base64.b64decode("".join(PREFIX.sub("", data, count=1).split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def encoded(picture: bytes) -> str:
    """Plain base64."""
    return base64.b64encode(picture).decode("ascii")


def _shown(store: Store, row: PhotoRow) -> dict[str, Any]:
    return {
        "id": row.pk,
        "patient": row.patient_pk,
        "clinic": row.clinic_pk,
        "station": row.care_station_pk,
        "type": row.kind,
        "data": _data(store, row),
    }


def _data(store: Store, row: PhotoRow) -> str:
    if row.text_digest is not None:
        return store.vault.read(row.text_digest).decode()
    kept = store.vault.read(row.digest)
    return encoded(kept) if row.is_picture else kept.decode()
