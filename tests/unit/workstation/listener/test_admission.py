"""Whom we speak with: by title, by address, by encryption."""

import ssl

import pytest

from resources.problems import Invalid
from workstation.listener.admission import Admission, networks, refusal
from workstation.listener.pdus import AssociateRequest
from workstation.listener.tls import Encryption

REQUIRED = Encryption(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), is_required=True)
OPTIONAL = Encryption(REQUIRED.context)
NEAR = networks(["10.0.0.0/24", "fe80::/10", "192.168.5.7"])


def a_request(**told: object) -> AssociateRequest:
    return AssociateRequest(called_ae="EYECAMP", calling_ae="NW400", contexts=(), **told)  # type: ignore[arg-type]


def numbers(no):
    return no and (no.result, no.source, no.reason)


def test_anybody_may_call_us_anything():
    assert refusal(a_request(), Admission()) is None


@pytest.mark.parametrize(
    ("told", "admission", "expected"),
    [
        ({"protocol_version": 2}, Admission(), (1, 2, 2)),
        ({"application_context": "1.2.3"}, Admission(), (1, 1, 2)),
        ({}, Admission(called=frozenset({"OTHER"})), (1, 1, 7)),
        ({}, Admission(calling=frozenset({"OTHER"})), (1, 1, 3)),
        ({}, Admission(called=frozenset({"EYECAMP"}), calling=frozenset({"NW400"})), None),
        ({}, Admission(blocked=frozenset({"NW400"})), (1, 1, 3)),
        ({}, Admission(encryption=REQUIRED), (1, 1, 1)),
        ({}, Admission(encryption=OPTIONAL), None),
    ],
)
def test_whom_we_do_not_speak_with(told, admission, expected):
    assert numbers(refusal(a_request(**told), admission)) == expected


def test_who_encrypts_is_let_in_where_that_is_required():
    assert refusal(a_request(), Admission(encryption=REQUIRED), is_encrypted=True) is None


@pytest.mark.parametrize("address", ["10.0.0.1", "10.0.0.255", "::ffff:10.0.0.9", "fe80::1%wlan0", "192.168.5.7"])
def test_addresses_within_the_fence_are_let_in(address):
    assert refusal(a_request(), Admission(addresses=NEAR), address=address) is None


@pytest.mark.parametrize("address", ["10.0.1.1", "192.168.5.8", "2001:db8::1", "::ffff:10.0.1.9", "", "nonsense"])
def test_addresses_outside_are_not(address):
    assert numbers(refusal(a_request(), Admission(addresses=NEAR), address=address)) == (1, 1, 3)


def test_what_is_no_address_is_said():
    with pytest.raises(Invalid, match="camera-room"):
        networks(["camera-room"])
