"""What a letter may say, what was printed, and when a printed one is not true any more (HZ-02, HZ-03, HZ-27, HZ-28)."""

import pytest
from support.grading import DAY, LEFT, RIGHT, a_clinic, a_picture, icdr
from support.stations import lakshmi

from resources.grading.schemes import Outcome
from resources.problems import Conflict, Refused
from resources.store import changes, checkup, letters, mending, patients
from resources.store.opinions import Said
from resources.terms import Kind, Origin


@pytest.fixture
def clinic(tmp_path):
    clinic = a_clinic(tmp_path)
    yield clinic
    clinic.store.close()


def facts(clinic):
    with clinic.store.read() as unit:
        return letters.facts(unit, clinic.person.uuid, DAY)


def printed(clinic, said=None, by="Anjali Kumari", content=b"%PDF"):
    said = said or facts(clinic)
    blob = clinic.store.vault.admit(content + str(clinic.clock.now).encode())
    with clinic.store.write(Origin.PERSON, by) as unit:
        return letters.keep(unit, said, "hi", blob)


def outdated(clinic):
    with clinic.store.read() as unit:
        return [row.uuid for row in letters.out_of_date(unit)]


def is_current(clinic, row):
    with clinic.store.read() as unit:
        return letters.is_current(unit, row)


def well(clinic):
    return clinic.sign(clinic.say(RIGHT, icdr("0")), clinic.say(LEFT, icdr("1")))


def refused(clinic):
    with pytest.raises(Refused) as why:
        facts(clinic)
    return why.value.fields["letter"]


@pytest.mark.hazard("HZ-28")
def test_there_is_no_letter_before_somebody_signed(clinic):
    assert refused(clinic) == "grade"


@pytest.mark.hazard("HZ-02")
def test_there_is_no_letter_while_an_eye_is_unknown(clinic):
    well(clinic)
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, clinic.pictures["R"], None)
    assert refused(clinic) == "eye"


@pytest.mark.hazard("HZ-03")
def test_there_is_no_letter_while_a_picture_is_unread(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("0")))
    assert refused(clinic) == "unread"
    clinic.sign(
        clinic.say(RIGHT, icdr("4"))
    )  # urgent needs no second eye: the letter says that the left is not read yet
    assert facts(clinic).decision.outcome is Outcome.URGENT


@pytest.mark.hazard("HZ-03")
def test_an_eye_nobody_could_see_makes_a_letter_that_asks_to_come_again(clinic):
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, clinic.pictures["L"], "test shot")
    clinic.sign(clinic.say(RIGHT, icdr("0")), Said(LEFT, absent="not-seen"))
    assert facts(clinic).decision.outcome is Outcome.RETAKE


@pytest.mark.hazard("HZ-19")
def test_there_is_no_letter_while_whose_pictures_they_are_is_in_question(clinic):
    well(clinic)
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        other = patients.register(unit, lakshmi(given_name="Sita"))
    a_picture(clinic.store, other, "R", instance=3)  # the same Study Instance UID
    with clinic.store.read() as unit, pytest.raises(Refused) as why:
        letters.facts(unit, other.uuid, DAY)
    assert why.value.fields["letter"] == "person"


@pytest.mark.hazard("HZ-22")
@pytest.mark.parametrize("nobody", ["", "person"])
def test_nobody_prints_nothing(clinic, nobody):
    well(clinic)
    with pytest.raises(Refused):
        printed(clinic, by=nobody)


def test_what_was_printed_is_kept_with_its_hand_and_its_bytes(clinic):
    well(clinic)
    row = printed(clinic)
    assert (row.outcome, row.language, row.printed_by, row.copy_of, row.replaces) == (
        Outcome.RESCREEN,
        "hi",
        "Anjali Kumari",
        "",
        "",
    )
    assert clinic.store.vault.read(row.digest).startswith(b"%PDF")
    with clinic.store.read() as unit:
        (change,) = changes.of(unit, Kind.LETTER, row.uuid)
        assert letters.of_patient(unit, clinic.person.uuid) == [row]
    assert change.snapshot["digest"] == row.digest
    assert checkup.sweep(clinic.store).adopted == 0


def test_the_same_letter_again_is_a_copy_and_stays_true(clinic):
    well(clinic)
    first = printed(clinic)
    clinic.clock.forward(60)
    second = printed(clinic)
    clinic.clock.forward(60)
    third = printed(clinic)
    assert (second.copy_of, third.copy_of) == (first.uuid, first.uuid)
    assert outdated(clinic) == [] and is_current(clinic, first) and is_current(clinic, third)


@pytest.mark.hazard("HZ-27")
@pytest.mark.hazard("HZ-28")
def test_a_later_more_urgent_opinion_makes_the_letter_out_of_date_until_one_replaces_it(clinic):
    well(clinic)
    first = printed(clinic)
    copy = printed(clinic)
    clinic.sign(clinic.say(LEFT, icdr("4")), by="hq", origin=Origin.HQ)
    assert outdated(clinic) == [first.uuid]
    assert not is_current(clinic, first) and not is_current(clinic, copy)
    new = printed(clinic)
    assert (new.replaces, new.copy_of, new.outcome) == (first.uuid, "", Outcome.URGENT)
    assert outdated(clinic) == [] and not is_current(clinic, first)


@pytest.mark.hazard("HZ-11")
def test_somebody_who_agrees_later_calls_nobody_back(clinic):
    well(clinic)
    row = printed(clinic)
    clinic.clock.forward(60)
    clinic.sign(clinic.say(RIGHT, icdr("1")), by="hq", origin=Origin.HQ)
    assert outdated(clinic) == [] and is_current(clinic, row)
    assert printed(clinic).copy_of == ""  # it names one reader more: not a copy


@pytest.mark.hazard("HZ-12")
def test_a_swapped_eye_or_another_name_makes_it_out_of_date(clinic):
    well(clinic)
    row = printed(clinic)
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        patients.amend(unit, clinic.person.uuid, lakshmi(village="Elsewhere"))
    assert outdated(clinic) == [] and is_current(clinic, row)
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, clinic.pictures["R"], LEFT)
    assert outdated(clinic) == [row.uuid]
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, clinic.pictures["R"], RIGHT)
    assert outdated(clinic) == []
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        patients.amend(unit, clinic.person.uuid, lakshmi(given_name="Laxmi"))
    assert outdated(clinic) == [row.uuid]


@pytest.mark.hazard("HZ-28")
def test_what_changed_while_it_was_painted_is_not_printed(clinic):
    well(clinic)
    said = facts(clinic)
    clinic.sign(clinic.say(LEFT, icdr("4")), by="Omar Haddad")
    with pytest.raises(Conflict):
        printed(clinic, said)
    with clinic.store.read() as unit:
        assert letters.of_patient(unit, clinic.person.uuid) == []


@pytest.mark.hazard("HZ-12")
def test_the_picture_is_the_one_that_was_read_under_its_own_eye(clinic):
    a_picture(clinic.store, clinic.person, "R", instance=5)
    well(clinic)
    right, left = facts(clinic).eyes
    assert (right.picture.instance_uid, left.picture.instance_uid) == (clinic.pictures["R"], clinic.pictures["L"])
    with clinic.store.write(Origin.PERSON, "grace") as unit:
        mending.hide(unit, clinic.pictures["R"], "retaken")
    right, left = facts(clinic).eyes
    assert right.picture is None and left.picture.instance_uid == clinic.pictures["L"]
