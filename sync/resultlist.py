"""Results as a FHIR server lists them, page by page, with the people that they are of.

Who a result is of is asked for one by one where the page does not hold them and nobody here knows the place.
"""

from collections.abc import Callable, Sequence

from sync.fhirpages import FhirPages
from sync.headquarters import HttpHeadquarters
from sync.readings import Reading, reading_of
from sync.searchset import Entries, Resource, meta_of, stamp_of
from sync.waterline import Listed

COUNT = 100
STRANGERS = 200
"""So many people that a page does not hold are asked for one by one, in one look."""
NOT_SERVED = (400, 404, 405, 501)
"""Not 403: that this station may not read them must be said."""


class ResultList(FhirPages):
    """One type of resource at one server, page by page, with the people that its results are of."""

    def __init__(self, line: HttpHeadquarters, type_: str, known: Callable[[str], bool]) -> None:
        """``known``: whether a reference is the place of somebody here."""
        whose = (f"{type_}:subject",)
        super().__init__(line, type_, self._results, count=COUNT, includes=whose, not_served=NOT_SERVED)
        self._known = known
        self._people: dict[str, Resource] = {}
        self._asked = 0

    def _results(self, entries: Entries) -> Sequence[Listed]:
        """A weight is no result, and still shows how far the list was read."""
        found = [one for _, one in entries]
        self._people |= {
            f"Patient/{one['id']}": one for one in found if one.get("resourceType") == "Patient" and "id" in one
        }
        mine = [one for one in found if one.get("resourceType") == self._type and one.get("id")]
        return [self._reading(one) or _aside(one) for one in mine]

    def _reading(self, one: Resource) -> Reading | None:
        stamp = stamp_of(one)
        found = reading_of(one, self._people, stamp)
        if found is None or found.subject in self._people or not self._may_ask(found):
            return found
        self._asked += 1
        self._people[found.subject] = self._person(found.subject)
        return reading_of(one, self._people, stamp)

    def _may_ask(self, found: Reading) -> bool:
        """Whose it is, is asked for where the page did not say it and nobody here knows it."""
        is_told = bool(found.people) or not found.subject.startswith("Patient/") or self._known(found.subject)
        return not is_told and self._asked < STRANGERS

    def _person(self, reference: str) -> Resource:
        status, found, _ = self.ask(reference)
        return found if status == 200 and isinstance(found, dict) and found.get("resourceType") == "Patient" else {}


def _aside(one: Resource) -> Listed:
    meta, stamp = meta_of(one), stamp_of(one)
    return Listed(
        f"{one['resourceType']}/{one['id']}", str(meta.get("versionId") or meta.get("lastUpdated") or ""), stamp
    )
