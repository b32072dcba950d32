"""Does a text, or a JSON document, say a grade without the scheme that it is of (HZ-21)? Reads what is shown as a person would.

A part of a sentence stands alone: "OD ICDR 2 moderate · OS 1" has a bare 1. A button with nothing but a code on it is read with
its accessible name. Counts are no grades: who paints them is listed in ``COUNTERS``.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListView, QWidget

from resources.grading.schemes import SCHEMES
from workstation.gui.words import TEXTS, Words

MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
"""Directional marks and isolates: they say nothing."""
PARTS = re.compile(r"[·,،;()\n]|\. ")
OWN_CODE = re.compile(r"(?<!\w)(?:R0|R1|R2|R3S|R3A|M0|M1|P0|P1)(?!\w)")
LONE_CODE = re.compile(r"(?:[0-5]|U|[01]\.\d0|[01]\.\d5)")
OF_AN_EYE = re.compile(r"(?:OD|OS|OU)\s*[:=]?\s*(?:[0-5U]|[01]\.\d\d)")
OF_A_FINDING = re.compile(
    r"(?:retinopathy|maculopathy|o?edema|stage|zone|grade|level|DR|DME|CDR)\s*[:=]?\s*[0-5](?![\d.])", re.IGNORECASE
)
ORDINARY = {"none", "no", "yes", "present", "red", "green", "orange", "plus", "ungradable"}
"""Words of a scale that people also say of other things."""
COUNTERS = ("count", "Count > QLabel", "QueueRow > QWidget > Place", "PinPad > QPushButton", "RailItem", "Ring")
"""Where a bare numeral is how many, or a key of a PIN."""
KEYS = "Preview > QWidget > KeyButton"
"""U under a picture whose eye is asked for says that nobody knows which."""
ENCODED = 400
"""A text that is longer, and has no blank, is bytes."""
GRADE_KEYS = re.compile(r"grade|code|retinopathy|oedema|edema|maculopathy|severity|finding|result", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """What counts as a scheme's name and as a grade's word on a screen of that language. ``strangers`` are schemes too."""

    language: str = "en"
    strangers: tuple[str, ...] = ()

    @property
    def _names(self) -> list[str]:
        words = Words(self.language)
        local = {words(f"grading.{one.name}.{one.findings[0].name}").rpartition(" · ")[2] for one in SCHEMES.values()}
        return [*SCHEMES, *local, *self.strangers]

    @property
    def _words(self) -> list[str]:
        words = Words(self.language)
        shown = {words(key) for key in TEXTS if re.fullmatch(r"grade\.\w+\.[\w-]+\.[\w-]+", key)}
        own = {code.word for scheme in SCHEMES.values() for finding in scheme.findings for code in finding.codes}
        skipped = ORDINARY | {words(key).casefold() for key in TEXTS if key.startswith("grade.") and _is_ordinary(key)}
        return sorted(word for word in shown | own if word and word.casefold() not in skipped)

    def names_a_scheme(self, text: str) -> bool:
        plain = MARKS.sub("", text).casefold()
        return any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", plain) for name in self._names)

    def bare(self, text: str, beside: str = "") -> str:
        """The part that says a grade and no scheme; empty where there is none. ``beside`` is read together with it."""
        if beside and self.names_a_scheme(beside):
            return ""
        plain = MARKS.sub("", text).strip()
        if LONE_CODE.fullmatch(plain):
            return plain
        return next((part for part in PARTS.split(plain) if self._is_bare(part)), "")

    def _is_bare(self, part: str) -> bool:
        says = OWN_CODE.search(part) or OF_AN_EYE.fullmatch(part.strip()) or OF_A_FINDING.search(part)
        if not says:
            folded = part.casefold()
            says = next(
                (word for word in self._words if re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", folded)), None
            )
        return bool(says) and not self.names_a_scheme(part)


def _is_ordinary(key: str) -> bool:
    return TEXTS[key].casefold() in ORDINARY


# --- the window -------------------------------------------------------------------------------------------------------


@dataclass
class Heard:
    """Every text of one page: what widgets hold, and what they paint themselves, with where and what it is read with."""

    texts: list[tuple[str, str, str]] = field(default_factory=list)

    def bare(self, rule: Rule) -> list[str]:
        found = []
        for where, text, beside in self.texts:
            if is_count(where, text):
                continue
            if part := rule.bare(text, beside):
                found.append(f"{where}: {text!r} says {part!r} of no scheme")
        return sorted(set(found))


def is_count(where: str, text: str) -> bool:
    if where.endswith(KEYS):
        return text == "U"
    return text.strip().isdigit() and where.endswith(COUNTERS)


def hear(top: QWidget) -> Heard:
    """All that is shown below that widget: texts, tooltips, names for a screen reader, lists, and painted words."""
    heard = Heard()
    with _painting(heard):
        top.grab()
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible():
            heard.texts += [(_path(widget), text, beside) for text, beside in _said_by(widget) if text]
    return heard


def _said_by(widget: QWidget) -> Iterator[tuple[str, str]]:
    name = widget.accessibleName()
    beside = " ".join((name, widget.accessibleDescription(), widget.toolTip()))
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text(), beside
    if isinstance(widget, QLineEdit):
        yield widget.text(), beside
        yield widget.placeholderText(), beside
    if isinstance(widget, QComboBox):
        yield from ((widget.itemText(at), beside) for at in range(widget.count()))
    if isinstance(widget, QListView) and widget.model() is not None:
        model = widget.model()
        yield from ((str(model.index(row, 0).data() or ""), beside) for row in range(model.rowCount()))
    yield widget.toolTip(), name
    yield name, ""
    yield widget.accessibleDescription(), name


def _path(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append("count" if at.objectName() == "count" else type(at).__name__)
        at = at.parentWidget()
    return " > ".join(reversed(names))


@contextmanager
def _painting(heard: Heard) -> Iterator[None]:
    """Words that our own widgets draw go by ``QPainter.drawText``, which is overheard meanwhile."""
    draw = QPainter.drawText

    def overheard(painter: QPainter, *drawn: Any) -> Any:
        device = painter.device()
        text = next((one for one in drawn if isinstance(one, str)), "")
        where = _path(device) if isinstance(device, QWidget) else "paper"
        beside = " ".join((device.accessibleName(), device.toolTip())) if isinstance(device, QWidget) else ""
        if text:
            heard.texts.append((where, text, beside))
        return draw(painter, *drawn)

    QPainter.drawText = overheard  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


# --- JSON -------------------------------------------------------------------------------------------------------------


def bare_in(document: Any, rule: Rule, path: str = "$") -> list[str]:
    """Each place in a JSON document that says a grade without its scheme; an object's texts are read together."""
    if isinstance(document, list):
        return [one for at, item in enumerate(document) for one in bare_in(item, rule, f"{path}[{at}]")]
    if not isinstance(document, Mapping):
        return [f"{path}: {document!r}"] if isinstance(document, str) and _sentence_is_bare(document, "", rule) else []
    beside = " ".join(value for value in document.values() if isinstance(value, str))
    found = []
    for key, value in document.items():
        if isinstance(value, Mapping | list):
            found += bare_in(value, rule, f"{path}.{key}")
        elif _leaf_is_bare(str(key), value, beside, rule):
            found.append(f"{path}.{key}: {value!r}")
    return found


def _leaf_is_bare(key: str, value: Any, beside: str, rule: Rule) -> bool:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    if LONE_CODE.fullmatch(str(value)):
        return bool(GRADE_KEYS.search(key)) and not rule.names_a_scheme(beside)
    return isinstance(value, str) and _sentence_is_bare(value, beside, rule)


def _sentence_is_bare(text: str, beside: str, rule: Rule) -> bool:
    is_encoded = len(text) > ENCODED and " " not in text
    return not is_encoded and not LONE_CODE.fullmatch(text.strip()) and bool(rule.bare(text, beside))
