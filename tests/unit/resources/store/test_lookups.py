"""The questions of the surfaces, held against a plain look at everybody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.stations import Clock, a_store, lakshmi

from resources.store import lookups, making, patients, workitems
from resources.store.lookups import Page, Span
from resources.terms import Origin, WorkitemState

EVERYBODY = Page()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    clock = Clock()
    store = a_store(tmp_path_factory.mktemp("station"), clock=clock)
    for number in range(6):
        identifiers = ({"system": "urn:a", "value": f"v{number % 3}"}, {"value": f"w{number}"})
        with store.write(Origin.PERSON) as unit:
            row = patients.register(unit, lakshmi(given_name=f"Anna{number}", identifiers=identifiers))
            making.create(unit, row.uuid, started_at=clock.now)
        clock.forward(3600)
    yield store
    store.close()


def names(rows) -> list[str]:
    return [row.details.given_name for row in rows]


moments = st.none() | st.integers(-1, 7).map(lambda hours: Clock().now.replace(hour=9 + hours))


@given(low=moments, high=moments, limit=st.integers(0, 8), offset=st.integers(0, 8))
@settings(max_examples=60, deadline=None)
def test_a_span_and_a_page_choose_as_a_plain_look_would(store, low, high, limit, offset):
    with store.read() as unit:
        everybody = patients.listed(unit)
        found = lookups.people(unit, Page(limit, offset), changed=Span(low, high))
        theirs = lookups.some_studies(unit, Page(limit, offset), started=Span(low, high))
    wanted = [one for one in everybody if (not low or one.changed_at >= low) and (not high or one.changed_at < high)]
    assert found == wanted[offset : offset + limit]
    assert [one.patient.uuid for one in theirs] == [one.uuid for one in found]


def test_an_identifier_is_found_with_and_without_its_system(store):
    with store.read() as unit:
        assert names(lookups.people(unit, EVERYBODY, identifier="v1")) == ["Anna1", "Anna4"]
        assert names(lookups.people(unit, EVERYBODY, identifier="urn:a|v1")) == ["Anna1", "Anna4"]
        assert names(lookups.people(unit, EVERYBODY, identifier="|w4")) == ["Anna4"]
        assert names(lookups.people(unit, EVERYBODY, identifier="urn:b|v1")) == []
        assert names(lookups.people(unit, EVERYBODY, identifier="C7A-00002-8")) == names(
            [row for row in patients.listed(unit) if row.number == "C7A-00002-8"]
        )


def test_a_name_is_found_by_its_words_whatever_their_case(store):
    with store.read() as unit:
        assert names(lookups.people(unit, EVERYBODY, name="DEVI anna3")) == ["Anna3"]
        assert lookups.people(unit, EVERYBODY, name="100%_") == []


def test_who_was_removed_is_not_found(store):
    with store.write(Origin.PERSON) as unit:
        row = patients.register(unit, lakshmi(identifiers=({"value": "gone"},)))
        assert lookups.somebody_with(unit, "gone", None) == row
        patients.forget(unit, row.uuid)
        assert lookups.somebody_with(unit, "gone", None) is None


def test_a_study_is_being_made_while_its_workitem_is_in_progress(store):
    seen = []
    with store.write(Origin.PERSON) as unit:
        item = workitems.schedule(unit, patients.listed(unit)[0].uuid)
        seen.append(lookups.is_being_made(unit, item.study_uid))
        for state in (WorkitemState.IN_PROGRESS, WorkitemState.COMPLETED):
            workitems.move(unit, item.workitem_uid, state)
            seen.append(lookups.is_being_made(unit, item.study_uid))
    assert seen == [False, True, False]
