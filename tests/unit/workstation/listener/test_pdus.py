"""The upper layer's codec, with pynetdicom as the oracle."""

import struct

import pytest
from pynetdicom import build_context, pdu, pdu_primitives
from support.association import JPEG, OP_8_BIT, VERIFICATION, a_pdu, a_request, an_offer

from workstation.listener.pdus import (
    Acceptance,
    ContextAnswer,
    ProtocolError,
    Rejection,
    Roles,
    decode_request,
    encode_abort,
    encode_acceptance,
    encode_command,
    encode_rejection,
)


def test_a_request_that_pynetdicom_wrote_is_read_in_full():
    primitive = pdu_primitives.A_ASSOCIATE()
    primitive.application_context_name = "1.2.840.10008.3.1.1.1"
    primitive.calling_ae_title, primitive.called_ae_title = "NW400", "EYECAMP"
    contexts = [build_context(OP_8_BIT, [JPEG, "1.2.840.10008.1.2"]), build_context(VERIFICATION)]
    for number, context in enumerate(contexts):
        context.context_id = 2 * number + 1
    primitive.presentation_context_definition_list = contexts
    longest = pdu_primitives.MaximumLengthNotification()
    longest.maximum_length_received = 12345
    implementation = pdu_primitives.ImplementationClassUIDNotification()
    implementation.implementation_class_uid = "1.2.3.4"
    version = pdu_primitives.ImplementationVersionNameNotification()
    version.implementation_version_name = "FUNDUS_9"
    window = pdu_primitives.AsynchronousOperationsWindowNegotiation()
    window.maximum_number_operations_invoked = 4
    role = pdu_primitives.SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid, role.scu_role, role.scp_role = OP_8_BIT, True, False
    primitive.user_information = [longest, implementation, version, window, role]

    read = decode_request(pdu.A_ASSOCIATE_RQ(primitive).encode()[6:])

    assert (read.called_ae, read.calling_ae, read.max_pdu) == ("EYECAMP", "NW400", 12345)
    assert (read.implementation_uid, read.implementation_version) == ("1.2.3.4", "FUNDUS_9")
    assert [(c.context_id, c.abstract_syntax) for c in read.contexts] == [(1, OP_8_BIT), (3, VERIFICATION)]
    assert read.contexts[0].transfer_syntaxes == (JPEG, "1.2.840.10008.1.2")
    assert read.asks_for_window
    assert read.roles == {OP_8_BIT: Roles(scu=True, scp=False)}


def test_pynetdicom_reads_our_acceptance():
    request = decode_request(a_request(user=struct.pack(">BxHHH", 0x53, 4, 0, 0))[6:])
    contexts = (ContextAnswer(1, OP_8_BIT, JPEG), ContextAnswer(3, "1.2", JPEG, 3))
    answer = Acceptance(contexts, 131072, "2.25.7", "EYECAMP_01", {OP_8_BIT: Roles(scu=True, scp=False)})

    read = pdu.A_ASSOCIATE_AC()
    read.decode(encode_acceptance(request, answer))

    assert read.application_context_name == "1.2.840.10008.3.1.1.1"
    assert (read.called_ae_title, read.calling_ae_title) == ("EYECAMP", "NW400")
    assert [(c.context_id, c.result_reason, c.transfer_syntax) for c in read.presentation_context] == [
        (1, 0, JPEG),
        (3, 3, JPEG),
    ]
    items = read.user_information
    assert items.maximum_length == 131072
    assert (items.implementation_class_uid, items.implementation_version_name) == ("2.25.7", "EYECAMP_01")
    assert items.async_ops_window.maximum_number_operations_invoked == 1
    assert [(r.uid, r.scu_role, r.scp_role) for r in items.role_selection.values()] == [(OP_8_BIT, 1, 0)]


def test_an_operations_window_is_answered_only_where_it_was_asked_for():
    request = decode_request(a_request()[6:])

    read = pdu.A_ASSOCIATE_AC()
    read.decode(encode_acceptance(request, Acceptance((), 4096, "2.25.7", "EYECAMP_01")))

    assert read.user_information.async_ops_window is None


def test_pynetdicom_reads_our_rejection_and_abort():
    rejection, abort = pdu.A_ASSOCIATE_RJ(), pdu.A_ABORT_RQ()
    rejection.decode(encode_rejection(Rejection(2, 3, 2, "")))
    abort.decode(encode_abort(source=2, reason=6))

    assert (rejection.result, rejection.source, rejection.reason_diagnostic) == (2, 3, 2)
    assert (abort.source, abort.reason_diagnostic) == (2, 6)


@pytest.mark.parametrize("longest", [0, 8, 50, 16384])
def test_an_answer_goes_out_in_pieces_that_the_peer_can_take(longest):
    command = bytes(range(200))

    sent = encode_command(5, command, max_pdu=longest)

    pieces, at = [], 0
    while at < len(sent):
        (length,) = struct.unpack_from(">L", sent, at + 2)
        assert not longest or length <= longest
        one = pdu.P_DATA_TF()
        one.decode(sent[at : at + 6 + length])
        pieces += [
            (item.presentation_context_id, item.presentation_data_value) for item in one.presentation_data_value_items
        ]
        at += 6 + length
    assert all(number == 5 for number, _ in pieces)
    assert [data[0] for _, data in pieces] == [1] * (len(pieces) - 1) + [3]
    assert b"".join(data[1:] for _, data in pieces) == command


@pytest.mark.parametrize(
    "body",
    [
        b"",
        bytes(67),
        a_request()[6:-1],
        a_request()[6:] + b"\x10",
        a_request(an_offer(2))[6:],
        a_request(an_offer(1), an_offer(1))[6:],
        a_request(struct.pack(">BxH", 0x20, 3) + b"\1\0\0")[6:],
        a_request(user=struct.pack(">BxHH", 0x51, 2, 1))[6:],
        a_request(user=struct.pack(">BxHHH", 0x54, 4, 9, 1))[6:],
        a_request(user=struct.pack(">BxH", 0x54, 0))[6:],
    ],
)
def test_a_request_that_lies_about_its_lengths_is_a_protocol_error(body):
    with pytest.raises(ProtocolError):
        decode_request(body)


def test_control_characters_of_a_title_never_reach_a_log_line():
    request = decode_request(a_request(calling=b"A\nB\x1b[31m\xff")[6:])

    assert request.calling_ae == "A.B.[31m."


def test_unknown_items_are_stepped_over():
    assert decode_request(a_request(struct.pack(">BxH", 0x77, 2) + b"xx", an_offer())[6:]).contexts


def test_a_pdu_of_the_helper_is_what_pynetdicom_would_write():
    assert a_pdu(5, bytes(4)) == pdu.A_RELEASE_RQ().encode()
