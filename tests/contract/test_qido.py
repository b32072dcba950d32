"""Searching over DICOMweb, by raw requests: levels, kinds of matching, pages, warnings (api-contract.md 4.2)."""

import pytest
from pydicom.dataset import Dataset
from support.data_sets import a_code, an_instance
from support.dicomwebs import file_of, parts_of, stow
from support.restclient import web
from support.stations import lakshmi

from resources.store import making, patients, queries
from resources.terms import Laterality, Origin
from resources.wire.dicomxml import read_xml
from resources.wire.matching import condition

STUDY_DEFAULTS = {
    "00080020", "00080030", "00080050", "00080056", "00080061", "00080090", "00081190", "00100010", "00100020", "00100030",
    "00100040", "0020000D", "00200010", "00201206", "00201208",
}  # fmt: skip
SERIES_DEFAULTS = {"00080060", "0008103E", "00081190", "0020000E", "00200011", "00201209"}
INSTANCE_DEFAULTS = {"00080016", "00080018", "00080056", "00081190", "00200013", "00280010", "00280011", "00280100"}


def a_request(step: str) -> Dataset:
    item = Dataset()
    item.ScheduledProcedureStepID = step
    item.ScheduledProtocolCodeSequence = [a_code("1"), a_code(step)]
    return item


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    with web(tmp_path_factory.mktemp("station")) as (known, store):
        with store.write(Origin.PERSON, actor="grace") as unit:
            person = patients.register(unit, lakshmi(native_name="லட்சுமி"))
        ours = {"PatientID": person.number, "PatientName": "Devi^Lakshmi", "PatientSex": "F"}
        sent = [
            an_instance(patient=1, StudyDate="20261101", StudyTime="101500", eye="R", **ours),
            an_instance(patient=1, number=2, StudyDate="20261101", eye="L", InstanceNumber=2, **ours),
            an_instance(patient=2, PatientName="Müller^Jürgen", StudyDate="20261102", AccessionNumber="Ab1", eye="L"),
            an_instance(
                patient=3, PatientName="Kumar^Ravi", StudyDate="20261103", Modality="OPT", BodyPartExamined="EYE"
            ),
        ]
        sent[2].SpecificCharacterSet = "ISO_IR 192"
        sent[3].RequestAttributesSequence = [a_request("A"), a_request("B")]
        assert stow(known, *map(file_of, sent)).status_code == 200
        with store.write(Origin.PERSON, actor="grace") as unit:
            waiting = making.create(unit, person.uuid, study_uid="1.2.3.50")
            making.announce(
                unit, waiting.study_uid, modality="OP", laterality=Laterality.LEFT, items=[{"sop_class_uid": "1.2"}]
            )
        yield known, store


def found(station, query: str = "", path: str = "studies", tag: str = "0020000D") -> list[str]:
    answer = station[0].get(f"/dicom-web/{path}{'?' if query else ''}{query}")
    assert answer.status_code == 200, answer.text
    return [one[tag]["Value"][0][6:] for one in answer.json()]


@pytest.mark.parametrize(
    ("query", "studies_found"),
    [
        ("", ["3", "2", "1"]),
        ("StudyInstanceUID=1.2.3.1", ["1"]),
        ("0020000D=1.2.3.1,1.2.3.3", ["3", "1"]),
        ("0020000d=1.2.3.1%5C1.2.3.3", ["3", "1"]),
        ("StudyDate=20261102", ["2"]),
        ("StudyDate=20261102-", ["3", "2"]),
        ("StudyDate=-20261102", ["2", "1"]),
        ("StudyDate=20261101-20261102", ["2", "1"]),
        ("StudyTime=1000-1100", ["1"]),
        ("PatientName=devi^lakshmi", ["1"]),
        ("PatientName=Devi", []),
        ("PatientName=D*", ["1"]),
        ("PatientName=D%2A", ["1"]),
        ("PatientName=%E0%AE%B2*", ["1"]),
        ("PatientName=m%C3%BCller*", ["2"]),
        ("PatientName=muller&fuzzymatching=true", ["2"]),
        ("PatientName=jurg MULL&fuzzymatching=true", ["2"]),
        ("PatientName=lakshmi devi&fuzzymatching=true", ["1"]),
        ("PatientID=C7A-00002-7", ["2"]),
        ("PatientID=C7A-0000?-7", ["3", "2"]),
        ("PatientSex=F", ["1"]),
        ("AccessionNumber=Ab1", ["2"]),
        ("AccessionNumber=ab1", []),
        ("ModalitiesInStudy=OPT", ["3"]),
        ("Modality=OPT", ["3"]),
        ("BodyPartExamined=EYE", ["3"]),
        ("00400275.00400009=B", ["3"]),
        ("RequestAttributesSequence.ScheduledProtocolCodeSequence.CodeValue=B", ["3"]),
        ("RequestAttributesSequence.ScheduledProcedureStepID=C", []),
        ("00091001=UNMATCHED", ["3", "2"]),
        ("PatientName=&StudyDate=", ["3", "2", "1"]),
        ("PatientName=*", ["3", "2", "1"]),
        ("limit=2", ["3", "2"]),
        ("limit=2&offset=2", ["1"]),
        ("offset=9", []),
        ("limit=0", []),
        ("BodyPartExamined=EYE&limit=1&offset=1", []),
    ],
)
def test_studies_are_found_by_what_they_are(station, query: str, studies_found: list[str]) -> None:
    assert found(station, query) == studies_found


@pytest.mark.parametrize(
    ("path", "query", "instances_found"),
    [
        ("instances", "", ["3.1", "2.1", "1.1", "1.2"]),
        ("instances", "ImageLaterality=L", ["2.1", "1.2"]),
        ("studies/1.2.3.1/instances", "", ["1.1", "1.2"]),
        ("studies/1.2.3.1/instances", "InstanceNumber=2", ["1.2"]),
        ("studies/1.2.3.1/series/1.2.3.1.0/instances", "", ["1.1", "1.2"]),
        ("studies/1.2.3.1/series/1.2.3.9.0/instances", "", []),
        ("instances", "PatientName=Dev*&Rows=4", ["1.1", "1.2"]),
        ("instances", "Rows=5", []),
        ("instances", "SOPInstanceUID=1.2.3.1.2", ["1.2"]),
    ],
)
def test_instances_are_found_at_every_level(station, path: str, query: str, instances_found: list[str]) -> None:
    listed = found(station, query, path, "00080018")
    assert sorted(listed) == sorted(instances_found)


def test_an_instance_without_its_picture_is_not_found(station) -> None:
    assert "50" not in found(station)
    assert station[0].get("/dicom-web/studies/1.2.3.50").status_code == 404


def test_each_level_answers_what_it_must(station) -> None:
    [study] = station[0].get("/dicom-web/studies?StudyInstanceUID=1.2.3.1").json()
    assert study.keys() >= STUDY_DEFAULTS
    assert (study["00201206"]["Value"], study["00201208"]["Value"]) == ([1], [2])
    [series] = station[0].get("/dicom-web/studies/1.2.3.1/series").json()
    assert series.keys() >= SERIES_DEFAULTS
    assert "00100010" not in series
    [requested] = station[0].get("/dicom-web/studies/1.2.3.3/series").json()
    steps = [item["00400009"]["Value"] for item in requested["00400275"]["Value"]]
    assert steps == [["A"], ["B"]]
    assert "00100010" in station[0].get("/dicom-web/series").json()[0]
    assert station[0].get("/dicom-web/instances").json()[0].keys() >= INSTANCE_DEFAULTS


def test_more_is_answered_when_asked_for(station) -> None:
    path = "/dicom-web/studies/1.2.3.3/instances"
    assert "00180015" not in station[0].get(path).json()[0]
    for query in ("includefield=BodyPartExamined", "includefield=00180015,PatientName", "includefield=all"):
        assert station[0].get(f"{path}?{query}").json()[0]["00180015"]["Value"] == ["EYE"]


def test_who_is_unmatched_is_listed_as_it_came_and_marked(station) -> None:
    unmatched, matched = (station[0].get(f"/dicom-web/studies?StudyInstanceUID=1.2.3.{n}").json()[0] for n in (2, 1))
    assert unmatched["00100020"]["Value"] == ["C7A-00002-7"]
    assert (unmatched["00091001"]["Value"], unmatched["00091002"]["Value"]) == (["UNMATCHED"], ["wrong-check-digit"])
    assert "00091001" not in matched


def test_xml_says_what_json_says(station) -> None:
    path = "/dicom-web/studies?StudyInstanceUID=1.2.3.2"
    answer = station[0].get(path, headers={"Accept": 'multipart/related; type="application/dicom+xml"'})
    [(_, document)] = parts_of(answer)
    assert read_xml(document) == station[0].get(path).json()[0]


@pytest.mark.parametrize(
    ("query", "warning"),
    [
        ("limit=1", "There are 2 additional results that can be requested"),
        ("limit=1&offset=1", "There are 1 additional results that can be requested"),
        ("limit=3", None),
        ("PatientComments=*&limit=1", "There are 2 additional results that can be requested"),
        ("Manufacturer=x", None),
    ],
)
def test_a_client_is_told_of_what_it_did_not_get(station, query: str, warning: str | None) -> None:
    field = station[0].get(f"/dicom-web/studies?{query}").headers.get("warning")
    assert field == (f"299 {station[0].base_url}/dicom-web: {warning}" if warning else None)


@pytest.mark.parametrize(
    "query",
    ["Bogus=1", "limit=-1", "limit=x", "offset=1.5", "fuzzymatching=maybe", "StudyDate=tomorrow", "includefield=Bogus"],
)
def test_what_cannot_be_asked_is_a_bad_request(station, query: str) -> None:
    assert station[0].get(f"/dicom-web/studies?{query}").status_code == 400


def test_the_same_question_has_the_same_answer(station) -> None:
    assert found(station, path="instances", tag="00080018") == found(station, path="instances", tag="00080018")


NAMED = {
    "PatientID": ("C7A-00002-7", "nobody"),
    "PatientName": ("DEVI^LAKSHMI", "Kumar^Ravi^", "kumar"),
    "StudyInstanceUID": ("1.2.3.1", " 1.2.3.3", "1.2.3.50"),
    "AccessionNumber": ("Ab1", "ab1"),
    "SeriesInstanceUID": ("1.2.3.1.0",),
    "SOPInstanceUID": ("1.2.3.1.2",),
    "StudyID": ("1",),
}


@pytest.mark.parametrize("level", list(queries.Level))
@pytest.mark.parametrize(
    "within", [queries.Within(), queries.Within("1.2.3.1"), queries.Within("1.2.3.1", "1.2.3.1.0")]
)
def test_a_question_that_only_names_things_has_the_same_answer_by_both_ways(station, level, within) -> None:
    anything = condition("StudyDescription", "*")
    named = [[condition(key, text)] for key, texts in NAMED.items() for text in texts]
    pairs = [[condition("PatientName", "Devi^Lakshmi"), *one] for one in named if one[0].tag != "00100010"]
    hits = 0
    with station[1].read() as unit:
        named.append([condition("PatientID", patients.search(unit, "Lakshmi")[0].number)])
        for conditions in ([], *named, *pairs):
            quick = queries.Question(level, within, tuple(conditions))
            slow = queries.Question(level, within, (*conditions, anything))
            found = queries.search(unit, quick, 10)
            assert found == queries.search(unit, slow, 10)
            assert queries.search(unit, quick, 1, 1) == found[1:2]
            hits += len(found)
    assert hits
