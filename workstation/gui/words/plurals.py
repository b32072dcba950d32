"""Which form of a counted text a language takes, by the rules of CLDR 45. Pure.

A table holds ``key.one`` and ``key.many`` (CLDR's "other"), in English. The forms of another language come from its file for
Qt Linguist and stand under ``key#few``: Arabic has six.
"""

from collections.abc import Mapping

CATEGORIES = {
    "en": ("one", "other"),
    "es": ("one", "other"),  # CLDR's "many" begins at a million, which no camp counts
    "hi": ("one", "other"),
    "ar": ("zero", "one", "two", "few", "many", "other"),
}
"""In the order in which Qt Linguist shows them (its numerus rules)."""


def category(language: str, n: int) -> str:
    """CLDR's name of the form for so many."""
    if language == "ar":
        return _arabic(n)
    is_one = n in (0, 1) if language == "hi" else n == 1
    return "one" if is_one else "other"


def _arabic(n: int) -> str:
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def form(language: str, key: str, n: int, texts: Mapping[str, str]) -> str:
    """The text of that key for so many."""
    which = category(language, n)
    own = texts.get(f"{key}#{which}")
    return texts[f"{key}.one" if which == "one" else f"{key}.many"] if own is None else own
