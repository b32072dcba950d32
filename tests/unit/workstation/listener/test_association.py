"""One association, met by peers that no real SCU would be (reliability.md D2 to D4), and by good ones after a bad start."""

import logging
import struct
import threading
import tracemalloc

import pytest
from support.association import (
    IMPLICIT,
    JPEG,
    OP_8_BIT,
    VERIFICATION,
    WORKLIST,
    a_command,
    a_pdu,
    a_request,
    a_store,
    an_association,
    an_offer,
    associated,
    some_data,
    status_in,
)
from support.receiver import MemoryReceiver

from resources.problems import Invalid, StorageFull
from workstation.listener.admission import Admission

RELEASE, RELEASED = a_pdu(5, bytes(4)), (6, bytes(4))


def an_abort(reason: int) -> tuple[int, bytes]:
    return 7, bytes((0, 0, 2, reason))


def failing_at(step: str, error: Exception, times: int = 1):
    left = [times]

    def fails(at: str) -> None:
        if at == step and left[0]:
            left[0] -= 1
            raise error

    return MemoryReceiver(fails)


# --- the good ones ----------------------------------------------------------------------------------------------------


def test_a_picture_arrives_byte_for_byte():
    receiver, picture = MemoryReceiver(), bytes(range(256)) * 100
    with associated(receiver) as it:
        assert it.scu.store(picture, instance="1.2.9", message_id=3) == 0x0000
        it.scu.send(RELEASE)
        assert it.scu.pdu() == RELEASED
    (kept,) = receiver.kept
    assert kept.data_set == picture
    assert (kept.request.instance_uid, kept.request.transfer_syntax_uid) == ("1.2.9", JPEG)
    assert (kept.request.calling_ae, kept.request.called_ae, kept.request.address) == ("NW400", "EYECAMP", "10.0.0.9")
    assert it.sentences[-1] == "It sent 1 picture; all kept."


def test_fragments_are_handed_on_as_they_come():
    receiver = MemoryReceiver()
    with associated(receiver) as it:
        it.scu.store(bytes(100_000), piece=1000)
    assert receiver.biggest_chunk == 1000


def test_a_picture_may_come_in_any_cut():
    """Command and data in one PDU, values split over PDUs, bytes split anywhere."""
    receiver, command = MemoryReceiver(), a_command(1)
    with associated(receiver) as it:
        it.scu.send(some_data((1, 1, command[:9]), (1, 3, command[9:]), (1, 0, b"ab"), (1, 0, b""), (1, 2, b"cd")))
        assert status_in(it.scu.pdu()) == 0
        for byte in a_store(b"efgh"):
            it.scu.send(bytes((byte,)))
        assert status_in(it.scu.pdu()) == 0
    assert [kept.data_set for kept in receiver.kept] == [b"abcd", b"efgh"]


def test_two_contexts_are_kept_apart():
    receiver = MemoryReceiver()
    with associated(receiver, an_offer(1), an_offer(3, OP_8_BIT, IMPLICIT)) as it:
        it.scu.store(b"jpeg", context_id=1)
        it.scu.store(b"implicit", context_id=3)
    assert [kept.request.transfer_syntax_uid for kept in receiver.kept] == [JPEG, IMPLICIT]


def test_an_answer_fits_what_the_peer_can_take():
    with an_association() as it:
        it.scu.send(a_request(user=struct.pack(">BxHL", 0x51, 4, 64)))
        assert it.scu.pdu()[0] == 2
        it.scu.send(a_store(b"x"))
        sizes = [len(it.scu.pdu()[1]) for _ in range(3)]
    assert max(sizes) <= 64


def test_a_cancel_is_not_answered():
    with associated(None, an_offer(1, VERIFICATION, IMPLICIT)) as it:
        it.scu.send(some_data((1, 3, a_command(0x0FFF, data_set=False))))
        assert it.scu.echo() == 0


def test_other_operations_get_their_status_and_the_association_lives():
    with associated() as it:
        it.scu.send(some_data((1, 3, a_command(0x20))) + some_data((1, 2, b"query")))
        assert status_in(it.scu.pdu()) == 0x0211
        assert it.scu.store(b"x") == 0


def test_a_picture_on_the_verification_context_is_refused_and_drained():
    receiver = MemoryReceiver()
    with associated(receiver, an_offer(1, VERIFICATION, IMPLICIT)) as it:
        assert it.scu.store(bytes(50_000)) == 0x0122
        assert it.scu.echo() == 0
    assert not receiver.kept


def test_a_store_without_data_set_is_answered():
    with associated() as it:
        it.scu.send(some_data((1, 3, a_command(1, data_set=False))))
        assert status_in(it.scu.pdu()) == 0xC000
        assert it.scu.store(b"x") == 0


# --- when we cannot ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["begin", "write", "finish"])
@pytest.mark.parametrize(("problem", "status"), [(StorageFull("No room."), 0xA700), (Invalid("What?"), 0xC000)])
def test_a_problem_becomes_a_status_and_the_next_picture_works(step, problem, status):
    receiver = failing_at(step, problem)
    with associated(receiver) as it:
        assert it.scu.store(bytes(50_000)) == status
        assert it.scu.store(b"next") == 0
    assert [kept.data_set for kept in receiver.kept] == [b"next"]
    assert receiver.abandoned == (step != "begin")


def test_a_bug_of_ours_becomes_a_processing_failure_and_the_association_lives(caplog):
    receiver = failing_at("write", ZeroDivisionError())
    with associated(receiver) as it, caplog.at_level(logging.CRITICAL):
        assert it.scu.store(bytes(50_000)) == 0x0110
        assert it.scu.store(b"next") == 0


def test_a_line_that_breaks_inside_a_picture_leaves_nothing():
    receiver = MemoryReceiver()
    with associated(receiver) as it:
        it.scu.send(a_store(bytes(50_000))[:-10_000])
    assert (len(receiver.kept), receiver.abandoned) == (0, 1)
    assert it.sentences[-1] == "It broke off inside a picture; nothing of that one was kept."


def test_a_release_inside_a_picture_leaves_nothing():
    receiver = MemoryReceiver()
    with associated(receiver) as it:
        it.scu.send(some_data((1, 3, a_command(1)), (1, 0, b"half")) + RELEASE)
        assert it.scu.pdu() == RELEASED
    assert (len(receiver.kept), receiver.abandoned) == (0, 1)


def test_leaving_aborts_at_once():
    with associated() as it:
        it.association.leave()
        assert it.scu.pdu() == an_abort(0)
        it.wait()


def test_leaving_inside_a_picture_forgets_it():
    begun = threading.Event()
    receiver = MemoryReceiver(lambda step: begun.set() if step == "write" else None)
    with associated(receiver, pdu_seconds=10) as it:
        it.scu.send(a_store(bytes(50_000))[:-10_000])
        assert begun.wait(10)
        it.association.leave()
        it.wait()
    assert (len(receiver.kept), receiver.abandoned) == (0, 1)


# --- whom we turn away ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("admission", "told", "expected"),
    [
        (Admission(called=frozenset({"X"})), {}, (1, 1, 7)),
        (Admission(calling=frozenset({"X"})), {}, (1, 1, 3)),
        (Admission(), {"version": b"\0\2"}, (1, 2, 2)),
        (Admission(), {"application": b"1.2"}, (1, 1, 2)),
    ],
)
def test_a_rejection_names_its_reason(admission, told, expected):
    with an_association(admission=admission) as it:
        it.scu.send(a_request(**told))
        assert it.scu.pdu() == (3, bytes((0, *expected)))
        assert it.scu.pdu() is None


def test_an_association_with_nothing_for_us_is_accepted_with_nothing():
    with associated(None, an_offer(1, WORKLIST, IMPLICIT)) as it:
        it.scu.send(some_data((1, 3, a_command(0x20))))
        assert it.scu.pdu() == an_abort(6)


# --- the bad ones -----------------------------------------------------------------------------------------------------


HUGE = 0xFFFFFFF0


@pytest.mark.parametrize("kind", range(1, 8))
def test_a_pdu_of_four_gigabytes_before_the_association_is_cut_off(kind):
    with an_association() as it:
        it.scu.send(struct.pack(">BxL", kind, HUGE) + bytes(5000))
        assert it.scu.pdu() == an_abort(6)


@pytest.mark.parametrize("kind", range(1, 8))
def test_a_pdu_of_four_gigabytes_after_the_association_is_cut_off(kind):
    with associated() as it:
        it.scu.send(struct.pack(">BxL", kind, HUGE) + bytes(5000))
        assert it.scu.pdu() == an_abort(6)


@pytest.mark.parametrize("kind", [0, 8, 0x47, 0x16, 0xFF])
def test_an_unknown_pdu_is_not_recognized_at_any_time(kind):
    with an_association() as it:
        it.scu.send(struct.pack(">BxL", kind, 10))
        assert it.scu.pdu() == an_abort(1)
    with associated() as it:
        it.scu.send(struct.pack(">BxL", kind, 10))
        assert it.scu.pdu() == an_abort(1)


@pytest.mark.parametrize("kind", [2, 3, 4, 5, 6, 7])
def test_a_pdu_before_its_time_is_unexpected(kind):
    with an_association() as it:
        it.scu.send(a_pdu(kind, bytes(4)))
        assert it.scu.pdu() == an_abort(2)


@pytest.mark.parametrize("kind", [1, 2, 3, 6])
def test_a_pdu_after_its_time_is_unexpected(kind):
    with associated() as it:
        it.scu.send(a_pdu(kind, bytes(4)))
        assert it.scu.pdu() == an_abort(2)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (a_pdu(4, b""), 6),
        (a_pdu(4, b"\0\0\0"), 6),
        (a_pdu(4, struct.pack(">LBB", 1, 1, 3)), 6),
        (a_pdu(4, struct.pack(">LBB", HUGE, 1, 3)), 6),
        (a_pdu(4, struct.pack(">LBB", 3, 1, 3)), 6),
        (some_data((9, 3, a_command(1))), 6),  # a context nobody accepted
        (some_data((1, 2, b"data")), 5),  # a data set without command
        (some_data((1, 3, a_command(1)), (1, 3, a_command(1))), 5),  # two commands
        (some_data((1, 3, b"\0\0\0")), 6),  # no command set
        (some_data((1, 1, bytes(9000))) * 2, 6),  # an endless one
        (some_data((1, 3, a_command(0x8001, data_set=False))), 5),  # an answer to nothing
    ],
)
def test_values_that_make_no_sense_are_cut_off(data, reason):
    receiver = MemoryReceiver()
    with associated(receiver) as it:
        it.scu.send(data)
        assert it.scu.pdu() == an_abort(reason)
    assert not receiver.kept


def test_two_interleaved_messages_are_cut_off():
    with associated(None, an_offer(1), an_offer(3)) as it:
        it.scu.send(some_data((1, 3, a_command(1)), (3, 3, a_command(1))))
        assert it.scu.pdu() == an_abort(5)


@pytest.mark.parametrize("fragment", [b"", bytes(8000)])
def test_fragments_without_end_stop_at_the_cap_and_leave_nothing(fragment):
    receiver = MemoryReceiver()
    with associated(receiver, message_bytes=200_000) as it:
        it.scu.send(some_data((1, 3, a_command(1))))
        endless = some_data(*((1, 0, fragment) for _ in range(2 if fragment else 2000)))
        with pytest.raises(OSError):
            for _ in range(100_000):
                it.scu.send(endless)
    assert (len(receiver.kept), receiver.abandoned) == (0, 1)
    assert it.sentences[-1] == "It was cut off: its data set is over the limit."


def test_a_gigabyte_that_is_announced_costs_no_memory():
    with an_association() as it:
        tracemalloc.start()
        try:
            it.scu.send(struct.pack(">BxL", 1, 1 << 30) + bytes(60_000))
            assert it.scu.pdu() == an_abort(6)
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
        finally:
            tracemalloc.stop()


# --- the slow ones ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("beginning", [b"", b"\1", a_request()[:5], a_request()[:-1]])
def test_who_does_not_introduce_himself_in_time_is_cut_off(beginning):
    with an_association() as it:
        it.scu.send(beginning)
        assert it.scu.pdu() == an_abort(0)


def test_a_trickle_beats_no_deadline():
    """One byte now and then resets nothing: the deadline is for the whole PDU."""
    with an_association() as it:
        it.scu.socket.settimeout(0.05)
        sent = 0
        for byte in a_request():
            it.scu.send(bytes((byte,)))
            sent += 1
            try:
                if it.scu.socket.recv(10):
                    break
            except TimeoutError:
                continue
        assert sent < 50


def test_an_association_may_rest_but_not_for_ever():
    with associated() as it:
        assert it.scu.pdu() == an_abort(0)
    assert it.sentences[-1] == "It said nothing for too long."


def test_a_message_that_stops_half_way_is_cut_off_sooner():
    receiver = MemoryReceiver()
    with associated(receiver, idle_seconds=60) as it:
        it.scu.send(some_data((1, 3, a_command(1)), (1, 0, b"half")))
        assert it.scu.pdu() == an_abort(0)
    assert receiver.abandoned == 1


def test_a_message_below_the_least_rate_is_cut_off():
    with associated(None, least_rate=1_000_000, pdu_seconds=5) as it:
        it.scu.send(some_data((1, 3, a_command(1))))
        it.scu.socket.settimeout(0.05)
        with pytest.raises((OSError, AssertionError)):
            for _ in range(100):
                it.scu.send(some_data((1, 0, b"x")))
                try:
                    assert it.scu.pdu() is None
                except TimeoutError:
                    continue
    assert it.sentences[-1] == "It was cut off: it sent too slowly."


def test_who_never_reads_our_answers_does_not_hold_the_thread():
    with associated(None, an_offer(1, VERIFICATION, IMPLICIT), idle_seconds=1) as it:
        it.scu.socket.settimeout(2)
        echo = some_data((1, 3, a_command(0x30, data_set=False)))
        with pytest.raises(OSError):
            while True:
                it.scu.send(echo * 50)
        it.wait()
