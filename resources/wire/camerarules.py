"""What one camera needs, as a person or the configuration says it: pure values, checked, put together, applied.

A rule never touches a picture's bytes. It says how the camera's Patient ID is read, how names are written for it, and where it
is. Where configuration and Camp page both speak, the configuration wins, field by field: it stands on purpose on a station
that may have no window, and the page shows those fields as fixed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from resources.problems import Invalid
from resources.wire.latin import latin

LONGEST_ID = 64
"""Patient ID is an LO (PS3.5 6.2); a rule looks at no more, so that it ends soon whatever a sender writes."""
LONGEST_DIFFERENCE = 100 * 366 * 86400


class Charset(StrEnum):
    """What letters a camera can show."""

    UTF_8 = "utf-8"
    LATIN_1 = "latin-1"
    ASCII = "ascii"

    @property
    def term(self) -> str:
        """Specific Character Set (0008,0005), PS3.3 C.12.1.1.2; empty is ASCII, the default repertoire."""
        return {"utf-8": "ISO_IR 192", "latin-1": "ISO_IR 100", "ascii": ""}[self.value]


class NameOrder(StrEnum):
    """Which part of a name the camera puts first. PS3.5 6.2.1 says the family's."""

    FAMILY_FIRST = "family-first"
    GIVEN_FIRST = "given-first"


class Trust(StrEnum):
    """What a person has said about a device that was seen."""

    NEW = "new"
    TRUSTED = "trusted"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class CameraRules:
    """All rules for one calling AE title. The defaults are what an unknown camera gets."""

    ae_title: str
    name: str = ""
    host: str = ""
    """Where it listens itself, for an echo and for storage commitment; empty: nobody has said."""
    port: int = 0
    strip: str = ""
    """A regular expression that is taken from the front of Patient ID, e.g. ``phelcom_``."""
    charset: Charset = Charset.UTF_8
    name_order: NameOrder = NameOrder.FAMILY_FIRST
    clock_ahead: int | None = None
    """Seconds that its clock is ahead of ours; negative: behind; ``None``: measured from its pictures."""
    trust: Trust = Trust.NEW

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or self.ae_title


CONFIGURABLE = frozenset(one.name for one in fields(CameraRules))


def checked(rules: CameraRules) -> CameraRules:
    """The same, without blanks around. Raises Invalid with a sentence, naming the field."""
    rules = replace(rules, ae_title=rules.ae_title.strip(), name=rules.name.strip(), host=rules.host.strip())
    if not 1 <= len(rules.ae_title) <= 16 or not re.fullmatch(r"[ -\[\]-~]+", rules.ae_title):
        raise _wrong("ae_title", "An AE title has 1 to 16 plain letters, digits or signs.")  # PS3.5 6.2, AE
    if len(rules.name) > 64:
        raise _wrong("name", "A camera's name has up to 64 letters.")
    if len(rules.host) > 255 or re.search(r"[\s/]", rules.host):
        raise _wrong("host", "The camera's address is a number like 192.168.50.20, or a name without spaces.")
    if not 0 <= rules.port <= 65535:
        raise _wrong("port", "A port is a number from 1 to 65535.")
    if rules.clock_ahead is not None and abs(rules.clock_ahead) > LONGEST_DIFFERENCE:
        raise _wrong("clock_ahead", "A clock cannot be wrong by more than a hundred years.")
    _check_strip(rules.strip)
    return rules


def _check_strip(rule: str) -> None:
    """Refuse what is no expression, and what could take for ever on a hostile number."""
    try:
        re.compile(rule)
    except re.error as reason:
        raise _wrong("strip", f"This rule cannot be read: {reason}.") from reason
    if len(rule) > 64 or re.search(r"\)[*+?{]", rule) or len(re.findall(r"[*+{]", rule)) > 2:
        raise _wrong("strip", "This rule is too complicated. Write what stands before the number, like phelcom_")


def _wrong(field: str, sentence: str) -> Invalid:
    return Invalid(sentence, fields={field: sentence})


def stripped(patient_id: str, strip: str) -> str:
    """Patient ID without what the rule takes from its front."""
    text = patient_id.strip()
    if not strip or len(text) > LONGEST_ID:
        return text
    return re.sub(f"^(?:{strip})", "", text, count=1)


def with_configured(rules: CameraRules, peer: Mapping[str, Any]) -> CameraRules:
    """These rules, and over them what the configuration says of this camera. Raises Invalid."""
    said = {name: value for name, value in peer.items() if name != "ae_title"}
    try:
        kinds = {"charset": Charset, "name_order": NameOrder, "trust": Trust, "port": int, "clock_ahead": int}
        read = {name: kinds.get(name, str)(value) for name, value in said.items()}
        return checked(replace(rules, **read))
    except (TypeError, ValueError) as reason:
        raise Invalid(f"The configuration of camera {rules.ae_title} cannot be read: {reason}.") from reason


def name_for(rules: CameraRules, family: str, given: str, native: str = "") -> str:
    """A person's name as a PN (PS3.5 6.2.1) that this camera can show; the native script is its ideographic group."""
    parts = (family, given) if rules.name_order is NameOrder.FAMILY_FIRST else (given, family)
    alphabetic = "^".join(part.translate(_DELIMITERS) for part in parts).rstrip("^") or native.translate(_DELIMITERS)
    if rules.charset is Charset.UTF_8:
        return f"{alphabetic}={native.translate(_DELIMITERS)}" if native and (family or given) else alphabetic
    if rules.charset is Charset.LATIN_1 and _fits_latin_1(alphabetic):
        return alphabetic
    return latin(alphabetic)


def text_for(rules: CameraRules, text: str) -> str:
    """Any other words for this camera's screen: a description, a village."""
    if rules.charset is Charset.UTF_8 or (rules.charset is Charset.LATIN_1 and _fits_latin_1(text)):
        return text
    return latin(text)


_DELIMITERS = str.maketrans({"^": " ", "=": " ", "\\": " "})


def _fits_latin_1(text: str) -> bool:
    try:
        text.encode("latin_1")
    except UnicodeEncodeError:
        return False
    return True
