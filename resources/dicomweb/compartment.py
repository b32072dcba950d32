"""What a token for one person opens under ``/dicom-web``: that person's studies, one at a time. It only reads."""

from starlette.types import Scope

from resources.http.access import READING, Within
from resources.store import Store
from resources.store.compartment import may_see_study


def within(store: Store) -> Within:
    """Whether a request is for one person's records only."""

    def is_within(scope: Scope, patient: str) -> bool:
        match [step for step in scope["path"].split("/") if step]:
            case ["dicom-web", "studies", uid, *_] if scope.get("method") in READING:
                with store.read() as unit:
                    return may_see_study(unit, patient, uid)
        return False

    return is_within
