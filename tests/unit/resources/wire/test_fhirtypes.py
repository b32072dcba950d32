"""Our own table of STU3 refuses what fhir.resources refuses, and what that lets through."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.problems import Invalid
from resources.wire.fhirtypes import check, target_type

STUDY = {
    "resourceType": "ImagingStudy",
    "id": "a",
    "uid": "urn:oid:1.2.3",
    "availability": "ONLINE",
    "patient": {"reference": "Patient/1"},
    "started": "2011-01-01T11:01:20+03:00",
    "reason": {"coding": [{"code": "x"}], "text": "T"},
    "series": [
        {
            "uid": "urn:oid:1.2.3.1",
            "modality": {"code": "OP"},
            "number": 1,
            "instance": [{"uid": "urn:oid:1.2", "sopClass": "urn:oid:1.2"}],
        }
    ],
}


def oracle(resource):
    from fhir.resources.STU3.imagingstudy import ImagingStudy

    try:
        ImagingStudy.model_validate_json(json.dumps(resource))
    except ValueError:
        return False
    return True


def ours(resource):
    try:
        check(resource)
    except Invalid:
        return False
    return True


@pytest.mark.parametrize(
    "change",
    [{"availability": "WRONG"}, {"context": {"reference": "Patient/1"}}, {"patient": {"reference": "http://a.org/Group/1"}},
     {"endpoint": [{"reference": "Patient/1"}]}],
)  # fmt: skip
def test_value_sets_and_targets_are_ours_to_check(change):
    assert oracle(STUDY | change) and not ours(STUDY | change)


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        ("Patient/1", "Patient"),
        ("http://a.org/fhir/Patient/1/_history/2", "Patient"),
        ("#a", ""),
        ("urn:uuid:1", ""),
        ("1", ""),
        ("", ""),
    ],
)
def test_the_type_of_a_reference(reference, kind):
    assert target_type(reference) == kind


PLACES = [
    (),
    ("patient",),
    ("reason",),
    ("reason", "coding", 0),
    ("series", 0),
    ("series", 0, "modality"),
    ("series", 0, "instance", 0),
]
NAMES = ["uid", "number", "started", "availability", "code", "system", "display", "text", "reference", "modality",
"instance", "series",
         "sopClass", "title", "description", "numberOfSeries", "patient", "status", "subject", "coding", "reason",
         "language"]  # fmt: skip
VALUES = [None, "", " ", "x", "urn:oid:1.2", "1.2.3", 0, -1, 1.5, True, [], {}, ["x"], [{"code": "x"}], {"code": "x"},
{"reference": "Patient/2"},
          "2016", "2016-04", "2016-04-16T10:00:00", "2016-04-16T10:00:00Z", "2016-13", 2**31, "en"]  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PLACES), st.sampled_from(NAMES), st.sampled_from(VALUES))
def test_what_we_let_through_fhir_resources_lets_through(place, name, value):
    changed = copy.deepcopy(STUDY)
    spot = changed
    for step in place:
        spot = spot[step]
    spot[name] = value
    if ours(changed):
        assert oracle(changed), (place, name, value)
