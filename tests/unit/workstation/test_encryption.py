"""A certificate is tried before anybody connects: it fits its key, and it is for the name that we say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from support.certificates import Pems

from workstation.encryption import server_context, validity
from workstation.settings import RefusedSettings

CA = trustme.CA()


def a_certificate(folder: Path, *names: str, **options) -> Pems:
    folder.mkdir(exist_ok=True)
    issued = CA.issue_cert(*names, **options)
    found = Pems(folder / "ours.pem", folder / "ours.key", folder / "ca.pem")
    found.certificate.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(found.key)
    return found


@pytest.mark.parametrize("name", ["camp7.example", "192.168.50.10", "fd00::7"])
def test_it_is_for_each_name_that_it_says(tmp_path, name):
    ours = a_certificate(tmp_path, "camp7.example", "192.168.50.10", "fd00::7")
    context = server_context(ours.certificate, ours.key)

    assert validity(context, ours.certificate, name).holds(datetime.now(UTC))


@pytest.mark.parametrize("name", ["camp8.example", "192.168.50.11", "localhost"])
def test_another_name_is_refused_by_a_sentence_that_says_it(tmp_path, name):
    ours = a_certificate(tmp_path, "camp7.example", "192.168.50.10")
    context = server_context(ours.certificate, ours.key)
    with pytest.raises(RefusedSettings, match=f"is not for {name}"):
        validity(context, ours.certificate, name)


def test_what_is_no_name_is_refused(tmp_path):
    ours = a_certificate(tmp_path, "camp7.example")
    context = server_context(ours.certificate, ours.key)
    with pytest.raises(RefusedSettings, match="cannot be used"):
        validity(context, ours.certificate, "a" * 64 + ".example")


def test_one_that_has_run_out_is_said_and_stops_no_start(tmp_path):
    yesterday = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
    ours = a_certificate(tmp_path, "camp7.example", not_after=yesterday)
    found = validity(server_context(ours.certificate, ours.key), ours.certificate, "camp7.example")

    assert found.ends == yesterday
    assert not found.holds(datetime.now(UTC)) and found.holds(yesterday)


def test_a_key_of_another_certificate_and_no_file_at_all_are_refused(tmp_path):
    ours, other = a_certificate(tmp_path / "ours", "a"), a_certificate(tmp_path / "other", "b")
    with pytest.raises(RefusedSettings, match="with the embedded server do not fit"):
        server_context(ours.certificate, other.key, whose="with the embedded server")
    with pytest.raises(RefusedSettings, match="cannot be read"):
        server_context(tmp_path / "absent.pem", ours.key)
