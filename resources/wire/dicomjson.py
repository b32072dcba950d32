"""The DICOM JSON Model (PS3.18 annex F), written strictly and read leniently.

Written: ``json_of`` a data set; numbers are numbers, text is UTF-8, and what JSON cannot say (NaN, a broken number) is text.
Read: what archives really answer to queries, metadata requests and STOW. Numbers may be strings and strings numbers, a value
may be null, a name may be a plain text. Refuses what is not DICOM JSON at all.
"""

import base64
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from struct import iter_unpack
from typing import Any, TypeAlias

from resources.problems import Invalid
from resources.wire.dataset import Element, Elements

# Tags by keyword, PS3.6.
SOP_CLASS_UID = "00080016"
INSTANCE_UID = "00080018"
STUDY_DATE = "00080020"
ACQUISITION_DATE = "00080022"
CONTENT_DATE = "00080023"
ACQUISITION_DATETIME = "0008002A"
ACQUISITION_TIME = "00080032"
CONTENT_TIME = "00080033"
REFERENCED_SOP_CLASS_UID = "00081150"
REFERENCED_SOP_INSTANCE_UID = "00081155"
WARNING_REASON = "00081196"
FAILURE_REASON = "00081197"
FAILED_SOP_SEQUENCE = "00081198"
REFERENCED_SOP_SEQUENCE = "00081199"
PATIENT_NAME = "00100010"
PATIENT_ID = "00100020"
ISSUER_OF_PATIENT_ID = "00100021"
PATIENT_BIRTH_DATE = "00100030"
PATIENT_SEX = "00100040"
STUDY_UID = "0020000D"
SERIES_UID = "0020000E"
IMAGE_LATERALITY = "00200062"
LATERALITY = "00200060"
FRAME_LATERALITY = "00209072"
MEASUREMENT_LATERALITY = "00240113"
FRAME_ANATOMY_SEQUENCE = "00209071"
SHARED_FUNCTIONAL_GROUPS = "52009229"
PER_FRAME_FUNCTIONAL_GROUPS = "52009230"
NUMBER_OF_FRAMES = "00280008"
ROWS = "00280010"
COLUMNS = "00280011"


class DataSet:
    """One data set of an answer. Every getter says "absent" for what is absent, empty, null or of an unexpected form."""

    def __init__(self, elements: Mapping[str, Any]) -> None:
        self._elements = {str(tag).upper(): element for tag, element in elements.items()}

    def __contains__(self, tag: str) -> bool:
        return tag in self._elements

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements)

    def values(self, tag: str) -> list[Any]:
        """The values as they stand in the JSON, nulls included; a single value that is not in a list counts as one."""
        element = self._elements.get(tag)
        value = element.get("Value") if isinstance(element, Mapping) else None
        if value is None:
            return []
        return list(value) if isinstance(value, list) else [value]

    def text(self, tag: str) -> str:
        """The first value as text; a person name with its component groups as ``Alphabetic=Ideographic=Phonetic``."""
        return next(iter(self.texts(tag)), "")

    def texts(self, tag: str) -> list[str]:
        """All values as texts, a null as an empty one."""
        return [_text(value) for value in self.values(tag)]

    def number(self, tag: str) -> int | None:
        """The first value as a whole number: US and IS, written as a number or as a string."""
        try:
            return int(float(self.text(tag)))
        except (ValueError, OverflowError):
            return None

    def items(self, tag: str) -> list["DataSet"]:
        """The items of a sequence."""
        return [DataSet(item) for item in self.values(tag) if isinstance(item, Mapping)]


def _text(value: Any) -> str:
    if value is None or isinstance(value, list):
        return ""
    if isinstance(value, Mapping):
        groups = [str(value.get(group) or "") for group in ("Alphabetic", "Ideographic", "Phonetic")]
        return "=".join(groups).rstrip("=")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip(" \0")


def read_data_set(body: bytes) -> DataSet:
    """One data set, such as a STOW-RS answer. Raises Invalid for anything else; a list of one is taken for its one."""
    found = _parsed(body)
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, Mapping):
        raise Invalid("The answer is not a DICOM data set.")
    return DataSet(found)


def read_data_sets(body: bytes) -> list[DataSet]:
    """A list of data sets, such as a QIDO-RS answer; an empty body is an empty list. Raises Invalid for anything else."""
    if not body.strip():
        return []
    found = _parsed(body)
    if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
        raise Invalid("The answer is not a list of DICOM data sets.")
    return [DataSet(item) for item in found]


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as broken:
        raise Invalid("The answer is not JSON.") from broken


# --- writing ----------------------------------------------------------------------------------------------------------

Json: TypeAlias = dict[str, Any]
"""One data set: eight hex digits to ``{"vr", "Value" | "InlineBinary" | "BulkDataURI"}``."""
Path: TypeAlias = tuple["str | int", ...]
"""Where an element stands, e.g. ``("52009229", 0, "00209071")``."""
Elsewhere: TypeAlias = Callable[[Path, Element], "str | None"]
"""Gives the URI of a value that is not written out, or ``None``."""

SPECIFIC_CHARACTER_SET = "00080005"
PN_GROUPS = ("Alphabetic", "Ideographic", "Phonetic")
BINARY = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "UN"})
ONE_TEXT = frozenset({"LT", "ST", "UR", "UT"})  # a backslash is part of the text, PS3.5 6.2
NUMBERS = {"FD": "d", "FL": "f", "SL": "i", "SS": "h", "SV": "q", "UL": "I", "US": "H", "UV": "Q"}
SWAPPED = {"OD": 8, "OF": 4, "OL": 4, "OV": 8, "OW": 2}
"""Bytes of a word of a binary VR; a big-endian one is turned, since InlineBinary is little endian (PS3.18 F.2.7)."""
_EXACT = 1 << 53
"""Whole numbers below this are exact in every JSON reader; larger ones are written as text (PS3.18 F.2.3.1)."""
_INTEGER = re.compile(r"[+-]?\d{1,12}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([Ee][+-]?\d+)?", re.ASCII)


def nothing_elsewhere(path: Path, element: Element) -> str | None:  # noqa: ARG001
    """Everything is written out."""
    return None


def json_of(elements: Elements, elsewhere: Elsewhere = nothing_elsewhere, path: Path = ()) -> Json:
    """The model of a data set or item. Group lengths are left out; the character set is said to be UTF-8."""
    found: Json = {}
    for tag, element in elements.items():
        if tag & 0xFFFF and tag >> 16 not in (0x0000, 0x0002):
            name = f"{tag:08X}"
            found[name] = _element_json(element, elsewhere, (*path, name))
    beyond_ascii = not path and not all(_is_plain(element) for element in elements.values())
    if beyond_ascii or SPECIFIC_CHARACTER_SET in found:
        found[SPECIFIC_CHARACTER_SET] = {"vr": "CS", "Value": ["ISO_IR 192"]}
    return dict(sorted(found.items()))


def _is_plain(element: Element) -> bool:
    return element.vr in BINARY or element.vr in NUMBERS or (element.value or b"").isascii()


def _element_json(element: Element, elsewhere: Elsewhere, path: Path) -> Json:
    said: Json = {"vr": element.vr}
    if element.items is not None:
        items = [json_of(item, elsewhere, (*path, number)) for number, item in enumerate(element.items)]
        return said | ({"Value": items} if items else {})
    if not element.length:
        return said
    uri = elsewhere(path, element)
    if uri is not None:
        return said | {"BulkDataURI": uri}
    if element.value is None:
        raise ValueError(f"the long value of {path} has no place of its own")
    if element.vr in BINARY:
        return said | {"InlineBinary": base64.b64encode(little_endian(element)).decode("ascii")}
    values = _values(element)
    return said | ({"Value": values} if any(value is not None for value in values) else {})


def little_endian(element: Element) -> bytes:
    """The bytes of a binary value, turned where the file is big endian."""
    return turned(element.value or b"", 1 if element.little else SWAPPED.get(element.vr, 1))


def turned(value: bytes, width: int) -> bytes:
    """Words of ``width`` bytes, each back to front."""
    whole = len(value) - len(value) % width
    turning = bytearray(value)
    for place in range(width if width > 1 else 0):
        turning[place:whole:width] = value[width - 1 - place : whole : width]
    return bytes(turning)


def _values(element: Element) -> list[Any]:
    vr = element.vr
    if vr in NUMBERS:
        return [_number(vr, value) for value in _unpacked(element, NUMBERS[vr])]
    if vr == "AT":
        words = _unpacked(element, "H")
        return [f"{group:04X}{number:04X}" for group, number in zip(words[::2], words[1::2], strict=False)]
    text = element.text
    if vr in ONE_TEXT:
        return [text] if text else []
    return [_single(vr, part.strip(" \0")) for part in text.split("\\")]


def _unpacked(element: Element, code: str) -> list[Any]:
    form = ("<" if element.little else ">") + code
    value, size = element.value or b"", {"H": 2, "h": 2, "I": 4, "i": 4, "f": 4}.get(code, 8)
    return [number for (number,) in iter_unpack(form, value[: len(value) // size * size])]


def _number(vr: str, value: float) -> Any:
    if isinstance(value, int):
        return value if abs(value) < _EXACT else str(value)
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "inf" if value > 0 else "-inf"  # as PS3.19 A.1.5 spells them
    return float(f"{value:.9g}") if vr == "FL" else value


def _single(vr: str, text: str) -> Any:
    """One value of a text VR; an empty one among others is null (PS3.18 F.2.5)."""
    if not text:
        return None
    if vr == "IS" and _INTEGER.fullmatch(text):
        return int(text)
    if vr == "DS" and _DECIMAL.fullmatch(text) and math.isfinite(number := float(text)):
        return int(number) if number.is_integer() and abs(number) < _EXACT else number
    return name_json(text) if vr == "PN" else text


def name_json(text: str) -> Json | None:
    """A Person Name by its component groups (PS3.18 F.2.2); ``None`` for one that says nothing."""
    said = {group: part.strip().rstrip("^") for group, part in zip(PN_GROUPS, text.split("="), strict=False)}
    return {group: part for group, part in said.items() if part} or None  # null components at the end say nothing


def written(data_set: Any) -> bytes:
    """The bytes of an answer: one data set, or a list of them."""
    return json.dumps(data_set, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")
