"""What travels by stick is read back as it was written; what was written otherwise is refused, and nothing is guessed."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.grading import icdr

from resources.grading.schemes import Grade, Outcome
from resources.problems import Invalid
from resources.store.opinions import OpinionRow, Said
from resources.store.referrals import ReferralRow
from resources.store.rows import WorkitemRow
from resources.terms import Laterality, Origin, WorkitemState
from sync import fhirmap
from sync.fhirmap import Edition
from sync.sticks import reading
from sync.sticks.said import holds, under

WHO = {"reference": "Patient/p"}
THEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 10, 45, tzinfo=UTC)
DAY = date(2026, 11, 21)
names = st.sampled_from(["Anjali Kumari", "Dr. Ramesh", "Grace (night) Okafor", "अंजलि कुमारी"])
ways = st.text("ab ,.():अ", min_size=1, max_size=8).map(str.strip).filter(bool)


def there_and_back(row: OpinionRow) -> OpinionRow:
    return reading.opinion_of(row.uuid, fhirmap.opinion(row, "Observation", Edition.STU3, WHO))


grades = st.sampled_from([icdr("4", "1"), icdr("0"), Grade("HQ", "", (("result", "words of theirs"),))])


@given(said=st.builds(
    Said, eye=st.sampled_from([Laterality.RIGHT, Laterality.LEFT]), grade=grades, instance_uid=st.sampled_from(["", "1.2.3"]),
    is_preview=st.booleans(), zoom=st.sampled_from([None, 1.25]), screen_check=st.sampled_from(["none", "passed"]),
    note=st.sampled_from(["", "A note, with a comma."]), replaces=st.sampled_from([(), ("a", "b")]),
), reader=names, second=st.booleans())  # fmt: skip
def test_a_signed_grade_is_the_same_there(said: Said, reader: str, second: bool) -> None:
    row = OpinionRow("u", DAY, said, Origin.IMPORT, reader, second, THEN)
    assert there_and_back(row) == row


def test_an_eye_that_is_not_there_is_the_same_there_and_one_that_is_not_said_is_refused() -> None:
    row = OpinionRow("u", DAY, Said(Laterality.LEFT, absent="prosthesis"), Origin.IMPORT, "Anjali Kumari", False, THEN)
    assert there_and_back(row) == row
    shown = fhirmap.opinion(row, "Observation", Edition.STU3, WHO)
    with pytest.raises(Invalid, match="which eye"):
        reading.opinion_of("u", {**shown, "bodySite": {}})


@given(by=names, who=names, how=ways, why=ways, attended=st.booleans(), told=st.booleans(), ended=st.booleans())
def test_a_referral_says_there_what_it_says_here(
    by: str, who: str, how: str, why: str, attended: bool, told: bool, ended: bool
) -> None:
    row = ReferralRow(
        "u", "p", DAY, Outcome.URGENT, "ICDR 4 proliferative, right", THEN, by,
        LATER if told else None, who if told else "", how if told else "",
        LATER if ended and attended else None, who if ended and attended else "",
        LATER if ended else None, who if ended else "", why if ended else "", 1,
    )  # fmt: skip
    assert reading.referral_of("u", "p", fhirmap.referral(row, Edition.STU3, WHO)) == row


@pytest.mark.parametrize("change", [{"note": []}, {"reasonCode": []}, {"authoredOn": "soon"}, {"status": "completed"}])
def test_a_referral_that_cannot_be_read_whole_is_refused(change: dict[str, object]) -> None:
    row = ReferralRow("u", "p", DAY, Outcome.REFER, "r", THEN, "A B", None, "", "", None, "", None, "", "", 1)
    with pytest.raises(Invalid):
        reading.referral_of("u", "p", {**fhirmap.referral(row, Edition.STU3, WHO), **change})


@pytest.mark.parametrize("state", WorkitemState)
def test_an_appointment_is_as_far_there_as_here(state: WorkitemState) -> None:
    row = WorkitemRow("1.2.3", "p", state.value, "", THEN, LATER, None, "", 1)
    assert reading.workitem_of("1.2.3", "p", fhirmap.workitem(row, WHO)) == row


def test_a_wrong_check_digit_is_refused_and_a_subject_must_be_a_person() -> None:
    system = fhirmap.identifier
    assert reading.number_of({"identifier": [system(fhirmap.Kind.PATIENT, "x")]}) is None
    with pytest.raises(Invalid, match="check digit"):
        reading.number_of({"identifier": [{"system": reading.NUMBER_SYSTEM, "value": "C7A-00001-4"}]})
    with pytest.raises(Invalid):
        reading.subject_of({"subject": {"reference": "Group/1"}})


def test_who_holds_more_holds_it_and_who_holds_less_or_nothing_does_not() -> None:
    mine = {"gender": "female", "identifier": [{"value": "1"}]}
    assert holds({**mine, "birthDate": "1964"}, mine)
    assert not holds({"gender": "female"}, mine) and not holds({}, mine) and not holds({}, {})
    assert under({"subject": {"reference": "Patient/here"}}, "here", "there") == {
        "subject": {"reference": "Patient/there"}
    }
