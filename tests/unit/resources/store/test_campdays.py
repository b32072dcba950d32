"""A day is closed by somebody with a name; over an urgent person whom nobody told only with a reason (HZ-04)."""

import pytest
from support.grading import DAY, LEFT, RIGHT, a_clinic, icdr

from resources.problems import Conflict, Refused
from resources.store import campdays, changes, referrals
from resources.terms import Kind, Origin

pytestmark = pytest.mark.hazard("HZ-04")
READER = "Anjali Kumari"


@pytest.fixture
def clinic(tmp_path):
    clinic = a_clinic(tmp_path)
    yield clinic
    clinic.store.close()


def close(clinic, why="", by="Omar Haddad", origin=Origin.PERSON):
    with clinic.store.write(origin, by) as unit:
        return campdays.close(unit, DAY, why)


def standing(clinic):
    with clinic.store.read() as unit:
        return campdays.closing(unit, DAY)


def urgent(clinic):
    clinic.sign(clinic.say(RIGHT, icdr("4")), clinic.say(LEFT, icdr("0")), by=READER)


def test_a_day_without_anybody_urgent_is_closed_by_a_name_and_opened_again(clinic):
    assert standing(clinic) is None
    close(clinic)
    found = standing(clinic)
    assert (found.by, found.why, found.untold) == ("Omar Haddad", "", ())
    with pytest.raises(Conflict):
        close(clinic)
    with clinic.store.write(Origin.PERSON, READER) as unit:
        campdays.reopen(unit, DAY)
    assert standing(clinic) is None
    with pytest.raises(Conflict), clinic.store.write(Origin.PERSON, READER) as unit:
        campdays.reopen(unit, DAY)


@pytest.mark.parametrize(
    ("by", "origin"), [("person", Origin.PERSON), ("token:hq", Origin.REST), ("hq", Origin.HQ), ("", Origin.STATION)]
)
def test_nobody_and_no_program_closes_a_day(clinic, by, origin):
    with pytest.raises(Refused):
        close(clinic, "all went home", by, origin)
    assert standing(clinic) is None


def test_over_an_urgent_person_who_was_not_told_it_needs_a_reason_that_stays(clinic):
    urgent(clinic)
    for why in ("", "   "):
        with pytest.raises(Refused):
            close(clinic, why)
    close(clinic, "their phone is off, we call tomorrow")
    assert standing(clinic).untold == (clinic.person.uuid,)
    with clinic.store.read() as unit:
        assert len(referrals.urgent_not_told(unit)) == 1  # closing tells nobody
        (row,) = changes.of(unit, Kind.CAMP_DAY, DAY.isoformat())
    assert (row.actor, row.snapshot["why"]) == ("Omar Haddad", "their phone is off, we call tomorrow")


def test_once_they_were_told_no_reason_is_asked_for(clinic):
    urgent(clinic)
    with clinic.store.write(Origin.PERSON, READER) as unit:
        referrals.tell(unit, referrals.urgent_not_told(unit)[0].uuid, "in person")
    close(clinic)
    assert standing(clinic).untold == ()
