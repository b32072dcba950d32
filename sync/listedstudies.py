"""Studies that headquarters lists over FHIR: read, remembered, fetched by WADO-RS where their person is registered here.

The list is read as ``waterline`` says; what it said of each study is kept, so that somebody who is registered tomorrow gets the
visits that were listed today. What is fetched is filed by the store's own rule. Refuses to take a preview for a picture, to
send a token to a server that is not headquarters, and to let a list that cannot be read hold up anything else.
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from resources.problems import Invalid, NotFound, Problem, StorageFull, Unauthorized, Unavailable, Unsupported
from resources.store import Store, Unit, patients
from resources.store.copies import patient_id
from resources.store.rows import PatientRow
from resources.terms import Origin
from resources.wire.part10 import header_of
from sync import glimpses, knownas, outbox, pull
from sync.answers import Place
from sync.fhirpages import FhirPages
from sync.headquarters import HttpHeadquarters, name_of, status_problem
from sync.imaginglist import ListedStudy, root_of, studies_of, wado_place
from sync.lookout import HELD_OFF, Lookout
from sync.retry import due, next_try
from sync.waterline import Listed

log = logging.getLogger(__name__)
COUNT = 200
STUDY = "listed."
ARCHIVE = "archive."
STUDIES_AT_ONCE = 50
INCLUDES = ("ImagingStudy:endpoint", "ImagingStudy:patient")


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the list is, and how an archive at an address that it names is spoken to."""

    name: str
    connect: Callable[[], HttpHeadquarters]
    archive: Callable[[str], HttpHeadquarters]


@dataclass(frozen=True, slots=True)
class Brought:
    """What one look at the list did. ``problem`` is the sentence that ended it early."""

    listed: int = 0
    stored: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One study of the list, and whether what was listed is here. ``tries`` counts failures in a row."""

    version: str
    study_uid: str
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    is_here: bool = False
    tries: int = 0
    next_at: str = ""

    @classmethod
    def of(cls, one: ListedStudy) -> "Remembered":
        """As it was listed."""
        return cls(one.version, one.study_uid, one.people, one.places, one.unread)

    @classmethod
    def read(cls, text: str) -> "Remembered":
        """As it was written down."""
        said: dict[str, Any] = json.loads(text)
        known: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in said.items()
        }
        return cls(**known)


Ours = tuple[str, Remembered, PatientRow]
"""Under which key it is remembered, what was listed, and whose it is."""


# --- a look -----------------------------------------------------------------------------------------------------------


class ListedStudies:
    """Keeps in step with the list of one server."""

    def __init__(self, store: Store, listing: Listing, rng: Random, *, slow_line: bool = False) -> None:
        self._store, self._listing, self._rng = store, listing, rng
        self._slow_line = slow_line
        self._lookout = Lookout(store, "list", rng)
        self._lines: tuple[HttpHeadquarters, ...] = ()

    def hang_up(self) -> None:
        """Let go of every line. May be called from another thread: who waits for an answer then meets a broken line."""
        lines, self._lines = self._lines, ()
        for line in lines:
            line.close()

    def attempt(self, name: str, stopped: Callable[[], bool], *, broad: bool = False) -> Brought:
        """Read what is new, then fetch what is ours. ``name`` is what the ledger calls headquarters.

        Raises what concerns headquarters' own archive, or this laptop's disk, as a whole.
        """
        if not broad and not self._lookout.is_time():
            return Brought()
        line = self._listing.connect()
        self._lines = (line,)
        done = Brought()
        if stopped():
            self.hang_up()
            return done
        try:
            pages = FhirPages(line, "ImagingStudy", studies_of, count=COUNT, includes=INCLUDES)
            try:
                done = replace(done, listed=self._read(pages, broad=broad))
                self._lookout.hold_off(None)
            except Problem as problem:
                log.info("list of headquarters: %s", type(problem).__name__)
                if not stopped():  # else it was we who hung up
                    self._lookout.hold_off(problem)
                return replace(done, problem=problem.sentence)
            return replace(done, stored=self._bring(pages, name, stopped))
        finally:
            self.hang_up()

    def begin_anew(self, unit: Unit) -> None:
        """On another network nobody waits out the last failure, of the list or of an archive that it names."""
        self._lookout.begin_anew(unit)
        for name in outbox.facts(unit, ARCHIVE):
            Lookout(self._store, ARCHIVE + name.removesuffix(HELD_OFF), self._rng).begin_anew(unit)

    def problem(self, unit: Unit) -> str:
        """Why the list could not be read at the last look; empty when it was."""
        return self._lookout.problem(unit)

    def _read(self, pages: FhirPages, *, broad: bool) -> int:
        self._lookout.turn_to(self._listing.name, also=(STUDY,))
        return self._lookout.read(pages, _note, broad=broad)

    # --- fetching

    def _bring(self, pages: FhirPages, name: str, stopped: Callable[[], bool]) -> int:
        with self._store.read() as unit:
            ours = list(self._ours(unit))[:STUDIES_AT_ONCE]
        if self._slow_line:
            self._glimpse(pages, ours, stopped)
        stored = 0
        for key, one, person in ours:
            if stopped():
                break
            root = ""
            try:
                root = _root(pages, one)
                stored += self._visit(root, key, one, person, name) if self._at(root).is_time() else 0
            except Problem as problem:  # one that cannot be brought keeps no other away
                if stopped():
                    break
                log.info("list of headquarters: %s could not be fetched: %s", one.study_uid, type(problem).__name__)
                self._later(key, one, problem)
                self._leave_alone(root, name, problem)
        return stored

    def _visit(self, root: str, key: str, one: Remembered, person: PatientRow, name: str) -> int:
        stored = self._fetch(root, name, one, person)
        self._at(root).hold_off(None)
        self._settle(key, replace(one, is_here=True, tries=0, next_at=""))
        return stored

    def _leave_alone(self, root: str, name: str, problem: Problem) -> None:
        """An archive that is not well is not asked for the next visit either. Raises the problem where that archive is
        headquarters' own, or where this laptop's disk is full: the pass ends."""
        is_unwell = isinstance(problem, Unavailable | Unauthorized)
        if isinstance(problem, StorageFull) or (is_unwell and name_of(root) == name):
            raise problem
        if is_unwell and root:
            self._at(root).hold_off(problem)

    def _at(self, root: str) -> Lookout:
        """When the archive there may be asked again; it need not be headquarters' own."""
        return Lookout(self._store, ARCHIVE + name_of(root), self._rng)

    def _ours(self, unit: Unit) -> Iterator[Ours]:
        """What was listed, is not here, is due, and names somebody who is registered here."""
        others = knownas.others(unit)
        for key, text in outbox.facts(unit, STUDY).items():
            one = Remembered.read(text)
            waits = one.next_at and not due(datetime.fromisoformat(one.next_at), unit.now)
            person = None if one.is_here or waits else _person(unit, one.people, others)
            if person is not None:
                yield key, one, person

    def _glimpse(self, pages: FhirPages, ours: Iterable[Ours], stopped: Callable[[], bool]) -> None:
        """On a slow line: small previews of every visit go before the first original, and keep none of them away."""
        for _, one, person in ours:
            if stopped():
                return
            try:
                root = _root(pages, one)
                with closing(self._archive(root)) as hq:
                    places = _instances(hq, one.study_uid)
                    glimpses.of_places(self._store, hq, name_of(root), places, person, stopped)
            except Problem as problem:
                log.info("list of headquarters: no previews of %s: %s", one.study_uid, type(problem).__name__)

    def _fetch(self, root: str, name: str, one: Remembered, person: PatientRow) -> int:
        """How many pictures were stored. Raises NotFound where one is neither here now nor was removed here."""
        with closing(self._archive(root)) as hq:
            if not self._is_theirs(hq, one, person):
                return 0
            instances = _instances(hq, one.study_uid)
            if not instances:
                return _whole_study(self._store, hq, name, one.study_uid, person)
            stored = sum(pull.bring(self._store, hq, name, at, person) for at in instances)
        if not all(pull.is_known(self._store, at.instance_uid) for at in instances):
            raise NotFound(pull.NOT_GIVEN)
        return stored

    def _is_theirs(self, hq: HttpHeadquarters, one: Remembered, person: PatientRow) -> bool:
        """Where the list knows them by headquarters' own number alone, its archive must name them and nothing contradict."""
        with self._store.read() as unit:
            other = knownas.other(unit, person)
        if other not in one.people or {patient_id(person), person.uuid} & {*one.people}:
            return True
        visits = (visit for visit in hq.find_studies(other) if visit.study_uid == one.study_uid)
        return any(knownas.fits(visit.identity, person) for visit in visits)

    def _archive(self, root: str) -> HttpHeadquarters:
        """A line to where the pictures are, beside the one that reads the list."""
        hq = self._listing.archive(root)
        self._lines = (*self._lines[:1], hq)
        return hq

    def _later(self, key: str, one: Remembered, problem: Problem) -> None:
        now = self._store.clock()
        at = max(next_try(one.tries, problem, now, self._rng), now + timedelta(seconds=min(one.tries, 12) * 300))
        self._settle(key, replace(one, tries=one.tries + 1, next_at=at.isoformat()))

    def _settle(self, key: str, one: Remembered) -> None:
        """Unless the list has said something newer of it meanwhile."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            known = outbox.fact(unit, STUDY + key)
            if known and Remembered.read(known).version == one.version:
                outbox.remember(unit, STUDY + key, json.dumps(asdict(one)))


def _root(pages: FhirPages, one: Remembered) -> str:
    """Where the archive of that visit is. Raises NotFound where nothing says so."""
    places = [*one.places, *(place for reference in one.unread if (place := _endpoint(pages, reference)))]
    if not places:
        raise NotFound("Headquarters does not say where the pictures of this visit are.")
    return root_of(places[0], one.study_uid)


def _instances(hq: HttpHeadquarters, study_uid: str) -> list[Place]:
    """What a visit holds; nothing where the service cannot say so."""
    try:
        return [at for at in hq.study_metadata(study_uid) if at.study_uid == study_uid and at.instance_uid]
    except (Invalid, NotFound, Unsupported):
        return []


def _whole_study(store: Store, hq: HttpHeadquarters, name: str, study_uid: str, person: PatientRow) -> int:
    """In one answer, where the service cannot say what it holds. What is known, or of another study, is let go unread."""
    stored = 0

    def sink(chunks: Iterator[bytes]) -> None:
        nonlocal stored
        part = store.vault.receive()
        try:
            for chunk in chunks:
                part.write(chunk)
            with part.reread() as stream:
                header = header_of(stream)
            if header.study_uid != study_uid or pull.is_known(store, header.instance_uid):
                return
            with part.reread() as stream:
                blob = store.vault.admit(stream)
        finally:
            part.discard()
        at = Place(study_uid, header.series_uid, header.instance_uid)
        stored += pull.file(store, name, at, blob, person)

    hq.fetch_study(study_uid, sink)
    return stored


def _endpoint(pages: FhirPages, reference: str) -> str:
    """The address of an Endpoint that no page held; empty when it is none that can be used."""
    status, found, _ = pages.ask(reference)
    if status != 200:
        raise status_problem(status, None)
    return wado_place(found) if isinstance(found, dict) else ""


def _person(unit: Unit, said: tuple[str, ...], others: Mapping[str, str]) -> PatientRow | None:
    """The one person whom all that the list says means: by our whole number or our own id, never by a short one; or by the
    number that headquarters itself gave them (``knownas.others``)."""
    found: dict[str, PatientRow] = {}
    for text in said:
        rows = [find(unit, one) for one in (text, others.get(text, "")) if one for find in FINDERS]
        found |= {row.uuid: row for row in rows if row is not None}
    return next(iter(found.values())) if len(found) == 1 else None


FINDERS = (patients.by_number, patients.with_uuid)


def _note(unit: Unit, listed: Sequence[Listed]) -> list[ListedStudy]:
    new = [one for one in listed if isinstance(one, ListedStudy) and _is_new(unit, one)]
    for one in new:
        outbox.remember(unit, STUDY + one.key, json.dumps(asdict(Remembered.of(one))))
    return new


def _is_new(unit: Unit, one: ListedStudy) -> bool:
    known = outbox.fact(unit, STUDY + one.key)
    return not known or Remembered.read(known).version != one.version
