"""Bringing earlier visits of a registered person from headquarters. Stores like everybody else: bytes first, then one unit.

A person is asked for by the number we gave them, and by the one that headquarters itself gave them, where it is known for certain
(``knownas``). A visit is taken only where nothing contradicts the person: sex, birth year, name, issuer. The rest is left at
headquarters and reported. What came from headquarters never travels back to it.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from resources.problems import Damaged, Invalid, NotFound, Problem
from resources.store import Store, Unit, filing, matching, patients, station, studies
from resources.store.copies import patient_id
from resources.store.rows import Arrival, PatientRow
from resources.store.vault import Blob
from resources.terms import Origin
from resources.wire.header import Header
from sync import knownas, ledger, outbox
from sync.answers import Place, StudyAtHq, attributes_of
from sync.headquarters import Headquarters
from sync.status import Level, State

log = logging.getLogger(__name__)
ARRIVAL = Arrival(Origin.HQ)
PULLED = "pulled."
NOT_GIVEN = "Headquarters does not give this picture back."
AGAIN_AFTER = 12 * 3600.0
"""Seconds after which a person is asked for again."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one look for a person brought. ``left`` counts visits that contradict the person."""

    stored: int = 0
    left: int = 0


def ask_again(unit: Unit, person: PatientRow) -> None:
    """Somebody needs this person's pictures: the next pass asks for them as if it never had."""
    outbox.forget_facts(unit, PULLED + person.uuid)


def waiting(store: Store, limit: int) -> list[PatientRow]:
    """Whom to ask for, the newest first: people who were not asked for, or not since a while."""
    with store.read() as unit:
        everybody = patients.listed(unit, limit=100_000)
        asked = outbox.facts(unit, PULLED)
        now = unit.now
    due = [person for person in everybody if person.details.active and _is_due(asked.get(person.uuid), now)]
    return due[::-1][:limit]


def pull(store: Store, hq: Headquarters, name: str, person: PatientRow, stopped: Callable[[], bool]) -> Pulled:
    """Fetch what this laptop does not have of a person's visits. Raises the Problem that ended it; what came stays."""
    stored = left = 0
    for study, is_taken in visits(store, hq, person):
        left += not is_taken
        for at in hq.instances(study.study_uid) if is_taken else ():
            if stopped():
                return Pulled(stored, left)
            stored += bring(store, hq, name, at, person)
    with store.write(Origin.STATION, actor="sync") as unit:
        outbox.remember(unit, PULLED + person.uuid, unit.now.isoformat())
    return Pulled(stored, left)


def visits(store: Store, hq: Headquarters, person: PatientRow) -> Iterator[tuple[StudyAtHq, bool]]:
    """What headquarters has under either number of a person, and whether it is to be taken for theirs."""
    with store.read() as unit:
        issuer, other = station.camp(unit).prefix, knownas.other(unit, person)
    for study in hq.find_studies(patient_id(person)):
        yield study, is_theirs(study, person, issuer)
    for study in hq.find_studies(other) if other else ():
        yield study, knownas.fits(study.identity, person)


def later(store: Store, person: PatientRow) -> None:
    """This person's visits could not be brought: ask again in an hour, and go on with the others."""
    with store.write(Origin.STATION, actor="sync") as unit:
        asked = unit.now - timedelta(seconds=AGAIN_AFTER - 3600)
        outbox.remember(unit, PULLED + person.uuid, asked.isoformat())


def is_theirs(study: StudyAtHq, person: PatientRow, issuer: str) -> bool:
    """Whether nothing contradicts that a visit at headquarters is this person's."""
    other_issuer = bool(study.identity.issuer and issuer and study.identity.issuer != issuer)
    return not other_issuer and matching.contradiction(study.identity, person) is None


def bring(store: Store, hq: Headquarters, name: str, at: Place, person: PatientRow) -> int:
    """One instance, unless it is known here; how many were stored."""
    if is_known(store, at.instance_uid):
        return 0
    kept: list[Blob] = []
    try:
        hq.fetch(at, lambda chunks: kept.append(keep(store, chunks)))
    except (Invalid, NotFound) as problem:  # one that headquarters cannot give must not keep the others away
        log.info("pull: %s could not be fetched: %s", at.instance_uid, type(problem).__name__)
    return sum(file(store, name, at, blob, person) for blob in kept)


def is_known(store: Store, instance_uid: str) -> bool:
    """Whether it is here, kept aside, or was removed here on purpose."""
    with store.read() as unit:
        if any(held.instance_uid == instance_uid for held in filing.held(unit)):
            return True
        try:
            return not studies.instance(unit, instance_uid).is_waiting
        except NotFound as absent:
            return type(absent) is not NotFound  # Gone: removed here on purpose, so it does not come back


def keep(store: Store, chunks: Iterator[bytes]) -> Blob:
    """Bytes to the vault as they come; a message that is cut leaves nothing."""
    part = store.vault.receive()
    try:
        for chunk in chunks:
            part.write(chunk)
        return part.keep()
    except BaseException:
        part.discard()
        raise


def file(store: Store, name: str, at: Place, blob: Blob, person: PatientRow) -> int:
    """One instance under the person, with its receipt, in one unit. What cannot be read is kept aside, visible."""
    try:
        header, whole = filing.read_back(store.vault, blob)
    except (Damaged, Invalid) as problem:
        _hold(store, at, blob, problem)
        return 0
    with store.write(Origin.HQ, actor="headquarters") as unit:
        if person.number and not _is_named_otherwise(unit, header, person):
            filed = filing.file_instance(unit, header, whole, ARRIVAL)
        else:
            filed = filing.file_for(unit, person.uuid, header, whole, ARRIVAL)
        if filed.outcome == "stored":
            _receipt(unit, name, header)
    return int(filed.outcome == "stored")


def _is_named_otherwise(unit: Unit, header: Header, person: PatientRow) -> bool:
    """Whether the bytes name headquarters' own number of this very person, and nothing in them contradicts (HZ-20). The store
    cannot know that number: it is headquarters, which holds the person's record for us, that names them by it."""
    number = knownas.other(unit, person)
    return bool(number) and header.identity.patient_id.strip() == number and knownas.fits(header.identity, person)


def _receipt(unit: Unit, name: str, header: Header) -> None:
    """Headquarters has what it just gave; it counts where we publish the very same."""
    meant = knownas.expected(unit, header.instance_uid)
    if meant is None:
        return
    expected, evidence = meant
    same = not expected.differences(attributes_of(header, header.identity.patient_id.strip()))
    ledger.record(unit, name, Level.EQUAL if same else Level.PRESENT, evidence, "pulled")
    if not same:
        outbox.add(unit, studies.instance(unit, header.instance_uid), State.ACCEPTED)


def _hold(store: Store, at: Place, blob: Blob, problem: Problem) -> None:
    with store.write(Origin.HQ, actor="headquarters") as unit:
        filing.hold(unit, "quarantine", blob, problem.sentence, ARRIVAL, instance_uid=at.instance_uid)


def _is_due(asked: str | None, now: datetime) -> bool:
    return asked is None or abs((now - datetime.fromisoformat(asked)).total_seconds()) > AGAIN_AFTER
