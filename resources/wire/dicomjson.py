"""The DICOM JSON Model (PS3.18 annex F), read leniently: what archives really answer to queries, metadata requests and STOW.

Numbers may be strings and strings numbers, a value may be null, a name may be a plain text. Refuses what is not
DICOM JSON at all.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from resources.problems import Invalid

# Tags by keyword, PS3.6.
SOP_CLASS_UID = "00080016"
INSTANCE_UID = "00080018"
STUDY_DATE = "00080020"
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
