"""An association that we open: what we say is what pynetdicom reads, and no destination can hold us or fool us."""

import socket
import struct
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest
from pynetdicom.pdu import A_ASSOCIATE_RQ
from support.association import EXPLICIT, IMPLICIT, JPEG, OP_8_BIT, QUICK, Scu, a_pdu, some_data

from resources.problems import Damaged, Refused, Unavailable
from workstation.listener import commands
from workstation.listener.outgoing import Destination, called
from workstation.listener.pdus import (
    Acceptance,
    AssociateRequest,
    ContextAnswer,
    Proposed,
    decode_acceptance,
    decode_request,
    encode_acceptance,
    encode_request,
)
from workstation.listener.seams import Picture

OFFERS = (Proposed(1, OP_8_BIT, (JPEG,)), Proposed(3, OP_8_BIT, (EXPLICIT, IMPLICIT)))
CALL = AssociateRequest(
    "ARCHIVE", "EYECAMP", OFFERS, max_pdu=65536, implementation_uid="2.25.1", implementation_version="X"
)
PICTURE = Picture(OP_8_BIT, "1.2.3", (b"half ", b"and half"))
LIMITS = replace(QUICK, handshake_seconds=1, pdu_seconds=1, idle_seconds=1)


def test_pynetdicom_reads_our_request():
    read = A_ASSOCIATE_RQ()
    read.decode(encode_request(CALL))
    assert (read.called_ae_title, read.calling_ae_title) == ("ARCHIVE", "EYECAMP")
    told = [(item.context_id, item.abstract_syntax, tuple(item.transfer_syntax)) for item in read.presentation_context]
    assert told == [(one.context_id, one.abstract_syntax, one.transfer_syntaxes) for one in OFFERS]
    assert read.user_information.maximum_length == 65536


def test_what_we_write_we_read():
    read = decode_request(encode_request(CALL)[6:])
    assert (read.called_ae, read.calling_ae, read.contexts) == (CALL.called_ae, CALL.calling_ae, CALL.contexts)


def test_contexts_that_were_taken_are_told_with_their_syntax():
    answers = (ContextAnswer(1, OP_8_BIT, JPEG, 4), ContextAnswer(3, OP_8_BIT, IMPLICIT), ContextAnswer(5, "1.2", JPEG))
    body = encode_acceptance(CALL, Acceptance(answers, 4096, "2.25.1", "X"))[6:]
    assert decode_acceptance(body, OFFERS) == (4096, (ContextAnswer(3, OP_8_BIT, IMPLICIT),))


@contextmanager
def a_destination(*script):
    """Does what it is told, one step for each thing that it hears; then hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            connection, _ = door.accept()
            with connection:
                scu = Scu(connection)
                for step in script:
                    scu.pdu()
                    if callable(step):
                        step(scu)
                    else:
                        scu.send(step)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield Destination("ARCHIVE", "127.0.0.1", door.getsockname()[1], "EYECAMP")
        finally:
            thread.join(10)


TAKEN = encode_acceptance(CALL, Acceptance((ContextAnswer(1, OP_8_BIT, JPEG),), 16384, "2.25.1", "X"))


def stored(status: int) -> bytes:
    answer = {commands.FIELD: 0x8001, commands.RESPONDED_TO: 1, commands.DATA_SET_TYPE: 0x0101, commands.STATUS: status}
    return some_data((1, 3, commands.encode(answer)))


def sent_to(destination: Destination) -> int:
    with called(destination, OFFERS, LIMITS) as outgoing:
        return outgoing.store(outgoing.contexts[0], PICTURE)


def after_the_data(answer: bytes):
    """The command is heard; the data set is awaited, then answered."""

    def step(scu: Scu) -> None:
        scu.pdu()
        scu.send(answer)

    return step


@pytest.mark.parametrize("status", [0, 0xB000, 0xA700])
def test_the_status_of_the_destination_is_told(status):
    with a_destination(TAKEN, after_the_data(stored(status)), a_pdu(6, bytes(4))) as destination:
        assert sent_to(destination) == status


def test_being_turned_away_is_said():
    with (
        a_destination(a_pdu(3, bytes((0, 1, 1, 7)))) as destination,
        pytest.raises(Refused, match="ARCHIVE turned us away"),
    ):
        sent_to(destination)


@pytest.mark.parametrize(
    "script",
    [
        (),
        (b"nonsense and more nonsense",),
        (b"\2\0\xff\xff\xff\xf0",),
        (a_pdu(2, b"short"),),
        (TAKEN,),
        (TAKEN, after_the_data(some_data((1, 3, b"nonsense")))),
        (TAKEN, after_the_data(b"\4\0\xff\xff\xff\xf0")),
        (TAKEN, after_the_data(a_pdu(7, bytes(4)))),
        (TAKEN, after_the_data(some_data((1, 1, bytes(20_000))))),
    ],
)
def test_a_destination_that_breaks_the_rules_is_unavailable(script):
    with a_destination(*script) as destination, pytest.raises(Unavailable):
        sent_to(destination)


def test_a_destination_that_says_nothing_is_given_up():
    quiet = threading.Event()
    with a_destination(lambda _scu: quiet.wait(5) and None) as destination, pytest.raises(Unavailable):
        try:
            with called(destination, OFFERS, replace(LIMITS, handshake_seconds=0.2)):
                pass
        finally:
            quiet.set()


def test_nobody_there_is_said():
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with pytest.raises(Unavailable, match="does not answer"):
        sent_to(Destination("ARCHIVE", "127.0.0.1", port, "EYECAMP"))


def test_half_a_picture_is_never_followed_by_another():
    def breaks():
        yield bytes(40_000)
        raise Damaged("The file became shorter.")

    heard = []

    def listens(scu: Scu) -> None:
        while (pdu := scu.pdu()) is not None:
            heard.append(pdu)

    with a_destination(TAKEN, listens) as destination, called(destination, OFFERS, LIMITS) as outgoing:
        context = outgoing.contexts[0]
        with pytest.raises(Damaged):
            outgoing.store(context, Picture(OP_8_BIT, "1.2.3", breaks()))
        with pytest.raises(Unavailable):
            outgoing.store(context, PICTURE)
    ends = [struct.unpack_from(">LBB", body)[2] & 2 for kind, body in heard if kind == 4]
    assert ends == [0] * len(ends)
