"""What a person puts right about a picture, and how it is taken back. The former state is read in the unit that changes it, so
that two quick keys cannot take each other's former state for their own.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from resources.problems import Conflict
from resources.store import mending, studies
from resources.store.rows import InstanceRow
from resources.store.store import Unit
from resources.terms import Field, Laterality
from workstation.gui.desk import Step

T = TypeVar("T")


def giving(uids: Sequence[str], patient_uuid: str, said: str) -> Step:
    """These pictures are this person's; taken back, they wait again. Raises Conflict for one that somebody else was given."""

    def change(unit: Unit) -> None:
        owners = {studies.instance(unit, uid).patient_uuid for uid in uids} - {None, patient_uuid}
        if owners:
            raise Conflict("Somebody else was given this picture meanwhile. Look again before you choose.")
        mending.assign(unit, uids, patient_uuid)

    return Step(change, said, lambda unit: mending.unassign(unit, uids))


def saying_eye(uids: Sequence[str], eye: Laterality | None, said: str) -> Step:
    """These pictures show that eye, or nobody knows."""
    return _setting(uids, eye, said, lambda row: row.laterality, mending.set_laterality)


def keeping_eye(uid: str, eye: Laterality, said: str) -> Step:
    """Somebody looked again at a picture that seemed to show the other eye: it is this one (HZ-13)."""
    former: list[Laterality | None] = []

    def change(unit: Unit) -> None:
        former.append(studies.instance(unit, uid).laterality)
        mending.keep_laterality(unit, uid, eye)

    return Step(change, said, lambda unit: mending.ask_again(unit, uid, former[-1]))


def saying_field(uids: Sequence[str], field: Field | None, said: str) -> Step:
    """These pictures show that part of the eye."""
    return _setting(uids, field, said, lambda row: Field(row.field) if row.field else None, mending.set_field)


def hiding(uids: Sequence[str], reason: str, said: str) -> Step:
    """Out of sight for that reason; an empty one shows them again."""
    return _setting(uids, reason, said, lambda row: row.hidden, mending.hide)


def _setting(
    uids: Sequence[str],
    value: T,
    said: str,
    read: Callable[[InstanceRow], T],
    write: Callable[[Unit, str, T], object],
) -> Step:
    former: dict[str, T] = {}

    def change(unit: Unit) -> None:
        for uid in uids:
            former[uid] = read(studies.instance(unit, uid))
            write(unit, uid, value)

    return Step(change, said, _back(former, write))


def _back(former: dict[str, T], write: Callable[[Unit, str, T], object]) -> Callable[[Unit], None]:
    def back(unit: Unit) -> None:
        for uid, value in former.items():
            write(unit, uid, value)

    return back
