"""Host, Origin and sizes, tried through a real server."""

import json

import pytest
from starlette.responses import PlainTextResponse
from support.serving import echo_length, serving, talk

from resources.http.limits import Limits

CAP = {"/": 10}.__getitem__


def refuse(scope, problem):
    return PlainTextResponse(type(problem).__name__)


def limited(**options):
    return Limits(echo_length, refuse, cap=CAP, **options)


def ask(address, *lines, body=b"", host=None):
    head = [f"Host: {host or f'127.0.0.1:{address[1]}'}", "Connection: close", *lines]
    return talk(address, ("POST / HTTP/1.1\r\n" + "\r\n".join(head) + "\r\n\r\n").encode() + body)


def said(answer):
    return answer.partition(b"\r\n\r\n")[2].decode()


@pytest.fixture(scope="module")
def address():
    with serving(limited(names=["camp.local"], origins=["https://viewer.example"], patience=1.0)) as address:
        yield address


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "camp.local"])
def test_our_own_names_are_taken(address, name):
    assert json.loads(said(ask(address, "Content-Length: 0", host=f"{name}:{address[1]}"))) == {"length": 0}


def test_a_client_may_leave_the_port_out(address):
    assert json.loads(said(ask(address, "Content-Length: 0", host="127.0.0.1"))) == {"length": 0}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1:1", "localhost.evil:80", "x"])
def test_any_other_host_is_refused(address, host):
    assert said(ask(address, "Content-Length: 0", host=host)) == "Refused"


@pytest.mark.parametrize(
    ("origin", "taken"), [("https://viewer.example", True), ("null", False), ("http://evil", False)]
)
def test_an_origin_is_taken_only_from_the_list(address, origin, taken):
    answer = said(ask(address, f"Origin: {origin}", "Content-Length: 0"))
    assert answer == ('{"length":0}' if taken else "Refused")


def test_a_body_within_the_cap_is_read(address):
    assert said(ask(address, "Content-Length: 10", body=b"0123456789")) == '{"length":10}'
    assert said(ask(address, "Transfer-Encoding: chunked", body=b"4\r\n0123\r\n0\r\n\r\n")) == '{"length":4}'


@pytest.mark.parametrize(
    ("line", "body", "word"),
    [
        ("Content-Length: 11", b"0123456789a", "TooLarge"),
        ("Content-Length: 99999999999", b"", "TooLarge"),
        ("Transfer-Encoding: chunked", b"b\r\n0123456789a\r\n0\r\n\r\n", "TooLarge"),
        ("Content-Length: 2\r\nTransfer-Encoding: chunked", b"2\r\n01\r\n0\r\n\r\n", "Invalid"),
        ("Content-Length: 2\r\nContent-Encoding: gzip", b"01", "Unsupported"),
    ],
)
def test_a_body_that_is_too_much_is_refused(address, line, body, word):
    assert said(ask(address, line, body=body)) == word


@pytest.mark.parametrize(
    "line",
    [
        "Content-Length: -1",
        "Content-Length: x",
        "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: " + "9" * 30,
    ],
)
def test_a_length_that_is_no_length_is_a_bad_request(address, line):
    assert ask(address, line, body=b"0").startswith(b"HTTP/1.1 400")


def test_a_body_far_beyond_the_cap_does_not_take_the_answer_away(address):
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    assert said(ask(address, "Transfer-Encoding: chunked", body=chunk * 200 + b"0\r\n\r\n")) == "TooLarge"
    assert said(ask(address, f"Content-Length: {10**7}", body=bytes(10**7))) == "TooLarge"


def test_a_body_without_an_end_is_answered_all_the_same():
    with serving(limited(patience=0.1)) as address:
        answer = ask(address, "Transfer-Encoding: chunked", body=b"b\r\n0123456789a\r\n")
    assert said(answer) == "TooLarge"


def test_who_asks_before_sending_is_told_before_sending(address):
    assert said(ask(address, "Content-Length: 11", "Expect: 100-continue")) == "TooLarge"
