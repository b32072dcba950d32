"""Carrying records to headquarters: look, merge, write what differs, read back. Each on its own: a person's record holds up
what is about that person, and nothing else. Several people's may be on their way at once, of one person only one.

Whatever happened before, a record is looked at before it is written: so nothing is made twice after a lost answer, and what
somebody wrote there meanwhile is merged (``conflict``), not overwritten. Refuses to delete there what was not made by us.
"""

import logging
from collections.abc import Callable
from functools import partial
from random import Random

from resources.problems import Gone, Problem
from resources.store import Store, Unit
from resources.terms import Kind, Origin
from sync import disputes, fhirmap, plan, publishing, records
from sync.abreast import Job, Streams
from sync.agreeing import Writer
from sync.conflict import settled
from sync.fhirmap import Resource
from sync.fhirserver import Abilities, RecordServer, Stale
from sync.headquarters import Ambiguous
from sync.lanes import First
from sync.looking import Finder, Look, type_of
from sync.marking import Marks
from sync.publishing import Meant, Waits
from sync.records import REMOVED, Record, Waiting
from sync.removing import Remover
from sync.status import State

log = logging.getLogger(__name__)
NOT_TAKEN = {
    Kind.PATIENT: "Headquarters takes no new people from stations.",
    Kind.PHOTO: "Headquarters takes no headshots.",
    Kind.STUDY: "Headquarters takes no visits.",
    Kind.OPINION: "Headquarters takes no grades.",
    Kind.REFERRAL: "Headquarters takes no referrals.",
    Kind.WORKITEM: "Headquarters takes no appointments.",
}
NO_PERSON = "Headquarters does not have this person yet."


class Carrier:
    """One pass over the records of a station, towards one server. What it does for one record may be done in any thread."""

    def __init__(
        self,
        store: Store,
        server: RecordServer,
        name: str,
        *,
        pictures_at: str,
        rng: Random,
        stopped: Callable[[], bool],
    ) -> None:
        self._store, self._server = store, server
        self._pictures_at, self._stopped = pictures_at, stopped
        self._marks, self._finder = Marks(store, rng), Finder(server)
        self._remover = Remover(store, server, name, self._marks)
        self._writer = Writer(store, server, name, self._marks)
        self.confirmed = 0

    def run(self, goes_first: Callable[[Unit], First], streams: Streams, *, pressed: bool) -> None:
        """Everything that is due, each at most once. Raises the Problem that concerns headquarters as a whole."""
        able = self._server.abilities()
        tried: dict[int, int] = {}
        on_the_way: set[str] = set()

        def take() -> Job[State] | None:
            if self._stopped():
                return None
            with self._store.read() as unit:
                first = goes_first(unit)
                ready = records.waiting(unit, pressed=pressed)
                waiting = [one for one in ready if tried.get(one.pk, 0) < (2 if one.state is State.QUEUED else 1)]
                free = [one for one in waiting if _whose(one) not in on_the_way]
                if not free:
                    return None
                chosen = min(free, key=lambda one: (tried.get(one.pk, 0), first.rank(one.patient_uuid)))
                record = records.numbered(unit, chosen.pk)
            tried[record.pk] = tried.get(record.pk, 0) + 1  # once more where its person has come there meanwhile
            return carried(record, _whose(chosen))

        def carried(record: Record, whose: str) -> Job[State]:
            on_the_way.add(whose)
            try:
                state: State = yield partial(self._carry, able, record)
            finally:
                on_the_way.remove(whose)
            return state

        def came(state: State) -> None:
            self.confirmed += state is State.VERIFIED

        streams.run(take, came, size=lambda _: 1)

    def _carry(self, able: Abilities, record: Record) -> State:
        try:
            return self._one(able, record)
        except Ambiguous as problem:
            self._marks.later(record, State.PROBING, problem)
            raise
        except Stale as problem:
            return self._marks.later(record, State.PROBING, problem)
        except Problem as problem:
            if plan.concerns_host(problem):
                if record.state is not State.HELD:  # what waits for a person goes on waiting for them
                    self._marks.later(record, record.state, problem, attempts=record.attempts)
                raise
            return self._marks.later(record, State.ATTENTION, problem)

    # --- one record ---------------------------------------------------------------------------------------------------

    def _one(self, able: Abilities, known: Record) -> State:
        record = self._with_decisions(known)
        with self._store.read() as unit:
            meant = publishing.meant(self._store, unit, record, self._pictures_at)
        if record.state is State.GONE:
            return State.GONE
        if meant is None:
            return self._remover.remove(able, record)
        if isinstance(meant, Waits):
            return self._marks.hold(record, meant.sentence)
        return self._offer(able, record, meant)

    def _offer(self, able: Abilities, record: Record, meant: Meant) -> State:
        """What is here now is held against what is there."""
        type_ = type_of(able, record)
        ability = able.of(type_)
        if "read" not in ability.interactions:
            return self._marks.hold(record, NOT_TAKEN[record.kind])
        subject = self._subject(record, meant)
        if subject is None:
            return self._marks.wait_for(record, NO_PERSON, meant.patient_uuid)
        mine = meant.resource(type_, able.edition, {"reference": subject})
        if not ability.may_update:
            mine = _without_our_identifier(mine, record)
        try:
            found = self._finder.find(record, ability, meant, type_, mine)
        except Gone:
            if fhirmap.fields(mine) == record.base.mine:
                return self._remover.dispute(record, None)
            found = None  # an edit beats a removal
        if found is None and not (ability.takes and (ability.may_name or "search-type" in ability.interactions)):
            return self._marks.hold(record, NOT_TAKEN[record.kind])
        return self._writer.write(Look(record, meant, type_, ability, mine, found, subject))

    def _with_decisions(self, record: Record) -> Record:
        """The record with what people have decided since it was looked at last."""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            for row in disputes.decided(unit, record.kind, record.uid):
                disputes.follow(unit, row)
                if row.said.name != REMOVED:
                    records.agree(unit, record, settled(record.base, row.said, row.choice))
                elif row.choice == "mine":
                    records.unagreed(unit, record)
                else:
                    records.move(unit, record, State.GONE)
                record = records.find(unit, record.kind, record.uid) or record
        return record

    def _subject(self, record: Record, meant: Meant) -> str | None:
        """Where headquarters has the person; empty for the person's own record, ``None`` while nobody knows."""
        if record.kind is Kind.PATIENT:
            return ""
        with self._store.write(Origin.STATION, actor="sync") as unit:
            return records.expect(unit, Kind.PATIENT, meant.patient_uuid).remote or None


def _whose(one: Waiting) -> str:
    """What must not go at the same time: all that is of one person. A visit that nobody has looked at yet goes on its own:
    where its person is gets asked in the unit that writes it down."""
    return one.patient_uuid or str(one.pk)


def _without_our_identifier(resource: Resource, record: Record) -> Resource:
    """Where nothing can be written, nobody can have written it."""
    ours = fhirmap.identifier(record.kind, record.uid)
    kept = [one for one in resource["identifier"] if one != ours]
    return {**resource, "identifier": kept}
