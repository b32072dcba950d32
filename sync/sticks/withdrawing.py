"""Taking away here what another station has removed, by the rules that hold over a network (``sync.removing``).

A headshot is not shown any more, a visit without pictures goes, a person is only marked as not active; each only where that very
station brought it and nobody changed it here since. Whatever else stays, with a sentence for somebody to look at. Pictures,
grades, referrals and appointments are never taken away. Refuses to take away again what somebody here has brought back.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from resources.store import (
    Store,
    Unit,
    changes,
    images,
    links,
    lookups,
    opinions,
    patients,
    referrals,
    studies,
    workitems,
)
from resources.store.rows import PatientRow
from resources.terms import Kind, Origin
from sync import publishing
from sync.records import REMOVED
from sync.sticks.keeping import Came, Keeper
from sync.sticks.removals import Removal, Stays
from sync.sticks.said import spoken

Heard = Mapping[str, Any]
SENTENCES = {
    Stays.OTHERS: "Another station removed this, but did not bring it here. It stays.",
    Stays.CHANGED: "Another station removed this, but somebody here changed it since, or added to it. It stays.",
    Stays.PICTURES: "Another station removed this visit, but pictures of it are here. It stays.",
}


def take(store: Store, keeper: Keeper, removal: Removal) -> tuple[Came, str]:
    """What became of one removal, and why where it stays. It is whole afterwards, or as it was before."""
    with store.write(Origin.IMPORT, actor="stick") as unit:
        heard = keeper.heard(unit, removal.key) or {"version": 0, "sha256": "", "here": removal.uid}
        if removal.version < heard["version"]:
            return Came.KNOWN, ""
        here = str(heard["here"])
        is_here = is_shown(store, unit, removal.kind, here)
        stays = _stays(store, unit, keeper, removal, heard) if is_here else None
        if is_here and stays is None:
            _WITHDRAW[removal.kind](unit, here)
            heard = {**heard, **_as_left(store, unit, removal.kind, here, heard)}
        told = {"version": removal.version, "sha256": REMOVED, "stays": stays or ""}
        keeper.remember(unit, removal.key, {"theirs": {}, "mine": {}, **heard, **told})
        now = spoken(store, unit, removal.kind, here) if stays else None
    if stays is None:
        return Came.WITHDRAWN if is_here else Came.KNOWN, ""
    if (heard["version"], heard["sha256"]) != (removal.version, REMOVED):
        what = {"removed": removal.version, "resource": now.resource if now else {}}
        keeper.keep_aside(removal.key, here, what, SENTENCES[stays])
    return Came.WAITS, SENTENCES[stays]


def answered(store: Store, keeper: Keeper, key: str) -> dict[str, Any] | None:
    """What a receipt says of a removal, as it is now; ``None`` where that station's last word is no removal."""
    with store.read() as unit:
        heard = keeper.heard(unit, key)
        if heard is None or heard["sha256"] != REMOVED:
            return None
        is_here = is_shown(store, unit, Kind(key.partition("/")[0]), heard["here"])
    stays = (heard.get("stays") or Stays.CHANGED.value) if is_here else ""
    return {"version": heard["version"], "sha256": REMOVED, "stays": stays, "resource": {}}


def is_shown(store: Store, unit: Unit, kind: Kind, here: str) -> bool:
    """Whether anything of it is here that surfaces show; somebody who is not active any more counts as gone."""
    if publishing.meant_of(store, unit, kind, here) is None:
        return False
    return kind is not Kind.PATIENT or patients.find(unit, here).details.active


def _as_left(store: Store, unit: Unit, kind: Kind, here: str, heard: Heard) -> dict[str, Any]:
    """What somebody here may change after us; and of a person, what both stations say from now on."""
    now = spoken(store, unit, kind, here)
    agreed = {"theirs": {**heard["theirs"], "active": False}, "mine": now.meaning} if now else {}
    return {"left": changes.version(unit, kind, here), **agreed}


# --- why it stays -----------------------------------------------------------------------------------------------------


def _stays(store: Store, unit: Unit, keeper: Keeper, removal: Removal, heard: Heard) -> Stays | None:
    """``None`` where nothing is against it."""
    if not heard.get("new"):
        return Stays.OTHERS
    if "left" in heard:  # it had gone, and somebody here brought it back
        return Stays.CHANGED
    if removal.kind is Kind.PHOTO:
        return None
    return _REASONS[removal.kind](store, unit, keeper, heard)


def _visit_stays(_: Store, unit: Unit, __: Keeper, heard: Heard) -> Stays | None:
    row = studies.study(unit, heard["here"])
    if row.instances or lookups.is_being_made(unit, row.study_uid):
        return Stays.PICTURES
    return None if changes.version(unit, Kind.STUDY, row.study_uid) == heard["new"] else Stays.CHANGED


def _person_stays(store: Store, unit: Unit, keeper: Keeper, heard: Heard) -> Stays | None:
    """A removal beats nobody's edit, no joining (HZ-18), and nothing that anybody else has added."""
    row = patients.find(unit, heard["here"])
    now = spoken(store, unit, Kind.PATIENT, row.uuid)
    is_as_heard = now is not None and now.meaning == heard["mine"] and heard["agrees"]
    is_alone = not links.of(unit, row.uuid) and all(keeper.heard(unit, key) for key in _about(unit, row))
    return None if is_as_heard and is_alone else Stays.CHANGED


def _about(unit: Unit, row: PatientRow) -> Iterator[str]:
    """Everything that is here about somebody."""
    found = {
        Kind.STUDY: [study.study_uid for study in studies.of_patient(unit, row.uuid)],
        Kind.OPINION: [opinion.uuid for opinion in opinions.of_patient(unit, row.uuid)],
        Kind.REFERRAL: [referral.uuid for referral in referrals.of_patient(unit, row)],
        Kind.WORKITEM: [item.workitem_uid for item in workitems.of_patient(unit, row.uuid)],
        Kind.PHOTO: [shot.uuid for shot in images.listed(unit, images.Wanted(patient_pk=row.pk))],
    }
    return (f"{kind.value}/{uid}" for kind, uids in found.items() for uid in uids)


_REASONS: Mapping[Kind, Callable[[Store, Unit, Keeper, Heard], Stays | None]] = {
    Kind.STUDY: _visit_stays,
    Kind.PATIENT: _person_stays,
}


# --- taking away ------------------------------------------------------------------------------------------------------


def _withdraw_headshot(unit: Unit, here: str) -> None:
    images.forget(unit, [images.by_uuid(unit, here)])


def _withdraw_visit(unit: Unit, here: str) -> None:
    studies.forget(unit, here)


def _withdraw_person(unit: Unit, here: str) -> None:
    patients.amend(unit, here, patients.find(unit, here).details._replace(active=False))


_WITHDRAW: Mapping[Kind, Callable[[Unit, str], None]] = {
    Kind.PHOTO: _withdraw_headshot,
    Kind.STUDY: _withdraw_visit,
    Kind.PATIENT: _withdraw_person,
}
