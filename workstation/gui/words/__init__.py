"""What the screen says, by key, in English, Arabic and Hindi. Pure: no Qt, no files.

Each subject has its own table beside this file: ``key: (english, arabic, hindi)``. Numbers are put in by name and
written in the digits of the language; IDs, ports and times are left-to-right islands. Sentences that claim something
are spoken by ``claims.py`` only.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workstation.gui.words import (
    camp,
    claims,
    disputes,
    frame,
    grading,
    hints,
    importing,
    inbox,
    letters,
    missing,
    opening,
    patients,
    problems,
    referrals,
    style,
    syncing,
    today,
    viewer,
)

LANGUAGES = ("en", "ar", "hi")
RIGHT_TO_LEFT = ("ar",)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ISLAND, SHORE = "\u2066", "\u2069"  # LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, UAX #9

Texts = tuple[str, str, str]
TABLES: tuple[Mapping[str, Texts], ...] = (
    camp.TEXTS,
    claims.TEXTS,
    disputes.TEXTS,
    frame.TEXTS,
    grading.TEXTS,
    hints.TEXTS,
    importing.TEXTS,
    inbox.TEXTS,
    missing.TEXTS,
    letters.TEXTS,
    opening.TEXTS,
    patients.TEXTS,
    problems.TEXTS,
    referrals.TEXTS,
    style.TEXTS,
    syncing.TEXTS,
    today.TEXTS,
    viewer.TEXTS,
)


def _joined(tables: Iterable[Mapping[str, Texts]]) -> Mapping[str, Texts]:
    joined: dict[str, Texts] = {}
    for table in tables:
        if twice := joined.keys() & table.keys():
            raise ValueError(f"said twice: {sorted(twice)}")
        joined |= table
    return MappingProxyType(joined)


TEXTS = _joined(TABLES)


class Words:
    """The texts of one language: ``words("inbox.waiting", n=3)``. An unknown key is our bug."""

    def __init__(self, language: str = "en") -> None:
        """Speak that language; one that the product does not have is spoken as English."""
        self.language = language if language in LANGUAGES else "en"
        self._column = LANGUAGES.index(self.language)

    @property
    def is_right_to_left(self) -> bool:
        """Whether the page mirrors."""
        return self.language in RIGHT_TO_LEFT

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with its values put in."""
        spoken = {name: self.value(value) for name, value in values.items()}
        return TEXTS[key][self._column].format(**spoken)

    def value(self, value: object) -> str:
        """A count as the language writes it; anything else (a year is a text) as it is."""
        if not isinstance(value, int):
            return str(value)
        return self.digits(str(value)) if self.language == "ar" else f"{value:,}"

    def digits(self, text: str) -> str:
        """The text with its digits as this language writes them."""
        return text.translate(ARABIC_DIGITS) if self.language == "ar" else text

    def island(self, text: str) -> str:
        """An ID, port or time that stays left-to-right inside a right-to-left sentence."""
        return f"{ISLAND}{text}{SHORE}" if text and self.is_right_to_left else text

    def join(self, parts: Iterable[str]) -> str:
        """Facts in one line; in Arabic by a comma, because a dot reads as a zero there."""
        return ("، " if self.language == "ar" else " · ").join(part for part in parts if part)

    def listed(self, parts: Iterable[str]) -> str:
        """Things of one kind, with the comma of the language."""
        return ("، " if self.language == "ar" else ", ").join(part for part in parts if part)

    def counted(self, key: str, n: int, **values: object) -> str:
        """The singular (``key.one``) or the plural (``key.many``)."""
        return self(f"{key}.one" if n == 1 else f"{key}.many", n=n, **values)
