"""D5: what real peers send, with bytes changed: never a dead thread, never a trace in the log, and an echo works ever after.

5,000 mutations by default; EYECAMP_MUTATIONS=200000 is the nightly bar, EYECAMP_SEED repeats a run.
"""

import logging
import os
import random
import socket

import pytest
from support.association import QUICK, VERIFICATION, Scu, a_command, a_pdu, a_request, a_store, an_offer, some_data
from support.chance import seed
from support.receiver import MemoryReceiver

from workstation.listener.scp import Listener

MUTATIONS = int(os.environ.get("EYECAMP_MUTATIONS", "5000"))
SEED = seed()
REQUEST = a_request(an_offer(1), an_offer(3, VERIFICATION, "1.2.840.10008.1.2"))
ECHO = some_data((3, 3, a_command(0x30, data_set=False)))
CONVERSATION = REQUEST + a_store(bytes(range(256)) * 20, piece=1000) + ECHO + a_pdu(5, bytes(4))
HOT = len(REQUEST) + 120
"""Up to here stand heads, lengths and the command: where a changed byte matters most."""


def mutated(rng: random.Random) -> bytes:
    data = bytearray(CONVERSATION)
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = rng.randrange(HOT if rng.random() < 0.8 else len(data))
        kind = rng.randrange(4)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            data[at] ^= 1 << rng.randrange(8)
        elif kind == 2:
            del data[at : at + rng.randrange(1, 9)]
        else:
            data[at:at] = rng.randbytes(rng.randrange(1, 9))
    return bytes(data[: rng.randrange(len(data))] if rng.random() < 0.1 else data)


def met(listener: Listener, data: bytes) -> None:
    """Send, say no more, and hear it out."""
    with socket.create_connection(listener.address, 5) as end:
        try:
            end.sendall(data)
            end.shutdown(socket.SHUT_WR)
            while end.recv(65536):
                pass
        except ConnectionError:
            return


@pytest.mark.slow
@pytest.mark.timeout(300 if MUTATIONS <= 5000 else 0)
def test_changed_bytes_never_hurt_the_listener(caplog):
    rng = random.Random(SEED)
    listener = Listener(MemoryReceiver(), port=0, limits=QUICK)
    listener.start()
    try:
        with caplog.at_level(logging.WARNING):
            for number in range(MUTATIONS):
                met(listener, mutated(rng))
                if number % 100 == 99:
                    with socket.create_connection(listener.address, 5) as end:
                        scu = Scu(end)
                        scu.associate(an_offer(1, VERIFICATION, "1.2.840.10008.1.2"))
                        assert scu.echo() == 0, f"EYECAMP_SEED={SEED}"
        assert [record.getMessage() for record in caplog.records] == [], f"EYECAMP_SEED={SEED}"
    finally:
        listener.stop()


def test_the_conversation_itself_is_a_good_one():
    receiver = MemoryReceiver()
    listener = Listener(receiver, port=0, limits=QUICK)
    listener.start()
    met(listener, CONVERSATION)
    listener.stop()

    assert len(receiver.kept) == 1
