"""The matrix of a start: where the server listens, how it encrypts, whether there is a token. What is not safe ends with 2."""

import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
import trustme
from support.certificates import for_client, pems
from support.serving_station import ServingStation

from resources.store import tokens
from resources.store.keys import KeyFile
from resources.terms import Origin
from workstation.cli import main
from workstation.compose import names_of, open_station, status_from_outside
from workstation.desktop import phones_of
from workstation.settings import RefusedSettings, Rest, Settings, load

HERE, BEYOND = "127.0.0.1", "127.0.0.2"
"""The second is this laptop too, but the settings do not know it as such: no test listens on a real network."""
AUTHORITY = trustme.CA()


class Place(NamedTuple):
    """A station's folder, and PEM files to choose from."""

    folder: Path
    pems: dict[str, list[str]]

    def flags(self, host: str, tls: str) -> dict[str, str]:
        words = [f"rest.host={host}", "rest.port=0", "dicom.port=0", *self.pems[tls]]
        return dict(word.split("=", 1) for word in words) | {"data_dir": str(self.folder / "station")}

    def settings(self, host: str, tls: str) -> Settings:
        return load(None, {}, self.flags(host, tls))

    @property
    def opener(self) -> KeyFile:
        return KeyFile(self.folder / "key")

    def served(self, host: str, tls: str) -> "subprocess.CompletedProcess[str]":
        """``eyecamp serve`` as a program, which ends by itself where it refuses."""
        flags = [f"{name}={value}" for name, value in self.flags(host, tls).items() if name != "data_dir"]
        return ServingStation(self.folder, *flags).run("serve")


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Place:
    folder = tmp_path_factory.mktemp("station")
    ours, other = pems(folder / "ours", BEYOND, AUTHORITY), pems(folder / "other", "camp8.example", AUTHORITY)
    whole = [f"rest.certificate={ours.certificate}", f"rest.key={ours.key}"]
    named = f"rest.public=https://{BEYOND}:0"
    return Place(
        folder,
        {
            "nothing": [],
            "a name alone": [named],
            "a certificate alone": [whole[0], named],
            "a key alone": [whole[1], named],
            "no name": whole,
            "a name without encryption": [*whole, f"rest.public=http://{BEYOND}:0"],
            "another's key": [whole[0], f"rest.key={other.key}", named],
            "another's name": [f"rest.certificate={other.certificate}", f"rest.key={other.key}", named],
            "no such file": [f"rest.certificate={folder / 'absent.pem'}", whole[1], named],
            "all": [*whole, named],
        },
    )


def with_token(place: Place, *, is_revoked: bool = False) -> None:
    station = open_station(place.settings(HERE, "nothing"), place.opener)
    with station.store.write(Origin.PERSON, "test") as unit:
        tokens.create(unit, "lab", ["read"])
        if is_revoked:
            tokens.revoke(unit, "lab")
    station.stop()


@pytest.mark.parametrize(
    "tls",
    ["nothing", "a name alone", "a certificate alone", "a key alone", "no name", "a name without encryption"],
)
def test_beyond_the_laptop_it_does_not_start_without_encryption_and_a_name(place, tls, capsys):
    flags = [word for name, value in place.flags(BEYOND, tls).items() for word in ("--set", f"{name}={value}")]
    assert main(["serve", *flags], {}) == 2
    assert capsys.readouterr().err.startswith("rest.")
    assert not (place.folder / "station").exists()


@pytest.mark.parametrize(
    ("host", "tls", "says"),
    [
        (BEYOND, "all", "no token is there"),
        (HERE, "another's key", "do not fit"),
        (HERE, "another's name", f"is not for {BEYOND}"),
        (HERE, "no such file", "cannot be read"),
    ],
)
def test_without_a_token_or_with_a_certificate_that_is_not_ours_nothing_opens(tmp_path, place, host, tls, says):
    there = Place(tmp_path, place.pems)
    with pytest.raises(RefusedSettings, match=says):
        open_station(there.settings(host, tls), there.opener)
    open_station(there.settings(HERE, "nothing"), there.opener).stop()  # the folder was not left locked


def test_a_token_that_was_revoked_counts_for_none_and_the_program_ends_with_2_and_a_sentence(tmp_path, place):
    there = Place(tmp_path, place.pems)
    with_token(there, is_revoked=True)
    ended = there.served(BEYOND, "all")

    assert ended.returncode == 2, ended.stderr
    assert "no token is there" in ended.stderr and "Traceback" not in ended.stderr
    assert not (tmp_path / "station" / "running.json").exists()


@pytest.mark.parametrize(("host", "tls"), [(HERE, "nothing"), (HERE, "all"), (BEYOND, "all")])
def test_what_is_safe_starts_and_says_how_it_is_reached(tmp_path, place, host, tls):
    there = Place(tmp_path, place.pems)
    with_token(there)
    settings = there.settings(host, tls)
    station = open_station(settings, there.opener)
    try:
        station.start()
        scheme = "http" if tls == "nothing" else "https"
        assert station.rest_url == f"{scheme}://{host}:{station.http.address[1]}"
        verify = for_client(pems(tmp_path / "client", "client", AUTHORITY))
        with httpx.Client(base_url=station.rest_url, verify=verify, trust_env=False) as http:
            assert http.get("/healthz").status_code == (200 if host == HERE else 401)
            assert http.get("/api/status").status_code == 401
            headers = {"Authorization": f"Bearer {station.token}"}
            assert http.get("/api/status", headers=headers).status_code == 200
        assert json.loads((tmp_path / "station" / "running.json").read_text())["rest_url"] == station.rest_url
        assert status_from_outside(settings, lambda: there.opener)["patients"] == 0
    finally:
        station.stop()


def test_a_certificate_that_has_run_out_starts_is_written_down_and_no_phone_is_offered_it(tmp_path, place, caplog):
    ours = pems(tmp_path / "old", BEYOND, AUTHORITY, not_after=datetime.now(UTC) - timedelta(days=1))
    whole = [f"rest.certificate={ours.certificate}", f"rest.key={ours.key}", f"rest.public=https://{BEYOND}:0"]
    there = Place(tmp_path, {**place.pems, "old": whole})
    with_token(there)
    station = open_station(there.settings(BEYOND, "old"), there.opener)
    offered = phones_of(station)
    station.stop()

    assert offered is not None and not offered.is_trusted()
    assert "the certificate has run out" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("public", "names"),
    [
        ("https://camp7.example:8042", ("camp7.example", "camp7.example:8042")),
        ("https://Camp7.example/", ("camp7.example",)),
        ("https://[fd00::7]:8042", ("[fd00::7]", "[fd00::7]:8042")),
        ("", ()),
    ],
)
def test_others_may_call_it_by_the_name_of_its_address(public, names):
    assert names_of(Rest(public=public)) == names
