"""Small writes go out together, large ones as they are, and always in order."""

import pytest

from resources.http.writing import SMALL, OneWrite


class Line:
    """What a transport was told, in order."""

    def __init__(self):
        self.told = []

    def write(self, data):
        self.told.append(data)

    def close(self):
        self.told.append("close")

    def set_protocol(self, protocol):
        self.told.append(protocol)

    def is_closing(self):
        return "close" in self.told


class Loop:
    """Keeps what is to be called when it comes round."""

    def __init__(self):
        self.waiting = []

    def call_soon(self, call):
        self.waiting.append(call)

    def come_round(self):
        for call in self.waiting:
            call()
        self.waiting.clear()


@pytest.fixture
def line():
    return Line()


@pytest.fixture
def loop():
    return Loop()


def test_the_head_and_a_short_body_are_one_write(line, loop):
    held = OneWrite(line, loop)
    held.write(b"head ")
    held.write(b"body")
    held.write(b"")
    assert line.told == []
    loop.come_round()
    loop.come_round()
    assert line.told == [b"head body"]


def test_a_long_body_comes_after_its_head_and_is_not_copied(line, loop):
    held, body = OneWrite(line, loop), b"x" * SMALL
    held.write(b"head")
    held.write(body)
    held.write(b"end")
    loop.come_round()
    assert line.told == [b"head", body, b"end"]
    assert line.told[1] is body


@pytest.mark.parametrize("end", ["close", "set_protocol"])
def test_what_was_written_comes_before_the_end(line, loop, end):
    held = OneWrite(line, loop)
    held.write(b"last")
    held.close() if end == "close" else held.set_protocol("another")
    loop.come_round()
    assert line.told == [b"last", "close" if end == "close" else "another"]
    assert held.is_closing() is (end == "close")
