"""What every address of the station keeps to: tokens and scopes, Host and Origin, methods, slashes, sizes, strict JSON."""

import json
import socket
from itertools import count

import httpx
import pytest
from support.pictures import a_jpeg
from support.restclient import SECRET, client, web
from support.samples import samples
from support.serving import talk

from resources.http.limits import JSON_CAP
from resources.rest.desk import BASE
from resources.rest.surface import TABLE
from resources.store import changes, tokens
from resources.terms import Origin

JSON = {"Content-Type": "application/json"}
RUNNING = count()
IDS = {"patient_id": "10001", "study_id": "99991", "series_id": "1", "instance_id": "1"}
ADDRESSES = [*((row.method, BASE + row.path.format(**IDS)) for row in TABLE), ("GET", f"{BASE}/status")]
NOWHERE = [
    "/", "/api", "/api/", "/api/x", "/api/patients/1/x", "//api/patients", "/api//patients", "/docs/x", "/redoc",
    "/../etc/passwd", "/%2e%2e/x", "/api/%00",
]  # fmt: skip


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station"), origins=["https://viewer.example"]) as (known, store):
        known.post("/api/patients", json={"name": {"family": "Demo", "given": "Henry"}})
        known.post("/api/ImagingStudy", json={"id": "99991", "patient": "10001"})
        known.post("/api/ImagingStudy/99991/instance", json={"modality": "OP", "instance": [{}]})
        known.post("/api/patients/10001/photo", content=a_jpeg(), headers={"Content-Type": "image/jpeg"})
        yield known, store


def code(response):
    return response.status_code, response.json()["error"]["code"]


def secret(store, name: str, *scopes: str) -> str:
    with store.write(Origin.STATION) as unit:
        return tokens.create(unit, name, scopes)


# --- who may ask ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "path"), ADDRESSES)
def test_without_a_token_nothing_is_told(station, method, path):
    with client(str(station[0].base_url), None) as stranger:
        answer = stranger.request(method, path, json={} if method == "POST" else None)
        assert code(answer) == (401, "unauthorized")
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert code(stranger.request(method, path, headers={"Authorization": "Bearer wrong"})) == (401, "unauthorized")


def test_an_address_that_does_not_exist_is_not_told_to_strangers(station):
    with client(str(station[0].base_url), None) as stranger:
        assert stranger.get("/api/nothing").status_code == 401
        assert stranger.options("/api/patients").status_code == 401


@pytest.mark.parametrize("path", ["/healthz", "/openapi.json"])
def test_what_names_nobody_is_open(station, path):
    with client(str(station[0].base_url), None) as stranger:
        assert stranger.get(path).status_code == 200
        assert stranger.head(path + "/").status_code == 200
        assert stranger.post(path).status_code == 405


@pytest.mark.parametrize("scheme", ["Bearer", "Token", "bearer"])
def test_a_token_of_the_store_is_good_until_it_is_revoked(station, scheme):
    known, store = station
    mine = secret(store, f"lab-{scheme}", "read")
    asked = {"Authorization": f"{scheme} {mine}"}
    assert known.get("/api/patients", headers=asked).status_code == 200
    with store.write(Origin.STATION) as unit:
        tokens.revoke(unit, f"lab-{scheme}")
    assert known.get("/api/patients", headers=asked).status_code == 401


@pytest.mark.parametrize(("method", "path"), ADDRESSES)
def test_a_scope_lets_through_what_it_is_for(station, method, path):
    known, store = station
    for scope in ("read", "write", "sync"):
        asked = {"Authorization": f"Bearer {secret(store, f'{scope} {next(RUNNING)}', scope)}"}
        place = path + "/none" * (method == "DELETE")
        answer = known.request(method, place, content=b"no json" if method == "POST" else None, headers=asked)
        meant = scope == ("read" if method == "GET" else "write")
        assert (answer.status_code != 403) == meant


def test_a_writer_is_named_in_the_feed(station):
    known, store = station
    asked = {"Authorization": f"Bearer {secret(store, 'clinic', 'write')}"}
    known.post("/api/patients", json={"name": {"family": "A", "given": "B"}}, headers=asked)
    with store.read() as unit:
        assert changes.since(unit, changes.last(unit) - 1)[0].actor == "token:clinic"


# --- whom it addresses, and whence it comes -------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/healthz", "/api/patients", "/nothing"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost:1"])
def test_another_host_is_refused_everywhere(station, path, host):
    assert code(station[0].get(path, headers={"Host": host})) == (403, "forbidden")


def test_a_page_of_another_site_is_refused_and_the_allowed_one_is_served(station):
    known, _ = station
    assert code(known.get("/api/patients", headers={"Origin": "https://evil.example"})) == (403, "forbidden")
    allowed = {"Origin": "https://viewer.example"}
    for path in ("/api/patients", "/api/patients/none"):
        assert known.get(path, headers=allowed).headers["access-control-allow-origin"] == "https://viewer.example"
    asking = allowed | {"Access-Control-Request-Method": "DELETE", "Access-Control-Request-Headers": "authorization"}
    with client(str(known.base_url), None) as page:
        answer = page.options("/api/patients/1", headers=asking)
    assert answer.status_code == 200
    assert "DELETE" in answer.headers["access-control-allow-methods"]


def test_no_answer_speaks_of_other_sites_unasked(station):
    assert not [name for name in station[0].get("/api/patients").headers if name.startswith("access-control")]


# --- manners --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted({path for method, path in ADDRESSES if method == "GET"}))
def test_head_is_get_without_a_body_and_a_slash_changes_nothing(station, path):
    known, _ = station
    read, slashed, head = known.get(path), known.get(path + "/"), known.head(path)
    assert read.status_code == slashed.status_code == head.status_code == 200
    assert (read.content, b"") == (slashed.content, head.content)
    assert head.headers["content-length"] == str(len(read.content))


@pytest.mark.parametrize("path", sorted({path for _, path in ADDRESSES}))
def test_other_methods_are_told_what_is_allowed(station, path):
    known, _ = station
    methods = {method for method, other in ADDRESSES if other == path}
    allow = ", ".join(sorted(methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())))
    asked = known.options(path)
    assert (asked.status_code, asked.content, asked.headers["allow"]) == (204, b"", allow)
    for method in {"PUT", "PATCH", "TRACE", "BREW"} | ({"GET", "HEAD", "POST", "DELETE"} - methods - {"HEAD"}):
        refused = known.request(method, path)
        assert (refused.status_code, refused.headers["allow"]) == (405, allow), method


@pytest.mark.parametrize("path", NOWHERE)
def test_an_unknown_address_is_404_in_json(station, path):
    answer = station[0].get(httpx.URL(str(station[0].base_url), raw_path=path.encode()))
    assert code(answer) == (404, "not-found")


# --- strict JSON ----------------------------------------------------------------------------------------------------

POSTS = ["/api/patients", "/api/ImagingStudy", "/api/ImagingStudy/99991/instance"]
WRONG = {
    "nothing": b"",
    "cut": b'{"name":',
    "nan": b'{"name": NaN}',
    "twice": b'{"name": 1, "name": 1}',
    "surrogate": b'{"name": {"family": "\\ud800", "given": "x"}}',
    "latin": b'{"name": "\xe9"}',
    "utf-16": '{"name": 1}'.encode("utf-16"),
    "digits": b'{"numberOfSeries": ' + b"1" * 100_000 + b"}",
    "infinite": b'{"numberOfSeries": 1e999}',
    "deep array": b"[" * 100_000,
    "deep object": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "nul": b'{"name": {"family": "\\u0000", "given": "x"}}',
}


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_what_is_not_strict_json_is_400(station, path, body):
    assert code(station[0].post(path, content=body, headers=JSON)) == (400, "invalid")
    assert station[0].get("/api/patients").status_code == 200


@pytest.mark.data
@pytest.mark.parametrize("sample", samples("json/test_parsing", "*.json"), ids=lambda path: path.name)
def test_the_json_test_suite_as_a_body_is_never_an_error_of_ours(station, sample):
    for path in POSTS:
        for body in (
            sample.read_bytes(),
            b'{"name": {"family": "A", "given": "B"}, "more": ' + sample.read_bytes() + b"}",
        ):
            answer = station[0].post(path, content=body, headers=JSON)
            assert answer.status_code in (201, 400, 422)
            if sample.name.startswith("n_"):
                assert answer.status_code == 400


@pytest.mark.data
@pytest.mark.parametrize("sample", samples("json/test_parsing", "y_*.json"), ids=lambda path: path.name)
def test_what_json_allows_comes_back_equal(station, sample):
    if sample.name == "y_object_duplicated_key.json":
        pytest.skip("a key given twice is refused on purpose")
    body = b'{"name": {"family": "A", "given": "B"}, "more": ' + sample.read_bytes() + b"}"
    made = station[0].post("/api/patients", content=body, headers=JSON)
    assert made.status_code == 201
    assert made.json()["more"] == json.loads(sample.read_bytes())


# --- sizes and slowness ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", POSTS)
def test_a_document_beyond_the_cap_is_413(station, path):
    assert code(station[0].post(path, content=b" " * (JSON_CAP + 1), headers=JSON)) == (413, "too-large")


def endless():
    for _ in range(300):
        yield b" " * 65536


def test_an_endless_document_is_413(station):
    assert code(station[0].post("/api/patients", content=endless(), headers=JSON)) == (413, "too-large")


@pytest.mark.parametrize(
    "lines",
    ["Content-Length: -1", "Content-Length: 1\r\nContent-Length: 2", "Content-Length: 0x10",
     "Content-Length: 2\r\nTransfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: x"],
)  # fmt: skip
def test_a_length_that_lies_is_refused(station, lines):
    url = station[0].base_url
    head = f"POST /api/patients HTTP/1.1\r\nHost: {url.host}:{url.port}\r\nConnection: close\r\nAuthorization: Bearer {SECRET}"
    answer = talk((url.host, url.port), f"{head}\r\nContent-Type: application/json\r\n{lines}\r\n\r\n{{}}".encode())
    assert answer.split()[1] in (b"400", b"501")
    assert station[0].get("/healthz").status_code == 200


def test_a_compressed_body_is_415(station):
    answer = station[0].post("/api/patients", content=b"\x1f\x8b", headers=JSON | {"Content-Encoding": "gzip"})
    assert code(answer) == (415, "unsupported-media-type")


def test_who_leaves_in_the_middle_leaves_nothing_behind(station):
    known, _ = station
    before = known.get("/api/patients").json()
    url = known.base_url
    with socket.create_connection((url.host, url.port), timeout=10) as peer:
        head = f"POST /api/patients HTTP/1.1\r\nHost: {url.host}:{url.port}\r\nAuthorization: Bearer {SECRET}\r\n"
        peer.sendall((head + 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name"').encode())
    assert known.get("/api/patients").json() == before
