"""The query of a FHIR search (STU3 search.html) as values. Pure: it knows what is asked, not how it is found.

Comma is or, a repeated parameter is and; ``\\`` takes the meaning off ``,``, ``|``, ``$`` and itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, tzinfo
from typing import NamedTuple

from resources.problems import Invalid
from resources.wire.fhirdates import Moment, moment

TOKEN, URI, REFERENCE, DATE, STRING = "token", "uri", "reference", "date", "string"
STUDY_PARAMETERS: Mapping[str, str] = {
    "_id": TOKEN, "_language": TOKEN, "_lastUpdated": DATE, "accession": TOKEN, "basedon": REFERENCE, "bodysite": TOKEN,
    "context": REFERENCE, "dicom-class": URI, "endpoint": REFERENCE, "identifier": TOKEN, "modality": TOKEN,
    "patient": REFERENCE, "patient.identifier": TOKEN, "performer": REFERENCE, "reason": TOKEN, "series": URI,
    "started": DATE, "study": URI, "uid": URI,
}  # fmt: skip
"""``uid`` is the UID of an instance and ``study`` that of the study, as STU3 has it."""
PATIENT_PARAMETERS: Mapping[str, str] = {
    "_id": TOKEN, "_lastUpdated": DATE, "identifier": TOKEN, "name": STRING, "family": STRING, "given": STRING,
    "birthdate": DATE, "gender": TOKEN, "active": TOKEN,
}  # fmt: skip
ENDPOINT_PARAMETERS: Mapping[str, str] = {"_id": TOKEN, "connection-type": TOKEN, "status": TOKEN, "name": STRING}
TARGETS: Mapping[str, tuple[str, ...]] = {
    "basedon": ("ReferralRequest", "CarePlan", "ProcedureRequest"), "context": ("Encounter", "EpisodeOfCare"),
    "endpoint": ("Endpoint",), "patient": ("Patient",), "performer": ("Practitioner",),
}  # fmt: skip
MODIFIERS = {
    TOKEN: ("missing", "not", "text"), URI: ("missing", "below", "above"), REFERENCE: ("missing",), DATE: ("missing",),
    STRING: ("missing", "exact", "contains"),
}  # fmt: skip
MOST_VALUES = 200


class Token(NamedTuple):
    """``system|code``; ``None`` leaves one of them open, the empty system means that there must be none."""

    system: str | None
    code: str | None


class Target(NamedTuple):
    """A reference: ``type`` is empty where only the id was given; ``url`` is for one that is not ours."""

    type: str
    id: str
    url: str = ""


Value = str | Token | Moment | Target


class Criterion(NamedTuple):
    """One parameter: any of the values will do. ``modifier`` is empty, or ``missing`` with a value of true or false, …"""

    name: str
    modifier: str
    values: tuple[Value, ...]


class Context(NamedTuple):
    """What the values of a query are read by: the zone of dates without one, and the address of this server."""

    zone: tzinfo
    bases: tuple[str, ...]


def criteria(pairs: Iterable[tuple[str, str]], kinds: Mapping[str, str], context: Context) -> list[Criterion]:
    """The parameters that are among ``kinds``; the others are for somebody else. Raises Invalid."""
    found = []
    for key, text in pairs:
        name, modifier, target = _split_name(key)
        if name in kinds and text:
            found.append(_criterion(name, modifier, target, text, kinds[name], context))
    return found


def is_known(key: str, kinds: Mapping[str, str]) -> bool:
    """Whether this is one of the parameters, whatever its modifier."""
    return _split_name(key)[0] in kinds


def split(text: str, at: str) -> list[str]:
    """The pieces of a value between separators that are not escaped; the escapes stay."""
    pieces = [""]
    for part in re.findall(r"\\.|[^\\]|\\$", text, re.DOTALL):
        if part == at:
            pieces.append("")
        else:
            pieces[-1] += part
    return pieces


def unescaped(text: str) -> str:
    """Without the escapes."""
    return re.sub(r"\\([\\,|$])", r"\1", text)


def bare(uid: str) -> str:
    """A UID without ``urn:oid:``; a client may leave it out."""
    return uid.removeprefix("urn:oid:")


def _split_name(key: str) -> tuple[str, str, str]:
    """Name, modifier, and the type of ``patient:Patient``."""
    if key == "patient:Patient.identifier":
        return "patient.identifier", "", ""
    name, _, modifier = key.partition(":")
    return (name, "", modifier) if re.fullmatch(r"[A-Z][A-Za-z]+", modifier) else (name, modifier, "")


def _criterion(name: str, modifier: str, target: str, text: str, kind: str, context: Context) -> Criterion:
    if (modifier and modifier not in MODIFIERS[kind]) or (target and kind != REFERENCE):
        raise Invalid(f"The modifier of {name} is not supported.", fields={name: "modifier"})
    if modifier == "missing":
        if text not in ("true", "false"):
            raise Invalid(f"{name}:missing is true or false.", fields={name: "true or false"})
        return Criterion(name, modifier, (text,))
    pieces = [piece for piece in split(text, ",") if piece]
    if not pieces or len(pieces) > MOST_VALUES:
        raise Invalid(f"{name} has no value, or too many.", fields={name: "no value, or too many"})
    try:
        return Criterion(
            name, modifier, tuple(_value(name, modifier, target, piece, kind, context) for piece in pieces)
        )
    except Invalid as problem:
        raise Invalid(f"{name}: {problem.sentence}", fields={name: problem.sentence}) from problem


def _value(name: str, modifier: str, target: str, piece: str, kind: str, context: Context) -> Value:
    if kind == DATE:
        return moment(
            unescaped(piece), UTC if name == "birthdate" else context.zone
        )  # a day of birth has no zone (HZ-26)
    if kind == TOKEN and modifier != "text":
        return _token(piece)
    if kind == REFERENCE:
        return _target(unescaped(piece), target, TARGETS[name], context.bases)
    return bare(unescaped(piece)) if kind == URI else unescaped(piece)


def _token(piece: str) -> Token:
    parts = [unescaped(part) for part in split(piece, "|")]
    if len(parts) == 1:
        return Token(None, parts[0])
    if len(parts) > 2 or parts == ["", ""]:
        raise Invalid("A token is code, system|code, |code or system|.")
    return Token(parts[0], parts[1] or None)


def _target(text: str, wanted: str, allowed: Sequence[str], bases: Sequence[str]) -> Target:
    for base in bases:
        text = text.removeprefix(base.rstrip("/") + "/") if text.startswith(base) else text
    if "://" in text or text.startswith("urn:"):
        return Target("", "", text)
    kind, _, key = text.partition("/_history/")[0].rpartition("/")
    kind = kind or wanted
    if (kind and kind not in allowed) or (wanted and kind != wanted) or not key:
        return Target("", "", text)
    return Target(kind, key)
