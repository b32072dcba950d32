"""The form reader finds what was put in, and refuses the rest."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problems import Invalid, Unsupported
from resources.rest.uploads import in_form
from resources.wire.forms import Part, parts

BOUNDARY = b"----x7f3a"


def a_form(*wanted: Part) -> bytes:
    out = b""
    for part in wanted:
        named = f'form-data; name="{part.name}"' + (
            f'; filename="{part.filename}"' if part.filename is not None else ""
        )
        kind = f"Content-Type: {part.content_type}\r\n" if part.content_type else ""
        out += (
            b"--" + BOUNDARY + f"\r\nContent-Disposition: {named}\r\n{kind}\r\n".encode() + bytes(part.data) + b"\r\n"
        )
    return out + b"--" + BOUNDARY + b"--\r\n"


names = st.text(
    st.characters(codec="utf-8", exclude_characters='"\\\r\n', exclude_categories=["Cc", "Cs"]), max_size=20
)
some_parts = st.builds(Part, names, st.none() | names, st.sampled_from(["", "image/jpeg"]), st.binary().map(bytearray))


@given(st.lists(some_parts, min_size=1, max_size=8))
def test_what_is_put_in_a_form_is_found_in_it(wanted):
    assert parts(a_form(*wanted), BOUNDARY) == wanted


@given(st.lists(some_parts, min_size=1, max_size=3), st.data())
def test_a_form_that_is_cut_is_refused(wanted, data):
    form = a_form(*wanted)
    whole = len(form) - len(b"--\r\n")
    with pytest.raises(Invalid):
        parts(form[: data.draw(st.integers(0, whole))], BOUNDARY)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_form_or_refused(body):
    with suppress(Invalid):
        parts(b"--" + BOUNDARY + body, BOUNDARY)


def test_the_first_file_counts_and_the_fields_are_told():
    form = a_form(
        Part("instance", None, "", bytearray(b" 7 ")),
        Part("photo", "", "", bytearray(b"one")),
        Part("photo", "b.jpg", "", bytearray(b"two")),
    )
    upload = in_form(form, BOUNDARY)
    assert (upload.data, upload.said) == (b"one", {"instance": "7"})


def test_a_file_of_another_kind_is_unsupported():
    with pytest.raises(Unsupported):
        in_form(a_form(Part("photo", "a.png", "image/png", bytearray(b"one"))), BOUNDARY)
