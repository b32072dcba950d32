"""The parts that seed 000's documents are built from, with what may stand in them."""

import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

PUBLIC_ID = r"^[0-9]{1,18}$"
OID = r"^(urn:oid:)?[0-2](\.(0|[1-9][0-9]*))+$"
MEANT_BY_US = frozenset({"meta", "number", "uuid", "unmatched", "flags", "warnings", "hidden"})
"""Keys that an answer of ours has; a client that sends one back does not change anything by it."""


def _printable(text: str) -> str:
    if any(unicodedata.category(char) == "Cc" for char in text):
        raise ValueError("holds a control character")
    return text


def _bare(uid: str) -> str:
    return uid.removeprefix("urn:oid:")


def _short(uid: str) -> str:
    if len(uid) > 64:
        raise ValueError("is longer than 64 characters")  # PS3.5 9.1
    return uid


Line = Annotated[str, StringConstraints(max_length=64, strip_whitespace=True), AfterValidator(_printable)]
"""One line of text, as long as one group of a DICOM Person Name (PS3.5 6.2.1.2)."""
Said = Annotated[Line, StringConstraints(min_length=1)]
LongLine = Annotated[str, StringConstraints(max_length=1024), AfterValidator(_printable)]
PublicId = Annotated[str, StringConstraints(pattern=PUBLIC_ID)]
Uid = Annotated[str, StringConstraints(pattern=OID), AfterValidator(_bare), AfterValidator(_short)]


class Document(BaseModel):
    """Something that a client sends. Keys that we do not know are kept and shown again."""

    model_config = ConfigDict(extra="allow")

    def more(self) -> dict[str, Any]:
        """The keys that we do not know."""
        return {key: value for key, value in (self.model_extra or {}).items() if key not in MEANT_BY_US}


class Reference(BaseModel):
    """A reference as FHIR writes it, e.g. ``Patient/10001``."""

    reference: LongLine | None = None
    display: LongLine | None = None

    @property
    def target(self) -> str:
        """What stands after the last slash."""
        return (self.reference or "").rpartition("/")[2]


def target_of(reference: "Reference | str") -> str:
    """The id of ``10001``, ``Patient/10001`` or ``{"reference": "Patient/10001"}``."""
    return (reference if isinstance(reference, Reference) else Reference(reference=reference)).target


def filled(**values: object) -> dict[str, Any]:
    """Only what is known: a key without a value is left out."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
