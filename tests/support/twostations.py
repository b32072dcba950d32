"""Station A is headquarters of station B, and each numbers its people: ``with a_hub_and_a_laptop(folder) as (hub, laptop)``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.restclient import SECRET, web
from support.travelling import Laptop, a_laptop

from resources.problems import Offline
from resources.store import Store
from sync.fhirserver import FhirServer, root_of
from sync.headquarters import HttpHeadquarters, Reply
from sync.listedstudies import Listing
from sync.recordkeeping import Destination


class Line(HttpHeadquarters):
    """A line to the records of headquarters, which may be away while its archive is not."""

    def __init__(self, url: str, away: list[bool]) -> None:
        super().__init__(url, token=SECRET)
        self._away = away

    def talk(self, *said: Any, **more: Any) -> Reply:
        if self._away:
            raise Offline("The records are away.")
        return super().talk(*said, **more)


@contextmanager
def a_hub_and_a_laptop(
    folder: Path, away: list[bool] | None = None, *, hub: bool = False, lists: bool = False
) -> Iterator[tuple[Store, Laptop]]:
    """While something is in ``away``, records stay away. With ``hub`` they may be written; with ``lists`` the list is read."""
    with web(folder / "hub", hub=hub) as (http, store):
        base = str(http.base_url).rstrip("/")
        archive, fhir = f"{base}/dicom-web", root_of(base, "default")
        store.rng(1000)

        def reached(address: str) -> HttpHeadquarters:
            return HttpHeadquarters(address, token=SECRET)

        with a_laptop(
            folder / "laptop",
            letter="B",
            connect=lambda: reached(archive),
            headquarters=archive,
            records=Destination(lambda: FhirServer(Line(fhir, [] if away is None else away)), fhir),
            listing=Listing(fhir, lambda: reached(fhir), reached) if lists else None,
        ) as laptop:
            yield store, laptop
