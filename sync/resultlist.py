"""Results as a FHIR server lists them, page by page, with the people that they are of.

Who a result is of is asked for one by one where the page does not hold them and nobody here knows the place.
"""

from collections.abc import Callable, Sequence

from sync.fhirpages import FhirPages
from sync.headquarters import HttpHeadquarters
from sync.readings import Reading, reading_of
from sync.searchset import Entries, Resource, stamp_of

COUNT = 100
STRANGERS = 200
"""So many people that a page does not hold are asked for one by one, in one look."""
NOT_SERVED = (400, 403, 404, 405, 501)


class ResultList(FhirPages):
    """One type of resource at one server, page by page, with the people that its results are of."""

    def __init__(self, line: HttpHeadquarters, type_: str, known: Callable[[str], bool]) -> None:
        """``known``: whether a reference is the place of somebody here."""
        whose = (f"{type_}:subject",)
        super().__init__(line, type_, self._results, count=COUNT, includes=whose, not_served=NOT_SERVED)
        self._known = known
        self._people: dict[str, Resource] = {}
        self._asked = 0

    def _results(self, entries: Entries) -> Sequence[Reading]:
        found = [one for _, one in entries]
        self._people |= {
            f"Patient/{one['id']}": one for one in found if one.get("resourceType") == "Patient" and "id" in one
        }
        return [one for one in map(self._reading, found) if one is not None]

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
