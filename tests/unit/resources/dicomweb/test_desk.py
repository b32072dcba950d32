"""Long answers go out in a few large pieces, and short ones in one."""

import pytest
from starlette.responses import StreamingResponse

from resources.dicomweb.desk import BLOCK, TOGETHER, streamed
from resources.problems import Damaged


async def _body(response):
    if isinstance(response, StreamingResponse):
        return [piece async for piece in response.body_iterator]
    sent = []

    async def send(message):
        sent.append(message)

    await response({}, None, send)
    head, *body = sent
    assert dict(head["headers"])[b"content-length"] == str(sum(len(one["body"]) for one in body)).encode()
    assert [one["more_body"] for one in body] == [True] * (len(body) - 1) + [False]
    return [one["body"] for one in body if one["body"]]


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 64, 65, 200])
@pytest.mark.anyio
async def test_every_byte_comes_once_and_in_order(count):
    pieces = [bytes([number]) * (BLOCK // 32) for number in range(count)]
    answer = streamed(iter(pieces), {"X-Kept": "yes"}, 206)
    sent = await _body(answer)
    assert b"".join(sent) == b"".join(pieces)
    if isinstance(answer, StreamingResponse):
        assert len(sent) <= count // 32 + 1 and all(len(piece) >= BLOCK for piece in sent[:-1])
    else:
        assert count <= 32 and len(sent) == count


@pytest.mark.anyio
async def test_what_is_small_goes_out_with_what_stands_beside_it():
    sent = await _body(streamed(iter([b"head", b"", b"x" * TOGETHER, b"end", b"!"]), {}))
    assert sent == [b"head", b"x" * TOGETHER, b"end!"]


def test_a_short_answer_says_its_length_and_a_long_one_is_not_made_at_once():
    made = []

    def pieces(count):
        for number in range(count):
            made.append(number)
            yield bytes(BLOCK // 2)

    short = streamed(pieces(2), {"X-Kept": "yes"}, 206)
    assert (short.status_code, short.headers["content-length"], short.headers["x-kept"]) == (206, str(BLOCK), "yes")
    made.clear()
    long = streamed(pieces(100), {}, 200)
    assert "content-length" not in long.headers and len(made) <= 4


def test_what_fails_at_the_start_fails_before_there_is_a_status():
    def pieces():
        yield b"x"
        raise Damaged("The file became shorter while it was read.")

    with pytest.raises(Damaged):
        streamed(pieces(), {})
