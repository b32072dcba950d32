"""One row per way in which headquarters, or what stands in its place, can answer: which Problem it is."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

import httpx
import pytest
from support.headquarters import MemoryHeadquarters, Mode, served
from support.pictures import an_op, series_of, study_of, uid_of

from resources.problems import (
    Damaged,
    Invalid,
    NotFound,
    Offline,
    Portal,
    Problem,
    Refused,
    TooLarge,
    Unauthorized,
    Unavailable,
    Unsupported,
)
from sync.answers import Place
from sync.headquarters import Ambiguous, HttpHeadquarters, Outgoing, checked_url

PICTURE = an_op(1)
AT = Place(study_of(1), series_of(1), uid_of(1))


def one() -> list[Outgoing]:
    return [Outgoing(uid_of(1), len(PICTURE), lambda: [PICTURE[:100], PICTURE[100:]])]


def drop(chunks: Iterator[bytes]) -> None:
    for _ in chunks:
        pass


@pytest.fixture
def archive() -> MemoryHeadquarters:
    return MemoryHeadquarters()


@pytest.fixture(params=["memory", "http"])
def hq(request: pytest.FixtureRequest, archive: MemoryHeadquarters) -> Iterator[HttpHeadquarters]:
    if request.param == "memory":
        client = archive.client()
        yield client
        client.close()
        return
    with served(archive) as url:
        client = HttpHeadquarters(url)
        yield client
        client.close()


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("mode", [Mode.EMPTY_200, Mode.SILENT, Mode.CONFLICT_409])
def test_an_answer_without_a_word_about_the_instance_lists_nothing(
    hq: HttpHeadquarters, archive: MemoryHeadquarters, mode: Mode
) -> None:
    archive.mode = mode
    answer = hq.stow(one())
    assert (answer.listed, answer.missing) == (frozenset(), {uid_of(1)})


@pytest.mark.parametrize(("mode", "reason"), [(Mode.FAILED_202, 0xA700), (Mode.FAILED_FOR_GOOD, 0x0122)])
def test_a_failed_instance_carries_its_reason(
    hq: HttpHeadquarters, archive: MemoryHeadquarters, mode: Mode, reason: int
) -> None:
    archive.mode = mode
    assert hq.stow(one()).failed == {uid_of(1): reason}


@pytest.mark.parametrize(
    ("mode", "problem"),
    [
        (Mode.HTML_200, Portal),
        (Mode.REDIRECT, Portal),
        (Mode.UNAUTHORIZED, Unauthorized),
        (Mode.BUSY, Unavailable),
    ],
)
def test_what_is_not_an_answer_of_headquarters_is_named(
    hq: HttpHeadquarters, archive: MemoryHeadquarters, mode: Mode, problem: type[Problem]
) -> None:
    archive.mode = mode
    calls: list[Callable[[], object]] = [hq.probe, lambda: hq.stow(one()), lambda: hq.find_instance("1.2")]
    calls += [lambda: hq.metadata(AT), lambda: hq.fetch(AT, drop)]
    for call in calls:
        with pytest.raises(problem) as raised:
            call()
        assert not isinstance(raised.value, Ambiguous)
        assert raised.value.sentence.endswith(".")


def test_a_busy_headquarters_says_for_how_long(hq: HttpHeadquarters, archive: MemoryHeadquarters) -> None:
    archive.mode = Mode.BUSY
    with pytest.raises(Unavailable) as raised:
        hq.stow(one())
    assert raised.value.retry_after == 120


@pytest.mark.parametrize("mode", [Mode.CUT_BEFORE, Mode.CUT_MIDDLE, Mode.CUT_AFTER])
def test_a_line_that_breaks_once_bytes_have_gone_is_ambiguous(
    hq: HttpHeadquarters, archive: MemoryHeadquarters, mode: Mode
) -> None:
    archive.mode = mode
    with pytest.raises(Ambiguous):
        hq.stow(one())
    archive.mode = Mode.WELL
    assert bool(hq.find_instance(uid_of(1))) is (mode is Mode.CUT_AFTER)


def test_a_line_that_breaks_during_a_question_is_offline(hq: HttpHeadquarters, archive: MemoryHeadquarters) -> None:
    archive.mode = Mode.CUT_BEFORE
    archive.mode = Mode.OFFLINE
    with pytest.raises(Offline) as raised:
        hq.find_instance(uid_of(1))
    assert not isinstance(raised.value, Portal | Ambiguous)


def answering(status: int, content_type: str = "", body: bytes = b"", **headers: str) -> HttpHeadquarters:
    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        return httpx.Response(status, headers={"Content-Type": content_type, **headers}, content=body)

    return HttpHeadquarters("https://hq.example/dicom-web", transport=httpx.MockTransport(answer))


@pytest.mark.hazard("HZ-26")
@pytest.mark.parametrize(
    ("content_type", "said", "heard"),
    [
        ("application/dicom+json", "Sat, 21 Nov 2026 09:00:00 GMT", [datetime(2026, 11, 21, 9, tzinfo=UTC)]),
        ("application/dicom+json", "yesterday", []),
        ("application/dicom+json", "", []),
        ("text/html", "Sat, 21 Nov 2026 09:00:00 GMT", []),  # the login page's clock is nobody's
    ],
)
def test_the_date_of_an_answer_is_headquarters_clock(content_type: str, said: str, heard: list[datetime]) -> None:
    told: list[datetime] = []
    answer = httpx.Response(200, headers={"Content-Type": content_type, "Date": said}, content=b"[]")
    transport = httpx.MockTransport(lambda _: answer)
    hq = HttpHeadquarters("https://hq.example/dicom-web", transport=transport, dated=told.append)
    with suppress(Portal):
        hq.probe()
    assert told == heard


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (400, Invalid), (401, Unauthorized), (403, Refused), (404, NotFound), (406, Unsupported), (407, Portal),
        (410, NotFound), (413, TooLarge), (415, Unsupported), (418, Invalid), (429, Unavailable), (511, Portal),
        (301, Portal), (304, Portal), (500, Unavailable), (502, Unavailable), (503, Unavailable), (504, Unavailable),
    ],
)  # fmt: skip
def test_every_status_has_its_problem(status: int, problem: type[Problem]) -> None:
    for call in (lambda hq: hq.probe(), lambda hq: hq.stow(one())):
        with pytest.raises(problem):
            call(answering(status))


@pytest.mark.parametrize("status", [500, 502, 504])
def test_a_server_error_after_the_whole_body_may_mean_stored(status: int) -> None:
    with pytest.raises(Ambiguous):
        answering(status).stow(one())


@pytest.mark.parametrize(
    ("content_type", "body", "problem"),
    [
        ("text/html", b"<html>", Portal),
        ("", b"<html>", Portal),
        ("text/plain", b"ok", Portal),
        ("application/dicom+json", b'[{"0008', Invalid),
        ("application/dicom+json", b"{}", Invalid),
    ],
)
def test_a_success_that_is_not_dicom_json_is_no_answer_to_a_question(
    content_type: str, body: bytes, problem: type[Problem]
) -> None:
    with pytest.raises(problem):
        answering(200, content_type, body).find_instance("1.2")


def test_a_cut_json_answer_to_a_push_lists_nothing() -> None:
    assert answering(200, "application/dicom+json", b'{"0008').stow(one()).missing == {uid_of(1)}


@pytest.mark.parametrize("status", [204, 404])
def test_no_match_may_be_said_in_more_than_one_way(status: int) -> None:
    assert answering(status).find_instance("1.2") == []


def test_pictures_that_come_cut_raise_before_the_end() -> None:
    whole = b"--b\r\nContent-Type: application/dicom\r\n\r\n" + PICTURE + b"\r\n--b--"
    kept: list[bytes] = []
    for cut in (1, 50, len(PICTURE)):
        hq = answering(200, 'multipart/related; type="application/dicom"; boundary=b', whole[:-cut])
        with pytest.raises(Damaged):
            hq.fetch(AT, lambda chunks: kept.append(b"".join(chunks)))
    assert kept == []


def test_a_picture_may_come_as_a_single_part() -> None:
    kept: list[bytes] = []
    answering(200, "application/dicom", PICTURE).fetch(AT, lambda chunks: kept.append(b"".join(chunks)))
    assert kept == [PICTURE]


def test_a_query_that_never_ends_is_left() -> None:
    ticks = iter(range(0, 100_000, 200))
    endless = {"headers": {"Content-Type": "application/json"}, "stream": httpx.ByteStream(b"[" + b" " * 10_000)}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, **endless))
    hq = HttpHeadquarters("https://hq.example", transport=transport, stopwatch=lambda: float(next(ticks)) * 2)
    with pytest.raises(Unavailable):
        hq.find_instance("1.2")


def test_a_picture_that_merely_drips_is_given_up() -> None:
    whole = b"--b\r\nContent-Type: application/dicom\r\n\r\n" + PICTURE + b"\r\n--b--"
    headers = {"Content-Type": 'multipart/related; type="application/dicom"; boundary=b'}
    ticks = iter(range(0, 10_000_000, 200))
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, stream=Dripping(whole)))
    hq = HttpHeadquarters("https://hq.example", transport=transport, stopwatch=lambda: float(next(ticks)))
    with pytest.raises(Unavailable):
        hq.fetch(AT, drop)


class Dripping(httpx.SyncByteStream):
    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        for at in range(0, len(self._body), 10):
            yield self._body[at : at + 10]


def test_stars_and_carets_go_out_as_they_are_and_nothing_else_can_break_out() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.raw_path.decode())
        return httpx.Response(200, headers={"Content-Type": "application/dicom+json"}, content=b"[]")

    HttpHeadquarters("https://hq.example/d/", transport=httpx.MockTransport(answer)).find_studies("Ngu*^&limit=0 #/?")
    assert asked[0].startswith("/d/studies?PatientID=Ngu*^%26limit=0%20%23%2F%3F&")


def test_paging_ends_when_an_archive_ignores_the_offset() -> None:
    page = b'[{"00080018": {"Value": ["1.2"]}, "0020000E": {"Value": ["1.1"]}}]'
    assert len(answering(200, "application/dicom+json", page).instances("1")) == 1


@pytest.mark.parametrize(
    ("url", "token", "allowed"),
    [
        ("https://hq.example/dicom-web", "secret", True),
        ("http://127.0.0.1:8042/dicom-web", "secret", True),
        ("http://localhost:8042", "secret", True),
        ("http://[::1]:8042", "secret", True),
        ("http://10.0.0.5:8042/dicom-web", "", True),
        ("http://10.0.0.5:8042/dicom-web", "secret", False),
        ("http://hq.example/dicom-web", "secret", False),
        ("http://user:password@hq.example/dicom-web", "", False),
        ("http://127.0.0.1.evil.example/", "secret", False),
        ("ftp://hq.example", "", False),
        ("https://", "", False),
        ("hq.example/dicom-web", "", False),
        ("https://hq.example/?a=b", "", False),
        ("https://hq.example:port/", "", False),
    ],
)
def test_a_secret_never_goes_over_an_open_line(url: str, token: str, allowed: bool) -> None:
    if allowed:
        checked_url(url, token)
        return
    with pytest.raises(Invalid) as raised:
        checked_url(url, token)
    assert "hq.dicomweb_url" in raised.value.fields
    assert "secret" not in str(raised.value.fields)


def test_the_length_is_exact_and_nothing_is_chunked() -> None:
    seen: dict[str, str] = {}

    def answer(request: httpx.Request) -> httpx.Response:
        seen.update(request.headers)
        assert len(request.read()) == int(request.headers["content-length"])
        return httpx.Response(200)

    HttpHeadquarters("https://hq.example", token="t", transport=httpx.MockTransport(answer)).stow(one())
    assert "transfer-encoding" not in seen
    assert seen["authorization"] == "Bearer t"
    assert seen["accept-encoding"] == "identity"


def test_a_file_that_shrank_since_is_not_sent_as_if_whole() -> None:
    hq = answering(200)
    with pytest.raises(Damaged):
        hq.stow([Outgoing(uid_of(1), len(PICTURE) + 1, lambda: [PICTURE])])


@pytest.mark.hazard("HZ-05")
def test_metadata_of_another_picture_says_nothing_of_this_one() -> None:
    """The answer to an earlier question, or of a server that shows the whole series."""

    def shown(*uids: str) -> HttpHeadquarters:
        found = [{"00080018": {"vr": "UI", "Value": [uid]}} for uid in uids]
        kind = {"Content-Type": "application/dicom+json"}
        answering = httpx.MockTransport(lambda _: httpx.Response(200, headers=kind, json=found))
        return HttpHeadquarters("http://127.0.0.1:1/dicom-web", transport=answering)

    assert shown(uid_of(2)).metadata(AT) is None
    found = shown(uid_of(2), uid_of(1)).metadata(AT)
    assert found is not None and found.text("00080018") == uid_of(1)


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_answer_without_a_word_has_not_said_that_there_is_none(body: bytes) -> None:
    """It was cut off on the way; a picture that headquarters has would be sent a second time."""
    with pytest.raises(Damaged, match="came damaged"):
        answering(200, "application/dicom+json", body).find_instance(uid_of(1))
