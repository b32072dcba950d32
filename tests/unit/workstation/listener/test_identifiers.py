"""What a query asks for, and who may ask."""

import pytest
from pydicom.dataset import Dataset
from support.data_sets import encoded

from resources.problems import Refused
from resources.wire.camerarules import CameraRules, Trust
from workstation.listener.commands import C_FIND_RQ, Command
from workstation.listener.identifiers import Root, check_may_ask, identifier, retrieval
from workstation.listener.pdus import ContextAnswer
from workstation.listener.problems import Mismatched
from workstation.listener.seams import Peer, Request

EXPLICIT = "1.2.840.10008.1.2.1"


def a_request(sop_class: str = Root.STUDY.find, **keywords: object) -> Request:
    ds = Dataset()
    for keyword, value in keywords.items():
        setattr(ds, keyword, value)
    context = ContextAnswer(1, sop_class, EXPLICIT)
    return Request(
        Command(C_FIND_RQ, 1, has_data_set=True), encoded(ds), context, Peer("REVIEW", "EYECAMP", "10.0.0.7")
    )


def test_keys_come_as_a_query_writes_them():
    inside = Dataset()
    inside.ScheduledProcedureStepID = "S1"
    inside.Modality = ""
    found = identifier(
        a_request(
            QueryRetrieveLevel="STUDY",
            SpecificCharacterSet="ISO_IR 192",
            PatientName="Devi*",
            StudyDate="20260101-20261231",
            StudyInstanceUID=["1.2.3", "1.2.4"],
            NumberOfStudyRelatedInstances=None,
            RequestAttributesSequence=[inside],
            ReferencedStudySequence=[],
        )
    )
    assert dict(found.items()) == {
        "00080020": "20260101-20261231",
        "00081110": "",
        "00100010": "Devi*",
        "0020000D": "1.2.3\\1.2.4",
        "00201208": "",
        "00400275.00080060": "",
        "00400275.00400009": "S1",
    }


@pytest.mark.filterwarnings("ignore:Invalid value for VR UI")
def test_a_star_for_a_uid_is_every_uid():
    found = identifier(a_request(QueryRetrieveLevel="STUDY", StudyInstanceUID="*"))
    assert dict(found.items()) == {"0020000D": ""}


@pytest.mark.parametrize("keywords", [{}, {"QueryRetrieveLevel": "FOLDER"}, {"QueryRetrieveLevel": "PATIENT"}])
def test_a_level_that_is_none_is_refused(keywords):
    with pytest.raises(Mismatched, match="level"):
        identifier(a_request(**keywords))


def test_people_are_a_level_of_the_patient_root():
    assert identifier(a_request(Root.PATIENT.find, QueryRetrieveLevel="PATIENT")).level == "PATIENT"


def test_a_retrieval_is_told_by_its_unique_keys_alone():
    wanted = retrieval(
        a_request(
            QueryRetrieveLevel="SERIES",
            PatientID="",
            PatientName="*",
            StudyInstanceUID="1.2",
            SeriesInstanceUID="1.2.3",
        )
    )
    assert dict(wanted.items()) == {"0020000D": "1.2", "0020000E": "1.2.3"}


@pytest.mark.parametrize(
    "keywords",
    [
        {"QueryRetrieveLevel": "STUDY"},
        {"QueryRetrieveLevel": "IMAGE", "StudyInstanceUID": "1.2"},
        {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2", "PatientID": "*"},
        {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2", "PatientID": "C7A-0000?-3"},
    ],
)
def test_nothing_is_sent_for_less_than_a_name(keywords):
    with pytest.raises(Mismatched):
        retrieval(a_request(**keywords))


KNOWN = [
    CameraRules("REVIEW", host="10.0.0.7"),
    CameraRules("PHONE"),
    CameraRules("NAMED", host="review.local"),
    CameraRules("ROGUE", trust=Trust.BLOCKED),
]


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("REVIEW", "10.0.0.7"),
        ("PHONE", "10.0.0.99"),
        ("NAMED", "10.0.0.5"),
        ("ANYBODY", "127.0.0.1"),
        ("ANYBODY", "::1"),
    ],
)
def test_known_devices_and_this_laptop_may_ask(title, address):
    check_may_ask(Peer(title, "EYECAMP", address), KNOWN)


@pytest.mark.parametrize(("title", "address"), [("REVIEW", "10.0.0.8"), ("ANYBODY", "10.0.0.7"), ("ROGUE", "10.0.0.9")])
def test_others_may_not(title, address):
    with pytest.raises(Refused):
        check_may_ask(Peer(title, "EYECAMP", address), KNOWN)
