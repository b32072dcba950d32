import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.conflict import Base, Dispute, Rule, likened, merge, settled, shows, stood_before, taken_back

NAMES = {"name": Rule.ASK, "phones": Rule.UNION, "notes": Rule.BOTH, "state": Rule.HQ, "grade": Rule.NEVER}
EXAMPLES = int(os.environ.get("EYECAMP_MERGES", "200"))
words = st.sampled_from(["a", "b", "c", "a\n\nb"])
values = st.none() | words
phones = st.none() | st.lists(words, min_size=1, max_size=3, unique=True)


def rule(name: str) -> Rule:
    return NAMES[name]


def said(names: tuple[str, ...] = tuple(NAMES)) -> st.SearchStrategy[dict[str, Any]]:
    drawn = st.fixed_dictionaries({name: phones if name == "phones" else values for name in names})
    return drawn.map(lambda fields: {name: value for name, value in fields.items() if value is not None})


def agreed(fields: dict[str, Any]) -> Base:
    return Base(fields, fields)


def test_what_only_one_side_changed_is_taken_over() -> None:
    base = agreed({"name": "Devi", "phones": ["1"]})
    verdict = merge(base, {"name": "Devi Lakshmi", "phones": ["1"]}, {"name": "Devi", "phones": ["2"]}, rule)
    assert verdict.there == verdict.here == {"name": "Devi Lakshmi", "phones": ["2"]}
    assert not verdict.disputes


def test_two_names_wait_for_a_person_and_everything_else_goes_on() -> None:
    base = agreed({"name": "Devi", "phones": ["1"]})
    verdict = merge(base, {"name": "Devi L", "phones": ["1", "2"]}, {"name": "Devy", "phones": ["1"]}, rule)
    assert verdict.disputes == (Dispute("name", "Devi", "Devi L", "Devy"),)
    assert verdict.there == {"name": "Devy", "phones": ["1", "2"]}
    assert verdict.here == {"name": "Devi L", "phones": ["1", "2"]}


def test_a_signed_opinion_is_never_overwritten() -> None:
    verdict = merge(Base(), {"grade": "R2"}, {"grade": "R0"}, rule)
    assert verdict.there == {"grade": "R0"}
    assert [one.name for one in verdict.disputes] == ["grade"]


def test_a_grade_that_headquarters_lost_goes_there_again() -> None:
    assert merge(agreed({"grade": "R2"}), {"grade": "R2"}, {}, rule).there == {"grade": "R2"}


def test_headquarters_leads_the_state_of_work_and_ours_stays_here() -> None:
    verdict = merge(agreed({"state": "active"}), {"state": "cancelled"}, {"state": "completed"}, rule)
    assert (verdict.there, verdict.here, verdict.disputes) == ({"state": "completed"}, {"state": "cancelled"}, ())


def test_an_item_that_is_taken_away_goes_however_the_other_side_dresses_it() -> None:
    def telephone(value: str, **more: str) -> dict[str, str]:
        return {"system": "phone", "value": value, **more}

    base = Base({"phones": [telephone("1", use="mobile")]}, {"phones": [telephone("1", use="home")]})
    verdict = merge(base, {"phones": [telephone("1", use="mobile")]}, {"phones": [telephone("2", use="home")]}, rule)
    assert verdict.there == verdict.here == {"phones": [telephone("2", use="home")]}
    verdict = merge(base, {"phones": [telephone("3", use="mobile")]}, {"phones": [telephone("1", use="home")]}, rule)
    assert verdict.there == verdict.here == {"phones": [telephone("3", use="mobile")]}


def test_a_phone_that_one_side_took_away_does_not_come_back() -> None:
    verdict = merge(agreed({"phones": ["1", "2"]}), {"phones": ["1"]}, {"phones": ["1", "2", "3"]}, rule)
    assert verdict.there == verdict.here == {"phones": ["1", "3"]}


def test_notes_of_both_sides_are_kept_once() -> None:
    verdict = merge(agreed({"notes": "x"}), {"notes": "x\n\nhere"}, {"notes": "x\n\nthere"}, rule)
    assert verdict.there == verdict.here == {"notes": "x\n\nhere\n\nthere"}


@pytest.mark.hazard("HZ-27")
def test_a_note_is_not_lost_in_a_word_of_the_other() -> None:
    verdict = merge(Base(), {"notes": "pain"}, {"notes": "no pain"}, rule)
    assert verdict.there == verdict.here == {"notes": "no pain\n\npain"}


@pytest.mark.parametrize(("choice", "there"), [("mine", "Devi L"), ("both", "Devy")], ids=["mine", "both"])
@pytest.mark.parametrize("before", [None, "Devi", "Devi L"])
def test_what_a_person_chose_is_what_comes_of_it(choice: str, there: str, before: str | None) -> None:
    dispute = Dispute("name", before, "Devi L", "Devy")
    base = settled(agreed({"name": before} if before else {}), dispute, choice)
    verdict = merge(base, {"name": "Devi L"}, {"name": "Devy"}, rule)
    assert verdict.there == {"name": there}
    assert verdict.here == {"name": "Devi L"}
    assert not verdict.disputes


def test_after_a_choice_a_further_edit_at_headquarters_is_asked_about_again() -> None:
    base = settled(Base(), Dispute("name", None, "Devi L", "Devy"), "mine")
    assert merge(base, {"name": "Devi L"}, {"name": "Dewi"}, rule).disputes


# --- whatever is said -------------------------------------------------------------------------------------------------


@given(said(), said(), said())
@settings(max_examples=EXAMPLES)
@pytest.mark.hazard("HZ-05")
def test_nothing_that_anybody_wrote_is_lost(
    before: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    verdict = merge(agreed(before), mine, theirs, rule)
    asked = {one.name: (one.mine, one.theirs) for one in verdict.disputes}
    for name in {*mine, *theirs}:
        kept = [verdict.there.get(name), verdict.here.get(name), *asked.get(name, ())]
        for side in (mine, theirs):
            if (value := side.get(name)) != before.get(name) and value is not None:
                assert _is_in(name, value, kept, before.get(name)), (name, value, kept)


def _is_in(name: str, value: Any, kept: list[Any], before: Any) -> bool:
    if name == "phones":
        fresh = [one for one in value if one not in (before or [])]
        return any(set(fresh) <= set(one or []) for one in kept)
    if name == "notes":
        return any(set(value.split("\n\n")) <= set((one or "").split("\n\n")) for one in kept)
    return value in kept


@given(said(("name", "phones", "notes")), said(("name", "phones", "notes")), said(("name", "phones", "notes")))
@settings(max_examples=EXAMPLES)
def test_it_does_not_matter_who_merges(before: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    one = merge(agreed(before), mine, theirs, rule)
    other = merge(agreed(before), theirs, mine, rule)
    open_ones = {dispute.name for dispute in one.disputes}
    assert open_ones == {dispute.name for dispute in other.disputes}
    for name in NAMES.keys() - open_ones:
        assert _same(one.there.get(name), other.there.get(name))
        assert _same(one.there.get(name), one.here.get(name))


def _same(one: Any, other: Any) -> bool:
    return set(one or []) == set(other or []) if isinstance(one or other, list) else one == other


@given(said(), said(), said())
@settings(max_examples=EXAMPLES)
def test_merging_again_changes_nothing(before: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    first = merge(agreed(before), mine, theirs, rule)
    again = merge(Base(first.here, first.there), first.here, first.there, rule)
    assert (again.there, again.here) == (first.there, first.here)
    assert not {dispute.name for dispute in again.disputes}


def test_what_a_server_adds_is_no_edit() -> None:
    mine = {"family": "Devi", "given": ["Lakshmi"]}
    theirs = {"family": "Devi", "given": ["Lakshmi"], "use": "official", "period": {"start": "2026"}}
    assert likened(theirs, [mine], Rule.ASK) == mine
    assert likened([theirs, {"family": "Other"}], [[mine]], Rule.ASK) == [mine]
    assert likened([theirs, {"family": "Other"}], [[mine]], Rule.UNION) == [mine, {"family": "Other"}]


def test_what_a_server_drops_or_changes_shows() -> None:
    mine = {"name": [{"family": "Devi"}], "active": True}
    assert shows({"name": [{"family": "Devi", "use": "usual"}], "active": True, "id": "1"}, mine)
    assert not shows({"name": [{"family": "Devi"}]}, mine)
    assert not shows({"name": [{"family": "Devy"}], "active": True}, mine)


def test_what_somebody_decided_about_a_grade_is_followed_and_not_asked_again() -> None:
    base = settled(agreed({"grade": "2"}), Dispute("grade", "2", "2", "0"), "mine")
    verdict = merge(base, {"grade": "2"}, {"grade": "0"}, rule)
    assert (verdict.there, verdict.disputes) == ({"grade": "2"}, ())
    (again,) = merge(base, {"grade": "2"}, {"grade": "1"}, rule).disputes
    assert again == Dispute("grade", None, "2", "1")


def test_a_record_follows_its_person_and_is_asked_about_when_it_was_given_to_another() -> None:
    before = agreed({"subject": "Patient/3"})
    follows = merge(before, {"subject": "Patient/27"}, {"subject": "Patient/3"}, lambda _: Rule.PERSON)
    assert (follows.there, follows.disputes) == ({"subject": "Patient/27"}, ())
    moved = merge(before, {"subject": "Patient/3"}, {"subject": "Patient/9"}, lambda _: Rule.PERSON)
    assert moved.there == {"subject": "Patient/9"}
    assert [one.name for one in moved.disputes] == ["subject"]


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize(("name", "old", "now"), [("name", "a", "b"), ("notes", "a", "b"), ("phones", ["a"], ["b"])])
def test_what_a_backup_brought_back_is_nobodys_edit(name: str, old: Any, now: Any) -> None:
    base = taken_back(agreed({name: now}), {name: now}, {name: old}, {name: rule(name)}, lambda _: False)
    verdict = merge(base, {name: now}, {name: old}, rule)
    assert (verdict.there, verdict.here, verdict.disputes) == ({name: now}, {name: now}, ())


def test_a_backup_changes_nothing_where_each_side_keeps_its_own() -> None:
    apart = Base({"name": "Devi"}, {"name": "Devy"})
    base = taken_back(apart, {"name": "Devi"}, {"name": "Dewi"}, {"name": Rule.ASK}, lambda _: True)
    verdict = merge(base, {"name": "Devi"}, {"name": "Dewi"}, rule)
    assert (verdict.there, verdict.here, verdict.disputes) == ({"name": "Dewi"}, {"name": "Devi"}, ())


def test_what_stood_there_before_is_asked_about() -> None:
    base = stood_before(agreed({"name": "Salem"}), {"name"})
    assert merge(base, {"name": "Salem"}, {"name": "Melur"}, rule).disputes == (
        Dispute("name", None, "Salem", "Melur"),
    )
