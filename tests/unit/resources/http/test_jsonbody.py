"""Strict JSON: what spells a value is read, everything else is Invalid."""

import json

import pytest
from support.samples import samples

from resources.http.jsonbody import DEPTH, read
from resources.problems import Invalid

ALLOWED_TO_REFUSE = {"y_object_duplicated_key.json"}


def test_a_document_is_read_as_python_reads_it():
    text = '{"a": [1, 2.5, -0, true, null, "ü\\ud83d\\ude00"], "b": {}}'
    assert read(text.encode()) == json.loads(text)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[1,]",
        b"NaN",
        b"[-Infinity]",
        b"1e999",
        b'{"a": 1, "a": 1}',
        b'"\\ud800"',
        b'{"\\udc00": 1}',
        b"\xff",
        b"\xef\xbb\xbf{}",
        "{}".encode("utf-16"),
        b"1" * 5000,
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 900 + b"1" + b"}" * 900,
        b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1),
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_what_is_not_strict_json_is_invalid(raw):
    with pytest.raises(Invalid):
        read(raw)


def test_nesting_as_deep_as_allowed_is_read():
    assert read(b"[" * DEPTH + b"]" * DEPTH)


@pytest.mark.data
@pytest.mark.parametrize("path", samples("json/test_parsing", "*.json"), ids=lambda path: path.name)
def test_the_json_test_suite_agrees(path):
    refused = False
    try:
        read(path.read_bytes())
    except Invalid:
        refused = True
    if path.name.startswith("n_"):
        assert refused
    if path.name.startswith("y_") and path.name not in ALLOWED_TO_REFUSE:
        assert not refused
