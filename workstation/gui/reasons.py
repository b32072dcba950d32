"""The reasons of sync and of an import in the language of the screen. Pure. A reason without words here is never English.

Sync keeps a sentence, which is what every surface and the log say. As in gettext, that English is the source of the other
languages: it is found in the table, with the values that were put into it.
"""

import re
from datetime import datetime
from functools import cache

from sync.quoting import parted, with_words
from workstation.gui.people_text import day_text
from workstation.gui.words import Words, importing, reasons

ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""First strong isolate, and its end: a quotation goes in its own direction and turns nothing around it."""
UNKNOWN = reasons.TEXTS["hq.unknown"]
NUMBERS = ("n", "columns", "rows")
BLANK = re.compile(r"\\\{(\w+)\\\}")
PARTS = {text: key for key, text in reasons.TEXTS.items() if key.startswith("hq.part-")}
"""What may differ, joined by "and"."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each sentence with its blanks; those without any first."""
    brought = {key: text for key, text in importing.TEXTS.items() if key.startswith("import.why-")}
    whole = sorted((reasons.TEXTS | brought).items(), key=lambda one: "{" in one[1])
    return tuple((key, re.compile(BLANK.sub(r"(?P<\1>.+)", re.escape(text)))) for key, text in whole)


def known(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The key of that sentence and what was put into it."""
    found = ((key, pattern.fullmatch(sentence)) for key, pattern in _patterns())
    return next(((key, match.groupdict()) for key, match in found if match), None)


def said(sentence: str, words: Words) -> str:
    """The sentence in that language, then what headquarters wrote as it wrote it; nothing where there are no words for ours."""
    ours, theirs = parted(sentence)
    own = _said(ours, words)
    return f"{own} {words('sync.wrote', quote=f'{ISOLATE}“{theirs}”{END_ISOLATE}')}" if own and theirs else own


def _said(sentence: str, words: Words) -> str:
    if words.language == "en" or not sentence:
        return sentence
    found = known(sentence)
    if found is None:
        return ""
    key, values = found
    return words(key, **{name: _value(name, value, words) for name, value in values.items()})


def said_of_file(sentence: str, words: Words) -> str:
    """As ``said``, of a file that was brought in: what is odd about it may be two things, one after the other."""
    if whole := said(sentence, words):
        return whole
    cuts = [found.end() for found in re.finditer(r"\. ", sentence)]
    pairs = ((said(sentence[:cut].rstrip(), words), said(sentence[cut:], words)) for cut in cuts)
    return next((f"{first} {second}" for first, second in pairs if first and second), "")


def _value(name: str, value: str, words: Words) -> str:
    if name == "day":
        return day_text(datetime.strptime(value, "%d %B %Y").date(), words)  # noqa: DTZ007  # a day has no zone
    if name in NUMBERS:
        return words.island(words.digits(value))
    if name == "why":
        return said(value, words) or words("hq.unknown")
    if name == "what":
        return words.listed(
            words(PARTS[part]) if part in PARTS else words("hq.unknown") for part in value.split(" and ")
        )
    return words.island(value)


def said_or_unknown(sentence: str, words: Words) -> str:
    """As ``said``; that there is a reason is said in any case."""
    theirs = parted(sentence)[1]
    return said(sentence, words) or (said(with_words(UNKNOWN, theirs), words) if sentence else "")
