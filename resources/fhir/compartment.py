"""What a token for one person opens here: that Patient, their ImagingStudies and pictures, and the Endpoints. It only reads.

A search names the person, as seed 004 does: ``ImagingStudy?patient=…``. What else is asked for only narrows it.
"""

from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.types import Scope

from resources.http.access import READING, Within
from resources.problems import Invalid
from resources.store import Store, Unit
from resources.store.compartment import is_person, may_see_person, may_see_study
from resources.wire.fhirsearch import REFERENCE, Context, Criterion, Target, criteria


def within(store: Store) -> Within:
    """Whether a request is for one person's records only."""

    def is_within(scope: Scope, patient: str) -> bool:
        steps = _behind_the_base([step for step in scope["path"].split("/") if step])
        if scope.get("method") not in READING and steps[-1:] != ["_search"]:
            return False
        with store.read() as unit:
            return _is_about(unit, patient, steps, scope)

    return is_within


def _behind_the_base(steps: list[str]) -> list[str]:
    return steps[1:] if steps[:1] == ["fhir"] else steps[4:]


def _is_about(unit: Unit, owner: str, steps: list[str], scope: Scope) -> bool:
    match steps:
        case ["Endpoint", *_]:
            return True
        case ["ImagingStudy"] | ["ImagingStudy", "_search"]:
            return _names(unit, owner, scope)
        case ["ImagingStudy", key, *_]:
            return key != "_history" and may_see_study(unit, owner, key)
        case ["Patient", key, *_]:
            return key != "_search" and may_see_person(unit, owner, key)
    return False


def _names(unit: Unit, owner: str, scope: Scope) -> bool:
    """Whether one of the parameters leaves nobody but the owner."""
    query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    try:
        asked = criteria(query, {"patient": REFERENCE}, Context(unit.store.zone, _bases(scope)))
    except Invalid:
        return False
    return any(_is_only(unit, owner, one) for one in asked)


def _is_only(unit: Unit, owner: str, asked: Criterion) -> bool:
    targets = [value for value in asked.values if isinstance(value, Target)]
    return bool(targets) and all(one.id != "" and is_person(unit, owner, one.id) for one in targets)


def _bases(scope: Scope) -> tuple[str, ...]:
    """The address that was asked under: an absolute reference to a person begins with it."""
    root = str(Request(scope).base_url).rstrip("/")
    steps = scope["path"].strip("/").split("/")
    return (f"{root}/{'/'.join(steps[:1] if steps[0] == 'fhir' else steps[:4])}",)
