"""The Native DICOM Model in XML (PS3.19 A.1), as another spelling of the DICOM JSON Model. Reads with defusedxml only.

Refuses entities and document types, and text that nests deeper than any data set.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from resources.problems import Invalid
from resources.wire.dicomjson import NUMBERS, PN_GROUPS, Json
from resources.wire.dictionary import keyword_of

NAMESPACE = "http://dicom.nema.org/PS3.19/models/NativeDICOM"
DEPTH = 32
_TAG = re.compile(r"[0-9A-F]{8}", re.ASCII)
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PARTS = ("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix")
_WHOLE = frozenset(NUMBERS) - {"FD", "FL"} | {"IS"}


def xml_of(data_set: Json) -> bytes:
    """One document for one data set."""
    pieces = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<NativeDicomModel xmlns="{NAMESPACE}" xml:space="preserve">',
    ]
    pieces += _attributes(data_set)
    return "".join([*pieces, "</NativeDicomModel>"]).encode("utf-8", "replace")


def _attributes(data_set: Json) -> Iterator[str]:
    for tag, element in data_set.items():
        keyword = keyword_of(int(tag, 16))
        named = f" keyword={quoteattr(keyword)}" if keyword else ""
        shown, creator = _private(data_set, tag)
        yield f'<DicomAttribute tag="{shown}" vr="{element["vr"]}"{named}{creator}>'
        yield from _content(element)
        yield "</DicomAttribute>"


def _private(data_set: Json, tag: str) -> tuple[str, str]:
    """A private tag without its block, and whose it is (PS3.19 A.1.6)."""
    block = tag[4:6]
    if int(tag[3], 16) % 2 == 0 or block == "00":
        return tag, ""
    values = data_set.get(f"{tag[:4]}00{block}", {}).get("Value") or [None]
    return (tag, "") if values[0] is None else (f"{tag[:4]}00{tag[6:]}", f" privateCreator={quoteattr(str(values[0]))}")


def _content(element: Json) -> Iterator[str]:
    if "BulkDataURI" in element:
        yield f"<BulkData uri={quoteattr(element['BulkDataURI'])}/>"
    elif "InlineBinary" in element:
        yield f"<InlineBinary>{element['InlineBinary']}</InlineBinary>"
    for number, value in enumerate(element.get("Value", ()), start=1):
        if element["vr"] == "SQ":
            yield f'<Item number="{number}">'
            yield from _attributes(value or {})
            yield "</Item>"
        elif element["vr"] == "PN":
            yield f'<PersonName number="{number}">{"".join(_name(value or {}))}</PersonName>'
        else:
            yield f'<Value number="{number}">{_escaped("" if value is None else str(value))}</Value>'


def _name(value: Json) -> Iterator[str]:
    for group in PN_GROUPS:
        if text := value.get(group):
            parts = zip(_PARTS, text.split("^"), strict=False)
            inner = "".join(f"<{name}>{_escaped(part)}</{name}>" for name, part in parts if part)
            yield f"<{group}>{inner}</{group}>"


def _escaped(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold; a carriage return as such, for XML would fold it."""
    return escape(_UNSPEAKABLE.sub("\N{REPLACEMENT CHARACTER}", text), {"\r": "&#13;"})


def read_xml(body: bytes) -> Json:
    """The model of a document, in its JSON spelling. Raises Invalid for anything else."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as broken:
        raise Invalid("The document is not XML that can be read safely.") from broken
    if _local(root) != "NativeDicomModel":
        raise Invalid("The document is not a DICOM data set.")
    return _read_attributes(root, 0)


def _read_attributes(parent: Any, depth: int) -> Json:
    if depth > DEPTH:
        raise Invalid(f"The document is nested more than {DEPTH} levels deep.")
    found: Json = {}
    for child in parent:
        tag, vr = child.get("tag", "").upper(), child.get("vr", "").upper()
        if _local(child) != "DicomAttribute" or not _TAG.fullmatch(tag) or len(vr) != 2:
            raise Invalid("The document holds something that is not a DICOM attribute.")
        if creator := child.get("privateCreator"):
            tag = _in_block(found, tag, creator)
        found[tag] = {"vr": vr, **_read_content(child, vr, depth)}
    return dict(sorted(found.items()))


def _in_block(found: Json, tag: str, creator: str) -> str:
    """A private tag in its creator's block, which is reserved when it is not yet (PS3.5 7.8.1)."""
    blocks = [f"{tag[:4]}00{block:02X}" for block in range(0x10, 0x100)]
    known = next((block for block in blocks if found.get(block, {}).get("Value") == [creator]), None)
    mine = known or next((block for block in blocks if block not in found), None)
    if mine is None:
        raise Invalid("The document has more private blocks than a group can hold.")
    found.setdefault(mine, {"vr": "LO", "Value": [creator]})
    return f"{tag[:4]}{mine[6:]}{tag[6:]}"


def _read_content(attribute: Any, vr: str, depth: int) -> Json:
    values: dict[int, Any] = {}
    for place, child in enumerate(attribute, start=1):
        kind = _local(child)
        if kind == "BulkData":
            return {"BulkDataURI": child.get("uri") or child.get("uuid") or ""}
        if kind == "InlineBinary":
            return {"InlineBinary": "".join((child.text or "").split())}
        values[_numbered(child, place)] = _read_value(child, kind, vr, depth)
    listed = [values.get(number) for number in range(1, max(values, default=0) + 1)]
    return {"Value": listed} if listed else {}


def _numbered(child: Any, place: int) -> int:
    """The number of a value; one that is absent or beyond all reason is its place."""
    number = child.get("number", "")
    return int(number) if number.isascii() and number.isdigit() and 0 < int(number[:6]) <= 100_000 else place


def _read_value(child: Any, kind: str, vr: str, depth: int) -> Any:
    if kind == "Item":
        return _read_attributes(child, depth + 1)
    if kind == "PersonName":
        return {_local(group): _read_name(group) for group in child if _local(group) in PN_GROUPS} or None
    if kind != "Value":
        raise Invalid("The document holds something that is not a DICOM value.")
    return _read_text(child.text or "", vr)


def _read_name(group: Any) -> str:
    said = {_local(part): (part.text or "").strip() for part in group}
    return "^".join(said.get(name, "") for name in _PARTS).rstrip("^")


def _read_text(text: str, vr: str) -> Any:
    """A value as the JSON spelling has it: numbers are numbers where they can be."""
    if not text:
        return None
    try:
        if vr in _WHOLE:
            return int(text.strip())
        if vr in ("DS", "FD", "FL"):
            return float(text)
    except ValueError:
        pass
    return text if vr in ("LT", "ST", "UT") else text.strip()


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
