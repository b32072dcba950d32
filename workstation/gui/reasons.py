"""Sync's reasons in the language of the screen. Pure. A reason that has no words here is said in general, never in English.

Sync keeps a sentence, which is what every surface and the log say. As in gettext, that English is the source of the other
languages: it is found in the table, with the values that were put into it.
"""

import re
from functools import cache

from workstation.gui.words import Words, reasons

BLANK = re.compile(r"\\\{(\w+)\\\}")
PARTS = {text: key for key, text in reasons.TEXTS.items() if key.startswith("hq.part-")}
"""What may differ, joined by "and"."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each sentence with its blanks; those without any first."""
    whole = sorted(reasons.TEXTS.items(), key=lambda one: "{" in one[1])
    return tuple((key, re.compile(BLANK.sub(r"(?P<\1>.+)", re.escape(text)))) for key, text in whole)


def known(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The key of that sentence and what was put into it."""
    found = ((key, pattern.fullmatch(sentence)) for key, pattern in _patterns())
    return next(((key, match.groupdict()) for key, match in found if match), None)


def said(sentence: str, words: Words) -> str:
    """The sentence in that language; nothing where the language has no words for it."""
    if words.language == "en" or not sentence:
        return sentence
    found = known(sentence)
    if found is None:
        return ""
    key, values = found
    return words(key, **{name: _value(name, value, words) for name, value in values.items()})


def _value(name: str, value: str, words: Words) -> str:
    if name == "why":
        return said(value, words) or words("hq.unknown")
    if name == "what":
        return words.listed(
            words(PARTS[part]) if part in PARTS else words("hq.unknown") for part in value.split(" and ")
        )
    return words.island(value)


def said_or_unknown(sentence: str, words: Words) -> str:
    """As ``said``; that there is a reason is said in any case."""
    return said(sentence, words) or (words("hq.unknown") if sentence else "")
