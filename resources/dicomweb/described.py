"""Uploads in pieces as the OpenAPI document tells them. The rest of DICOMweb is described by PS3.18."""

from collections.abc import Mapping
from typing import Any

from resources.dicomweb.desk import BASE
from resources.wire import tus

MEANINGS = {
    200: "The last byte has come, and this became of the instance (the answer of STOW-RS, for who accepts DICOM JSON).",
    201: "Location is where the bytes go. Announced again, it is the same upload.",
    204: "Upload-Offset says how far it has come.",
    400: "It cannot be used.",
    401: "No token that is known here.",
    403: "This token may not do that.",
    404: "There is no such upload of yours; it may have expired.",
    409: "It has come to another byte, or another version of the instance is here and this one was kept aside.",
    412: "Another version of tus than ours; Tus-Version says which.",
    413: "It is more than was announced, or than is taken.",
    415: "Bytes come as application/offset+octet-stream.",
    460: "What came is not what was announced; nothing of it was kept.",
    507: "There is no room.",
}


def paths() -> dict[str, Any]:
    """The paths of the document."""
    upload = {"name": "upload", "in": "path", "required": True, "schema": {"type": "string"}}
    offset = _field("Upload-Offset", "the first byte of this piece", "integer")
    announcing = (
        _field("Upload-Length", "bytes of the whole file", "integer"),
        _field("Upload-Metadata", "SOPInstanceUID and sha256 (hexadecimal), each in base64", "string"),
    )
    piece = {"required": True, "content": {tus.OFFSET_STREAM: {"schema": {"type": "string", "format": "binary"}}}}
    checksum = _field(
        "Upload-Checksum", "sha1 or sha256, and the digest of this piece in base64", "string", needed=False
    )
    instead = _field("X-HTTP-Method-Override", "PATCH, DELETE or HEAD", "string")
    there = {
        "get": _operation("How far it has come (HEAD says the same)", (204, 404, 412)),
        "patch": _operation(
            "The next bytes", (204, 200, 400, 404, 409, 412, 413, 415, 460, 507), offset, checksum, body=piece
        ),
        "delete": _operation("It is not wanted any more", (204, 404, 412)),
        "post": _operation("For a client that cannot say PATCH or DELETE", (204, 200, 400, 404, 412, 460), instead),
    }
    begin = _operation("Announce an instance", (201, 400, 412, 413, 507), *announcing)
    return {
        f"{BASE}/uploads": {"post": begin},
        f"{BASE}/uploads/{{upload}}": {"parameters": [upload], **there},
    }


def _field(name: str, description: str, kind: str, *, needed: bool = True) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": needed, "description": description, "schema": {"type": kind}}


def _operation(
    summary: str, codes: tuple[int, ...], *fields: Mapping[str, Any], body: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    version = {**_field("Tus-Resumable", "the version", "string"), "schema": {"type": "string", "enum": [tus.VERSION]}}
    responses = {str(code): {"description": MEANINGS[code]} for code in (*codes, 401, 403)}
    found = {"summary": summary, "tags": ["uploads"], "parameters": [version, *fields], "responses": responses}
    return {**found, **({"requestBody": body} if body is not None else {})}
