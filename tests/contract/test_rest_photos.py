"""Rows 5 to 7 of seed 000: a person's headshot."""

import hashlib

import pytest
from support.pictures import a_jpeg
from support.restclient import web
from support.samples import samples

FACE = a_jpeg(48, 64)
OTHER = a_jpeg(20, 20, (10, 20, 30))
JPEG = {"Content-Type": "image/jpeg"}
READABLE = {"exif_typeerror.jpg", "jpeg_ff00_header.jpg"}
"""Odd, but Pillow shows them whole."""


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (client, _):
        client.post("/api/patients", json={"name": {"family": "Demo", "given": "Henry"}})
        yield client


@pytest.fixture
def client(station):
    """A person without a photo."""
    station.delete(PHOTO)
    return station


PHOTO = "/api/patients/10001/photo"


def code(response):
    return response.status_code, response.json()["error"]["code"]


def kept(client):
    return [client.get(PHOTO).status_code, client.get("/healthz").status_code]


def test_the_first_photo_is_201_and_the_next_one_200(client):
    first = client.post(PHOTO, content=FACE, headers=JPEG)
    facts = first.json()
    assert first.status_code == 201
    assert facts == {
        "id": facts["id"],
        "patient": "10001",
        "contentType": "image/jpeg",
        "size": len(FACE),
        "sha256": hashlib.sha256(FACE).hexdigest(),
        "width": 48,
        "height": 64,
    }
    assert client.post(PHOTO, content=OTHER, headers=JPEG).status_code == 200
    assert client.get(PHOTO).content == OTHER


def test_a_photo_is_given_byte_for_byte_with_its_validators(client):
    client.post(PHOTO + "/", content=FACE, headers=JPEG)
    read = client.get(PHOTO, headers={"Accept": "image/jpeg"})
    assert (read.content, read.headers["content-type"]) == (FACE, "image/jpeg")
    assert read.headers["etag"] == f'"{hashlib.sha256(FACE).hexdigest()}"'
    assert client.get(PHOTO, headers={"If-None-Match": read.headers["etag"]}).status_code == 304
    head = client.head(PHOTO)
    assert (head.content, head.headers["content-length"]) == (b"", str(len(FACE)))


@pytest.mark.parametrize("field", ["photo", "file", "anything"])
def test_a_photo_may_come_in_a_form(client, field):
    form = {"note": (None, "hello"), field: ("face.jpg", FACE, "image/jpeg")}
    assert client.post(PHOTO, files=form).status_code == 201
    assert client.get(PHOTO).content == FACE


def test_a_photo_that_was_deleted_does_not_come_back(client):
    for picture in (FACE, OTHER):
        client.post(PHOTO, content=picture, headers=JPEG)
    assert client.delete(PHOTO).json() == {"patient": "10001", "deleted": True}
    assert code(client.get(PHOTO)) == (404, "not-found")
    assert code(client.delete(PHOTO)) == (404, "not-found")
    assert client.post(PHOTO, content=FACE, headers=JPEG).status_code == 201


def test_no_photo_and_no_person_are_told_apart(client):
    nobody = client.get("/api/patients/7/photo").json()["error"]
    nothing = client.get(PHOTO).json()["error"]
    assert nobody["message"] != nothing["message"]
    assert nothing["fields"] == {"photo": "none"}
    assert code(client.post("/api/patients/7/photo", content=FACE, headers=JPEG)) == (404, "not-found")


@pytest.mark.parametrize("accept", ["image/png", "application/json", "image/jpeg;q=0"])
def test_another_form_of_a_photo_is_406(client, accept):
    client.post(PHOTO, content=FACE, headers=JPEG)
    assert code(client.get(PHOTO, headers={"Accept": accept})) == (406, "not-acceptable")


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "text/plain", "application/json"])
def test_a_picture_of_another_kind_is_415(client, kind):
    assert code(client.post(PHOTO, content=FACE, headers={"Content-Type": kind})) == (415, "unsupported-media-type")
    assert code(client.post(PHOTO, content=FACE, headers={})) == (415, "unsupported-media-type")
    assert kept(client) == [404, 200]


def bomb() -> bytes:
    """A small JPEG that claims 9000 by 9000 pixels."""
    place = FACE.index(b"\xff\xc0") + 5
    return FACE[:place] + (9000).to_bytes(2, "big") * 2 + FACE[place + 4 :]


BAD = {
    "nothing": b"",
    "text": b"ABCDEFG",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(50),
    "only a beginning": FACE[:4],
    "cut in the header": FACE[:300],
    "cut in the picture": FACE[: FACE.index(b"\xff\xda") + 14],
    "a bomb": bomb(),
    "html behind a marker": b"\xff\xd8\xff<html>",
}


@pytest.mark.parametrize("picture", BAD.values(), ids=BAD)
def test_what_is_no_picture_is_400_and_nothing_is_kept(client, picture):
    assert code(client.post(PHOTO, content=picture, headers=JPEG)) == (400, "invalid")
    assert kept(client) == [404, 200]
    assert client.post(PHOTO, content=FACE, headers=JPEG).status_code == 201


@pytest.mark.data
@pytest.mark.parametrize("path", samples("images-bad"), ids=lambda path: path.name)
def test_real_bad_pictures_are_refused_or_read_whole(client, path):
    answer = client.post(PHOTO, content=path.read_bytes(), headers=JPEG)
    assert answer.status_code == (201 if path.name in READABLE else 400)
    assert kept(client)[0] == (200 if path.name in READABLE else 404)
    assert client.post(PHOTO, content=FACE, headers=JPEG).status_code in (200, 201)


@pytest.mark.data
@pytest.mark.parametrize("path", samples("faces", "*.jpg"), ids=lambda path: path.name)
def test_real_faces_come_back_as_they_went(client, path):
    assert client.post(PHOTO, content=path.read_bytes(), headers=JPEG).status_code == 201
    assert client.get(PHOTO).content == path.read_bytes()


FORMS = {
    "no boundary": ("multipart/form-data", b"--x\r\n\r\n--x--\r\n"),
    "another boundary": ("multipart/form-data; boundary=y", b"--x\r\n\r\n\r\n--x--\r\n"),
    "empty": ("multipart/form-data; boundary=x", b""),
    "cut short": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n' + FACE,
    ),
    "no file": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhello\r\n--x--\r\n',
    ),
    "too many parts": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhello\r\n' * 100 + b"--x--\r\n",
    ),
    "endless header": ("multipart/form-data; boundary=x", b"--x\r\n" + b"a" * 100_000),
}


@pytest.mark.parametrize(("kind", "body"), FORMS.values(), ids=FORMS)
def test_a_form_that_cannot_be_read_is_400(client, kind, body):
    assert code(client.post(PHOTO, content=body, headers={"Content-Type": kind})) == (400, "invalid")
    assert kept(client) == [404, 200]


def test_a_file_of_another_kind_in_a_form_is_415(client):
    assert code(client.post(PHOTO, files={"photo": ("a.png", FACE, "image/png")})) == (415, "unsupported-media-type")


@pytest.mark.data
@pytest.mark.parametrize("path", samples("multipart/http", "*.http"), ids=lambda path: path.name)
def test_real_forms_never_end_in_an_error_of_ours(client, path):
    kind = {"Content-Type": "multipart/form-data; boundary=----WebKitFormBoundaryTkr3kCBQlBe1nrhc"}
    assert client.post(PHOTO, content=path.read_bytes(), headers=kind).status_code < 500


def test_a_photo_beyond_the_cap_is_413(client):
    assert code(client.post(PHOTO, content=bytes(25_000_001), headers=JPEG)) == (413, "too-large")
    assert client.post(PHOTO, content=FACE, headers=JPEG).status_code == 201
