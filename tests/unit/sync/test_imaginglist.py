"""ImagingStudy in every form that servers write it (api-contract.md section 6)."""

from datetime import UTC, datetime

import pytest

from resources.problems import Damaged
from sync.imaginglist import ListedStudy, root_of, studies_of, wado_place
from sync.searchset import leaf_of

UID = "2.16.124.113543.6003.1154777499.30246.19789.3503430045"
WADO = {"system": "http://hl7.org/fhir/endpoint-connection-type", "code": "dicom-wado-rs"}
PLACE = "https://images.example/dicom-web"


def an_endpoint(key: str = "e1", **changes):
    return {
        "resourceType": "Endpoint",
        "id": key,
        "status": "active",
        "connectionType": WADO,
        "address": PLACE,
    } | changes


def a_study(**changes):
    meta = {"versionId": "3", "lastUpdated": "2016-04-01T02:52:32.123Z"}
    base = {"resourceType": "ImagingStudy", "id": "s1", "meta": meta, "uid": f"urn:oid:{UID}"}
    return base | {"patient": {"reference": "Patient/p1"}} | changes


def a_bundle(*resources, **changes):
    entries = [{"fullUrl": f"https://hq.example/fhir/{one['resourceType']}/{one.get('id')}", "resource": one}
               for one in resources]  # fmt: skip
    return {"resourceType": "Bundle", "type": "searchset", "entry": entries} | changes


def only(*resources) -> ListedStudy:
    (one,) = leaf_of(a_bundle(*resources), None, studies_of).listed
    assert isinstance(one, ListedStudy)
    return one


def test_stu3_and_r4_name_the_study_each_in_its_own_way():
    r4 = a_study(uid=None, identifier=[{"system": "urn:dicom:uid", "value": f"urn:oid:{UID}"}], patient=None,
                 subject={"reference": "https://hq.example/fhir/Patient/p1/_history/2"})  # fmt: skip
    for study in (a_study(), r4):
        assert (only(study).study_uid, only(study).people) == (UID, ("p1",))
    assert only(a_study()).stamp == datetime(2016, 4, 1, 2, 52, 32, 123000, UTC)


def test_a_bundle_without_ids_and_metas_is_keyed_by_uid_and_content():
    bare = {"resourceType": "ImagingStudy", "uid": f"urn:oid:{UID}", "patient": {"reference": "Patient/p1"}}
    one, other = only(bare), only(bare | {"description": "changed"})
    assert one.key == UID and one.stamp is None
    assert one.version != other.version


@pytest.mark.parametrize(
    ("reference", "resources"),
    [
        ("#wado", ()),
        ("Endpoint/e1", (an_endpoint(),)),
        ("https://hq.example/fhir/Endpoint/e1", (an_endpoint(),)),
        ("https://hq.example/fhir/Endpoint/e1/_history/4", (an_endpoint(),)),
    ],
    ids=["contained", "relative", "absolute", "of one version"],
)
def test_every_form_of_an_endpoint_leads_to_its_address(reference, resources):
    study = a_study(contained=[an_endpoint("wado")], endpoint=[{"reference": reference}])
    assert only(study, *resources).places == (PLACE,)
    assert only(study, *resources).unread == ()


def test_what_the_page_does_not_hold_is_asked_for_and_what_is_no_endpoint_is_skipped():
    retrieve = {"reference": f"{PLACE}/studies/{UID}"}
    study = a_study(
        endpoint=[{"reference": "Endpoint/e9"}, retrieve], series=[{"endpoint": [{"reference": "Endpoint/e8"}]}]
    )
    assert only(study).unread == ("Endpoint/e9", "Endpoint/e8")
    assert only(study).places == ()


@pytest.mark.parametrize(
    ("endpoint", "place"),
    [
        (an_endpoint(), PLACE),
        (an_endpoint(address=None, url=PLACE), PLACE),
        (an_endpoint(connectionType={"coding": [WADO]}), PLACE),
        (an_endpoint(connectionType=[{"coding": [WADO]}]), PLACE),
        (an_endpoint(connectionType={"code": "dicom-qido-rs"}), ""),
        (an_endpoint(status="off"), ""),
        ({"resourceType": "Patient"}, ""),
    ],
)
def test_only_a_working_wado_service_counts(endpoint, place):
    assert wado_place(endpoint) == place


@pytest.mark.parametrize("place", [PLACE, PLACE + "/", f"{PLACE}/studies/{UID}", f"{PLACE}/studies/{UID}/"])
def test_an_address_names_the_root_or_the_study_itself(place):
    assert root_of(place, UID) == PLACE


def test_numbers_of_an_included_person_and_of_the_reference_are_known():
    person = {"resourceType": "Patient", "id": "p1", "identifier": [{"value": "C7A-00001-3"}, {"value": "MRN 5"}]}
    study = a_study(patient={"reference": "Patient/p1", "identifier": {"value": "X"}})
    assert only(study, person).people == ("p1", "X", "C7A-00001-3", "MRN 5")


def test_links_and_what_the_server_says_of_its_order():
    links = [{"relation": "self", "url": "x?_sort=_lastUpdated"}, {"relation": "next", "url": "y"}]
    leaf = leaf_of(a_bundle(a_study(), link=links, total=7), None, studies_of)
    assert (leaf.next, leaf.is_sorted, leaf.total) == ("y", True, 7)
    assert leaf_of(a_bundle(), None, studies_of).is_sorted is False


@pytest.mark.parametrize("uid", ["", "urn:oid:", "foo:1", "../../etc", None, {"a": 1}])
def test_a_study_without_a_uid_is_left_out(uid):
    assert leaf_of(a_bundle(a_study(uid=uid)), None, studies_of).listed == []


@pytest.mark.parametrize("body", [None, [], "x", {"resourceType": "OperationOutcome"}])
def test_what_is_no_list_is_not_read_as_an_empty_one(body):
    with pytest.raises(Damaged):
        leaf_of(body, None, studies_of)


@pytest.mark.parametrize("strange", [{"entry": 5}, {"entry": [5, {"resource": 7}]}, {"link": [3]}, {"entry": None}])
def test_strange_members_are_passed_over(strange):
    assert leaf_of({"resourceType": "Bundle"} | strange, None, studies_of).listed == []
