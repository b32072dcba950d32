"""A picture in a body: raw image/jpeg, or the first file of multipart/form-data. Never on the disk in the clear."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from resources.problems import Invalid, Unsupported

JPEG = frozenset({"image/jpeg", "image/jpg", "image/pjpeg"})
MOST_PARTS = 32
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


@dataclass(slots=True)
class Part:
    """One part of a form (RFC 7578)."""

    name: str = ""
    filename: str | None = None
    content_type: str = ""
    data: bytearray = field(default_factory=bytearray)


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


def parts(body: bytes, boundary: bytes) -> list[Part]:
    """All parts of a form. Raises Invalid for what is not one, or has too many."""
    reader = _Reader()
    try:
        parser = MultipartParser(boundary, reader.callbacks())
        parser.write(body)
        parser.finalize()
    except (FormParserError, ValueError) as error:
        raise Invalid("The form cannot be read.") from error
    if not reader.ended:
        raise Invalid("The form is cut short.")
    return reader.parts


class _Reader:
    """Collects the parts as the parser meets them."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.ended = False
        self._name = bytearray()
        self._value = bytearray()

    def callbacks(self) -> Any:
        return {
            "on_part_begin": self._begin,
            "on_part_data": self._data,
            "on_header_field": lambda data, start, end: self._name.extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
            "on_header_end": self._header,
            "on_end": self._end,
        }

    def _begin(self) -> None:
        if len(self.parts) >= MOST_PARTS:
            raise ValueError("too many parts")
        self.parts.append(Part())

    def _data(self, data: bytes, start: int, end: int) -> None:
        self.parts[-1].data += data[start:end]

    def _header(self) -> None:
        name, value = bytes(self._name).lower(), bytes(self._value)
        self._name.clear()
        self._value.clear()
        part = self.parts[-1]
        if name == b"content-disposition":
            _, options = parse_options_header(value)
            part.name = options.get(b"name", b"").decode("utf-8", "replace")
            filename = options.get(b"filename")
            part.filename = None if filename is None else filename.decode("utf-8", "replace")
        elif name == b"content-type":
            part.content_type = value.decode("latin-1")

    def _end(self) -> None:
        self.ended = True
