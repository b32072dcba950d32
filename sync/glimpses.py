"""On a slow or paid line: small previews of earlier visits first, so that somebody can look while the originals travel (HZ-09).

Only of pictures whose eye and size headquarters states, and only of the very person who was asked for. Where headquarters makes
no previews there are none. Refuses to take a preview for a picture: it is kept beside the studies and replaced by the original.
"""

from collections.abc import Callable, Iterable

from resources.problems import Damaged, Unsupported
from resources.store import Store, Unit, matching, previews
from resources.store.copies import patient_id
from resources.store.previews import Announced
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from resources.wire import dicomjson as tags
from resources.wire.dates import date_of
from resources.wire.dicomjson import DataSet
from resources.wire.jpeg import read_jpeg
from sync import knownas, outbox, pull
from sync.answers import Place, attributes, header_of, identity
from sync.headquarters import Headquarters
from sync.retry import is_over, moment

EYES = (Laterality.RIGHT, Laterality.LEFT)
RENDERS, SOME, NONE = "renders.", "some", "none"
AGAIN_AFTER = 86_400.0
"""Seconds."""
ROUNDING = 0.02
"""How much height and width of a preview may differ in their share of the picture's: whole pixels of a small picture."""


def of_person(store: Store, hq: Headquarters, name: str, person: PatientRow, stopped: Callable[[], bool]) -> int:
    """Previews of everything that headquarters has of a person and this laptop has not; how many came."""
    if _makes_none(store, name):
        return 0
    came = 0
    for study, is_taken in pull.visits(store, hq, person):
        if is_taken:
            came += of_places(store, hq, name, hq.instances(study.study_uid), person, stopped)
    return came


def of_places(  # where to, whence, of what and of whom
    store: Store, hq: Headquarters, name: str, places: Iterable[Place], person: PatientRow, stopped: Callable[[], bool]
) -> int:
    """Previews of these instances; how many came. Where headquarters makes none, it is not asked again for a day."""
    came = 0
    for at in places:
        if stopped() or _makes_none(store, name):
            break
        try:
            came += _of_instance(store, hq, name, at, person)
        except Unsupported:
            _note(store, name, makes_them=False)
    return came


def _of_instance(store: Store, hq: Headquarters, name: str, at: Place, person: PatientRow) -> bool:
    with store.read() as unit:
        has_one, other = previews.has(unit, at.instance_uid), knownas.other(unit, person)
    if has_one or pull.is_known(store, at.instance_uid):
        return False
    data_set = hq.metadata(at)
    said = announced(data_set, at, person, other) if data_set is not None else None
    picture = hq.preview(at) if said is not None else None
    if said is None or picture is None:
        return False
    _note(store, name, makes_them=True)
    small = _fitting(picture, said)
    if small is None:
        return False
    blob = store.vault.admit(small)
    with store.write(Origin.HQ, actor="headquarters") as unit:
        return previews.keep(unit, person.uuid, said, blob)


def _fitting(picture: bytes, said: Announced) -> bytes | None:
    """The JPEG without what else travels in it, if it is whole and of the picture's shape: nothing else is a preview of it."""
    try:
        jpeg = read_jpeg(picture)
    except Damaged:
        return None
    across, down = jpeg.columns / said.columns, jpeg.rows / said.rows
    is_of_it = 0 < across <= 1 and abs(across - down) <= ROUNDING * max(across, down)
    return jpeg.picture if is_of_it else None


def _makes_none(store: Store, name: str) -> bool:
    with store.read() as unit:
        return _said_lately(unit, name) == NONE


def _said_lately(unit: Unit, name: str) -> str:
    said, _, at = outbox.fact(unit, RENDERS + name).partition(" ")
    return "" if is_over(moment(at), AGAIN_AFTER, unit.now) else said


def _note(store: Store, name: str, *, makes_them: bool) -> None:
    """Whether headquarters makes previews. Who made one lately is only without one of this picture."""
    with store.read() as unit:
        is_new = _said_lately(unit, name) != SOME
    if is_new:
        with store.write(Origin.STATION, actor="sync") as unit:
            outbox.remember(unit, RENDERS + name, f"{SOME if makes_them else NONE} {unit.now.isoformat()}")


def announced(data_set: DataSet, at: Place, person: PatientRow, other: str = "") -> Announced | None:
    """What headquarters says of a picture of that person; ``None`` where something that is needed is not said.

    ``other`` is headquarters' own number of them, where it has one.
    """
    said, who, day = attributes(data_set), identity(data_set), date_of(data_set.text(tags.STUDY_DATE))
    is_ours = who.patient_id.strip() == patient_id(person) and matching.contradiction(who, person) is None
    is_theirs = bool(other) and who.patient_id.strip() == other and knownas.fits(who, person)
    if not (is_ours or is_theirs) or day is None or said.laterality not in EYES or not said.rows or not said.columns:
        return None
    if said.frames > 1 or said.study_uid != at.study_uid:
        return None
    taken = header_of(data_set).acquired
    return Announced(at.instance_uid, at.series_uid, at.study_uid, day, said.laterality, said.rows, said.columns, taken)
