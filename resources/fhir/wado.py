"""``/fhir/Patient/{id}/$wado-rs``: the DICOMweb service as one person's, as seed 004 addresses it.

It looks whose study is asked for, and whether its pictures are all here yet; DICOMweb itself does the rest.
"""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from resources.fhir.searching import SOON
from resources.problems import NotFound, Unavailable
from resources.store import Store, lookups, patients, studies

MARK = "$wado-rs"
Refuse = Callable[[Scope, Exception], ASGIApp]


def is_meant(path: str) -> bool:
    """Whether this is an address of one person's pictures."""
    steps = path.strip("/").split("/")
    return len(steps) > 3 and steps[:2] == ["fhir", "Patient"] and steps[3] == MARK


class PatientWado:
    """Hands a request for a study of this person on to ``dicomweb``, whose own root is ``root``."""

    def __init__(self, store: Store, dicomweb: ASGIApp, root: str, refuse: Refuse) -> None:
        self.store = store
        self.dicomweb = dicomweb
        self.root = root
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse in FHIR's language."""
        _, _, key, _, *inner = scope["path"].strip("/").split("/")
        try:
            await run_in_threadpool(self._check, key, inner)
        except (NotFound, Unavailable) as problem:
            await self.refuse(scope, problem)(scope, receive, send)
            return
        await self.dicomweb(dict(scope, path="/".join(["", self.root, *inner])), receive, send)

    def _check(self, key: str, inner: list[str]) -> None:
        """Raise NotFound unless the study is this person's; Unavailable while its pictures are still coming in."""
        if len(inner) < 2 or inner[0] != "studies":
            raise NotFound("There is nothing at this address.")
        with self.store.read() as unit:
            owner = patients.find(unit, key)
            row = studies.study(unit, inner[1])
            if row.patient is None or row.patient.uuid != owner.uuid or row.study_uid != inner[1]:
                raise NotFound("This person has no such study.")
            if lookups.is_being_made(unit, row.study_uid):
                raise Unavailable("Pictures of this study are still coming in.", retry_after=SOON)
