"""What a token for one person opens under ``/tscharts``: that person and their pictures. It only reads."""

from urllib.parse import parse_qsl

from starlette.types import Scope

from resources.http.access import READING, Within
from resources.problems import Invalid, NotFound
from resources.store import Store, Unit
from resources.store.compartment import is_person_numbered, may_see_photo
from resources.tscharts.desk import key, number_in


def within(store: Store) -> Within:
    """Whether a request is for one person's records only."""

    def is_within(scope: Scope, patient: str) -> bool:
        if scope.get("method") not in READING:
            return False
        with store.read() as unit:
            try:
                return _is_about(unit, patient, [step for step in scope["path"].split("/") if step][2:], scope)
            except (Invalid, NotFound):
                return False

    return is_within


def _is_about(unit: Unit, owner: str, steps: list[str], scope: Scope) -> bool:
    match steps:
        case ["patient", pk]:
            return is_person_numbered(unit, owner, key(pk))
        case ["image", pk]:
            return may_see_photo(unit, owner, key(pk))
        case ["image"]:
            asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
            pks = [number_in(value) for name, value in asked if name == "patient"]
            return bool(pks) and all(is_person_numbered(unit, owner, pk) for pk in pks)
    return False
