"""Safe to leave camp: the answer is the ledger's, counted a second way here, receipt by receipt."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from support.grading import DAY, LEFT, RIGHT, a_clinic, icdr
from support.stations import FROM_CAMERA, Clock, a_header, a_store, lakshmi

from resources.store import Store, filing, mending, patients, referrals, studies
from resources.store.vault import Blob
from resources.terms import Laterality, Origin
from sync import ledger, outbox, plan
from sync.leaving import Answer, Lack, Leaving, leaving
from sync.ledger import Evidence, as_published
from sync.status import Level, Share

HQ = "https://hq.example"


def a_picture(store: Store, instance: int, patient_id: str = "") -> str:
    header = a_header(instance=instance, study=instance, patient_id=patient_id)
    with store.write(Origin.CAMERA) as unit:
        return filing.file_instance(unit, header, Blob(f"{instance:064x}", "e" * 64, 100), FROM_CAMERA).instance_uid


def evidence(store: Store, uid: str) -> Evidence:
    with store.read() as unit:
        row = studies.instance(unit, uid)
        published = as_published(plan.expected(row, studies.study(unit, row.study_uid)))
    return Evidence(uid, row.digest or "", row.size or 0, published)


def receipt(store: Store, uid: str, level: Level, headquarters: str = HQ) -> None:
    speaks_of = evidence(store, uid)
    with store.write(Origin.STATION) as unit:
        ledger.record(unit, headquarters, level, speaks_of)


def asked(store: Store, headquarters: str = HQ, **more: object) -> Leaving:
    with store.read() as unit:
        return leaving(unit, headquarters, check_chain=True, **more)  # type: ignore[arg-type]


def is_confirmed(store: Store, uid: str) -> bool:
    """The truth of the ledger for one picture, without its SQL: the newest receipt, and whether it still fits."""
    with store.read() as unit:
        newest = ledger.latest(unit, uid)
    if newest is None or newest.headquarters != HQ:
        return False
    return newest.level >= Level.EQUAL and newest.evidence == evidence(store, uid)


HAPPENINGS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from([*(level.name for level in Level), "elsewhere", "other eye", "other person"]),
    ),
    max_size=10,
)


@pytest.mark.hazard("HZ-05")
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happenings=HAPPENINGS, records=st.sampled_from([None, 0, 2]))
def test_the_answer_is_yes_exactly_when_every_receipt_says_so(
    tmp_path_factory: pytest.TempPathFactory, happenings: list[tuple[int, str]], records: int | None
) -> None:
    store = a_store(tmp_path_factory.mktemp("leave"), clock=Clock(), chains=[outbox.MIGRATIONS])
    with store.write(Origin.PERSON) as unit:
        first, second = patients.register(unit, lakshmi()), patients.register(unit, lakshmi(given_name="Mary"))
    uids = [a_picture(store, n, (first.number, first.number, second.number)[n - 1] or "") for n in (1, 2, 3)]
    uids.append(a_picture(store, 4))
    for which, what in happenings:
        happens(store, uids[which], what, second.uuid)
    said = asked(store, records=records)
    confirmed = sum(is_confirmed(store, uid) for uid in uids)
    assert (said.pictures, said.missing) == (4, 4 - confirmed)
    assert (said.answer is Answer.NO) == (confirmed < 4 or records == 2)
    assert (said.answer is Answer.YES) == (confirmed == 4 and records == 0)
    assert sum(one.missing for one in said.people) + said.nobodys.pictures - said.nobodys.confirmed == 4 - confirmed
    store.close()


def happens(store: Store, uid: str, what: str, other: str) -> None:
    if what == "other eye":
        with store.write(Origin.PERSON) as unit:
            mending.set_laterality(unit, uid, Laterality.LEFT)
    elif what == "other person":
        with store.write(Origin.PERSON) as unit:
            mending.assign(unit, [uid], other)
    elif what == "elsewhere":
        receipt(store, uid, Level.DIGEST, "https://elsewhere.example")
    else:
        receipt(store, uid, Level[what])


def confirmed_camp(store: Store) -> str:
    with store.write(Origin.PERSON) as unit:
        person = patients.register(unit, lakshmi())
    uid = a_picture(store, 1, person.number or "")
    receipt(store, uid, Level.EQUAL)
    return person.uuid


def test_pictures_alone_are_not_everything(store: Store) -> None:
    confirmed_camp(store)
    assert list(asked(store).sentences()) == [
        "Safe to leave camp? The pictures, yes.",
        "Every picture is confirmed. Registrations, grades and referrals are not: take a backup with you.",
    ]
    assert asked(store, records=1).lacks == ((Lack.RECORDS, 1),) and asked(store, records=1).answer is Answer.NO
    assert next(asked(store, records=0).sentences()) == "Safe to leave camp? Yes."


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("headquarters", [HQ, ""])
def test_where_there_is_no_picture_none_is_called_confirmed(store: Store, headquarters: str) -> None:
    with store.write(Origin.PERSON, "grace") as unit:
        patients.register(unit, lakshmi())
    said = asked(store, headquarters)
    assert said.answer is Answer.NOTHING and not [one for one in said.sentences() if "onfirmed" in one]
    assert asked(store, headquarters, records=1).answer is Answer.NO


def test_without_headquarters_nothing_is_confirmed(store: Store) -> None:
    confirmed_camp(store)
    said = asked(store, "")
    assert [lack for lack, _ in said.lacks] == [Lack.NO_HEADQUARTERS, Lack.PICTURES]


@pytest.mark.hazard("HZ-05")
def test_a_file_that_was_kept_aside_stands_in_the_way(store: Store) -> None:
    confirmed_camp(store)
    with store.write(Origin.CAMERA) as unit:
        filing.hold(unit, "quarantine", Blob("d" * 64, "d" * 64, 9), "unreadable", FROM_CAMERA)
    assert asked(store).lacks == ((Lack.HELD, 1),)
    assert "No." in next(asked(store).sentences())


def test_a_ledger_that_was_changed_proves_nothing(store: Store) -> None:
    confirmed_camp(store)
    with store.write(Origin.STATION) as unit:
        unit.execute(text("DROP TRIGGER receipt_no_update"))
        unit.execute(text("UPDATE receipt SET note = 'x' WHERE n = 1"))
    assert asked(store).lacks == ((Lack.LEDGER, 1),)


@pytest.mark.hazard("HZ-04")
def test_an_urgent_person_whom_nobody_told_is_named_first(tmp_path: Path) -> None:
    clinic = a_clinic(tmp_path)
    clinic.store.close()
    store = a_store(tmp_path, clock=clinic.clock, seed=2, chains=[outbox.MIGRATIONS])
    clinic.store = store
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi(given_name="Aaa"))
    for uid in clinic.pictures.values():
        receipt(store, uid, Level.EQUAL)
    clinic.sign(clinic.say(RIGHT, icdr("4")), clinic.say(LEFT, icdr("0")))
    said = asked(store, records=0)
    assert said.lacks == ((Lack.UNTOLD, 1),)
    assert said.people[0].is_untold and said.people[0].number == clinic.person.number
    assert list(said.sentences())[:2] == [
        "Safe to leave camp? No.",
        "1 person with an urgent referral has not been told.",
    ]
    with store.write(Origin.PERSON, "grace") as unit:
        [row] = referrals.urgent_not_told(unit)
        referrals.tell(unit, row.uuid, "in person")
    assert asked(store, records=0).answer is Answer.YES
    assert row.day == DAY
    store.close()


def test_a_share_is_never_more_than_its_pictures(store: Store) -> None:
    confirmed_camp(store)
    [person] = asked(store).people
    assert (person.share, person.missing) == (Share(1, 1, 1), 0)
