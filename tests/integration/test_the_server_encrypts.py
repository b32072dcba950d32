"""The embedded server over TLS, on real sockets: who says nothing holds nobody up, and nothing is said in the clear."""

import json
import socket
import ssl
from contextlib import ExitStack

import httpx
import pytest
import trustme
from starlette.websockets import WebSocket
from support.certificates import for_client, for_server, pems
from support.restclient import SECRET, STATUS
from support.serving import echo_length, serving, talk, talk_encrypted
from support.stations import a_store
from websockets.sync.client import connect

from resources.application import application, station_access
from resources.http.deadlines import Deadlines
from resources.http.limits import Limits
from resources.http.server import HttpService
from resources.store import tokens
from resources.terms import Origin

REQUEST = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"
FEW = Deadlines(head=0.3, connections=3)


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    """How the server encrypts, and whom a client believes."""
    ours = pems(tmp_path_factory.mktemp("pems"), "127.0.0.1", trustme.CA())
    believing = ssl.create_default_context(cafile=str(ours.authority))
    return for_server(ours), believing


def is_closed(peer: socket.socket) -> bool:
    """Once the server has closed it; waits for that."""
    try:
        return peer.recv(100) == b""
    except ConnectionResetError:
        return True


def test_it_answers_by_tls_to_a_client_that_believes_the_organisation(sides):
    with serving(echo_length, encryption=sides[0]) as address:
        assert talk_encrypted(address, sides[1], REQUEST).endswith(b'{"length":3}')


def test_who_does_not_believe_the_organisation_hears_nothing(sides):
    with serving(echo_length, encryption=sides[0]) as address, pytest.raises(ssl.SSLCertVerificationError):
        talk_encrypted(address, ssl.create_default_context(), REQUEST)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_both_versions_of_today_are_spoken(sides, tmp_path, version):
    ours = pems(tmp_path, "127.0.0.1", trustme.CA())
    client = for_client(ours)
    client.minimum_version = client.maximum_version = version
    with serving(echo_length, encryption=for_server(ours)) as address:
        assert talk_encrypted(address, client, REQUEST).endswith(b'{"length":3}')


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_an_older_version_is_not_spoken(sides, tmp_path):
    client = for_client(pems(tmp_path, "127.0.0.1", trustme.CA()))
    client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
    client.minimum_version = client.maximum_version = ssl.TLSVersion.TLSv1_1
    client.set_ciphers("ALL:@SECLEVEL=0")
    with serving(echo_length, encryption=sides[0]) as address, pytest.raises(ssl.SSLError):
        talk_encrypted(address, client, REQUEST)


def test_plain_http_at_that_port_is_neither_read_nor_answered(sides):
    asked = []

    async def notes(scope, receive, send):
        asked.append(scope)
        await echo_length(scope, receive, send)

    with serving(notes, encryption=sides[0]) as address:
        assert b"HTTP" not in talk(address, REQUEST)
        talk_encrypted(address, sides[1], REQUEST)
    assert [scope["scheme"] for scope in asked] == ["https"]


def test_silent_clients_hold_nobody_up(sides):
    with ExitStack() as stack:
        address = stack.enter_context(serving(echo_length, Deadlines(head=600.0), encryption=sides[0]))
        silent = [stack.enter_context(socket.create_connection(address, timeout=30)) for _ in range(50)]
        silent[0].sendall(b"\x16\x03\x01\x02")  # begun, and left there
        for _ in range(3):
            assert talk_encrypted(address, sides[1], REQUEST).endswith(b'{"length":3}')


def test_who_never_agrees_is_closed_and_leaves_its_place(sides):
    with serving(echo_length, FEW, encryption=sides[0]) as address:
        with ExitStack() as stack:
            silent = [stack.enter_context(socket.create_connection(address, timeout=30)) for _ in range(3)]
            assert all(map(is_closed, silent))
        assert talk_encrypted(address, sides[1], REQUEST).endswith(b'{"length":3}')


def test_more_silent_clients_than_may_be_open_are_turned_away_at_once(sides):
    with ExitStack() as stack:
        address = stack.enter_context(serving(echo_length, Deadlines(head=600.0, connections=3), encryption=sides[0]))
        for _ in range(3):
            stack.enter_context(socket.create_connection(address, timeout=30))
        fourth = stack.enter_context(socket.create_connection(address, timeout=30))
        assert is_closed(fourth)


def test_who_agrees_and_then_says_nothing_has_the_deadline_of_every_request(sides):
    with (
        serving(echo_length, FEW, encryption=sides[0]) as address,
        socket.create_connection(address, timeout=30) as plain,
        sides[1].wrap_socket(plain, server_hostname="127.0.0.1") as peer,
    ):
        assert peer.recv(65536).startswith(b"HTTP/1.1 408")


def test_it_stops_while_somebody_has_not_agreed_yet(sides):
    service = HttpService(echo_length, encryption=sides[0])
    service.start()
    with socket.create_connection(service.address, timeout=30) as silent:
        service.stop(30.0)
        assert is_closed(silent)
    assert not service.health()


def test_large_bodies_and_answers_pass(sides):
    async def echo(scope, receive, send):
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(body)).encode())]}
        )
        await send({"type": "http.response.body", "body": body})

    sent = bytes(range(256)) * 12_000
    with serving(echo, encryption=sides[0]) as (host, port), httpx.Client(verify=sides[1], trust_env=False) as client:
        for _ in range(2):  # the second on the same connection
            assert client.post(f"https://{host}:{port}/", content=sent, timeout=60).content == sent


def test_a_websocket_is_encrypted_too(sides):
    async def greets(scope, receive, send):
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        await socket.send_text(scope["scheme"])
        await socket.close()

    with (
        serving(greets, encryption=sides[0]) as (host, port),
        connect(f"wss://{host}:{port}/", ssl=sides[1], open_timeout=30) as peer,
    ):
        assert peer.recv(30) == "wss"


def test_only_a_page_that_came_encrypted_is_one_of_ours(sides):
    def refuse(scope, problem):
        async def answer(scope, receive, send):
            await send({"type": "http.response.start", "status": 403, "headers": []})
            await send({"type": "http.response.body", "body": b""})

        return answer

    app = Limits(echo_length, refuse, names=["camp7.example"])
    with serving(app, encryption=sides[0]) as (host, port), httpx.Client(verify=sides[1], trust_env=False) as client:
        url, name = f"https://{host}:{port}/", f"camp7.example:{port}"
        answers = {
            origin: client.post(url, headers={"Host": name, "Origin": origin}).status_code
            for origin in (f"https://{name}", f"http://{name}", "https://camp7.example", "null")
        }
    assert list(answers.values()) == [200, 403, 403, 403]


@pytest.fixture
def beyond(sides, tmp_path):
    """A station that other machines may reach, and a token of its store."""
    store = a_store(tmp_path)
    with store.write(Origin.PERSON, "test") as unit:
        secret = tokens.create(unit, "lab", ["read"])
    app = application(store, station_access(store, SECRET), status=lambda: STATUS, is_beyond_laptop=True)
    with serving(app, encryption=sides[0]) as (host, port):
        yield httpx.Client(base_url=f"https://{host}:{port}", verify=sides[1], trust_env=False, timeout=30), secret
    store.close()


OPEN_AT_HOME = [
    ("GET", "/healthz"), ("GET", "/openapi.json"), ("GET", "/docs"), ("GET", "/docs/start.js"), ("GET", "/fhir/metadata"),
    ("POST", "/tscharts/v1/login"), ("GET", "/api/patients"), ("GET", "/dicom-web/studies"), ("GET", "/nowhere"),
    ("HEAD", "/healthz"), ("OPTIONS", "/api/patients"), ("GET", "//healthz"), ("GET", "/phone/x"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), OPEN_AT_HOME)
def test_beyond_this_laptop_nothing_is_answered_without_a_token(beyond, method, path):
    http, secret = beyond
    with http:
        assert http.request(method, path).status_code == 401
        assert http.request(method, path, headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert http.request(method, path, headers={"Authorization": f"Bearer {secret}"}).status_code != 401


def test_what_a_token_may_do_is_the_same_as_at_home(beyond):
    http, secret = beyond
    with http:
        http.headers["Authorization"] = f"Bearer {secret}"
        assert http.get("/api/patients").status_code == 200
        refused = http.post("/api/patients", json={"given_name": "X"})
        assert refused.status_code == 403
        assert json.loads(refused.text)["error"]["code"]


def test_at_home_it_stays_as_it_was(tmp_path):
    store = a_store(tmp_path)
    app = application(store, station_access(store, SECRET), status=lambda: STATUS)
    with serving(app) as (host, port), httpx.Client(base_url=f"http://{host}:{port}", trust_env=False) as http:
        assert http.get("/healthz").status_code == 200
        assert http.get("/openapi.json").status_code == 200
        assert http.get("/fhir/metadata").status_code == 200
        assert http.get("/api/patients").status_code == 401
