"""What the screen says, by key, in English, Arabic, Hindi and Spanish. Pure: no Qt; a language is read from its file once.

Each subject has its own table beside this file, in English; every other language is a file for Qt Linguist
(``build/words.py``). Numbers are put in by name and written in the digits of the language; IDs, ports and times are
left-to-right islands. Sentences that claim something are spoken by ``claims.py`` only.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from workstation.gui.words import (
    camp,
    cards,
    claims,
    clocks,
    disputes,
    frame,
    grading,
    hints,
    importing,
    inbox,
    letters,
    linguist,
    missing,
    newborns,
    opening,
    patients,
    plurals,
    problems,
    questions,
    reasons,
    referrals,
    reports,
    results,
    style,
    syncing,
    tasks,
    today,
    viewer,
)

LANGUAGES = ("en", "ar", "hi", "es")
IN_FILES = LANGUAGES[1:]
"""Kept as files for Qt Linguist; the tables are English."""
RIGHT_TO_LEFT = ("ar",)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ARABIC_DECIMAL = "\u066b"
ISLAND, SHORE = "\u2066", "\u2069"  # LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, UAX #9

TABLES: tuple[Mapping[str, str], ...] = (
    camp.TEXTS,
    cards.TEXTS,
    claims.TEXTS,
    clocks.TEXTS,
    disputes.TEXTS,
    frame.TEXTS,
    grading.TEXTS,
    hints.TEXTS,
    importing.TEXTS,
    inbox.TEXTS,
    missing.TEXTS,
    newborns.TEXTS,
    letters.TEXTS,
    opening.TEXTS,
    patients.TEXTS,
    problems.TEXTS,
    questions.TEXTS,
    reasons.TEXTS,
    referrals.TEXTS,
    reports.TEXTS,
    results.TEXTS,
    style.TEXTS,
    syncing.TEXTS,
    tasks.TEXTS,
    today.TEXTS,
    viewer.TEXTS,
)


def _joined(tables: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    joined: dict[str, str] = {}
    for table in tables:
        if twice := joined.keys() & table.keys():
            raise ValueError(f"said twice: {sorted(twice)}")
        joined |= table
    return MappingProxyType(joined)


TEXTS = _joined(TABLES)


def file_of(language: str) -> Path:
    """Where a translator finds that language."""
    return Path(__file__).parent / f"eyecamp_{language}.ts"


@cache
def texts_of(language: str) -> Mapping[str, str]:
    """All texts in that language. What its file has not finished stays English."""
    if language not in IN_FILES:
        return TEXTS
    return MappingProxyType({**TEXTS} | linguist.texts_of(language, linguist.read(file_of(language))))


def grouped(value: int, language: str) -> str:
    """A count with the marks between its digits: 1,234,567; 12,34,567 in Hindi; 1.234.567 and 1234 in Spanish (CLDR 45)."""
    if language == "es":
        return f"{value:,}".replace(",", ".") if abs(value) >= 10_000 else str(value)
    if language != "hi" or abs(value) < 100_000:
        return f"{value:,}"
    head, tail = divmod(abs(value), 1000)
    return f"{'-' if value < 0 else ''}{_pairs(head)},{tail:03d}"


def _pairs(head: int) -> str:
    return str(head) if head < 100 else f"{_pairs(head // 100)},{head % 100:02d}"


class Words:
    """The texts of one language: ``words("inbox.waiting", n=3)``. An unknown key is our bug."""

    def __init__(self, language: str = "en") -> None:
        """Speak that language; one that the product does not have is spoken as English."""
        self.language = language if language in LANGUAGES else "en"
        self._texts = texts_of(self.language)

    @property
    def is_right_to_left(self) -> bool:
        """Whether the page mirrors."""
        return self.language in RIGHT_TO_LEFT

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with its values put in."""
        spoken = {name: self.value(value) for name, value in values.items()}
        return self._texts[key].format(**spoken)

    def value(self, value: object) -> str:
        """A count as the language writes it; anything else (a year is a text) as it is."""
        if not isinstance(value, int):
            return str(value)
        return self.digits(str(value)) if self.language == "ar" else grouped(value, self.language)

    def digits(self, text: str) -> str:
        """The text with its digits as this language writes them."""
        return text.translate(ARABIC_DIGITS) if self.language == "ar" else text

    def decimal(self, value: float, places: int) -> str:
        """So many places behind the mark of the language: an Arabic dot would read as a zero, and 5.2 as 502."""
        said = self.digits(f"{value:.{places}f}")
        return said.replace(".", ARABIC_DECIMAL) if self.language == "ar" else said

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
        """The form that the language takes for so many (``plurals.py``)."""
        spoken = {name: self.value(value) for name, value in {"n": n, **values}.items()}
        return plurals.form(self.language, key, n, self._texts).format(**spoken)
