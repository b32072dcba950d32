"""What readers say of eyes: signed, appended, never overwritten, and never about a picture that is something else."""

from datetime import timedelta

import pytest
from support.grading import DAY, LEFT, RIGHT, a_clinic, a_picture, icdr
from support.stations import lakshmi

from resources.grading.schemes import NHS, Grade, Outcome
from resources.problems import Conflict, Invalid, Refused
from resources.store import changes, mending, opinions, patients, referrals
from resources.store.opinions import Said
from resources.terms import Kind, Laterality, Origin


@pytest.fixture
def clinic(tmp_path):
    clinic = a_clinic(tmp_path)
    yield clinic
    clinic.store.close()


def everything(clinic):
    with clinic.store.read() as unit:
        return opinions.of_patient(unit, clinic.person.uuid)


def test_two_well_eyes_may_go_home_for_a_year(clinic):
    made, decision = clinic.sign(clinic.say(RIGHT, icdr("0")), clinic.say(LEFT, icdr("1")))
    assert (decision.outcome, decision.months, decision.rule) == (Outcome.RESCREEN, 12, "ICDR 2003")
    assert [row.reader for row in made] == ["Anjali Kumari"] * 2
    assert everything(clinic) == made


def test_an_opinion_is_in_the_feed_with_its_hand(clinic):
    (made,), _ = clinic.sign(clinic.say(RIGHT, icdr("2")))
    with clinic.store.read() as unit:
        (change,) = changes.of(unit, Kind.OPINION, made.uuid)
    assert (change.actor, change.snapshot["eye"], change.snapshot["patient"]) == (
        "Anjali Kumari",
        "R",
        clinic.person.uuid,
    )


@pytest.mark.hazard("HZ-22")
@pytest.mark.parametrize("nobody", ["", "person", "Person "])
def test_a_grade_without_a_hand_is_refused(clinic, nobody):
    with pytest.raises(Refused):
        clinic.sign(clinic.say(RIGHT, icdr("0")), by=nobody)
    assert everything(clinic) == []


@pytest.mark.hazard("HZ-22")
def test_nobody_reads_their_own_reading_a_second_time(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("0")))
    with pytest.raises(Refused):
        clinic.sign(clinic.say(RIGHT, icdr("0")), is_second=True)
    made, _ = clinic.sign(clinic.say(RIGHT, icdr("1")), by="Omar Haddad", is_second=True)
    assert made[0].is_second


@pytest.mark.hazard("HZ-02")
def test_a_picture_of_an_unknown_eye_is_not_graded(clinic):
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, clinic.pictures["R"], None)
    with pytest.raises(Conflict, match="Nobody has said which eye"):
        clinic.sign(clinic.say(RIGHT, icdr("0")))


@pytest.mark.hazard("HZ-16")
def test_a_grade_for_the_other_eye_or_another_person_is_refused_whole(clinic):
    with pytest.raises(Conflict, match="other eye"):
        clinic.sign(clinic.say(RIGHT, icdr("0")), Said(LEFT, icdr("0"), clinic.pictures["R"]))
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        other = patients.register(unit, lakshmi(given_name="Sita"))
    strange = a_picture(clinic.store, other, "R", instance=7, study=2)
    with pytest.raises(Conflict, match="not this person's"):
        clinic.sign(Said(RIGHT, icdr("0"), strange))
    assert everything(clinic) == []


@pytest.mark.hazard("HZ-21")
def test_a_digit_that_means_nothing_in_its_scheme_is_refused(clinic):
    with pytest.raises(Invalid):
        clinic.sign(clinic.say(RIGHT, NHS.blank().saying("retinopathy", "3")))
    with pytest.raises(Invalid):
        clinic.sign(clinic.say(RIGHT, NHS.blank()))


@pytest.mark.hazard("HZ-21")
def test_a_scale_changes_only_between_visits(clinic):
    english = NHS.blank().saying("retinopathy", "R3A").saying("maculopathy", "M0")
    with pytest.raises(Conflict, match="one scale"):
        clinic.sign(clinic.say(RIGHT, icdr("0")), clinic.say(LEFT, english))
    clinic.sign(clinic.say(RIGHT, english), by="Dr. Meera Rao (HQ)", origin=Origin.HQ)  # binds nobody here
    (first,), _ = clinic.sign(clinic.say(RIGHT, icdr("0")))
    with pytest.raises(Conflict, match="graded on ICDR"):
        clinic.sign(clinic.say(LEFT, english), by="Omar Haddad")
    with pytest.raises(Conflict, match="graded on ICDR"):
        clinic.sign(clinic.say(RIGHT, english, replaces=(first.uuid,)))
    assert len(everything(clinic)) == 2
    with clinic.store.write(Origin.PERSON, "Omar Haddad") as unit:
        tomorrow = DAY + timedelta(days=1)
        opinions.sign(unit, clinic.person.uuid, tomorrow, [clinic.say(LEFT, english)])
        assert opinions.begun_on(opinions.of_visit(unit, clinic.person, tomorrow)) is NHS


@pytest.mark.hazard("HZ-27")
def test_only_a_named_person_takes_an_opinion_back(clinic):
    (first,), _ = clinic.sign(clinic.say(RIGHT, icdr("4")))
    clinic.sign(clinic.say(LEFT, icdr("0")))
    with pytest.raises(Refused):
        clinic.sign(clinic.say(RIGHT, icdr("0"), replaces=(first.uuid,)), by="hq", origin=Origin.HQ)
    clinic.sign(clinic.say(RIGHT, icdr("0")), by="hq", origin=Origin.HQ)
    assert clinic.decision().outcome is Outcome.URGENT
    _, decision = clinic.sign(
        clinic.say(RIGHT, icdr("0"), replaces=(first.uuid,), note="an artefact"), by="Dr. Omar Haddad"
    )
    assert decision.outcome is Outcome.RESCREEN
    assert len(everything(clinic)) == 4


def test_only_an_opinion_on_the_same_eye_can_be_replaced(clinic):
    (first,), _ = clinic.sign(clinic.say(RIGHT, icdr("4")))
    with pytest.raises(Conflict):
        clinic.sign(clinic.say(LEFT, icdr("0"), replaces=(first.uuid,)))


def test_an_absent_eye_is_a_stated_fact_with_a_reason(clinic):
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, clinic.pictures["L"], "test shot")
    _, decision = clinic.sign(clinic.say(RIGHT, icdr("0")), Said(LEFT, absent="prosthesis"))
    assert decision.outcome is Outcome.RESCREEN
    assert everything(clinic)[1].said.absent == "prosthesis"


@pytest.mark.hazard("HZ-03")
def test_an_eye_that_could_not_be_seen_is_never_well(clinic):
    hide_the_left(clinic)
    _, decision = clinic.sign(clinic.say(RIGHT, icdr("0")), Said(LEFT, absent="not-seen"))
    assert decision.outcome is Outcome.RETAKE
    with pytest.raises(Invalid):
        clinic.sign(Said(LEFT, absent="did not look"))


@pytest.mark.hazard("HZ-03")
def test_an_eye_with_a_picture_is_not_absent(clinic):
    with pytest.raises(Conflict, match="picture of that eye"):
        clinic.sign(Said(LEFT, absent="prosthesis"))
    hide_the_left(clinic)
    clinic.sign(clinic.say(RIGHT, icdr("0")), Said(LEFT, absent="prosthesis"))
    a_picture(clinic.store, clinic.person, "L", instance=5)
    assert clinic.decision().outcome is Outcome.RETAKE


@pytest.mark.hazard("HZ-27")
def test_another_readers_opinion_gives_way_to_a_reason_only_and_both_are_kept(clinic):
    (first,), _ = clinic.sign(clinic.say(RIGHT, icdr("4")), by="Omar Haddad")
    with pytest.raises(Invalid, match="why"):
        clinic.sign(clinic.say(RIGHT, icdr("1"), replaces=(first.uuid,), note=" "))
    clinic.sign(clinic.say(RIGHT, icdr("1"), replaces=(first.uuid,), note="a laser scar"), clinic.say(LEFT, icdr("0")))
    assert clinic.decision().outcome is Outcome.RESCREEN
    assert [(row.reader, row.said.note) for row in everything(clinic)][:2] == [
        ("Omar Haddad", ""),
        ("Anjali Kumari", "a laser scar"),
    ]


def hide_the_left(clinic):
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, clinic.pictures["L"], "test shot")


@pytest.mark.hazard("HZ-03")
def test_a_hidden_picture_is_not_a_seen_eye(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("0")), clinic.say(LEFT, icdr("0")))
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, clinic.pictures["L"], "blurred")
    assert clinic.decision().outcome is Outcome.RETAKE


def test_what_headquarters_says_on_a_scale_of_its_own_needs_a_doctor(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("0")), clinic.say(LEFT, icdr("0")))
    strange = Said(LEFT, Grade("urn:x", "", (("result", "2"),)))
    _, decision = clinic.sign(strange, by="hq", origin=Origin.HQ)
    assert decision.outcome is Outcome.DOCTOR


def test_both_eyes_on_one_picture_are_said_one_by_one(clinic):
    both = a_picture(clinic.store, clinic.person, "B", instance=9)
    _, decision = clinic.sign(Said(RIGHT, icdr("0"), both), Said(LEFT, icdr("0"), both))
    assert decision.outcome is Outcome.RESCREEN
    with pytest.raises(Invalid):
        clinic.sign(Said(Laterality.BOTH, icdr("0"), both))


@pytest.mark.hazard("HZ-04")
def test_a_person_to_be_seen_is_on_the_list_until_somebody_named_ends_it(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("2")), clinic.say(LEFT, icdr("0")))
    with clinic.store.read() as unit:
        (row,) = referrals.open_ones(unit)
    assert (row.patient_uuid, row.day, row.outcome) == (clinic.person.uuid, DAY, Outcome.REFER)
    with pytest.raises(Invalid), clinic.store.write(Origin.HQ, "hq") as unit:
        referrals.close(unit, row.uuid, "all well")
    with pytest.raises(Invalid), clinic.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.close(unit, row.uuid, " ")
    with clinic.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        referrals.close(unit, row.uuid, "seen by their own doctor")
        assert referrals.open_ones(unit) == []
        referrals.reopen(unit, row.uuid)
        assert len(referrals.open_ones(unit)) == 1


@pytest.mark.hazard("HZ-04")
def test_an_answer_that_is_more_urgent_must_be_told_anew(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("2")), clinic.say(LEFT, icdr("0")))
    with clinic.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        (row,) = referrals.open_ones(unit)
        told = referrals.tell(unit, row.uuid, "in person")
        assert (told.told_by, told.told_how) == ("Anjali Kumari", "in person")
        referrals.attend(unit, row.uuid)
        assert referrals.open_ones(unit) == []
    clinic.sign(clinic.say(LEFT, icdr("4")), by="hq", origin=Origin.HQ)
    with clinic.store.read() as unit:
        (urgent,) = referrals.urgent_not_told(unit)
    assert (urgent.uuid, urgent.told_at, urgent.closed_at) == (row.uuid, None, None)


@pytest.mark.hazard("HZ-04")
def test_a_milder_opinion_ends_nothing(clinic):
    (first,), _ = clinic.sign(clinic.say(RIGHT, icdr("4")))
    second = clinic.say(RIGHT, icdr("0"), replaces=(first.uuid,), note="an artefact")
    clinic.sign(second, clinic.say(LEFT, icdr("0")), by="Dr. Haddad")
    with clinic.store.read() as unit:
        (row,) = referrals.open_ones(unit)
    assert row.is_urgent


def test_the_urgent_stand_first_then_who_waits_longest(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("2")))
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        others = [patients.register(unit, lakshmi(given_name=name)) for name in ("Sita", "Mary")]
    for place, (other, level) in enumerate(zip(others, ("2", "4"), strict=True), start=2):
        clinic.clock.forward(60)
        picture = a_picture(clinic.store, other, "R", instance=place, study=place)
        with clinic.store.write(Origin.PERSON, "Anjali Kumari") as unit:
            opinions.sign(unit, other.uuid, DAY, [Said(RIGHT, icdr(level), picture)])
    with clinic.store.read() as unit:
        listed = [row.patient_uuid for row in referrals.open_ones(unit)]
    assert listed == [others[1].uuid, clinic.person.uuid, others[0].uuid]


def test_a_person_is_told_once_and_it_can_be_taken_back(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("4")))
    with clinic.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        (row,) = referrals.open_ones(unit)
        referrals.tell(unit, row.uuid, "by phone")
        with pytest.raises(Conflict):
            referrals.tell(unit, row.uuid, "by phone")
        with pytest.raises(Invalid):
            referrals.tell(unit, referrals.untell(unit, row.uuid).uuid, "")
        assert len(referrals.urgent_not_told(unit)) == 1
