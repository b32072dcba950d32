"""The other side's own words, beside ours: what headquarters wrote when it refused a record or a picture. Pure.

It is a quotation, never our claim: it stands after our sentence, behind a mark, as one line of plain text of limited length.
What could pass for a part of the screen goes out: markup, control characters, marks of direction, quotation marks.
It may name a person, so it stays with the entry: it is never logged, and no summary of a pass carries it.
"""

import json
import re
import unicodedata
from typing import Any, TypeVar

from resources.problems import Problem

LONGEST = 200
LARGEST = 64 << 10
"""Bytes of an answer that are looked at."""
MARK = " Headquarters wrote: “"
END = "”"
FIELDS = ("detail", "title", "Details", "Message", "message", "error")
"""Of RFC 9457 (application/problem+json), and of archives that write their own."""
TAG = re.compile(r"<[^<>]{0,200}>")
P = TypeVar("P", bound=Problem)


def with_words(sentence: str, said: str) -> str:
    """Our sentence, then what they wrote; ours alone where they wrote nothing."""
    line = plain(said)
    return f"{sentence}{MARK}{line}{END}" if line else sentence


def parted(sentence: str) -> tuple[str, str]:
    """Our sentence, and what headquarters wrote. Ours never holds the mark, so nothing that they write can become ours."""
    ours, mark, theirs = sentence.partition(MARK)
    return (ours, plain(theirs.removesuffix(END))) if mark else (sentence, "")


def quoting(problem: P, body: bytes) -> P:
    """The same Problem, with what the body of the answer says of it."""
    problem.sentence = with_words(parted(problem.sentence)[0], words_of(body))
    return problem


def words_of(body: bytes) -> str:
    """What an OperationOutcome, a problem of RFC 9457 or an archive's own JSON says for a person; of anything else nothing."""
    try:
        found = json.loads(body[:LARGEST])
    except (ValueError, RecursionError):
        return ""
    if not isinstance(found, dict):
        return ""
    if found.get("resourceType") == "OperationOutcome":
        issues = found.get("issue")
        said = [_of_issue(one) for one in issues if isinstance(one, dict)] if isinstance(issues, list) else []
        return next((one for one in said if one), "")
    return next((plain(value) for name in FIELDS if isinstance(value := found.get(name), str) and plain(value)), "")


def _of_issue(issue: dict[str, Any]) -> str:
    """FHIR OperationOutcome.issue: details for a person, else diagnostics."""
    details = issue.get("details")
    said = [details.get("text") if isinstance(details, dict) else None, issue.get("diagnostics")]
    return next((plain(one) for one in said if isinstance(one, str) and plain(one)), "")


def plain(text: str) -> str:
    """One line without anything that is not text; cut at a length that a row of the screen holds."""
    bare = TAG.sub(" ", text)
    kept = "".join(_shown(one) for one in bare)
    line = " ".join(kept.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _shown(one: str) -> str:
    if one in '“”„‟"':
        return "'"
    if one in "<>":
        return " "
    # controls, marks of direction and of formatting, halves of pairs, private use; joiners belong to scripts (Hindi, Persian)
    if unicodedata.category(one)[0] == "C":
        return one if one in "\u200c\u200d" else " "
    return " " if unicodedata.category(one) in ("Zl", "Zp") else one
