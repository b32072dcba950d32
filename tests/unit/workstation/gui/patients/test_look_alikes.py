"""The same person under another spelling is offered with reasons; other people are not."""

from datetime import UTC, datetime

import pytest

from resources.store.rows import PatientDetails, PatientRow
from workstation.gui.patients.crowd import Crowd, known
from workstation.gui.patients.look_alikes import look_alikes
from workstation.gui.style.status import Status

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def somebody(pk: int, given: str, family: str, **more: object) -> PatientRow:
    details = PatientDetails(given_name=given, family_name=family)._replace(**more)
    return PatientRow(pk, f"uuid-{pk}", str(pk), f"C7A-{pk:05}-0", details, 1, NOW, NOW)


LAKSHMI = somebody(1, "Lakshmi", "Devi", sex="F", birth_year=1964, village="Melur North", phone="90000 41188")
OTHERS = [
    somebody(2, "Ramesh", "Kumar", sex="M", birth_year=1968, village="Melur North"),
    somebody(3, "Devika", "Laxmanan", sex="F", birth_year=1965, village="Melur North"),
    somebody(4, "Joseph", "Fernandes", sex="M", birth_year=1958),
]
HERE = Crowd(known(one) for one in (LAKSHMI, *OTHERS))


def typed(**details: object) -> PatientDetails:
    return PatientDetails()._replace(**details)


def test_another_spelling_of_the_name_is_offered_with_its_reasons() -> None:
    new = typed(given_name="Laxmi", family_name="Devi", birth_year=1965, village="melur north", phone="90000 41207")

    found = look_alikes(new, HERE, 2026)

    assert [one.patient.uuid for one in found] == ["uuid-1"]
    said = {reason.key: reason.status for reason in found[0].reasons}
    assert said == {
        "alike.sounds-same": Status.OK,
        "alike.same-village": Status.OK,
        "alike.ages": Status.OK,
        "alike.other-phone": Status.WARN,
    }


def test_the_given_name_alone_is_enough_to_look() -> None:
    assert [one.patient.uuid for one in look_alikes(typed(given_name="Lakshmi"), HERE, 2026)] == ["uuid-1"]


def test_the_names_may_stand_in_either_order() -> None:
    found = look_alikes(typed(given_name="Devi", family_name="Lakshmi"), HERE, 2026)

    assert found[0].reasons[0].key == "alike.same-name"


def test_a_phone_that_is_the_same_finds_a_person_of_another_name() -> None:
    found = look_alikes(typed(given_name="Kamala", phone="+91 90000 41188"), HERE, 2026)

    assert [one.patient.uuid for one in found] == ["uuid-1"]
    assert found[0].reasons[0].status is Status.WARN


@pytest.mark.parametrize(
    "new",
    [
        typed(given_name="La"),
        typed(given_name="Kamala", family_name="Bai"),
        typed(given_name="Laxmi", family_name="Devi", sex="M", birth_year=1999, village="Alagar"),
    ],
    ids=["two letters", "another name", "another sex, age and village"],
)
def test_other_people_are_not_offered(new: PatientDetails) -> None:
    assert look_alikes(new, HERE, 2026) == ()


def test_three_at_most_the_likeliest_first() -> None:
    twins = [known(somebody(10 + pk, "Laxmi", "Devi")) for pk in range(5)]

    found = look_alikes(
        typed(given_name="Lakshmi", family_name="Devi", birth_year=1964), Crowd([*twins, *HERE.people]), 2026
    )

    assert len(found) == 3
    assert found[0].patient.uuid == "uuid-1"
