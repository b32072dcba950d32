"""The page that describes the interface: it works with no internet, names nobody, and can read what it is given."""

import re

import pytest
from support.restclient import client, web

from resources.http.docs import PAGE, START, in_version_3_0


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (known, _), client(str(known.base_url), None) as http:
        yield http


def test_the_page_loads_nothing_from_another_host(stranger):
    page = stranger.get("/docs")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert not re.search(r"(?:https?:)?//|@import|\bcdn\b", PAGE + START)
    loaded = re.findall(r'(?:src|href|url)(?:=|: )"([^"]+)"', page.text + stranger.get("/docs/start.js").text)
    assert len(loaded) == 5
    for path in loaded:
        assert path.startswith("/docs/")
        found = stranger.get(path)
        assert (found.status_code, len(found.content) > 100) == (200, True)


def test_the_style_loads_nothing_from_another_host(stranger):
    addresses = re.findall(r"url\(([^)]*)\)", stranger.get("/docs/swagger-ui.css").text)
    assert all(address.strip("\"'").startswith("data:") for address in addresses)


@pytest.mark.parametrize(
    "path", ["/docs", "/docs/", "/docs/start.js", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"]
)
def test_the_browser_is_told_to_load_nothing_else(stranger, path):
    policy = stranger.get(path).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert not re.search(r"https?:|\*", policy)


def test_the_page_can_read_what_it_describes(stranger):
    ours, shown = (stranger.get(path).json() for path in ("/openapi.json", "/docs/openapi.json"))
    assert shown["openapi"] == "3.0.3"
    assert set(shown["paths"]) == set(ours["paths"])
    assert '"null"' not in str(shown).replace("'", '"')
    assert shown["components"]["schemas"]["StudyBody"]["example"]["id"] == "99991"
    assert shown["components"]["schemas"]["StudyBody"]["properties"]["uid"]["nullable"] is True


def test_a_document_keeps_all_else_when_its_version_changes():
    given = {"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"name": "b", "schema": {"type": "null"}}]}}}}
    assert in_version_3_0(given)["paths"] == given["paths"]


def test_a_page_of_ours_may_ask_us_and_one_beside_us_may_not(stranger):
    own = str(stranger.base_url).rstrip("/")
    assert stranger.get("/healthz", headers={"Origin": own}).status_code == 200
    port = stranger.base_url.port
    for other in (
        "http://127.0.0.1",
        f"http://localhost:{port}",
        f"https://127.0.0.1:{port}",
        f"{own}.evil.example",
        "null",
    ):
        assert stranger.get("/healthz", headers={"Origin": other}).status_code == 403, other
    for host, origin in (("localhost", "http://localhost"), ("127.0.0.1", "http://127.0.0.1")):
        answer = stranger.get("/healthz", headers={"Host": f"{host}:{port}", "Origin": origin})
        assert answer.status_code == 403, origin
