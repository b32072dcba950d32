"""Any file as the body of any request: it is taken or refused, and never ends in an error of ours."""

import json

import pytest
from support.interactions import Interaction, every, things_of
from support.restclient import web
from support.samples import samples

TAKING = [one for one in every() if one.method in ("POST", "PUT", "PATCH")]
BOUNDARY = "----WebKitFormBoundaryTkr3kCBQlBe1nrhc"
FORM, RELATED = (
    f"multipart/form-data; boundary={BOUNDARY}",
    f'multipart/related; type="application/dicom"; boundary={BOUNDARY}',
)
JSON_KIND = {"api": "application/json", "tscharts": "application/json", "fhir": "application/fhir+json",
             "dicom-web": "application/dicom+json"}  # fmt: skip
KEYS = "resourceType id name patient type data uid series instance modality username password start dob clinic".split()  # noqa: SIM905
PART = b'--%b\r\nContent-Disposition: form-data; name="a"; filename="a.jpg"\r\n\r\n\xff\xd8\r\n--%b--\r\n'
DRAWN = {
    "nothing": b"",
    "a null": b"null",
    "a list": b"[]",
    "an object": b"{}",
    "half": b'{"a": [1, 2',
    "a zero": b"\0",
    "a deep one": b"[" * 100_000,
    "not a number": b"[NaN, Infinity, -Infinity]",
    "too large a number": b"[1e999, " + b"9" * 100_000 + b"]",
    "a key twice": b'{"resourceType": "ImagingStudy", "resourceType": "Patient"}',
    "half a pair": b'["\\ud800"]',
    "not UTF-8": b'["\xff"]',
    "wrong types": json.dumps({key: {"a": [None, True, 1.5, {}]} for key in KEYS}).encode(),
    "a bundle of nothing": b'{"resourceType": "Bundle", "type": "batch", "entry": [{}, {"request": {"method": "PUT"}}]}',
    "a data set of nothing": b'[{"00741000": {"vr": "CS", "Value": [{}]}, "zz": {"vr": "SQ", "Value": [[[]]]}}]',
    "a form": PART % (BOUNDARY.encode(), BOUNDARY.encode()),
    "a form without an end": f"--{BOUNDARY}\r\n".encode() * 50,
}


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (http, _):
        yield http, things_of(http, 1)


def kinds(one: Interaction) -> list[str]:
    """What a body is called when it is for this interaction."""
    if one.path == "/dicom-web/uploads/{upload}":
        return ["application/offset+octet-stream", "application/dicom"]
    if one.method == "PATCH":
        return ["application/json-patch+json"]
    if one.path.endswith("_search"):
        return ["application/x-www-form-urlencoded"]
    if one.path.endswith("/photo"):
        return ["image/jpeg", FORM]
    if one.path.startswith("/dicom-web/studies"):
        return [RELATED, RELATED.replace("application/dicom", "application/dicom+json"), "application/dicom"]
    return [JSON_KIND[one.surface]]


def send_everywhere(station, body: bytes) -> None:
    http, ids = station
    for one in TAKING:
        for kind in kinds(one):
            token = http.headers["authorization"].replace("Bearer", one.scheme or "Token")
            headers = {"Authorization": token, "Content-Type": kind}
            answer = http.request(one.method, one.at(ids), content=body, headers=headers)
            assert answer.status_code // 100 in (2, 4), (one.method, one.path, kind, answer.text)


@pytest.mark.parametrize("body", DRAWN.values(), ids=DRAWN)
def test_a_drawn_body_is_taken_or_refused_by_every_surface(station, body):
    send_everywhere(station, body)


@pytest.mark.data
@pytest.mark.parametrize("path", samples("json/test_parsing"), ids=lambda path: path.name)
def test_a_json_file_is_taken_or_refused_by_every_surface(station, path):
    send_everywhere(station, path.read_bytes())


@pytest.mark.data
@pytest.mark.parametrize(
    "path",
    [*samples("multipart/http"), *samples("multipart/dicer", "*/*")],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_a_form_is_taken_or_refused_by_every_surface(station, path):
    send_everywhere(station, path.read_bytes())
