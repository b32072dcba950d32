"""What headquarters wrote stands beside our sentence as a quotation, and can never pass for ours or for a part of the screen."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Invalid
from sync.quoting import LONGEST, parted, plain, quoting, with_words, words_of

OURS = "Headquarters did not understand what was sent."


def outcome(**issue: object) -> bytes:
    return json.dumps({"resourceType": "OperationOutcome", "issue": [{"severity": "error"}, issue]}).encode()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (outcome(diagnostics="birthDate is in the future"), "birthDate is in the future"),
        (outcome(details={"text": "A gender is needed"}, diagnostics="Patient.gender: min 1"), "A gender is needed"),
        (b'{"type": "about:blank", "title": "Too old", "detail": "Taken in 1970"}', "Taken in 1970"),
        (b'{"title": "Too old"}', "Too old"),
        (b'{"Details": "Bad file format", "HttpError": "Bad Request"}', "Bad file format"),
        (b"<html>no</html>", ""),
        (b"[1, 2]", ""),
        (b'{"resourceType": "OperationOutcome", "issue": 7}', ""),
        (b'{"detail": 7}', ""),
        (b"", ""),
        (b"[" * 70_000, ""),
        (b"\xff\xfe\x00", ""),
    ],
)
def test_their_reason_is_found(body: bytes, said: str) -> None:
    assert words_of(body) == said


def test_it_stands_after_ours_and_is_parted_again() -> None:
    sentence = quoting(Invalid(OURS), outcome(diagnostics="birthDate is in the future")).sentence
    assert sentence == f"{OURS} Headquarters wrote: “birthDate is in the future”"
    assert parted(sentence) == (OURS, "birthDate is in the future")
    assert quoting(Invalid(OURS), b"").sentence == OURS
    assert parted(OURS) == (OURS, "")


def test_markup_controls_and_direction_go_out() -> None:
    assert plain("<b>All</b>\n\x1b[31mis well\u202e \u2068done\u2069<script") == "All [31mis well done script"
    assert plain("“At headquarters”") == "'At headquarters'"
    assert plain("रोगी क\u094d\u200dष") == "रोगी क\u094d\u200dष"


@given(st.text())
def test_whatever_they_write_is_one_short_line_of_text_and_ours_stays_ours(text: str) -> None:
    line = plain(text)
    assert len(line) <= LONGEST
    assert not any(unicodedata.category(one)[0] == "C" and one not in "\u200c\u200d" for one in line)
    assert not set(line) & set("<>“”\n")
    assert parted(with_words(OURS, text)) == (OURS, line)


@given(
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inside: (
            st.lists(inside)
            | st.dictionaries(st.sampled_from(["resourceType", "issue", "details", "text", "detail"]), inside)
        ),
    ).map(lambda found: json.dumps(found).encode())
)
def test_no_body_breaks_it(body: bytes) -> None:
    assert len(words_of(body)) <= LONGEST
