"""Everybody, prepared for being compared by name many times: as it is written, as it sounds, and without vowels (HZ-08). Pure.

Of equal names one is compared; 20,000 people take some milliseconds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from resources.store.rows import PatientDetails, PatientRow
from resources.wire.matching import folded
from resources.wire.namesound import bones, sounds

SOUNDS_ALIKE = 80.0
"""How alike names must be to be offered, 0 to 100 (rapidfuzz ratio, of words in the order of the alphabet)."""
WRITTEN, SOUND, BONES, PART = range(4)
WEIGHTS = {WRITTEN: 1.0, SOUND: 0.98, BONES: 0.92, PART: 0.95}
MOST_NAMES = 100
FEWEST_BONES = 4

Key = tuple[int, str]


@dataclass(frozen=True)
class Known:
    """A person with what is compared, made once for many comparisons."""

    patient: PatientRow
    keys: frozenset[Key]
    village: str
    phone: str


def known(patient: PatientRow) -> Known:
    """Prepare somebody for comparing."""
    details = patient.details
    keys = frozenset({*name_keys(details), *((PART, part) for name in names(details) for part in sounds(name))})
    return Known(patient, keys, " ".join(folded(details.village)), phone_key(details.phone))


def names(details: PatientDetails) -> list[str]:
    """The name in each script that it is known in."""
    latin = f"{details.given_name} {details.family_name}".strip()
    return [name for name in (latin, details.native_name.strip()) if name]


def name_keys(details: PatientDetails) -> set[Key]:
    """What whole names are compared by."""
    found: set[Key] = set()
    for name in names(details):
        heard = sounds(name)
        bare = "".join(sorted(bones(sound) for sound in heard))
        found |= {(WRITTEN, _in_order(folded(name))), (SOUND, _in_order(heard))}
        if len(bare) >= FEWEST_BONES:
            found.add((BONES, _in_order(bones(sound) for sound in heard)))
    return found


def phone_key(phone: str) -> str:
    """The digits that two spellings of a phone number share."""
    return "".join(char for char in phone if char.isdigit())[-9:]


def _in_order(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


class Crowd:
    """Who may be meant by a name. Never changed once it was made: any thread may hold it."""

    def __init__(self, people: Iterable[Known]) -> None:
        """Of these people."""
        self.people = tuple(people)

    @cached_property
    def _owners(self) -> Mapping[int, Mapping[str, list[int]]]:
        found: dict[int, dict[str, list[int]]] = {kind: defaultdict(list) for kind in WEIGHTS}
        for place, one in enumerate(self.people):
            for kind, key in one.keys:
                found[kind][key].append(place)
        return {kind: dict(keys) for kind, keys in found.items()}

    @cached_property
    def _listed(self) -> Mapping[int, list[str]]:
        return {kind: list(keys) for kind, keys in self._owners.items()}

    @cached_property
    def _by_phone(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.people):
            if one.phone:
                found[one.phone].append(place)
        return found

    @cached_property
    def _by_photo(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.people):
            if one.patient.photo_digest:
                found[one.patient.photo_digest].append(place)
        return found

    def with_phone(self, phone: str) -> list[int]:
        """The places of those who have this number."""
        return self._by_phone.get(phone, [])

    def with_photo(self, digest: str) -> list[int]:
        """The places of those who are shown with this very picture."""
        return self._by_photo.get(digest, [])

    def named_like(self, details: PatientDetails) -> dict[int, float]:
        """The places of those whose name may be that one, with how alike the two are, 0 to 100."""
        asked = name_keys(details)
        for name in names(details):
            heard = sounds(name)
            if len(heard) == 1:  # a given name alone is compared with each part
                asked.add((PART, heard[0]))
        found: dict[int, float] = {}
        for kind, text in asked:
            for key, score in self._like(kind, text):
                for place in self._owners[kind][key]:
                    found[place] = max(found.get(place, 0.0), score)
        return found

    def _like(self, kind: int, text: str) -> list[tuple[str, float]]:
        weight, keys = WEIGHTS[kind], self._listed[kind]
        cutoff = SOUNDS_ALIKE / weight
        near = process.extract(text, keys, scorer=ratio, processor=None, score_cutoff=cutoff, limit=MOST_NAMES)
        return [(key, score * weight) for key, score, _ in near]
