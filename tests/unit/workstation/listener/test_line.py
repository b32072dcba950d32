"""A connection as whole PDUs: in any cut, under deadlines that a clock of the test keeps."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from support.association import a_pdu

from workstation.listener.line import Gone, Line, Silent, Slow
from workstation.listener.pdus import ProtocolError


class Watch:
    """Each look at it takes ``step`` seconds."""

    def __init__(self, step: float = 0.0) -> None:
        self.now, self.step = 100.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@contextmanager
def a_line(capacity: int = 100, watch: Watch | None = None) -> Iterator[tuple[Line, socket.socket]]:
    ours, theirs = socket.socketpair()
    line = Line(ours, capacity=capacity, monotonic=watch or Watch())
    with theirs:
        yield line, theirs
        line.close()


def pdu(line: Line, *, longest: int = 94) -> tuple[int, bytes]:
    kind, body = line.next_pdu(begins_within=1, whole_within=1, longest=longest)
    return kind, bytes(body)


def test_pdus_come_whole_however_they_are_cut():
    with a_line() as (line, peer):
        peer.sendall(a_pdu(4, b"one") + a_pdu(4, b"") + a_pdu(5, b"two")[:7])
        assert [pdu(line), pdu(line)] == [(4, b"one"), (4, b"")]
        peer.sendall(a_pdu(5, b"two")[7:])
        assert pdu(line) == (5, b"two")


def test_one_buffer_serves_all_of_them():
    with a_line(capacity=20) as (line, peer):
        for number in range(100):
            peer.sendall(a_pdu(4, bytes((number,)) * (number % 15)))
            assert pdu(line, longest=14) == (4, bytes((number,)) * (number % 15))


def test_the_largest_that_is_allowed_fits_behind_another():
    with a_line(capacity=20) as (line, peer):
        peer.sendall(a_pdu(4, b"abc") + a_pdu(4, b"x" * 14) + a_pdu(4, b"y" * 14))
        assert [len(pdu(line, longest=14)[1]) for _ in range(3)] == [3, 14, 14]


@pytest.mark.parametrize(("data", "reason"), [(a_pdu(0, b""), 1), (a_pdu(8, b""), 1), (a_pdu(4, bytes(95)), 6)])
def test_what_may_not_be_is_a_protocol_error(data, reason):
    with a_line() as (line, peer):
        peer.sendall(data)
        with pytest.raises(ProtocolError) as error:
            pdu(line)
    assert error.value.reason == reason


def test_nothing_at_all_is_silence_and_a_part_is_slowness():
    with a_line(watch=Watch(step=0.6)) as (line, peer):
        with pytest.raises(Silent):
            pdu(line)
        peer.sendall(a_pdu(4, b"one")[:5])
        with pytest.raises((Slow, Silent)):
            pdu(line)


def test_a_peer_that_closes_is_gone():
    with a_line() as (line, peer):
        peer.sendall(b"\4\0")
        peer.shutdown(socket.SHUT_WR)
        with pytest.raises(Gone):
            pdu(line)


def test_a_peer_that_reads_nothing_is_slow_and_one_that_closed_is_gone():
    with a_line(watch=Watch(step=0.01)) as (line, peer):
        with pytest.raises(Slow):
            line.send(bytes(10_000_000), within=0.1)
        peer.close()
        with pytest.raises(Gone):
            line.send(b"x", within=0.1)


def test_hanging_up_wakes_who_waits():
    with a_line() as (line, _):
        line.hang_up()
        with pytest.raises(Gone):
            pdu(line)
