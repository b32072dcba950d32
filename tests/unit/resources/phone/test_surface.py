"""The phone's page, asked as a phone asks: what it says, what it tells nobody, and what becomes of a photo."""

import hashlib
import io
import re
from base64 import b64encode

import httpx
import pytest
from support.photographs import a_jpeg_of, a_png_of, a_retina
from support.restclient import SECRET, STATUS
from support.serving import serving
from support.stations import a_store

from resources.application import application, station_access
from resources.phone.links import LASTS, Links, Photo
from resources.phone.surface import Phone
from resources.phone.words import Words
from resources.problems import Damaged, Unavailable
from resources.store import Store, changes
from workstation.imaging.decoder import Decoder

pytestmark = pytest.mark.hazard("HZ-07")
JPEG = a_jpeg_of(a_retina())
ARABIC = Words(language="ar", is_right_to_left=True, title="<صورة>", ended="انتهى هذا الرابط")


ENGLISH = Words()


def seen(data: bytes) -> tuple[int, int, bytes]:
    """A decoder that makes one point of anything."""
    return 1, 1, data[:3]


class Camp:
    """A station that a phone reaches, its one link, and the form behind that."""

    def __init__(self, store: Store) -> None:
        self.store, self.base = store, ""
        self.links = Links(lambda: self.seconds)
        self.begin()

    def begin(self) -> None:
        self.seconds, self.secret, self.is_open = 0.0, "", True
        self.see = seen
        self.photos: list[Photo] = []

    def open(self, words: Words = ENGLISH) -> str:
        self.secret = self.links.open(self.take, words)
        return f"{self.base}/phone/{self.secret}"

    def take(self, photo: Photo) -> bool:
        if self.is_open:
            self.photos.append(photo)
        return self.is_open

    def decode(self, data: bytes) -> tuple[int, int, bytes]:
        return self.see(data)

    def written(self) -> int:
        with self.store.read() as unit:
            return changes.last(unit)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    store = a_store(tmp_path_factory.mktemp("phone"))
    camp = Camp(store)
    phone = Phone(camp.links, camp.decode)
    app = application(store, station_access(store, SECRET), status=lambda: STATUS, is_beyond_laptop=True, phone=phone)
    with serving(app) as (host, port):
        camp.base = f"http://{host}:{port}"
        yield camp
    store.close()


@pytest.fixture
def camp(served) -> Camp:
    served.begin()
    return served


@pytest.fixture
def phone():
    with httpx.Client(trust_env=False, timeout=30) as client:
        yield client


def send(phone: httpx.Client, url: str, data: bytes = JPEG, name: str = "IMG_1.jpg") -> httpx.Response:
    return phone.post(url, files={"photo": (name, data, "image/jpeg")}, headers={"Origin": url.partition("/phone")[0]})


def test_the_page_asks_for_a_photo_and_loads_nothing_from_anywhere(camp, phone):
    answer = phone.get(camp.open())
    policy = answer.headers["content-security-policy"]

    assert answer.status_code == 200
    assert re.search(r'<input [^>]*type="file" accept="image/\*" capture', answer.text)
    assert not re.search(r"https?:|<script|<img|<link|url\(|@import", answer.text)
    assert "default-src 'none'" in policy and "unsafe" not in policy and "form-action 'self'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_the_style_that_the_page_has_is_the_one_that_its_policy_allows(camp, phone):
    answer = phone.get(camp.open())
    style = re.search(r"<style>(.*?)</style>", answer.text, re.S).group(1)
    known = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{known}'" in answer.headers["content-security-policy"]


def test_it_speaks_the_language_of_the_window_and_its_words_are_no_markup(camp, phone):
    text = phone.get(camp.open(ARABIC)).text
    assert '<html lang="ar" dir="rtl">' in text and "&lt;صورة&gt;" in text


@pytest.mark.parametrize("size", [0, 12_000_000], ids=["a small one", "as a phone's camera makes them"])
def test_a_photo_that_is_on_the_form_is_said_to_be_there_and_nothing_is_written(camp, phone, size):
    url, before = camp.open(), camp.written()
    answer = send(phone, url, JPEG + bytes(size))
    assert (answer.status_code, camp.photos) == (200, [Photo(1, 1, JPEG[:3])])
    assert ENGLISH.received in answer.text and "<form" not in answer.text
    assert camp.written() == before


def test_a_phone_post_after_the_link_has_ended_is_410_and_nothing_is_stored(camp, phone):
    url, before = camp.open(), camp.written()
    camp.links.end(camp.secret)
    for answer in (send(phone, url), phone.get(url)):
        assert answer.status_code == 410
        assert ENGLISH.ended.partition(".")[0] in answer.text and "<form" not in answer.text
    assert camp.photos == [] and camp.written() == before


def test_after_the_first_photo_the_link_has_ended(camp, phone):
    url = camp.open()
    assert [send(phone, url).status_code for _ in range(2)] == [200, 410]
    assert len(camp.photos) == 1 and phone.get(url).status_code == 410


def test_after_five_minutes_it_has_ended(camp, phone):
    url = camp.open()
    camp.seconds = LASTS - 1
    assert phone.get(url).status_code == 200
    camp.seconds = LASTS
    assert (phone.get(url).status_code, send(phone, url).status_code, camp.photos) == (410, 410, [])


def test_a_form_that_was_left_while_the_photo_came_in_gets_none(camp, phone):
    def left_meanwhile(data: bytes) -> tuple[int, int, bytes]:
        camp.links.end(camp.secret)
        return seen(data)

    url = camp.open()
    camp.see = left_meanwhile
    assert (send(phone, url).status_code, camp.photos) == (410, [])


def test_a_form_that_does_not_take_it_is_not_said_to_have_it(camp, phone):
    url = camp.open()
    camp.is_open = False
    answer = send(phone, url)
    assert answer.status_code == 410 and ENGLISH.received not in answer.text


@pytest.mark.parametrize("secret", ["", "x", "%2e%2e", "a" * 5000])
def test_nobody_gets_in_by_guessing(camp, phone, secret):
    camp.open()
    assert send(phone, f"{camp.base}/phone/{secret}").status_code in (401, 404, 410)
    assert camp.photos == []


def test_the_link_opens_the_page_and_nothing_else(camp, phone):
    camp.open()
    for path in ("/api/patients", "/dicom-web/studies", "/healthz", f"/api/patients/{camp.secret}/photo"):
        headers = {"Authorization": f"Bearer {camp.secret}"}
        assert phone.get(camp.base + path).status_code == 401
        assert phone.get(camp.base + path, headers=headers).status_code == 401


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_it_takes_no_other_method(camp, phone, method):
    assert phone.request(method, camp.open()).status_code == 405


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"", 415, "other"),
        (b"GIF89a" + bytes(50), 415, "other"),
        (b"<svg onload=alert(1)>", 415, "other"),
        (bytes(25_000_001), 413, "large"),
    ],
    ids=["nothing", "GIF", "SVG", "more than 25 MB"],
)
def test_what_is_no_photo_is_refused_and_another_one_may_follow(camp, phone, data, status, said):
    url = camp.open(ARABIC)
    answer = send(phone, url, data)
    assert answer.status_code == status
    assert getattr(ARABIC, said) in answer.text and "<form" in answer.text
    assert send(phone, url).status_code == 200 and len(camp.photos) == 1


@pytest.mark.parametrize(
    ("problem", "status", "said"), [(Damaged("cut off"), 400, "other"), (Unavailable("closing"), 503, "trouble")]
)
def test_a_decoder_that_fails_is_said_in_plain_words(camp, phone, problem, status, said):
    def fails(data: bytes) -> tuple[int, int, bytes]:
        raise problem

    url = camp.open()
    camp.see = fails
    answer = send(phone, url)
    assert answer.status_code == status and getattr(ENGLISH, said) in answer.text
    assert problem.sentence not in answer.text and camp.photos == []


def test_a_body_that_is_no_form_is_refused(camp, phone):
    url = camp.open()
    assert phone.post(url, content=JPEG, headers={"Content-Type": "image/jpeg"}).status_code == 415
    assert phone.post(url, data={"photo": "x"}).status_code == 415
    assert phone.post(url, files={"photo": (None, "x")}).status_code == 400
    assert camp.photos == []


def test_a_page_of_somebody_else_cannot_send(camp, phone):
    url = camp.open()
    answer = phone.post(url, files={"photo": ("a.jpg", JPEG)}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403 and camp.photos == []


def test_a_second_photo_at_the_same_time_waits_for_its_turn(camp, phone):
    answers = []

    def meanwhile(data: bytes) -> tuple[int, int, bytes]:
        answers.append(send(phone, url).status_code)
        return seen(data)

    url = camp.open()
    camp.see = meanwhile
    with httpx.Client(trust_env=False, timeout=30) as first:
        assert send(first, url).status_code == 200
    assert answers == [409] and len(camp.photos) == 1


@pytest.mark.parametrize("data", [JPEG, a_png_of(a_retina())], ids=["JPEG", "PNG"])
def test_the_decoding_child_makes_of_it_what_the_form_gets(camp, phone, data):
    decoder = Decoder()
    try:
        camp.see = lambda given: decoder.decode(io.BytesIO(given))
        assert send(phone, camp.open(), data).status_code == 200
        broken = data[: len(data) // 2]
        assert send(phone, camp.open(), broken).status_code == 400
    finally:
        decoder.close()
    (photo,) = camp.photos
    assert len(photo.rgb) == photo.width * photo.height * 3 and (photo.width, photo.height) == a_retina().size


def test_without_a_phone_there_is_no_such_page(tmp_path, phone):
    store = a_store(tmp_path)
    app = application(store, station_access(store, SECRET), status=lambda: STATUS)
    with serving(app) as (host, port):
        assert phone.get(f"http://{host}:{port}/phone/x").status_code == 404
