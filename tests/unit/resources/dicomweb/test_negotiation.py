from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.dicomweb.negotiation import (
    DICOM,
    JSON,
    OCTETS,
    RELATED,
    XML,
    NotAcceptable,
    Offer,
    choose,
    ranges,
    refuse_mixture,
)
from resources.problems import Invalid, Problem
from resources.wire.uids import EXPLICIT_LITTLE, JPEG_BASELINE

STORED_JPEG = [
    Offer("image/jpeg", multipart=True, syntaxes=frozenset({JPEG_BASELINE}), stored=JPEG_BASELINE),
    Offer(OCTETS, multipart=True, syntaxes=frozenset({EXPLICIT_LITTLE}), stored=EXPLICIT_LITTLE),
]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/dicom+json", JSON),
        ("APPLICATION/DICOM+JSON", JSON),
        ('multipart/related; type="application/dicom+xml"', XML),
        ("multipart/related; type=application/dicom+xml", XML),
        ('multipart/related; type="application/dicom+xml", application/dicom+json; q=0.5', XML),
        ('application/dicom+json; q=0.5, multipart/related; type="application/dicom+xml"; q=0.6', XML),
        ("text/html, */*; q=0.1", JSON),
        ("application/dicom+json; q=0, multipart/related", XML),
    ],
)
def test_metadata_goes_by_what_is_welcome(field: str | None, kind: str) -> None:
    assert choose(ranges(field), [Offer(JSON), Offer(XML, multipart=True)]).kind == kind


@pytest.mark.parametrize(
    ("field", "kind", "syntax"),
    [
        ("*/*", "image/jpeg", JPEG_BASELINE),
        ('multipart/related; type="image/jpeg"', "image/jpeg", JPEG_BASELINE),
        (f'multipart/related; type="image/jpeg"; transfer-syntax={JPEG_BASELINE}', "image/jpeg", JPEG_BASELINE),
        ('multipart/related; type="image/jpeg"; transfer-syntax=*', "image/jpeg", JPEG_BASELINE),
        (f'multipart/related; type="image/jpeg; transfer-syntax={JPEG_BASELINE}"', "image/jpeg", JPEG_BASELINE),
        (f'multipart/related; "type=image/jpeg; transfer-syntax={JPEG_BASELINE}"', "image/jpeg", JPEG_BASELINE),
        ("multipart/related; type=application/octet-stream", OCTETS, EXPLICIT_LITTLE),
        ('multipart/related; type="image/jp2", multipart/related; type="image/*"', "image/jpeg", JPEG_BASELINE),
        (RELATED, "image/jpeg", JPEG_BASELINE),
    ],
)
def test_frames_go_by_type_and_transfer_syntax(field: str, kind: str, syntax: str) -> None:
    chosen = choose(ranges(field), STORED_JPEG)
    assert (chosen.kind, chosen.syntax) == (kind, syntax)


@pytest.mark.parametrize(
    "field",
    [
        "image/jpeg",
        'multipart/related; type="image/jp2"',
        'multipart/related; type="image/jpeg"; transfer-syntax=1.2.840.10008.1.2.4.70',
        "*/*; q=0",
        "multipart/related; type=application/octet-stream; q=nonsense",
    ],
)
def test_what_cannot_be_given_is_not_acceptable(field: str) -> None:
    with pytest.raises(NotAcceptable):
        choose(ranges(field), STORED_JPEG)


def test_the_parameter_counts_before_the_field() -> None:
    assert [one.kind for one in ranges("text/html", ["application/dicom+json"])] == [JSON]


def test_dicom_and_rendered_types_do_not_mix() -> None:
    with pytest.raises(Invalid):
        refuse_mixture(ranges(f"{DICOM}, image/png"))
    refuse_mixture(ranges("image/png, */*"))


@given(st.text(alphabet='abc/*;,=" \\typeq.01x-', max_size=80))
def test_no_field_does_worse_than_a_problem(field: str) -> None:
    with suppress(Problem):
        choose(ranges(field), STORED_JPEG)
