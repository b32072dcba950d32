"""DICOMweb bodies and answers as raw bytes, so that no client's kindness stands between a test and the wire."""

import re
from collections.abc import Sequence
from io import BytesIO

import httpx
from pydicom import dcmread
from pydicom.dataset import Dataset
from support.data_sets import EXPLICIT, a_file

BOUNDARY = "a-boundary"


def related(
    *parts: bytes, part_type: str = "application/dicom", root: str = '"application/dicom"', boundary: str = BOUNDARY
) -> tuple[str, bytes]:
    """Content type and body of a multipart/related message."""
    typed = [(part_type, part) for part in parts]
    return f"multipart/related; type={root}; boundary={boundary}", body_of(typed, boundary)


def body_of(parts: Sequence[tuple[str, bytes]], boundary: str = BOUNDARY, *, end: bool = True) -> bytes:
    """Parts with their headers (the first text may hold more lines)."""
    pieces = [f"--{boundary}\r\nContent-Type: {head}\r\n\r\n".encode() + part + b"\r\n" for head, part in parts]
    return b"".join(pieces) + (f"--{boundary}--\r\n".encode() if end else b"")


def file_of(ds: Dataset, syntax: str = EXPLICIT) -> bytes:
    return a_file(ds, syntax).getvalue()


def stow(client: httpx.Client, *instances: bytes, study: str = "") -> httpx.Response:
    kind, body = related(*instances)
    path = f"/dicom-web/studies/{study}".rstrip("/")
    return client.post(path, content=body, headers={"Content-Type": kind})


def parts_of(answer: httpx.Response) -> list[tuple[dict[str, str], bytes]]:
    """Header fields and body of each part."""
    boundary = re.search(r'boundary="?([^";]+)', answer.headers["content-type"])[1].encode()
    assert answer.content.endswith(b"--" + boundary + b"--\r\n")
    found = []
    for piece in answer.content.split(b"--" + boundary + b"\r\n")[1:]:
        head, _, body = piece.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().lower().split("\r\n"))
        found.append((fields, body[: int(fields["content-length"])]))
    return found


def read(body: bytes) -> Dataset:
    return dcmread(BytesIO(body))


def uids(sequence: dict) -> list[str]:
    return [item["00081155"]["Value"][0] for item in sequence.get("Value", [])]
