"""Two records are joined by a named person, differ in nothing that forbids it, and stay two records (hazard HZ-18)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.grading import DAY, a_picture, icdr
from support.stations import Clock, a_store, lakshmi

from resources.problems import Conflict, Invalid, NotFound, Refused
from resources.store import Store, Unit, changes, links, opinions, patients, studies
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Kind, Laterality, Origin
from sync import push

pytestmark = pytest.mark.hazard("HZ-18")


class Camp:
    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.store: Store = a_store(folder, clock=self.clock)
        with self.store.write(Origin.PERSON, "grace") as unit:
            self.a = patients.register(unit, lakshmi())
            self.b = patients.register(unit, lakshmi(given_name="Laxmi", birth_year=1965))
            self.c = patients.register(unit, lakshmi(given_name="Laksmi"))

    def join(self, one: PatientRow, other: PatientRow, **more: tuple[str, ...]) -> links.LinkRow:
        self.clock.forward(1)
        with self.store.write(Origin.PERSON, "Grace Mwangi") as unit:
            return links.join(unit, one.uuid, other.uuid, **more)

    def part(self, link: links.LinkRow) -> links.Added:
        with self.store.write(Origin.PERSON, "Grace Mwangi") as unit:
            return links.part(unit, link.uuid)

    def ask(self, question: Callable[[Unit], object]) -> object:
        with self.store.read() as unit:
            return question(unit)

    def together(self, one: PatientRow) -> list[str]:
        with self.store.read() as unit:
            return [row.details.given_name for row in links.together(unit, one)]


@pytest.fixture
def camp(tmp_path: Path) -> Camp:
    return Camp(tmp_path)


def test_both_records_lead_to_both(camp: Camp) -> None:
    link = camp.join(camp.b, camp.a)

    assert camp.together(camp.a) == ["Lakshmi", "Laxmi"]
    assert camp.together(camp.b) == ["Laxmi", "Lakshmi"]
    assert camp.together(camp.c) == ["Laksmi"]
    assert (link.patient_uuid, link.into_uuid, link.actor) == (camp.b.uuid, camp.a.uuid, "Grace Mwangi")


def test_three_records_of_one_person_are_one(camp: Camp) -> None:
    camp.join(camp.b, camp.a)
    link = camp.join(camp.c, camp.b)
    assert camp.together(camp.c) == ["Laksmi", "Lakshmi", "Laxmi"]
    with pytest.raises(Invalid):
        camp.join(camp.a, camp.c)
    camp.part(link)

    assert camp.together(camp.a) == ["Lakshmi", "Laxmi"]


def test_parted_is_parted_and_may_be_joined_again(camp: Camp) -> None:
    link = camp.join(camp.b, camp.a)
    camp.part(link)
    assert camp.together(camp.a) == ["Lakshmi"]
    with pytest.raises(NotFound):
        camp.part(link)
    camp.join(camp.a, camp.b)

    assert camp.together(camp.a) == ["Lakshmi", "Laxmi"]


@pytest.mark.parametrize(
    ("changes_of", "said"),
    [
        ({"sex": "M"}, ("sex",)),
        ({"birth_year": 1975}, ("birth",)),
        ({"sex": "M", "birth_year": 1975}, ("sex", "birth")),
    ],
)
def test_another_sex_or_age_is_asked_about_first(
    camp: Camp, changes_of: dict[str, object], said: tuple[str, ...]
) -> None:
    with camp.store.write(Origin.PERSON, "grace") as unit:
        other = patients.register(unit, lakshmi(**changes_of))
    assert links.contradictions(camp.a, other) == said
    with pytest.raises(Conflict) as problem:
        camp.join(other, camp.a)
    assert tuple(problem.value.fields) == said
    assert camp.together(camp.a) == ["Lakshmi"]
    camp.join(other, camp.a, despite=said)

    assert len(camp.together(camp.a)) == 2


@pytest.mark.parametrize(
    ("origin", "actor"),
    [
        (Origin.PERSON, "person"),
        (Origin.PERSON, ""),
        (Origin.REST, "token:hq"),
        (Origin.HQ, "Grace"),
        (Origin.CAMERA, "C"),
    ],
)
def test_only_a_named_person_joins_or_parts(camp: Camp, origin: Origin, actor: str) -> None:
    link = camp.join(camp.b, camp.a)
    with pytest.raises(Refused), camp.store.write(origin, actor) as unit:
        links.join(unit, camp.c.uuid, camp.a.uuid)
    with pytest.raises(Refused), camp.store.write(origin, actor) as unit:
        links.part(unit, link.uuid)


def test_what_came_while_they_were_joined_is_counted_for_sorting(camp: Camp) -> None:
    a_picture(camp.store, camp.a, "R", instance=1)
    link = camp.join(camp.b, camp.a)
    uid = a_picture(camp.store, camp.b, "L", instance=1, study=2)
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, camp.b.uuid, DAY, [Said(Laterality.LEFT, icdr("1"), uid)])

    assert camp.part(link) == links.Added(pictures=1, opinions=1)


def test_nothing_is_rewritten_and_the_feed_tells_who_joined(camp: Camp) -> None:
    a_picture(camp.store, camp.b, "R", instance=1)
    before = camp.ask(lambda unit: studies.of_patient(unit, camp.b.uuid))
    link = camp.join(camp.b, camp.a)
    with camp.store.read() as unit:
        after = studies.of_patient(unit, camp.b.uuid)
        (told,) = changes.of(unit, Kind.LINK, link.uuid)
        touched = [row.kind for row in changes.since(unit, told.seq)]

    assert [row.instances for row in after] == [row.instances for row in before]  # type: ignore[attr-defined]
    assert told.actor == "Grace Mwangi"
    assert touched == [Kind.PATIENT, Kind.PATIENT]


@pytest.mark.hazard("HZ-08")
def test_an_urgent_referral_lifts_the_pictures_of_the_other_record_too(camp: Camp) -> None:
    uid = a_picture(camp.store, camp.a, "R", instance=1)
    with camp.store.write(Origin.PERSON, "Anjali Kumari") as unit:
        opinions.sign(unit, camp.a.uuid, DAY, [Said(Laterality.RIGHT, icdr("4"), uid)])
    assert camp.ask(push.urgent) == {camp.a.uuid}
    link = camp.join(camp.b, camp.a)
    assert camp.ask(push.urgent) == {camp.a.uuid, camp.b.uuid}
    camp.part(link)

    assert camp.ask(push.urgent) == {camp.a.uuid}
