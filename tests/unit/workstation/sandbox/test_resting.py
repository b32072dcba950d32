"""A reactor that is said to rest stays where it is, so that it takes nobody's answer."""

import threading

import pytest
from pynetdicom import AE
from support.dimse import associated, listening
from support.receiver import MemoryReceiver

from workstation.listener.scp import Listener
from workstation.sandbox.resting import Gate, RestingAssociation

VERIFICATION = "1.2.840.10008.1.1"


def test_what_is_cleared_before_the_waiting_thread_woke_holds_it_still():
    gate, went_on = Gate(), threading.Event()

    def turn() -> None:
        gate.wait()
        went_on.set()

    gate.clear()
    waiting = threading.Thread(target=turn, daemon=True)
    waiting.start()
    while not gate.holds:
        pass
    with gate._turn:  # nobody wakes in between
        gate.set()
        assert not gate.holds
        gate.clear()
    assert gate.holds and not went_on.is_set()
    gate.set()
    waiting.join(30)
    assert went_on.is_set() and not gate.holds


def test_an_open_gate_holds_nobody():
    gate = Gate()
    gate.wait()
    assert not gate.holds


def test_every_camera_of_the_tests_rests_before_it_sends_and_a_hundred_answers_in_a_row_come():
    with listening() as listener, associated(listener, VERIFICATION) as camera:
        assert isinstance(camera, RestingAssociation)
        assert [camera.send_c_echo().Status for _ in range(100)] == [0] * 100


def test_whose_reactor_has_ended_is_not_waited_for():
    listener = Listener(MemoryReceiver(), port=0)
    listener.start()
    ae = AE("CAM1")
    ae.add_requested_context(VERIFICATION)
    camera = ae.associate("127.0.0.1", listener.address[1])
    listener.stop()
    camera.join(30)
    assert camera._is_paused
    with pytest.raises(RuntimeError):
        camera.send_c_echo()
