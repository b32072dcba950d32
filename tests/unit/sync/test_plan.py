from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from support.stations import a_header, lakshmi

from resources.problems import (
    Conflict,
    Invalid,
    NotFound,
    Offline,
    Portal,
    Problem,
    Refused,
    StorageFull,
    TooLarge,
    Unauthorized,
    Unavailable,
)
from resources.store import copies
from resources.store.rows import InstanceRow, PatientRow, StudyRow
from resources.terms import Laterality, Origin
from sync import plan
from sync.answers import StowAnswer
from sync.plan import Finding, Host
from sync.status import Level, Standing, State

NOW = datetime(2026, 11, 18, 7, 52, tzinfo=UTC)
LAKSHMI = PatientRow(1, "uuid-1", "10001", "C7A-00042-6", lakshmi(), 1, NOW, NOW)


def an_instance(**changes: object) -> InstanceRow:
    header = a_header()
    row = InstanceRow(
        pk=1, uuid="i", instance_uid=header.instance_uid, series_uid=header.series_uid, study_uid=header.study_uid,
        source_series_uid=header.series_uid, source_study_uid=header.study_uid, patient_uuid="uuid-1",
        sop_class_uid=header.sop_class_uid, transfer_syntax_uid="", modality="OP", number=1, title="", type="",
        laterality=Laterality.RIGHT, laterality_stated=Laterality.RIGHT, laterality_by="camera", field=None, rows=32,
        columns=48, frames=None, bits_allocated=8, photometric="", has_pixels=True, acquired="", digest="d",
        data_set_digest="e", size=10, origin=Origin.CAMERA, calling_ae_title="CAM1", received_at=NOW, hidden="", version=1,
    )  # fmt: skip
    return replace(row, **changes)  # type: ignore[arg-type]


def a_study(**changes: object) -> StudyRow:
    row = StudyRow(
        pk=1, uuid="s", public_id="10001", study_uid="1.2.3.1", source_study_uid="1.2.3.1", patient=LAKSHMI,
        identity={"patient_id": " said "}, unmatched=None, flags=(), started_at=None, study_date="", study_time="",
        study_id="", accession_number="", description="", referrer="", version=1, created_at=NOW, changed_at=NOW, series=(),
    )  # fmt: skip
    return replace(row, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("instance", "study", "conflicts", "unmatched", "why"),
    [
        ({}, {}, (), "hold", ""),
        ({"digest": None}, {}, (), "hold", "not come yet"),
        ({}, {}, ("1.2.3.1.1.1",), "hold", "Two versions"),
        ({}, {"flags": ("two-people-one-study",)}, (), "hold", "two people"),
        ({}, {"flags": ("two-people-one-study",)}, (), "send", "two people"),
        ({}, {"patient": None}, (), "hold", "Nobody has said"),
        ({}, {"patient": None}, (), "send", ""),
        ({"hidden": "blurred"}, {}, (), "hold", ""),
    ],
)
def test_what_may_be_somebody_elses_stays_with_a_reason(
    instance: dict[str, object], study: dict[str, object], conflicts: tuple[str, ...], unmatched: str, why: str
) -> None:
    said = plan.obstacle(an_instance(**instance), a_study(**study), conflicts, unmatched)
    assert why in said
    assert bool(said) is bool(why)


def test_bytes_that_say_what_we_publish_travel_as_they_came() -> None:
    assert copies.corrections(a_header(patient_id="C7A-00042-6"), an_instance(), a_study(), "C7") is None


@pytest.mark.parametrize(
    ("instance", "study", "changed"),
    [
        ({}, {"study_uid": "2.25.9"}, {"study_uid": "2.25.9"}),
        ({"series_uid": "2.25.8"}, {}, {"series_uid": "2.25.8"}),
        ({"laterality": Laterality.LEFT}, {}, {"image_laterality": "L"}),
        ({"laterality": None}, {}, {"image_laterality": ""}),
    ],
)
def test_only_what_differs_is_corrected(
    instance: dict[str, object], study: dict[str, object], changed: dict[str, str]
) -> None:
    found = copies.corrections(a_header(patient_id="C7A-00042-6"), an_instance(**instance), a_study(**study), "C7")
    assert found is not None
    names = ("patient_id", "issuer", "name", "birth_date", "sex", "study_uid", "series_uid", "image_laterality")
    assert {name: value for name in names if (value := getattr(found, name)) is not None} == changed


def test_a_picture_under_another_number_gets_the_persons_own_identity() -> None:
    found = copies.corrections(a_header(patient_id="1", name="CAMERA TEST", sex="M"), an_instance(), a_study(), "C7")
    assert found is not None
    assert (found.patient_id, found.issuer, found.name, found.birth_date, found.sex) == (
        "C7A-00042-6", "C7", "Devi^Lakshmi", "", "F",
    )  # fmt: skip


def test_a_picture_of_nobody_keeps_the_identity_it_came_with() -> None:
    nobodys = a_study(patient=None)
    assert copies.corrections(a_header(patient_id="said"), an_instance(), nobodys, "C7") is None
    assert copies.published_patient_id(nobodys) == "said"


def test_a_person_without_a_number_travels_under_their_uuid() -> None:
    assert copies.published_patient_id(a_study(patient=replace(LAKSHMI, number=None))) == "uuid-1"


@pytest.mark.parametrize(
    ("answer", "attempts", "state", "wait"),
    [
        (StowAnswer(listed=frozenset("1")), 1, State.ACCEPTED, ""),
        (StowAnswer(failed={"1": 0xA700}), 1, State.PROBING, "backoff"),
        (StowAnswer(failed={"1": 0x0111}), 1, State.PROBING, "backoff"),
        (StowAnswer(failed={"1": 0x0122}), 1, State.ATTENTION, "look"),
        (StowAnswer(failed={"1": 0xC000}), 1, State.ATTENTION, "look"),
        (StowAnswer(missing=frozenset("1")), 1, State.PROBING, "backoff"),
        (StowAnswer(missing=frozenset("1")), 2, State.PROBING, "backoff"),
        (StowAnswer(missing=frozenset("1")), 3, State.ATTENTION, "look"),
        (StowAnswer(), 1, State.PROBING, "backoff"),
    ],
)
def test_whatever_is_not_listed_is_asked_for_before_it_is_sent_again(
    answer: StowAnswer, attempts: int, state: State, wait: str
) -> None:
    move = plan.after_stow(answer, "1", attempts)
    assert (move.state, move.wait) == (state, wait)
    assert bool(move.sentence) is (state is not State.ACCEPTED)


@pytest.mark.parametrize(
    ("state", "found", "attempts", "then"),
    [
        (State.PROBING, Finding(None), 1, State.QUEUED),
        (State.ATTENTION, Finding(None), 1, State.QUEUED),
        (State.ACCEPTED, Finding(None), 1, State.PROBING),
        (State.ACCEPTED, Finding(None), 6, State.ATTENTION),
        (State.PROBING, Finding(Level.EQUAL), 1, State.VERIFIED),
        (State.ACCEPTED, Finding(Level.EQUAL), 1, State.VERIFIED),
        (State.ATTENTION, Finding(Level.EQUAL), 1, State.VERIFIED),
        (State.ACCEPTED, Finding(Level.PRESENT), 1, State.ACCEPTED),
        (State.PROBING, Finding(Level.PRESENT), 1, State.ACCEPTED),
        (State.PROBING, Finding(Level.PRESENT, ("laterality",)), 1, State.ATTENTION),
    ],
)
def test_a_look_at_headquarters_decides_what_comes_next(
    state: State, found: Finding, attempts: int, then: State
) -> None:
    assert plan.after_asking(state, found, attempts).state is then


def test_a_difference_is_named_in_words() -> None:
    move = plan.after_asking(State.ACCEPTED, Finding(Level.PRESENT, ("patient_id", "laterality")), 1)
    assert move.sentence == "Headquarters has this picture, but the patient number and the eye differ."


def test_waits_are_a_backoff_a_look_or_nothing() -> None:
    rng = Random(1)
    assert plan.Move(State.QUEUED).next_at(3, NOW, rng) is None
    assert plan.Move(State.ATTENTION, wait="look").next_at(3, NOW, rng) == NOW + timedelta(hours=1)
    backoff = plan.Move(State.PROBING, wait="backoff").next_at(3, NOW, rng)
    assert backoff is not None
    assert NOW <= backoff <= NOW + timedelta(seconds=16)


@pytest.mark.parametrize(
    ("problem", "standing", "ends_the_pass"),
    [
        (Offline("x."), Standing.OFFLINE, True),
        (Unavailable("x."), Standing.OFFLINE, True),
        (Portal("x."), Standing.PORTAL, True),
        (Unauthorized("x."), Standing.ATTENTION, True),
        (NotFound("x."), Standing.ATTENTION, True),
        (StorageFull("x."), Standing.ATTENTION, True),
        (Refused("x."), Standing.ATTENTION, False),
        (TooLarge("x."), Standing.ATTENTION, False),
        (Invalid("x."), Standing.ATTENTION, False),
        (Conflict("x."), Standing.ATTENTION, False),
    ],
)
def test_each_problem_is_a_state_and_only_some_concern_everybody(
    problem: Problem, standing: Standing, ends_the_pass: bool
) -> None:
    assert plan.standing_of(problem) is standing
    assert plan.concerns_host(problem) is ends_the_pass


def test_a_person_may_shorten_our_patience_but_not_what_headquarters_asked_for() -> None:
    ours = plan.host_after(Host(failures=8), Offline("No way."), NOW, Random(3))
    theirs = plan.host_after(Host(), Unavailable("Busy.", retry_after=600), NOW, Random(3))
    assert ours.failures == 9
    assert not ours.may_try(NOW, pressed=False)
    assert ours.may_try(NOW, pressed=True)
    assert not theirs.may_try(NOW + timedelta(seconds=599), pressed=True)
    assert theirs.may_try(NOW + timedelta(seconds=602), pressed=False)


def test_a_pause_that_a_wrong_clock_wrote_down_binds_nobody() -> None:
    in_ten_years = plan.host_after(Host(), Unavailable("Busy.", retry_after=600), NOW + timedelta(days=3650), Random(3))
    assert in_ten_years.may_try(NOW, pressed=False)


@pytest.mark.parametrize(
    ("own", "paused", "expected"),
    [(5, 20, 20), (20, 5, 20), (None, 20, 20), (20, None, 20), (None, None, 0), (-5, -9, 0), (5, 60 * 24 * 365, 5)],
)
def test_what_waits_is_tried_when_its_own_time_and_the_pause_of_headquarters_are_over(
    own: int | None, paused: int | None, expected: int
) -> None:
    at, until = (None if one is None else NOW + timedelta(minutes=one) for one in (own, paused))
    assert Host(hold_until=until).tries_at(at, NOW) == NOW + timedelta(minutes=expected)


def test_the_state_of_the_host_survives_being_written_down() -> None:
    host = plan.host_after(Host(failures=2), Unavailable("Busy.", retry_after=600), NOW, Random(3))
    assert plan.host_of(dict(host.as_facts())) == host
    assert plan.host_of({}) == Host()
    assert plan.host_of({"failures": "many", "standing": "odd"}) == Host()
