"""Whose things go first, and for whom somebody asked "Send this patient now": a fact of the store, so it survives a restart.

It ends by itself once headquarters has confirmed everything of that person. Urgent people stay before those that were asked
for (HZ-04), and a pause that headquarters asked for stays a pause. Refuses to send: it says only what comes first.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from resources.store import Store, Unit, links, patients, studies
from resources.terms import Origin
from sync import hosts, ledger, outbox, push, records
from sync.estimate import ToGo
from sync.lanes import PATIENCE, First
from sync.ledger import Tally
from sync.outbox import Entry
from sync.paidlink import SPENT
from sync.plan import Host
from sync.status import Level, RecordStanding, State, Stuck

ASKED = "first."
"""The facts of those that were asked for, by uuid."""
MOVING = (State.QUEUED, State.SENDING, State.PROBING)


def ask(unit: Unit, key: str) -> str:
    """Everything of this person goes before what others have; their uuid. Raises NotFound, Gone."""
    uuid = patients.find(unit, key).uuid
    outbox.remember(unit, f"{ASKED}{uuid}", unit.now.isoformat())
    people = links.also(unit, (uuid,))
    outbox.put_ahead(unit, studies.uids_of_people(unit, people), PATIENCE - 1)
    records.put_ahead(unit, people)
    for server in hosts.BOTH:
        hosts.change(unit, server, lambda host: host.hurried(unit.now))
    unit.changed = True  # rings: a pass begins
    return uuid


def take_back(unit: Unit, uuid: str) -> None:
    """They go in their turn again."""
    outbox.forget_facts(unit, f"{ASKED}{uuid}")
    unit.changed = True


def first(unit: Unit) -> First:
    """Who goes first now, under all records that are joined (HZ-18)."""
    asked = outbox.facts(unit, ASKED)
    return First(push.urgent(unit), links.also(unit, asked) if asked else frozenset())


def asked_for(unit: Unit) -> frozenset[str]:
    """Those for whom somebody asked, as the page names them."""
    return frozenset(outbox.facts(unit, ASKED))


def in_order(unit: Unit, entries: Iterable[Entry], found: First) -> list[Entry]:
    """The entries in their order, those of people who go first before all others."""
    urgent, asked = studies.uids_of_people(unit, found.urgent), studies.uids_of_people(unit, found.asked)
    return sorted(entries, key=lambda one: 0 if one.instance_uid in urgent else 1 if one.instance_uid in asked else 2)


def settle(store: Store, headquarters: str, records_at: str) -> None:
    """Who has everything confirmed, or is not here any more, does not go first any longer."""
    with store.read() as unit:
        done = [uuid for uuid in asked_for(unit) if to_go(unit, headquarters, records_at, uuid).is_confirmed]
    if done:
        with store.write(Origin.STATION, actor="sync") as unit:
            for uuid in done:
                take_back(unit, uuid)


def to_go(unit: Unit, headquarters: str, records_at: str, uuid: str) -> ToGo:
    """What headquarters has not confirmed of one person. ``records_at`` is empty where nobody takes records."""
    people = links.also(unit, (uuid,))
    return _pictures(unit, headquarters, people) + _records(unit, records_at, people)


def _pictures(unit: Unit, headquarters: str, people: Collection[str]) -> ToGo:
    here = {
        row.instance_uid: row.size or 0
        for study in studies.of_people(unit, patients.with_uuids(unit, people))
        for row in study.instances
        if row.digest
    }
    levels = ledger.levels(unit, headquarters, here)
    left = {uid for uid, level in levels.items() if level is None or level < Level.EQUAL}
    states = {one.instance_uid: one.state for one in outbox.of(unit, left)}
    moving = [uid for uid in left if states.get(uid, State.QUEUED) in MOVING]
    looks = sum(states.get(uid) in (State.ACCEPTED, State.VERIFIED) for uid in left)
    return ToGo(len(moving), sum(here[uid] for uid in moving), looks=looks, waiting=len(left) - len(moving) - looks)


def _records(unit: Unit, records_at: str, people: Collection[str]) -> ToGo:
    if not records_at:
        return ToGo()
    left = records.unconfirmed(unit, records_at, people)
    waiting = sum(state in (State.HELD, State.ATTENTION) for state in left)
    return ToGo(records=len(left) - waiting, waiting=waiting)


def stuck(unit: Unit, people: Collection[str]) -> tuple[Stuck, ...]:
    """What of these people waits for more than its turn, pictures first: why, and when it is tried again."""
    explained = [one for one in outbox.of(unit, studies.uids_of_people(unit, people)) if one.sentence]
    pictures = stuck_pictures(explained, hosts.host(unit, hosts.PICTURES), unit.now)
    host = hosts.host(unit, hosts.RECORDS)
    rows = [one for one in records.about(unit, people) if one.sentence]
    return (*pictures, *(Stuck(one.key, one.state, one.sentence, _again(one.next_at, host, unit.now)) for one in rows))


def stuck_pictures(explained: Iterable[Entry], host: Host, now: datetime) -> tuple[Stuck, ...]:
    """Those that say why they wait. What today's share of a paid link keeps back says itself when it goes."""

    def again(one: Entry) -> datetime | None:
        return None if one.sentence == SPENT else _again(one.next_at, host, now)

    return tuple(Stuck(one.instance_uid, one.state, one.sentence, again(one)) for one in explained)


def _again(next_at: datetime | None, host: Host, now: datetime) -> datetime | None:
    return None if next_at is None else host.tries_at(next_at, now)


def everybodys(unit: Unit, tally: Tally, standing: RecordStanding) -> ToGo:
    """The same of everybody: all that is not confirmed, without what waits for a person and what has only to be looked at."""
    loads = outbox.loads(unit)
    waits = [loads.get(state, (0, 0)) for state in (State.HELD, State.ATTENTION)]
    looks, looked_at = loads.get(State.ACCEPTED, (0, 0))
    waiting, kept = sum(count for count, _ in waits), sum(size for _, size in waits)
    states = records.counts_by_state(unit) if standing.takes_records else {}
    stuck = sum(states.get(state, 0) for state in (State.HELD, State.ATTENTION))
    return ToGo(
        max(tally.not_yet - waiting - looks, 0),
        max(tally.bytes_not_yet - kept - looked_at, 0),
        max(standing.not_yet - stuck, 0) if standing.takes_records else 0,
        looks,
        waiting + stuck,
    )
