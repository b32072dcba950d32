"""The checks of the FHIR tests can fail: each breach of a value set, a target or an invariant is found."""

import pytest
from support.fhirvalues import faults

STUDY = {"resourceType": "ImagingStudy", "id": "1"}
URL = "http://a/ImagingStudy/1"


@pytest.mark.parametrize(
    "resource",
    [
        STUDY | {"availability": "GONE"}, STUDY | {"series": [{"availability": "online"}]},
        STUDY | {"patient": {"reference": "Practitioner/1"}}, STUDY | {"context": {"reference": "http://a/Patient/1/_history/2"}},
        STUDY | {"series": [{"performer": [{"reference": "Patient/1"}]}]}, STUDY | {"text": {"status": "x"}},
        {"resourceType": "Patient", "gender": "F"}, {"resourceType": "OperationOutcome", "issue": [{"code": "x"}]},
        {"resourceType": "Bundle", "type": "batch", "total": 1},
        {"resourceType": "Bundle", "type": "history", "entry": [{"search": {}, "request": {}}]},
        {"resourceType": "Bundle", "type": "searchset", "entry": [{"request": {}}]},
        {"resourceType": "Bundle", "type": "searchset", "entry": [{"response": {}}]},
        {"resourceType": "Bundle", "type": "searchset", "entry": [{"fullUrl": URL}]},
        {"resourceType": "Bundle", "type": "searchset", "entry": [{"fullUrl": URL, "resource": STUDY}] * 2},
        {"resourceType": "Bundle", "type": "searchset", "entry": [{"fullUrl": f"{URL}/_history/1", "resource": STUDY}]},
        {"resourceType": "Bundle", "type": "searchset", "entry": [{"fullUrl": "http://a/ImagingStudy/2", "resource": STUDY}]},
    ],
)  # fmt: skip
def test_each_breach_is_found(resource):
    assert len(faults(resource)) >= 1


def test_what_is_right_is_left_alone():
    study = STUDY | {
        "patient": {"reference": "http://a/Patient/1"},
        "endpoint": [{"reference": "#e"}],
        "availability": "ONLINE",
    }
    bundle = {"resourceType": "Bundle", "type": "searchset", "total": 1, "entry": [{"fullUrl": URL, "resource": study}]}
    assert faults(study) == faults(bundle) == []
