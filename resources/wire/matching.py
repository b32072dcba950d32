"""Attribute matching (PS3.4 C.2.2.2) on the DICOM JSON Model. Pure: a data set and a condition in, whether they fit out.

Single value, list of UIDs, wildcards, ranges of dates and times, and the empty value that fits everything; into every item of
every sequence. Names are compared without case, other texts with it. ``fuzzy`` also forgets accents and the order of parts.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from resources.problems import Invalid
from resources.wire.dicomjson import PN_GROUPS, Json
from resources.wire.dictionary import tag_named, vr_of

RANGED = frozenset({"DA", "DT", "TM"})
LITERAL = frozenset({"AS", "AT", "DS", "FD", "FL", "IS", "SL", "SS", "SV", "UI", "UL", "US", "UV"})
"""VRs in whose values ``*`` and ``?`` stand for themselves (PS3.4 C.2.2.2.4)."""
_DEEPEST = 8
_LONGEST = 1024
_MOST_STARS = 8
_FORMS = {
    "DA": re.compile(r"\d{8}"),
    "TM": re.compile(r"\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?"),
    "DT": re.compile(r"\d{4}(\d{2}(\d{2}(\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?)?)?)?([+-]\d{4})?"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand at ``path`` (tags, outermost first). ``text`` is the value as the client wrote it, empty for any."""

    path: tuple[str, ...]
    text: str = ""

    @property
    def tag(self) -> str:
        """Of the attribute itself."""
        return self.path[-1]

    @property
    def vr(self) -> str:
        """What the dictionary says."""
        return vr_of(int(self.tag, 16))

    @property
    def is_universal(self) -> bool:
        """Whether it fits everything."""
        return self.text in ("", '""') or (self.vr not in LITERAL | RANGED and set(self.text) == {"*"})


def path_of(key: str) -> tuple[str, ...]:
    """The tags of ``PatientName``, ``00100010`` or ``00400275.00080060``. Raises Invalid for what is not an attribute."""
    parts = key.split(".")
    tags = [tag_named(part) for part in parts]
    if len(parts) > _DEEPEST or None in tags:
        raise Invalid(f"{key[:80]} is not an attribute.", fields={key[:80]: "is not an attribute"})
    return tuple(tag for tag in tags if tag is not None)


def condition(key: str, text: str) -> Condition:
    """A key and its value as in a query string. Raises Invalid for an unknown attribute or a range that is none."""
    if len(text) > _LONGEST or text.count("*") > _MOST_STARS:
        raise Invalid(f"The value for {key[:80]} is longer than a value can be.", fields={key[:80]: "is too long"})
    found = Condition(path_of(key), text)
    if found.vr in RANGED and not found.is_universal:
        span(found)
    return found


def span(condition: Condition) -> tuple[str, str]:
    """First and last of a range, empty for an open end; a single value is both. Raises Invalid."""
    vr, text = condition.vr, condition.text.strip()
    low, high = _ends(vr, text)
    form = _FORMS[vr]
    if not (low or high) or any(end and not form.fullmatch(end) for end in (low, high)):
        raise Invalid(f"{text[:40]} is not a {vr} or a range of them.", fields={condition.tag: "is not a date or time"})
    return low, high


def _ends(vr: str, text: str) -> tuple[str, str]:
    """A hyphen parts the ends, but in a DT it may also begin an offset from UTC."""
    if vr == "DT" and re.fullmatch(r"\d{4,14}(\.\d+)?-\d{4}", text) and len(text) > 9:
        return text, text
    low, dash, high = text.partition("-")
    if vr != "DT" or text.count("-") < 2:
        return (low, high) if dash else (text, text)
    low, _, high = text.rpartition("-")
    return low, high


def uids(text: str) -> list[str]:
    """The UIDs of a list, which commas or backslashes part."""
    return [uid for uid in re.split(r"[,\\]", text.strip()) if uid]


_PLAIN_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ŧ": "t"})
"""Letters whose stroke or missing dot is no accent to Unicode, and is left out by people who type."""


def folded(text: str) -> list[str]:
    """The parts of a name without case, accents, width and punctuation."""
    text = text.casefold().translate(_PLAIN_LETTERS)
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return [part for part in re.split(r"[\W_]+", plain) if part]


def fits(data_set: Json, wanted: Condition, *, fuzzy: bool = False) -> bool:
    """Whether the data set has a value that fits, in any item of the sequences on the way."""
    if wanted.is_universal:
        return True
    if len(wanted.path) == 1 and wanted.vr == "SQ":
        return True
    return any(fits_value(wanted, value, fuzzy=fuzzy) for value in values_at(data_set, wanted.path))


def values_at(data_set: Json, path: tuple[str, ...]) -> Iterator[Any]:
    """All values at a path."""
    for value in data_set.get(path[0], {}).get("Value") or ():
        if len(path) == 1:
            yield value
        elif isinstance(value, dict):
            yield from values_at(value, path[1:])


def fits_value(wanted: Condition, value: Any, *, fuzzy: bool = False) -> bool:
    """One value against the condition."""
    if value is None:
        return False
    vr = wanted.vr
    if vr == "PN":
        return _fits_name(wanted.text, value, fuzzy=fuzzy)
    if vr == "UI":
        return str(value) in uids(wanted.text)
    if vr in RANGED:
        return in_span(span(wanted), str(value))
    if vr in LITERAL:
        return _same_number(wanted.text.strip(), value)
    return is_like(wanted.text, str(value))


def in_span(ends: tuple[str, str], value: str) -> bool:
    """Whether a date or time lies between; less precise ends take in all that begins like them."""
    low, high = ends
    text = value.strip()
    return bool(text) and (not low or text >= low or low.startswith(text)) and (not high or text[: len(high)] <= high)


def _same_number(text: str, value: Any) -> bool:
    try:
        return float(text) == float(value)
    except (TypeError, ValueError):
        return text == str(value)


def _fits_name(text: str, value: Any, *, fuzzy: bool) -> bool:
    groups = [str(value.get(group) or "") for group in PN_GROUPS] if isinstance(value, dict) else str(value).split("=")
    if fuzzy:
        return fits_words(text, folded(" ".join(groups)))
    form = text.rstrip("^").casefold()
    names = (*groups, "=".join(groups).rstrip("="))
    return any(is_like(form, name.rstrip("^").casefold()) for name in names if name)


def fits_words(text: str, words: Iterable[str]) -> bool:
    """Whether every word of the query begins one of the words."""
    known = list(words)
    return all(any(word.startswith(wanted) for word in known) for wanted in folded(text))


def is_like(form: str, text: str) -> bool:
    """Whether a text fits a form in which ``*`` is any run of characters and ``?`` is one. Never slower than their product."""
    at = place = mark = 0
    star = -1
    while place < len(text):
        if at < len(form) and form[at] == "*":
            star, mark, at = at, place, at + 1
        elif at < len(form) and form[at] in ("?", text[place]):
            at, place = at + 1, place + 1
        elif star >= 0:
            mark += 1
            at, place = star + 1, mark
        else:
            return False
    return set(form[at:]) <= {"*"}
