"""Which originals may leave a laptop that is nearly full, how they leave, and how they are fetched again.

Only where the station is set up for it (``sync.evict``), only what headquarters was shown to have byte for byte, and nothing that
somebody may still want to look at. Attributes, grades and a small picture always stay. The order is: a row, the file, the row;
``resources.store.evictions`` puts in order what a crash leaves. Refuses to go by anything but receipts, and to trust a clock
that leapt.
"""

import json
import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from random import Random

from resources.problems import NotFound, Problem, StorageFull
from resources.store import Store, Unit, calls, evictions, filing, opinions, studies, turns, workitems
from resources.store.copies import corrections
from resources.store.evictions import EvictionRow
from resources.store.rows import Arrival, InstanceRow, StudyRow
from resources.store.steadyclock import SteadyClock
from resources.store.vault import CHUNK, SMALL, Blob
from resources.terms import Origin
from resources.wire.part10 import header_of, read_part10
from sync import ledger, outbox, plan, pull, push, verify
from sync.headquarters import Headquarters
from sync.status import Level, State

log = logging.getLogger(__name__)
Keepsake = Callable[[InstanceRow], bytes | None]
"""A small JPEG of a picture; ``None`` where none can be made."""
OLD = timedelta(days=14)
FULL = 0.8
"""Share of the room for pictures from which on originals may leave."""
AUDITS = 2
AT_ONCE = 50
WATCHED = "evict.audits"
WANTED = "evict.wanted:"
"""Under this and the UID: somebody wants the original back, and how the last try ended."""
ASKED, MISSED, FULL_UP = "wanted", "missed", "full"
BACK = "evict.back:"
"""Under this and the UID: when it came back. Who wanted it may look at it for as long as at what is new."""
OTHERWISE = "What headquarters gave back is not the picture that was sent there. It is kept aside."


@dataclass(frozen=True, slots=True)
class Policy:
    """How a station is set up: the room that is never filled, and who makes the small pictures."""

    floor_bytes: int
    keepsake: Keepsake


# --- the decision -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of one original."""

    instance_uid: str
    size: int
    received_at: datetime
    level: Level | None
    """Of the newest receipt that speaks of these bytes, as they are published now, at this headquarters."""
    receipt: int = 0
    """Its number."""
    state: State | None = State.VERIFIED
    """Of its entry in the outbox; ``None`` for what headquarters gave us."""
    is_picture: bool = True
    is_shared: bool = False
    has_person: bool = True
    in_conflict: bool = False
    is_flagged: bool = False
    is_read: bool = True
    is_open: bool = False
    """Its visit is of today, or its person waits for something here."""
    is_urgent: bool = False
    is_to_be_told: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """What the looks at headquarters have shown: how long the ledger was at the last ones that missed nothing."""

    headquarters: str = ""
    passed: tuple[int, ...] = ()
    is_doubted: bool = False
    """Something was missing once, and not everything was looked at since."""

    def after(self, headquarters: str, length: int, *, reopened: int, everything: bool) -> "Watch":
        """One look more."""
        if reopened:
            return Watch(headquarters, is_doubted=True)
        known = self if self.headquarters == headquarters else Watch(headquarters)
        doubted = known.is_doubted and not everything
        return Watch(headquarters, () if doubted else (*known.passed, length)[-AUDITS:], doubted)

    def stands_behind(self, receipt: int) -> bool:
        """Whether enough looks, each later than that receipt, missed nothing."""
        return len(self.passed) == AUDITS and all(length >= receipt for length in self.passed)


def why_it_stays(one: Candidate, watch: Watch, now: datetime, *, clock_is_sure: bool) -> str:
    """The reason, for a log or a command line; empty when it may leave."""
    reasons = (
        (one.level is not Level.DIGEST, "headquarters was not shown to have every byte of it"),
        (one.state not in (State.VERIFIED, None), "it is on its way, or waits for somebody"),
        (watch.is_doubted, "headquarters has lost something, and everything is looked at again first"),
        (not watch.stands_behind(one.receipt), "headquarters was not looked at twice since"),
        (not clock_is_sure, "nobody knows whether this laptop's clock is right"),
        (now - one.received_at <= OLD, "it came within the last two weeks"),
        (one.size <= SMALL, "it is too small to matter"),
        (not one.is_picture, "it is no picture"),
        (one.is_shared, "something else needs the same file"),
        (not one.has_person, "nobody has said whose it is"),
        (one.in_conflict or one.is_flagged, "somebody must look at it first"),
        (not one.is_read, "nobody has read it yet"),
        (one.is_open, "its person is expected here"),
        (one.is_urgent, "its person has an urgent referral"),
        (one.is_to_be_told, "its person must still be told something"),
    )
    return next((why for holds, why in reasons if holds), "")


def chosen(free_to_go: Sequence[Candidate], wanted: int) -> list[Candidate]:
    """The oldest first, until so many bytes are free again."""
    found: list[Candidate] = []
    for one in sorted(free_to_go, key=lambda one: (one.received_at, one.instance_uid)):
        if sum(other.size for other in found) >= wanted:
            break
        found.append(one)
    return found


def excess(total: int, free: int, floor: int) -> int:
    """Bytes beyond the share of the room for pictures that may be filled; the floor is no room for pictures."""
    return max(0, total - free - int(FULL * max(0, total - floor)))


# --- what is known ----------------------------------------------------------------------------------------------------


def candidates(unit: Unit, name: str, uids: Collection[str] | None = None) -> list[Candidate]:
    """Everything that has its bytes here, or these of it."""
    away = evictions.digests(unit)
    rows = [row for row in studies.instances(unit, uids) if row.digest and row.digest not in away]
    levels = ledger.levels(unit, name, [row.instance_uid for row in rows])
    states = {entry.instance_uid: entry.state for entry in outbox.of(unit, [row.instance_uid for row in rows])}
    look = _Look(unit, rows)
    return [_candidate(look, row, levels[row.instance_uid], states.get(row.instance_uid)) for row in rows]


class _Look:
    """What is asked of the station for many pictures at once: a full laptop has tens of thousands."""

    def __init__(self, unit: Unit, rows: Sequence[InstanceRow]) -> None:
        self.unit = unit
        zone = unit.store.zone
        self.today = unit.now.astimezone(zone).date()
        self.expected = {one.patient_uuid for one in workitems.open_ones(unit)}
        self.expected |= {one.patient_uuid for one in turns.open_turns(unit)}
        self.urgent = push.urgent(unit)
        self.told = {call.patient.uuid for call in calls.listed(unit)}
        self.in_conflict = {held.instance_uid for held in filing.held(unit)}
        self._back = outbox.facts(unit, BACK)
        self.speakers = evictions.speakers(unit, (row.digest or "" for row in rows))
        self.receipts = ledger.newest(unit, (row.instance_uid for row in rows))
        self.studies = studies.with_uids(unit, {row.study_uid for row in rows})
        self._read = opinions.visits(unit)

    def came(self, row: InstanceRow) -> datetime:
        """When it came, or came back."""
        back = self._back.get(row.instance_uid)
        return max(row.received_at, datetime.fromisoformat(back)) if back else row.received_at

    def is_read(self, study: StudyRow) -> bool:
        return study.patient is not None and (study.patient.pk, study.day(self.unit.store.zone)) in self._read


def _candidate(look: _Look, row: InstanceRow, level: Level | None, state: State | None) -> Candidate:
    study = look.studies[row.study_uid]
    person = study.patient.uuid if study.patient else ""
    return Candidate(
        row.instance_uid,
        row.size or 0,
        look.came(row),
        level,
        look.receipts.get(row.instance_uid, 0),
        state,
        is_picture=row.has_pixels,
        is_shared=look.speakers[row.digest or ""] > 1,
        has_person=bool(person),
        in_conflict=row.instance_uid in look.in_conflict,
        is_flagged=bool(study.flags),
        is_read=look.is_read(study),
        is_open=study.day(look.unit.store.zone) >= look.today or person in look.expected,
        is_urgent=person in look.urgent,
        is_to_be_told=person in look.told,
    )


def verdicts(unit: Unit, name: str, uids: Collection[str] | None = None) -> list[tuple[Candidate, str]]:
    """Each original that is here, and why it stays; empty where it may leave."""
    clock = unit.store.clock
    is_sure = not isinstance(clock, SteadyClock) or not clock.leap
    watch = watched(unit)
    watch = watch if watch.headquarters == name else Watch(name)
    return [(one, why_it_stays(one, watch, unit.now, clock_is_sure=is_sure)) for one in candidates(unit, name, uids)]


def watched(unit: Unit) -> Watch:
    """What was seen of headquarters so far."""
    said = json.loads(outbox.fact(unit, WATCHED, "{}"))
    return Watch(**{**said, "passed": tuple(said["passed"])}) if said else Watch()


def note_audit(store: Store, name: str, length: int, *, reopened: int, everything: bool) -> None:
    """An audit ended by itself; ``length`` was that of the ledger when it began."""
    with store.write(Origin.STATION, actor="sync") as unit:
        now = watched(unit).after(name, length, reopened=reopened, everything=everything)
        outbox.remember(unit, WATCHED, json.dumps(asdict(now)))


# --- leaving ----------------------------------------------------------------------------------------------------------


def evict(store: Store, hq: Headquarters, name: str, policy: Policy, stopped: Callable[[], bool]) -> int:
    """Let originals go until there is room again; how many went. Headquarters is asked for each just before."""
    disk, folder = store.vault.disk, store.vault.folder
    wanted = excess(disk.total(folder), disk.free(folder), policy.floor_bytes)
    if not wanted:
        return 0
    with store.read() as unit:
        going = chosen([one for one, why in verdicts(unit, name) if not why], wanted)[:AT_ONCE]
    return sum(_let_go(store, hq, name, one.instance_uid, policy.keepsake) for one in going if not stopped())


def _let_go(store: Store, hq: Headquarters, name: str, uid: str, keepsake: Keepsake) -> bool:
    with store.read() as unit:
        meant = ledger.published(unit, uid)
        row = studies.instance(unit, uid)
        study = studies.study(unit, row.study_uid)
    if meant is None or verify.look(hq, uid, meant[0]).level is not Level.EQUAL:
        return False  # the audit speaks of that, not we
    try:
        head, small = _head(store, row, study), keepsake(row)
    except Problem as problem:
        log.info("evicting: %s stays: %s", uid, type(problem).__name__)
        return False
    if head is None or small is None:
        return False
    with store.write(Origin.STATION, actor="sync") as unit:
        if [why for _, why in verdicts(unit, name, [uid])] != [""] or ledger.published(unit, uid) != meant:
            return False
        evictions.begin(unit, row, head, small)
    return _put_away(store, row)


def _put_away(store: Store, row: InstanceRow) -> bool:
    """The file goes. One that cannot (somebody reads it just now, on Windows) stays, and is whole."""
    try:
        store.vault.put_away(row.digest or "")
    except Problem:
        evictions.settle(store)
        return False
    _finish(store, row.instance_uid)
    return True


def _finish(store: Store, uid: str) -> None:
    with store.write(Origin.STATION, actor="sync") as unit:
        evictions.finish(unit, uid)


def _head(store: Store, row: InstanceRow, study: StudyRow) -> bytes | None:
    """What stands before the data set; ``None`` where headquarters has a copy that was put right, and not these bytes."""
    with store.vault.open(row.digest or "") as stream:
        if corrections(header_of(stream), row, study) is not None:
            return None
        at = read_part10(stream).data_set_at
        stream.seek(0)
        return stream.read(at)


# --- coming back ------------------------------------------------------------------------------------------------------


def want(unit: Unit, uid: str) -> None:
    """Somebody wants to see the original: the next pass fetches it. Raises NotFound for one that has not left."""
    if evictions.find(unit, uid) is None:
        raise NotFound("The original of this picture has not left this laptop.")
    outbox.remember(unit, WANTED + uid, ASKED)
    unit.changed = True


def wishes(unit: Unit) -> dict[str, str]:
    """What somebody waits for, by UID, and how the last try ended."""
    return outbox.facts(unit, WANTED)


def wanted(unit: Unit) -> list[str]:
    """What somebody waits for, by UID."""
    return sorted(wishes(unit))


def bring_back(  # where to, whence, in which order, until when, and who is told
    store: Store,
    hq: Headquarters,
    name: str,
    rng: Random,
    stopped: Callable[[], bool],
    begins: Callable[[str], None] = lambda _: None,
) -> int:
    """Fetch what somebody wants; how many are whole again. One that headquarters cannot give keeps no other away.

    ``begins`` hears the UID of each just before it is asked for, and nothing at the end.
    """
    with store.read() as unit:
        uids = wanted(unit)
    rng.shuffle(uids)
    back = 0
    try:
        for uid in uids:
            if stopped():
                break
            begins(uid)
            back += _tried(store, hq, name, uid)
    except StorageFull:
        return back  # others make room first
    finally:
        if uids:
            begins("")
    return back


def _tried(store: Store, hq: Headquarters, name: str, uid: str) -> bool:
    try:
        return _fetch(store, hq, name, uid)
    except StorageFull:
        _note(store, uid, FULL_UP)
        raise
    except Problem as problem:
        if plan.concerns_host(problem) and not isinstance(problem, NotFound):
            raise
        log.info("evicting: %s could not be fetched again: %s", uid, type(problem).__name__)
        _note(store, uid, MISSED)
        return False


def _note(store: Store, uid: str, how: str) -> None:
    """How the try ended, where that is new."""
    with store.read() as unit:
        known = wishes(unit).get(uid)
    if known not in (None, how):
        with store.write(Origin.STATION, actor="sync") as unit:
            outbox.remember(unit, WANTED + uid, how)
            unit.changed = True


def _fetch(store: Store, hq: Headquarters, name: str, uid: str) -> bool:
    with store.read() as unit:
        gone = evictions.find(unit, uid)
    if gone is None:
        _settled(store, uid)
        return False
    for at in hq.find_instance(uid):
        kept: list[Blob] = []
        hq.fetch(at, lambda chunks: kept.append(_whole(store, gone, chunks)))  # noqa: B023 - called before the next round
        for blob in kept:
            if blob.digest == gone.digest:
                _settled(store, uid)
                return True
            _keep_aside(store, name, uid, blob)
    raise NotFound(pull.NOT_GIVEN)


def _whole(store: Store, gone: EvictionRow, chunks: Iterator[bytes]) -> Blob:
    """The file as it was: our own head, and the data set that headquarters gives. Compared by its name, the sha256."""
    theirs, ours = store.vault.receive(), store.vault.receive()
    try:
        for chunk in chunks:
            theirs.write(chunk)
        with theirs.reread() as stream:
            at = read_part10(stream).data_set_at
        with theirs.reread() as stream:
            stream.seek(at)
            ours.write(gone.head)
            ours.begin_data_set()
            while piece := stream.read(CHUNK):
                ours.write(piece)
        return ours.keep()
    except BaseException:
        ours.discard()
        raise
    finally:
        theirs.discard()


def _settled(store: Store, uid: str) -> None:
    with store.write(Origin.STATION, actor="sync") as unit:
        evictions.undo(unit, uid)
        outbox.forget_facts(unit, WANTED + uid)
        outbox.remember(unit, BACK + uid, unit.now.isoformat())


def _keep_aside(store: Store, name: str, uid: str, blob: Blob) -> None:
    """Damage at headquarters: what came is kept, what was confirmed is so no more, and nobody is shown it as the picture.

    Headquarters is asked again within the hour, for it may lose the picture as well.
    """
    with store.write(Origin.HQ, actor="headquarters") as unit:
        filing.hold(unit, "conflict", blob, OTHERWISE, Arrival(Origin.HQ), instance_uid=uid)
        receipt = ledger.latest(unit, uid)
        if receipt is not None and receipt.headquarters == name:
            ledger.reopen(unit, receipt, "other bytes came back")
            outbox.add(unit, studies.instance(unit, uid), State.ATTENTION)
            outbox.move(unit, [uid], State.ATTENTION, sentence=OTHERWISE, next_at=unit.now + plan.LOOK_AGAIN)
        outbox.forget_facts(unit, WANTED + uid)
