"""The page that is printed before a camp is packed up: the answer, what stands in the way, a line for every person.

It shows one frozen value (``sync.leaving``) and adds nothing to it. Whoever is missing something stands first.
"""

from collections.abc import Sequence
from datetime import tzinfo
from html import escape

from sync.leaving import Answer, Leaving
from workstation.gui import claims
from workstation.gui.words import Words

COLOURS = {Answer.YES: "#1B6E4B", Answer.PICTURES: "#8A5A00", Answer.NO: "#A61B1B"}
"""On white paper; the word says the same without colour."""


def paper_of(found: Leaving, camp: str, zone: tzinfo, words: Words) -> str:
    """The whole page as HTML for a ``QTextDocument``."""
    question, *_ = claims.leaving_heads(words)
    at = words.island(words.digits(found.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")))
    answer = claims.leaving(found, words).text
    facts = [camp, words("sync.leave-at", at=at)]
    if found.headquarters:
        facts.append(words("sync.leave-hq", name=words.island(found.headquarters)))
    direction = "rtl" if words.is_right_to_left else "ltr"
    signed = escape(words("sync.leave-signed"))
    return "\n".join(
        [
            f'<html><body dir="{direction}">',
            f"<h2>{escape(question)}</h2>",
            f'<h1 style="color:{COLOURS[found.answer]}">{escape(answer)}</h1>',
            *(f"<p><b>{escape(line)}</b></p>" for line in claims.leaving_why(found, words)),
            f"<p>{escape(words.join(facts))}</p>",
            _table(found, words),
            *(f"<p>{escape(line)}</p>" for line in claims.leaving_evidence(found, words)),
            f"<p>{signed}: ____________________________________</p>",
            "</body></html>",
        ]
    )


def _table(found: Leaving, words: Words) -> str:
    _, confirmed, not_told = claims.leaving_heads(words)
    heads = [words(f"sync.leave-{key}") for key in ("number", "name", "pictures")]
    lines = [_row([*heads, confirmed, words("sync.leave-missing"), ""], "th")]
    for one in found.people:
        counts = _counts(one.share.pictures, one.share.confirmed, words)
        lines.append(_row([words.island(one.number), one.name, *counts, not_told if one.is_untold else ""]))
    if found.nobodys.pictures:
        counts = _counts(found.nobodys.pictures, found.nobodys.confirmed, words)
        lines.append(_row(["", words("sync.leave-nobody"), *counts, ""]))
    counts = _counts(found.pictures, found.pictures - found.missing, words)
    lines.append(_row(["", words("sync.leave-sum"), *counts, ""], "th"))
    look = 'width="100%" cellpadding="5" cellspacing="0" border="1" style="border-collapse:collapse; border-color:#888"'
    return f"<table {look}>{''.join(lines)}</table>"


def _counts(pictures: int, confirmed: int, words: Words) -> list[str]:
    return [words.value(pictures), words.value(confirmed), words.value(pictures - confirmed)]


def _row(cells: Sequence[str], tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"
