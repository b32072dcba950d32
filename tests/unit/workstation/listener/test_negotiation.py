"""Which pictures are taken: all of them."""

import pytest
from pynetdicom import AllStoragePresentationContexts, sop_class
from pynetdicom.presentation import build_context, negotiate_as_acceptor
from support.association import DEFLATED, EXPLICIT, IMPLICIT, JPEG, OP_8_BIT, VERIFICATION, WORKLIST

from workstation.listener.negotiation import Service, negotiate, service_of
from workstation.listener.pdus import AssociateRequest, Proposed, Roles


def a_request(*contexts: Proposed, **told: object) -> AssociateRequest:
    return AssociateRequest(called_ae="EYECAMP", calling_ae="NW400", contexts=contexts, **told)  # type: ignore[arg-type]


def answer_to(abstract_syntax: str, *syntaxes: str, roles: Roles | None = None) -> tuple[int, str]:
    chosen = {} if roles is None else {abstract_syntax: roles}
    (answer,) = negotiate(a_request(Proposed(1, abstract_syntax, syntaxes), roles=chosen)).contexts
    return answer.result, answer.transfer_syntax


def test_every_storage_class_that_pynetdicom_knows_is_taken():
    assert {service_of(str(context.abstract_syntax)) for context in AllStoragePresentationContexts} == {Service.STORAGE}


@pytest.mark.parametrize("uid", ["1.3.46.670589.2.5.1.1", "1.2.3.4", "2.25.99", "1..02", "1.2.840.10008.5.1.4.1.1.5"])
def test_private_unknown_and_retired_storage_classes_are_taken(uid):
    assert answer_to(uid, JPEG) == (0, JPEG)


@pytest.mark.parametrize("private", ["1.2.3.4.5", "1.3.46.670589.33.1.4.1", "1.2.840.10008.1.2.4.203"])
def test_private_and_unknown_transfer_syntaxes_are_taken(private):
    assert answer_to(OP_8_BIT, private, IMPLICIT) == (0, private)


def test_the_first_syntax_of_the_requestor_wins():
    assert answer_to(OP_8_BIT, JPEG, IMPLICIT) == (0, JPEG)
    assert answer_to(OP_8_BIT, IMPLICIT, JPEG) == (0, IMPLICIT)


def test_deflated_is_passed_over_and_alone_refused():
    assert answer_to(OP_8_BIT, DEFLATED, EXPLICIT) == (0, EXPLICIT)
    assert answer_to(OP_8_BIT, DEFLATED) == (4, DEFLATED)
    assert answer_to(OP_8_BIT) == (4, "")


@pytest.mark.parametrize(
    "uid",
    [
        WORKLIST,
        "1.2.840.10008.3.1.2.3.3",  # MPPS
        "1.2.840.10008.1.20.1",  # Storage Commitment
        "1.2.840.10008.5.1.4.1.2.1.1",
        "1.2.840.10008.5.1.4.1.2.2.3",
        "1.2.840.10008.5.1.1.9",  # print
        "1.2.840.10008.5.1.1.26",  # Print Queue, retired
        "1.2.840.10008.5.1.4.32.1",  # General Purpose Worklist, retired
        "1.2.840.10008.5.1.4.34.6.1",  # UPS
        "1.2.840.10008.1.3.10",  # media directory
        "1.2.840.10008.5.1.4.1.1.201.2",
        "1.2.3\x00/x",
        "../../etc",
        "",
        "1" * 65,
    ],
)
def test_other_services_are_not_taken_for_pictures(uid):
    assert answer_to(uid, IMPLICIT)[0] == 3


def test_nothing_that_pynetdicom_serves_otherwise_is_taken_for_storage():
    others = [
        uid
        for name, group in vars(sop_class).items()
        if name.endswith("_CLASSES") and name not in ("_STORAGE_CLASSES", "_VERIFICATION_CLASSES")
        for uid in (group.values() if name != "_SERVICE_CLASSES" else group)
    ]

    assert {service_of(uid) for uid in others if uid != "1.2.840.10008.4.2"} == {Service.OTHER}


@pytest.mark.parametrize(("scu", "scp"), [(True, True), (True, False), (False, True), (False, False)])
def test_roles_are_answered_as_pynetdicom_answers_them(scu, scp):
    ours = build_context(OP_8_BIT, [JPEG])
    ours.scu_role, ours.scp_role = True, False
    theirs = build_context(OP_8_BIT, [JPEG])
    theirs.context_id = 1
    (expected,), replies = negotiate_as_acceptor([theirs], [ours], {OP_8_BIT: (scu, scp)})

    agreed = negotiate(a_request(Proposed(1, OP_8_BIT, (JPEG,)), roles={OP_8_BIT: Roles(scu=scu, scp=scp)}))

    assert agreed.contexts[0].result == expected.result
    if expected.result == 0:
        assert agreed.roles == {OP_8_BIT: Roles(scu=bool(replies[0].scu_role), scp=bool(replies[0].scp_role))}


def test_verification_needs_no_role():
    assert answer_to(VERIFICATION, IMPLICIT) == (0, IMPLICIT)
