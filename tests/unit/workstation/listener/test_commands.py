"""Command sets, with pynetdicom as the oracle."""

import io

import pytest
from pynetdicom import dimse_messages, dimse_primitives
from pynetdicom.dsutils import decode as decode_data_set
from support.association import OP_8_BIT, a_command

from workstation.listener.commands import C_ECHO_RQ, C_STORE_RQ, Command, Unreadable, decode, encode_answer


def test_a_store_request_that_pynetdicom_wrote_is_read():
    primitive = dimse_primitives.C_STORE()
    primitive.MessageID, primitive.Priority = 41, 2
    primitive.AffectedSOPClassUID, primitive.AffectedSOPInstanceUID = OP_8_BIT, "1.2.3.45"
    primitive.DataSet = io.BytesIO(b"x")
    message = dimse_messages.C_STORE_RQ()
    message.primitive_to_message(primitive)
    (fragment,) = [
        pdv for data in message.encode_msg(1, 16384) for pdv in data.presentation_data_value_list if pdv[1][0] & 1
    ]

    assert decode(fragment[1][1:]) == Command(C_STORE_RQ, 41, True, OP_8_BIT, "1.2.3.45")


def test_an_echo_needs_no_data_set():
    assert decode(a_command(0x30, data_set=False)).has_data_set is False


@pytest.mark.parametrize("comment", ["", "No room.", "ü" * 200])
def test_pynetdicom_reads_our_answer(comment):
    answer = encode_answer(Command(C_STORE_RQ, 41, True, OP_8_BIT, "1.2.3.45"), 0xA700, comment)

    read = decode_data_set(io.BytesIO(answer), True, True)

    assert read.CommandGroupLength == len(answer) - 12
    assert (read.CommandField, read.MessageIDBeingRespondedTo, read.Status) == (0x8001, 41, 0xA700)
    assert (read.AffectedSOPClassUID, read.AffectedSOPInstanceUID) == (OP_8_BIT, "1.2.3.45")
    assert read.CommandDataSetType == 0x0101
    assert read.get("ErrorComment", "") == comment.replace("ü", "?")[:64]


def test_an_answer_to_an_echo_names_no_instance():
    read = decode_data_set(io.BytesIO(encode_answer(Command(C_ECHO_RQ, 1, False, "1.2.840.10008.1.1"), 0)), True, True)

    assert "AffectedSOPInstanceUID" not in read


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        a_command(1)[:-1],
        a_command(1)[:20],
        b"\x08\0\0\0\0\0\0\0",
        b"\0\0\0\1\4\0\0\0abcd",
        a_command(1) + b"\0" * 5,
    ],
)
def test_what_is_no_command_set_is_unreadable(data):
    with pytest.raises(Unreadable):
        decode(data)
