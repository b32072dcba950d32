"""The door: who gets in, who makes room, and that it closes for good."""

import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest
from support.association import QUICK, Scu, a_pdu, a_request, a_store
from support.receiver import MemoryReceiver

from resources.problems import StorageFull, Unavailable
from workstation.listener.admission import Admission
from workstation.listener.doctor import Doctor, TurnedAway
from workstation.listener.limits import Limits
from workstation.listener.scp import Listener

STRANGERS = Admission(trusted=frozenset())
TURNED_AWAY = (3, bytes((0, 2, 3, 2)))


@contextmanager
def a_listener(receiver=None, *, admission=Admission(), doctor=None, **limits) -> Iterator[Listener]:  # noqa: B008
    settings: Limits = replace(QUICK, handshake_seconds=5, idle_seconds=30, **limits)
    receiver = receiver or MemoryReceiver()
    listener = Listener(receiver, port=0, limits=settings, admission=lambda: admission, doctor=doctor)
    listener.start()
    try:
        yield listener
    finally:
        listener.stop()


@contextmanager
def connected(listener: Listener, source: str = "127.0.0.1") -> Iterator[Scu]:
    with socket.create_connection(listener.address, 5, source_address=(source, 0)) as end:
        yield Scu(end)


def test_a_picture_comes_in_through_the_door():
    receiver = MemoryReceiver()
    with a_listener(receiver) as listener, connected(listener) as scu:
        scu.associate()
        assert scu.store(bytes(100_000)) == 0
        scu.send(a_pdu(5, bytes(4)))
        assert scu.pdu() == (6, bytes(4))
    assert [len(kept.data_set) for kept in receiver.kept] == [100_000]
    assert [(camera.calling_ae, camera.stored) for camera in listener.cameras()] == [("NW400", 1)]
    assert [note.sentence for note in listener.notes()][-1] == "It sent 1 picture; all kept."


def test_it_may_be_stopped_twice_and_started_again_at_the_same_port():
    listener = Listener(MemoryReceiver(), port=0, limits=QUICK)
    listener.stop()
    listener.start()
    listener.start()
    address = listener.address
    listener.stop()
    listener.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, 1)
    listener.start()
    assert listener.address == address
    listener.stop()


def test_stopping_ends_every_association_and_every_thread():
    before = set(threading.enumerate())
    with a_listener() as listener, ExitStack() as stack:
        scus = [stack.enter_context(connected(listener)) for _ in range(5)]
        for scu in scus[:3]:
            scu.associate()
        scus[3].send(b"\1")
        listener.stop()
        assert [scu.pdu() for scu in scus[:3]] == [(7, bytes((0, 0, 2, 0)))] * 3
    assert set(threading.enumerate()) == before


def test_a_whole_picture_that_waits_for_the_disk_is_still_acknowledged_when_stopping():
    begun, go_on = threading.Event(), threading.Event()

    def slow(step: str) -> None:
        if step == "finish":
            begun.set()
            go_on.wait(5)

    receiver = MemoryReceiver(slow)
    with a_listener(receiver) as listener, connected(listener) as scu:
        scu.associate()
        scu.send(a_store(b"picture"))
        begun.wait(5)
        stopping = threading.Thread(target=listener.stop)
        stopping.start()
        go_on.set()
        assert scu.pdu()[0] == 4
        assert scu.pdu() == (7, bytes((0, 0, 2, 0)))
        stopping.join()
    assert len(receiver.kept) == 1


def test_a_port_that_is_taken_is_said_in_a_sentence():
    with a_listener() as listener:
        second = Listener(MemoryReceiver(), port=listener.address[1])
        with pytest.raises(Unavailable, match="used by another program"):
            second.start()


def test_one_address_cannot_take_all_places():
    with a_listener(admission=STRANGERS, per_address=2) as listener, ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(connected(listener)).associate()
        third = stack.enter_context(connected(listener))
        third.send(a_request())
        assert third.pdu() == TURNED_AWAY
        stack.enter_context(connected(listener, "127.0.0.2")).associate()


def test_this_laptop_itself_is_not_counted_by_address():
    with a_listener(per_address=1) as listener, ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(connected(listener)).associate()


def test_the_places_in_all_are_counted():
    with a_listener(connections=3) as listener, ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(connected(listener)).associate()
        fourth = stack.enter_context(connected(listener))
        fourth.send(a_request())
        assert fourth.pdu() == TURNED_AWAY


@pytest.mark.parametrize("admission", [STRANGERS, Admission()])
def test_two_hundred_silent_connections_do_not_keep_a_camera_out(admission):
    """D4: who has not introduced himself makes room for who does."""
    with a_listener(admission=admission, connections=8, per_address=8) as listener, ExitStack() as stack:
        silent = [stack.enter_context(connected(listener)) for _ in range(200)]
        camera = stack.enter_context(connected(listener))
        camera.associate()
        assert camera.store(b"picture") == 0
        assert len([thread for thread in threading.enumerate() if thread.name.startswith("association")]) < 40
        assert silent[0].pdu() is None


def test_a_place_is_free_again_when_its_camera_has_gone():
    with a_listener(connections=1) as listener:
        for _ in range(20):
            with connected(listener) as scu:
                scu.associate()
                scu.send(a_pdu(5, bytes(4)))
                assert scu.pdu() == (6, bytes(4))
                assert scu.pdu() is None


def test_those_beyond_the_refusals_are_closed_without_a_word():
    with a_listener(connections=1, refusals=1) as listener, ExitStack() as stack:
        stack.enter_context(connected(listener)).associate()
        stack.enter_context(connected(listener))
        assert stack.enter_context(connected(listener)).pdu() is None


def test_known_cameras_have_places_that_no_stranger_takes():
    known = Admission(trusted=frozenset(), known=frozenset({"127.0.0.9"}))
    with a_listener(admission=known, connections=6, reserved=2) as listener, ExitStack() as stack:
        for _ in range(4):
            stack.enter_context(connected(listener, "127.0.0.2")).associate()
        fifth = stack.enter_context(connected(listener, "127.0.0.3"))
        fifth.send(a_request())
        assert fifth.pdu() == TURNED_AWAY
        for _ in range(2):
            camera = stack.enter_context(connected(listener, "127.0.0.9"))
            camera.associate()
            assert camera.store(b"picture") == 0


def test_a_known_title_has_them_too_where_the_address_is_not_fixed():
    known = Admission(trusted=frozenset(), known_titles=frozenset({"NW400"}))
    with a_listener(admission=known, connections=3, reserved=1) as listener, ExitStack() as stack:
        for _ in range(2):
            stranger = stack.enter_context(connected(listener, "127.0.0.2"))
            stranger.send(a_request(calling=b"ROGUE"))
            assert stranger.pdu()[0] == 2
        third = stack.enter_context(connected(listener, "127.0.0.3"))
        third.send(a_request(calling=b"ROGUE"))
        assert third.pdu() == TURNED_AWAY
        camera = stack.enter_context(connected(listener, "127.0.0.4"))
        camera.associate()
        assert camera.store(b"picture") == 0
        second = stack.enter_context(connected(listener, "127.0.0.5"))
        second.send(a_request())
        assert second.pdu() == TURNED_AWAY


def test_who_is_turned_away_at_the_door_is_said_in_the_doctor_and_to_the_audit_trail():
    told: queue.Queue[TurnedAway] = queue.Queue()
    with a_listener(connections=1, refusals=1, doctor=Doctor(alert=told.put)) as listener, ExitStack() as stack:
        stack.enter_context(connected(listener)).associate()
        stack.enter_context(connected(listener))
        assert stack.enter_context(connected(listener)).pdu() is None
        assert told.get(timeout=30) == TurnedAway("", "", "127.0.0.1", "too many connections are open")
        assert "It was turned away: too many connections are open." in [note.sentence for note in listener.notes()]


def test_a_full_disk_takes_the_audit_trail_and_not_the_door(caplog):
    asked: queue.Queue[TurnedAway] = queue.Queue()

    def full(who: TurnedAway) -> None:
        asked.put(who)
        raise StorageFull("This laptop has no room.")

    with a_listener(connections=1, refusals=1, doctor=Doctor(alert=full)) as listener, ExitStack() as stack:
        camera = stack.enter_context(connected(listener))
        camera.associate()
        stack.enter_context(connected(listener))
        for _ in range(2):
            assert stack.enter_context(connected(listener)).pdu() is None
            asked.get(timeout=30)
        assert camera.store(b"picture") == 0
    assert "who was turned away could not be written down: This laptop has no room." in caplog.text
    caplog.clear()
