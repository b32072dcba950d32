"""Field grades, headquarters' results and second thoughts in any order: only a named person lowers an outcome (HZ-27)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.grading import DAY, RIGHT, icdr

from resources.grading.outcome import Eye, Presence, Reading, decide
from resources.grading.schemes import Outcome
from resources.store.opinions import OpinionRow, Said, standing
from resources.terms import Origin

WELL = Eye(Presence.IMAGED, (Reading(icdr("0")),))
SAYING = st.tuples(
    st.sampled_from([Origin.PERSON, Origin.HQ]), st.sampled_from("01234U"), st.sets(st.integers(0, 11), max_size=3)
)


def rows_of(sayings) -> list[OpinionRow]:
    rows: list[OpinionRow] = []
    for place, (origin, level, replaced) in enumerate(sayings):
        replaces = tuple(str(one) for one in replaced if one < place)
        said = Said(RIGHT, icdr(level, "" if level == "U" else "0"), "1.2.3", replaces=replaces)
        rows.append(OpinionRow(str(place), DAY, said, origin, "A", is_second=False, signed_at=None))
    return rows


def outcome_of(rows: list[OpinionRow]) -> Outcome:
    eye = Eye(Presence.IMAGED, tuple(Reading(row.said.grade) for row in rows))
    return decide(eye, WELL).outcome


@pytest.mark.hazard("HZ-27")
@given(st.lists(SAYING, min_size=1, max_size=12))
def test_the_outcome_is_the_most_urgent_that_no_person_took_back(sayings):
    rows = rows_of(sayings)
    by_a_person = {uuid for row in rows if row.origin is Origin.PERSON for uuid in row.said.replaces}
    left = [row for row in rows if row.uuid not in by_a_person]
    assert standing(rows) == left
    assert outcome_of(standing(rows)) == max(outcome_of([row]) for row in left)


@pytest.mark.hazard("HZ-27")
@given(st.lists(SAYING, min_size=2, max_size=12))
def test_what_headquarters_adds_never_lowers_it(sayings):
    rows = rows_of(sayings)
    for place in range(1, len(rows)):
        if rows[place].origin is Origin.HQ:
            assert outcome_of(standing(rows[: place + 1])) >= outcome_of(standing(rows[:place]))
