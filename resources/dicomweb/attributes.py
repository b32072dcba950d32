"""The DICOM JSON of stored instances: made once from the file, kept in the database, shown as the instance is published.

Long values and pictures are left where they are; in their place stands where under the instance they can be had. A file whose
attributes cannot be read gives an empty set: it is still listed by its columns.
"""

import json
import logging
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from resources.problems import Problem
from resources.store import Store, attribute_sets, station, studies
from resources.store.copies import corrections
from resources.store.rows import InstanceRow, StudyRow
from resources.store.store import Unit
from resources.terms import Origin
from resources.wire.correctedjson import corrected_json
from resources.wire.corrections import Corrections
from resources.wire.dataset import Element, read_tree
from resources.wire.dicomjson import BINARY, Json, Path, json_of, written
from resources.wire.header import Header, Identity

log = logging.getLogger(__name__)
BULK = "bulkdata/"
SMALL = 1024
"""Bytes up to which a binary value is written inline."""
LONG = 32 << 10
"""The same for a value of another kind."""
_EYES = ("00200060", "00200062", "00209072", "00240113")
_FRAMES = ("52009229", "52009230", "00209071")
BATCH = 50
QUIET = 0.5
"""Seconds without news before new pictures are read, so that nobody who is sending waits for the writer."""


def read_attributes(store: Store, digest: str) -> str:
    """The JSON text of a stored file; of nothing when the file cannot be read as a data set."""
    try:
        with store.vault.open(digest) as stream:
            return written(json_of(read_tree(stream).elements, _elsewhere)).decode("utf-8")
    except Problem as problem:
        log.warning("attributes: a stored file could not be read: %s", type(problem).__name__)
        return "{}"


def _elsewhere(path: Path, element: Element) -> str | None:
    limit = SMALL if element.vr in BINARY else LONG
    if element.value is not None and element.length <= limit and element.tag != 0x7FE00010:
        return None
    return BULK + "/".join(map(str, path))


def kept(store: Store, wanted: Mapping[int, str], unit: Unit | None = None) -> dict[int, Json]:
    """Attributes of instances, given as key and digest, looked up in ``unit`` where the asker has one open.

    What is not kept yet is read now, and kept.
    """
    found = _looked_up(store, wanted, unit)
    made = _made(store, wanted, found)
    if made:
        with store.write(Origin.STATION, actor="attributes") as writing:
            attribute_sets.keep(writing, made)
    return {pk: json.loads(text) for pk, text in (found | made).items()}


def at_hand(store: Store, wanted: Mapping[int, str], unit: Unit | None = None) -> dict[int, Json]:
    """The same for whoever opens the files anyway: nothing is written while they wait."""
    found = _looked_up(store, wanted, unit)
    return {pk: json.loads(text) for pk, text in (found | _made(store, wanted, found)).items()}


def _looked_up(store: Store, wanted: Mapping[int, str], unit: Unit | None) -> dict[int, str]:
    if unit is not None:
        return attribute_sets.of(unit, wanted.keys())
    with store.read() as reading:
        return attribute_sets.of(reading, wanted.keys())


def _made(store: Store, wanted: Mapping[int, str], found: Mapping[int, str]) -> dict[int, str]:
    return {pk: read_attributes(store, digest) for pk, digest in wanted.items() if pk not in found}


def catch_up(store: Store, stopped: threading.Event | None = None) -> int:
    """Read and keep whatever was not yet; how many. Ends early when ``stopped``."""
    total = 0
    while not (stopped and stopped.is_set()):
        with store.read() as unit:
            waiting = attribute_sets.unread(unit, BATCH)
        if not waiting:
            break
        made = {one.instance_pk: read_attributes(store, one.digest) for one in waiting}
        with store.write(Origin.STATION, actor="attributes") as unit:
            attribute_sets.keep(unit, made)
        total += len(made)
    return total


def _nothing() -> None:
    """Nobody is subscribed yet."""


class AttributesService:
    """Reads new pictures in the background, when the doorbell has been still for a moment."""

    name = "attributes"

    def __init__(self, store: Store, *, quiet: float = QUIET) -> None:
        self._store = store
        self._quiet = quiet
        self._news = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._unsubscribe: Callable[[], None] = _nothing

    def start(self) -> None:
        """Begin with whatever an earlier run left."""
        self._news.set()
        self._unsubscribe = self._store.feed.subscribe(self._news.set)
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
        self._thread.start()

    def stop(self, deadline: float = 5.0) -> None:
        """End after the batch in hand. Idempotent."""
        self._stopped.set()
        self._news.set()
        self._unsubscribe()
        if self._thread is not None:
            self._thread.join(deadline)
        self._thread = None

    def health(self) -> bool:
        """Whether it runs."""
        return self._thread is not None and self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._news.wait()
            self._news.clear()
            if self._stopped.wait(self._quiet) or self._news.is_set():
                continue
            try:
                catch_up(self._store, self._stopped)
            except Exception:
                log.exception("attributes: could not be read now; the next news tries again")


# --- as published -----------------------------------------------------------------------------------------------------


def corrections_of(row: InstanceRow, study: StudyRow, issuer: str, attributes: Json) -> Corrections | None:
    """What differs between the bytes and what is published, told from the database alone."""
    stated = row.laterality_stated.value if row.laterality_stated else "?" if _names_an_eye(attributes) else ""
    patient_id = (attributes.get("00100020", {}).get("Value") or [""])[0] or ""
    as_it_came = Header(
        sop_class_uid=row.sop_class_uid,
        instance_uid=row.instance_uid,
        study_uid=row.source_study_uid,
        series_uid=row.source_series_uid,
        transfer_syntax_uid=row.transfer_syntax_uid,
        identity=Identity(patient_id=str(patient_id)),
        image_laterality=stated,
    )
    return corrections(as_it_came, row, study, issuer)


def _names_an_eye(data_set: Json) -> bool:
    """Whether a side is said anywhere, also of single frames."""
    if any(data_set.get(tag, {}).get("Value") for tag in _EYES):
        return True
    inside = (item for tag in _FRAMES for item in data_set.get(tag, {}).get("Value") or ())
    return any(_names_an_eye(item) for item in inside if item)


def shown(attributes: Json, changes: Corrections | None, base: str) -> Json:
    """The attributes of one instance as they are published, bulk data by absolute address below ``base``."""
    published = attributes if changes is None else corrected_json(attributes, changes)
    return dict(_absolute(published, base))


def _absolute(data_set: Json, base: str) -> Iterable[tuple[str, Any]]:
    for tag, element in data_set.items():
        if "BulkDataURI" in element:
            yield tag, {**element, "BulkDataURI": f"{base}/{element['BulkDataURI']}"}
        elif element.get("vr") == "SQ" and element.get("Value"):
            yield tag, {**element, "Value": [dict(_absolute(item or {}, base)) for item in element["Value"]]}
        else:
            yield tag, element


class Pictured:
    """Instances that have their picture, each with its study, as retrieval needs them."""

    def __init__(self, rows: Collection[InstanceRow], owners: Mapping[str, StudyRow], issuer: str) -> None:
        self.rows = [row for row in rows if row.digest is not None]
        self.owners = owners
        self.issuer = issuer

    @classmethod
    def of(cls, unit: Unit, study_uid: str) -> "Pictured":
        """All of a study. Raises Gone or NotFound."""
        owner = studies.study(unit, study_uid)
        return cls(owner.instances, {owner.study_uid: owner}, station.camp(unit).prefix)

    def within(self, rows: Collection[InstanceRow]) -> "Pictured":
        """Fewer of them."""
        return Pictured(rows, self.owners, self.issuer)

    def changes(self, row: InstanceRow, attributes: Json) -> Corrections | None:
        """What differs from the bytes of one."""
        return corrections_of(row, self.owners[row.study_uid], self.issuer, attributes)
