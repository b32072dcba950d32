"""A picture in a body: raw image/jpeg, or the first file of multipart/form-data. Never on the disk in the clear."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from python_multipart.multipart import parse_options_header

from resources.problems import Invalid, Unsupported
from resources.wire.forms import parts

JPEG = frozenset({"image/jpeg", "image/jpg", "image/pjpeg"})
BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "image/jpeg": {"schema": {"type": "string", "format": "binary"}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"photo": {"type": "string", "format": "binary"}},
                    "required": ["photo"],
                }
            },
        },
    }
}
"""The body as the OpenAPI document tells it."""


@dataclass(frozen=True, slots=True)
class Upload:
    """The bytes of the picture, and what else the form said."""

    data: bytes
    said: dict[str, str] = field(default_factory=dict)


async def uploaded(request: Request) -> Upload:
    """The picture of this request. Raises Unsupported or Invalid."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind.decode("latin-1") in JPEG:
        return Upload(await request.body())
    if kind == b"multipart/form-data":
        return in_form(await request.body(), options.get(b"boundary", b""))
    raise Unsupported("Send a picture as image/jpeg or in a form.")


Uploaded = Annotated[Upload, Depends(uploaded)]


def in_form(body: bytes, boundary: bytes) -> Upload:
    """The first file of a form, and its plain fields. Raises Invalid or Unsupported."""
    found = parts(body, boundary)
    file = next((part for part in found if part.filename is not None), None)
    if file is None:
        raise Invalid("The form holds no file.")
    if file.content_type and file.content_type.partition(";")[0].strip().lower() not in {*JPEG, UNTOLD}:
        raise Unsupported("The file of the form is not image/jpeg.")
    said = {part.name: part.data.decode("utf-8", "replace").strip() for part in found if part.filename is None}
    return Upload(bytes(file.data), said)


UNTOLD = "application/octet-stream"  # what a form says of a file whose kind it does not know, RFC 7578 4.4
