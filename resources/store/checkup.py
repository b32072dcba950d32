"""Is everything that was acknowledged still here, whole? Looks, tells, and repairs nothing silently.

``sweep`` runs at every start: half-written files go (nobody was told they were kept), files without a row are adopted.
``checkup`` reads every byte and is asked for by a person.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select, text

from resources.model import Change, Held, Instance, Letter, Photo, Preview
from resources.problems import Damaged, NotFound, Problem
from resources.store import evictions, filing, previews
from resources.store.rows import Arrival
from resources.store.store import Store, Unit
from resources.store.vault import AWAY, Blob
from resources.terms import Origin

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it must be. ``severity`` is damaged or note."""

    severity: str
    what: str
    sentence: str


@dataclass(frozen=True)
class Swept:
    """What a start put in order."""

    parts: int
    adopted: int


@dataclass(frozen=True)
class Report:
    """The result of a checkup."""

    rows: int
    files: int
    findings: tuple[Finding, ...]

    @property
    def is_well(self) -> bool:
        """Nothing is damaged or missing."""
        return not any(finding.severity == "damaged" for finding in self.findings)


def sweep(store: Store) -> Swept:
    """Put in order what a crash left: to be run before anything else writes."""
    parts = store.vault.sweep()
    store.uploads.sweep(store.clock())
    evictions.settle(store)
    previews.clear(store)
    adopted = 0
    with store.read() as unit:
        spoken = _digests(unit)
    for digest in store.vault.digests():
        if digest not in spoken:
            adopt(store, digest)
            adopted += 1
    if parts or adopted:
        log.info("start: removed %d half-written files, adopted %d files without a row", parts, adopted)
    return Swept(parts, adopted)


def adopt(store: Store, digest: str) -> None:
    """File stored bytes that no row speaks of: as an instance where they are one, aside otherwise."""
    found = Blob(digest, digest, store.vault.size(digest))
    store.vault.settle(digest)
    try:
        header, blob = filing.read_back(store.vault, found)
    except Problem as problem:
        with store.write(Origin.STATION) as unit:
            reason = f"Found after the station was interrupted. {problem.sentence}"
            filing.hold(unit, "quarantine", found, reason, Arrival(Origin.STATION))
        return
    with store.write(Origin.STATION) as unit:
        filing.file_instance(unit, header, blob, Arrival(Origin.STATION, header.calling_ae_title))


def checkup(store: Store) -> Report:
    """Read everything and compare. Takes as long as reading the whole vault."""
    findings = [Finding("damaged", "database", line) for line in store.database.check()]
    with store.read() as unit:
        spoken = _digests(unit)
        findings += [Finding("damaged", "history", sentence) for sentence in _torn_out(unit)]
        away = evictions.digests(unit)
    files = set(store.vault.digests())
    missing = sorted(spoken - files - away)
    findings += [Finding("damaged", digest, "The bytes of a picture are missing.") for digest in missing]
    findings += [Finding("note", digest, AWAY) for digest in sorted(away & spoken)]
    findings += [
        Finding("note", digest, "A file no row speaks of. The next start adopts it.")
        for digest in sorted(files - spoken)
    ]
    findings += _unreadable(store, sorted(files))
    findings += _half_way(store)
    return Report(len(spoken), len(files), tuple(findings))


def _torn_out(unit: Unit) -> Iterator[str]:
    """Rows that left the history: their numbers are given once and without a gap (hazard HZ-22)."""
    kept = int(unit.execute(select(func.count(Change.seq))).scalar() or 0)
    given = unit.execute(text("select seq from sqlite_sequence where name = 'change'")).scalar() or 0
    missing = int(given) - kept
    if missing:
        yield f"The history of who did what lacks {missing} of {given} entries: somebody took them out."


def _unreadable(store: Store, digests: list[str]) -> Iterator[Finding]:
    for digest in digests:
        try:
            store.vault.verify(digest)
        except (Damaged, NotFound) as problem:
            yield Finding("damaged", digest, problem.sentence)


def _half_way(store: Store) -> Iterator[Finding]:
    """Nobody was told that these are kept: a piece that cannot be read is sent again."""
    for upload, offset in store.uploads.unfinished():
        come = f"A picture is half-way here: {offset:,} of {upload.length:,} bytes."
        try:
            for _ in store.uploads.content(upload):
                pass
        except (Damaged, NotFound):
            come += " It cannot be read, and will be sent from its beginning."
        yield Finding("note", upload.instance_uid, come)


def _digests(unit: Unit) -> set[str]:
    columns = (
        Instance.__table__.c.digest,
        Held.__table__.c.digest,
        Photo.__table__.c.digest,
        Letter.__table__.c.digest,
        Preview.__table__.c.digest,
    )
    return {str(row[0]) for column in columns for row in unit.execute(select(column).where(column.is_not(None)))}
