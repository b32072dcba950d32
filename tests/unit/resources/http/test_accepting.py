"""Which form of a thing is welcome."""

import pytest

from resources.http.accepting import accepts, best

OFFERED = ["application/json", "image/jpeg", "application/dicom"]


@pytest.mark.parametrize(
    ("field", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("image/*", "image/jpeg"),
        ("IMAGE/JPEG", "image/jpeg"),
        ("application/dicom, image/jpeg;q=0.5", "application/dicom"),
        ("text/html, application/xhtml+xml, image/avif, */*;q=0.8", "application/json"),
        ("application/*;q=0.1, image/jpeg;q=0.2", "image/jpeg"),
        ("*/*, application/json;q=0", "image/jpeg"),
        ('application/dicom; transfer-syntax="*"', "application/dicom"),
        ("image/png", None),
        ("image/jpeg;q=0", None),
        ("image/jpeg;q=high", None),
        ("nonsense", None),
    ],
)
def test_the_most_welcome_form_is_chosen(field, chosen):
    assert best(field, OFFERED) == chosen


def test_one_form_is_welcome_or_not():
    assert accepts("image/*", "image/jpeg")
    assert not accepts("image/*", "application/json")
