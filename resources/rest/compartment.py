"""What a token for one person opens under ``/api``: that person, their photo, their studies. It only reads."""

from urllib.parse import parse_qsl

from starlette.types import Scope

from resources.http.access import READING, Within
from resources.store import Store, Unit
from resources.store.compartment import is_person, may_see_person, may_see_study


def within(store: Store) -> Within:
    """Whether a request is for one person's records only."""

    def is_within(scope: Scope, patient: str) -> bool:
        if scope.get("method") not in READING:
            return False
        with store.read() as unit:
            return _is_about(unit, patient, [step for step in scope["path"].split("/") if step][1:], scope)

    return is_within


def _is_about(unit: Unit, owner: str, steps: list[str], scope: Scope) -> bool:
    match steps:
        case ["patients", key, *_]:
            return may_see_person(unit, owner, key)
        case ["ImagingStudy", key, *_]:
            return may_see_study(unit, owner, key)
        case ["ImagingStudy"]:
            asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
            keys = [value.rpartition("/")[2] for name, value in asked if name == "patient"]
            return bool(keys) and all(is_person(unit, owner, key) for key in keys)
    return False
