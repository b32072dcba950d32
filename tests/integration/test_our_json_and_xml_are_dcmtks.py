"""Every valid DICOM file of the shared data, as dcmtk's dcm2json and dcm2xml tell it and as we do."""

import base64
import json
import re
import subprocess
from pathlib import Path
from struct import pack

import pytest
from support.samples import samples
from support.shared import tool

from resources.wire.dataset import DataSetTree, read_tree
from resources.wire.dicomjson import Json, json_of, turned, written
from resources.wire.dicomxml import read_xml, xml_of

pytestmark = [pytest.mark.data, pytest.mark.dcmtk]

FILES = (
    samples("dicom/valid")
    + samples("dicom/charset", "*.dcm")
    + [path for path in samples("dicom/dicomdir", "**/*") if path.is_file()]
)
CANNOT = {
    "chrH31.dcm": "dcmtk of Debian converts by iconv, which does not know ISO 2022 IR 87 after an empty first value",
    "chrJapMulti.dcm": "the same",
    "chrSQEncoding.dcm": "the same, inside an item",
}
CANNOT_IN_XML = {
    **CANNOT,
    "DICOMDIR": "dcmtk writes no directory record as a Native DICOM Model, and ends there",
}
DIFFERENCES = {
    ("xml", "*", "/00080005"): "theirs adds a character set where none was needed: all values are ASCII",
    (
        "xml",
        "chrX1.dcm",
        "/00100010",
    ): "theirs repeats the ideographic group as the phonetic one, which is empty in the file",
    (
        "erased",
        "*",
        "/FFFCFFFC",
    ): "dcmodify, which takes the compressed picture out for dcmtk, drops the padding at the end too",
    (
        "json",
        "DICOMDIR",
        "/00041220/*/00080005",
    ): "theirs leaves an item's character set as it was, though all JSON is UTF-8",
    ("*", "*", "FL"): "theirs drops the sign of minus zero",
    ("xml", "*", "OW"): "theirs writes words big endian; PS3.19 A.1.6 wants them little endian",
}
"""What differs, and why ours stands."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_json_of_a_file_is_dcmtks(path: Path, tmp_path: Path) -> None:
    answer = run("/usr/bin/dcm2json", "-q", "-ee", str(without_fragments(path, tmp_path)))
    if path.name in CANNOT:
        assert not valid_json(answer)
        return
    with path.open("rb") as stream:
        tree = read_tree(stream, held=1 << 30)
        ours = json.loads(written(json_of(tree.elements, fragments_elsewhere)))
    assert unexplained("json", path, ours, json.loads(answer)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_xml_of_a_file_is_dcmtks(path: Path, tmp_path: Path) -> None:
    answer = run("/usr/bin/dcm2xml", "-q", "-nat", "+Eb", "+U8", str(without_fragments(path, tmp_path)))
    if path.name in CANNOT_IN_XML:
        assert not whole_xml(answer)
        return
    with path.open("rb") as stream:
        ours = json_of(read_tree(stream, held=1 << 30).elements, fragments_elsewhere)
    assert read_xml(xml_of(ours)) == ours
    assert unexplained("xml", path, ours, read_xml(answer)) == []


def run(program: str, *arguments: str) -> bytes:
    return subprocess.run([tool(program), *arguments], capture_output=True, check=False, timeout=60).stdout


def valid_json(answer: bytes) -> bool:
    try:
        return bool(json.loads(answer))
    except ValueError:
        return False


def whole_xml(answer: bytes) -> bool:
    return answer.rstrip().endswith(b"</NativeDicomModel>")


def without_fragments(path: Path, folder: Path) -> Path:
    """The file as dcmtk can tell it: it gives up at a compressed picture."""
    with path.open("rb") as stream:
        if not has_fragments(read_tree(stream)):
            return path
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    run("/usr/bin/dcmodify", "-q", "-nb", "-ea", "(7FE0,0010)", str(copy))
    return copy


def has_fragments(tree: DataSetTree) -> bool:
    return any(element.fragments is not None for element in tree.elements.values())


def fragments_elsewhere(place: object, element: object) -> str | None:
    return "fragments" if element.fragments is not None else None


def unexplained(form: str, path: Path, ours: Json, theirs: Json, place: str = "") -> list[str]:
    found = []
    for tag in sorted(ours.keys() | theirs.keys()):
        here, mine, other = f"{place}/{tag}", ours.get(tag), theirs.get(tag)
        if mine is not None and mine.get("BulkDataURI") == "fragments":
            continue
        if mine is not None and other is not None and mine["vr"] == other["vr"] == "SQ":
            items, others = mine.get("Value", []), other.get("Value", [])
            if len(items) != len(others):
                found.append(f"{here}: {len(items)} items, theirs {len(others)}")
            for number, (item, another) in enumerate(zip(items, others, strict=False)):
                found += unexplained(form, path, item, another, f"{here}/{number}")
        elif not same(form, mine, other) and not explained(form, path.name, here, mine):
            found.append(f"{here}: {str(mine)[:80]}, theirs {str(other)[:80]}")
    return found


def explained(form: str, name: str, place: str, mine: Json | None) -> bool:
    if place in ("/00080005", "/FFFCFFFC"):
        return (form if mine is None else "erased", "*", place) in DIFFERENCES
    return (form, name, re.sub(r"/\d{1,4}/", "/*/", place)) in DIFFERENCES


def same(form: str, mine: Json | None, other: Json | None) -> bool:
    """Equal; numbers of FL to the bits of a float, of FD to dcmtk's 17 digits, which do not always round-trip."""
    if mine is None or other is None or mine["vr"] != other["vr"]:
        return False
    if form == "xml" and mine["vr"] == "OW" and ("xml", "*", "OW") in DIFFERENCES and "InlineBinary" in mine:
        return base64.b64decode(mine["InlineBinary"]) == turned(base64.b64decode(other["InlineBinary"]), 2)
    if mine["vr"] == "FL":
        return [pack("<f", value + 0.0) for value in mine["Value"]] == [pack("<f", value) for value in other["Value"]]
    if mine["vr"] == "FD":
        return mine["Value"] == pytest.approx(other["Value"], rel=1e-14)
    return mine == other
