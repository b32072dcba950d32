"""File, environment, flags: the later wins, and an unknown key names the nearest valid one."""

from dataclasses import replace

import pytest

from resources.problems import Invalid
from workstation.settings import RefusedSettings, Rest, load


def test_the_later_wins(tmp_path):
    file = tmp_path / "eyecamp.toml"
    peers = '[[dicom.peers]]\nae_title = "CAM1"\nstrip = "phelcom_"\n'
    file.write_text(f'language = "ar"\n[rest]\nport = 1\n[dicom]\nport = 2\n{peers}')
    settings = load(file, {"EYECAMP_REST_PORT": "3", "EYECAMP_PASSPHRASE": "secret"}, {"dicom.port": "4"})
    assert (settings.language, settings.rest.port, settings.dicom.port) == ("ar", 3, 4)
    assert settings.dicom.peers == ({"ae_title": "CAM1", "strip": "phelcom_"},)
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        ({"rest.prot": "1"}, "nearest is rest.port"),
        ({"rest.port": "many"}, "whole number"),
        ({"rest.port": "70000"}, "cannot be"),
        ({"dicom.ae_title": "A" * 17}, "1 to 16"),
        ({"sync.unmatched": "perhaps"}, "hold"),
        ({"dicom.peers": "[1]"}, "ae_title"),
        ({"dicom.peers": '[{"ae_title": "X", "colour": "red"}]'}, "colour"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(flags, says):
    with pytest.raises(Invalid, match=says):
        load(None, {}, flags)


def test_an_unknown_variable_and_a_broken_file_are_refused(tmp_path):
    with pytest.raises(Invalid, match="EYECAMP_REST_PROT"):
        load(None, {"EYECAMP_REST_PROT": "1"}, {})
    (tmp_path / "broken.toml").write_text("= 1")
    with pytest.raises(Invalid, match="not TOML"):
        load(tmp_path / "broken.toml", {}, {})
    with pytest.raises(Invalid, match="cannot be read"):
        load(tmp_path / "absent.toml", {}, {})


def test_lists_come_from_toml_or_with_commas(tmp_path):
    file = tmp_path / "eyecamp.toml"
    file.write_text('[dicom.allow]\ncalling = ["CAM1", "CAM2"]\n')
    settings = load(file, {"EYECAMP_DICOM_ALLOW_ADDRESSES": "10.0.0.0/24, 10.1.0.7"}, {"dicom.tls.mode": "optional"})
    assert settings.dicom.allow.calling == ("CAM1", "CAM2")
    assert settings.dicom.allow.addresses == ("10.0.0.0/24", "10.1.0.7")
    assert settings.dicom.tls.mode == "optional"
    with pytest.raises(Invalid, match="off"):
        load(None, {}, {"dicom.tls.mode": "perhaps"})


PEMS = {"rest.certificate": "c.pem", "rest.key": "c.key"}
NAMED = {"rest.public": "https://camp7.example:8042"}


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "192.168.50.10", "127.0.0.2", ""])
@pytest.mark.parametrize("pems", [{}, PEMS, {"rest.certificate": "c.pem"}, {"rest.key": "c.key"}], ids=str)
@pytest.mark.parametrize("public", [{}, NAMED, {"rest.public": "http://camp7.example:8042"}], ids=str)
def test_beyond_this_laptop_the_server_encrypts_under_its_name_or_nothing_starts(host, pems, public):
    is_here = host in ("127.0.0.1", "::1", "localhost")
    is_whole, is_half = pems == PEMS, len(pems) == 1
    is_named = public == NAMED
    fits = not is_half and ((is_whole and is_named) or (is_here and (not is_whole or not public)))
    flags = {"rest.host": host, **pems, **public}
    if fits:
        rest = load(None, {}, flags).rest
        assert (rest.is_encrypted, rest.is_beyond_laptop) == (is_whole, not is_here)
        assert not rest.is_beyond_laptop or rest.is_encrypted
    else:
        with pytest.raises(RefusedSettings, match=r"rest\."):
            load(None, {}, flags)


@pytest.mark.parametrize(
    ("public", "name"),
    [
        ("https://camp7.example", "camp7.example"),
        ("https://192.168.50.10:8042/", "192.168.50.10"),
        ("https://[fd00::7]:8042", "fd00::7"),
        ("https://camp7.example:99999", ""),
        ("https://[camp", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_the_name_of_this_station_is_the_host_of_its_address(public, name):
    assert replace(Rest(), public=public).name == name
