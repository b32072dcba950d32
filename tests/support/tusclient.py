"""Uploads by tus as raw requests, so that no client's kindness stands between a test and the wire."""

import hashlib

import httpx

from resources.wire import tus

HERE = "/dicom-web/uploads"
SPOKEN = {"Tus-Resumable": "1.0.0"}
BYTES = SPOKEN | {"Content-Type": tus.OFFSET_STREAM}
IN_WORDS = {"Accept": "application/dicom+json"}


def announced(instance_uid: str, content: bytes, **more: str) -> dict[str, str]:
    """The header fields that announce an instance."""
    known = {"SOPInstanceUID": instance_uid, "sha256": hashlib.sha256(content).hexdigest()} | more
    return SPOKEN | {"Upload-Length": str(len(content)), "Upload-Metadata": tus.as_metadata(known)}


def begin(http: httpx.Client, instance_uid: str, content: bytes) -> str:
    """The address of a new upload."""
    made = http.post(HERE, headers=announced(instance_uid, content))
    assert made.status_code == 201, made.text
    return made.headers["Location"]


def add(http: httpx.Client, where: str, offset: int, piece: bytes, **more: str) -> httpx.Response:
    headers = BYTES | {"Upload-Offset": str(offset)} | {name.replace("_", "-"): value for name, value in more.items()}
    return http.patch(where, content=piece, headers=headers)


def offset(http: httpx.Client, where: str) -> int:
    found = http.head(where, headers=SPOKEN)
    assert (found.status_code, found.headers["Tus-Resumable"], found.headers["Cache-Control"]) == (
        204,
        "1.0.0",
        "no-store",
    )
    return int(found.headers["Upload-Offset"])
