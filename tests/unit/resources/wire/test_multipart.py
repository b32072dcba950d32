import base64
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.shared import shared

from resources.problems import Damaged, Invalid
from resources.wire.multipart import (
    MultipartReader,
    PartEnds,
    Piece,
    Related,
    boundary_of,
    media_type,
    read_parts,
)

HTTP_CASES = [
    "base64_encoding",
    "mixed_case_headers",
    "multiple_fields",
    "multiple_files",
    "quoted_printable_encoding",
    "single_field",
    "single_field_longer",
    "single_file",
]


def in_chunks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def whole(data: bytes, boundary: bytes, size: int = 1 << 16) -> list[tuple[dict[str, str], bytes]]:
    return [(dict(part.headers), b"".join(part)) for part in read_parts(in_chunks(data, size), boundary)]


def message(*parts: bytes, boundary: str = "b", preamble: bytes = b"", epilogue: bytes = b"") -> bytes:
    head = f"--{boundary}\r\nContent-Type: application/dicom\r\n\r\n".encode()
    return preamble + b"\r\n".join([*(head + part for part in parts), f"--{boundary}--".encode()]) + epilogue


@pytest.mark.parametrize(
    ("value", "boundary"),
    [
        ('multipart/related; type="application/dicom"; boundary=abc', b"abc"),
        ("multipart/related; type=application/dicom; boundary=abc", b"abc"),
        ('Multipart/Related; BOUNDARY="a b;c"; type="application/dicom"', b"a b;c"),
        ('multipart/related;boundary="x";start="<1>";charset=utf-8', b"x"),
        ("multipart/related; boundary=" + "o" * 73, b"o" * 73),
    ],
)
def test_the_boundary_is_found_quoted_or_not_and_longer_than_the_rfc_allows(value: str, boundary: bytes) -> None:
    assert boundary_of(value) == boundary


@pytest.mark.parametrize(
    "value",
    [
        "",
        "application/dicom; boundary=x",
        "multipart/related",
        'multipart/related; boundary=""',
        "multipart/related; boundary=é",
    ],
)
def test_a_message_without_a_usable_boundary_is_invalid(value: str) -> None:
    with pytest.raises(Invalid):
        boundary_of(value)


@pytest.mark.parametrize(
    ("value", "root"),
    [
        ('multipart/related; type="application/dicom"; boundary=a', "application/dicom"),
        ("multipart/related; type=Application/DICOM; boundary=a", "application/dicom"),
        ('multipart/related; type="application/octet-stream; transfer-syntax=1.2"', "application/octet-stream"),
        ("multipart/related", ""),
    ],
)
def test_the_root_type_is_read_quoted_or_not(value: str, root: str) -> None:
    assert media_type(value).root == root


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 4096])
def test_parts_come_whole_in_chunks_of_any_size(size: int) -> None:
    parts = [b"first\r\n--b-not-a-delimiter\r\n--", b"", b"\r\n--", b"--b--" * 3]
    data = message(*parts, preamble=b"not a part --b\r\n", epilogue=b"\r\nafterwards\r\n--b\r\nnot a part")
    assert [body for _, body in whole(data, b"b", size)] == parts


def test_a_message_without_parts_has_none() -> None:
    assert whole(b"--b--\r\n", b"b") == []


def test_header_names_are_lower_case_and_values_as_written() -> None:
    data = b"--b\r\nConTent-TypE: application/dicom; Transfer-Syntax=1.2\r\n\r\nx\r\n--b--"
    [(headers, _)] = whole(data, b"b")
    assert headers == {"content-type": "application/dicom; Transfer-Syntax=1.2"}


@pytest.mark.parametrize("cut", range(1, len(message(b"one", b"two"))))
def test_a_cut_message_never_gives_its_last_part_as_complete(cut: int) -> None:
    data = message(b"one", b"two")
    reader = MultipartReader(b"b")
    events = reader.feed(data[:-cut])
    assert events.count(PartEnds()) < 2
    with pytest.raises(Damaged):
        reader.close()


def test_the_bytes_of_a_cut_part_end_in_a_problem_not_in_silence() -> None:
    part = next(read_parts([message(b"x" * 1000)[:500]], b"b"))
    with pytest.raises(Damaged):
        b"".join(part)


def test_a_part_that_is_not_read_is_skipped() -> None:
    seen = [part.headers["content-type"] for part in read_parts([message(b"one", b"two")], b"b")]
    assert seen == ["application/dicom"] * 2


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 70000,
        b"--b\r\nno colon here\r\n\r\nx\r\n--b--",
        b"--b\r\n" + b"A: b\r\n" * 40 + b"\r\n",
        b"--b\r\nA: " + b"x" * 9000,
    ],
    ids=["no delimiter", "header without colon", "too many headers", "header too long"],
)
def test_what_cannot_be_a_message_is_invalid(data: bytes) -> None:
    with pytest.raises(Invalid):
        whole(data, b"b")


@pytest.mark.data
@pytest.mark.parametrize("name", HTTP_CASES)
def test_the_cases_of_python_multipart_are_read(name: str) -> None:
    told = shared("data", "multipart", "http", f"{name}.yaml").read_text()
    boundary = re.search(r"boundary: (\S+)", told)
    assert boundary
    bodies = [base64.b64decode(text) for text in re.findall(r"data: !!binary \|\n\s+(\S+)", told)]
    raw = shared("data", "multipart", "http", f"{name}.http").read_bytes()
    for size in (1, 5, 4096):
        got = [body for _, body in whole(raw, boundary[1].encode(), size)]
        decoded = {"base64_encoding": base64.b64decode, "mixed_case_headers": base64.b64decode}.get(name, bytes)
        assert len(got) == len(bodies)
        if (
            name != "quoted_printable_encoding"
        ):  # content transfer encodings are the reader's business, not the parser's
            assert [decoded(body) for body in got] == bodies


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "boundary", "count"),
    [("nested", b"AaB03x", 2), ("many", b"----WebKitFormBoundaryWLHCs9qmcJJoyjKR", 7)],
)
def test_the_cases_of_dicer_are_read(name: str, boundary: bytes, count: int) -> None:
    raw = shared("data", "multipart", "dicer", name, "original").read_bytes()
    for size in (1, 4096):
        assert len(whole(raw, boundary, size)) == count


def a_message(bodies: list[bytes]) -> Related:
    return Related(
        [Piece("application/dicom", len(body), lambda body=body: [body]) for body in bodies], "application/dicom"
    )


@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 40))
def test_what_is_written_is_read_back_and_its_length_is_exact(bodies: list[bytes], size: int) -> None:
    sent = a_message(bodies)
    raw = b"".join(sent.body())
    assert len(raw) == sent.length
    assert [body for _, body in whole(raw, boundary_of(sent.content_type), size)] == bodies


@given(
    st.lists(st.sampled_from([b"\r", b"\n", b"--b", b"-", b"b", b"x", b"\r\n--b", b"\r\n--b-"]), max_size=12),
    st.integers(1, 9),
)
def test_bytes_that_look_like_a_delimiter_stay_bytes(pieces: list[bytes], size: int) -> None:
    body = b"".join(pieces)
    if re.search(rb"\r\n--b(\r\n|--|[ \t])", b"\r\n" + body + b"\r\n"):
        return
    assert [got for _, got in whole(message(body), b"b", size)] == [body]


def test_every_attempt_reads_its_parts_afresh_under_a_new_boundary() -> None:
    first, second = a_message([b"abc"]), a_message([b"abc"])
    assert first.boundary != second.boundary
    assert b"".join(first.body()) == b"".join(first.body())


@pytest.mark.parametrize("said", [2, 4])
def test_a_file_that_changed_its_length_is_never_sent_as_complete(said: int) -> None:
    changed = Related([Piece("application/dicom", said, lambda: [b"abc"])], "application/dicom")
    with pytest.raises(Damaged):
        b"".join(changed.body())
