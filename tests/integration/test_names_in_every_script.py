"""D11: a name is shown in its own script, found with and without case, accents and width, and its bytes stay as they came."""

import unicodedata
import warnings
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.charset import python_encoding
from pydicom.data import get_charset_files
from support.data_sets import EXPLICIT, an_instance, encoded
from support.doors import Doors, data_set_in, two_doors

from resources.store import patients, studies
from resources.store.rows import PatientDetails
from resources.terms import Origin
from resources.wire.part10 import read_part10
from workstation.imaging.exporting import write_out

DRAWN = {
    "": "Thomas^Mary",
    "ISO_IR 100": "Müller^Jörg",
    "ISO_IR 101": "Čapková^Růžena",
    "ISO_IR 109": "Ĉapelo^Ħanna",
    "ISO_IR 110": "Ķēniņš^Jānis",
    "ISO_IR 144": "Люксембург^Роза",
    "ISO_IR 127": "قباني^لنزار",
    "ISO_IR 126": "Διονυσίου^Μαρία",
    "ISO_IR 138": "שרון^דבורה",
    "ISO_IR 148": "Çelik^Işıl",
    "ISO_IR 166": "นามสกุล^ชื่อ",
    "ISO_IR 13": "ﾔﾏﾀﾞ^ﾀﾛｳ",
    "ISO_IR 192": "Devi^Lakshmi=தேவி^லட்சுமி",
    "GB18030": "Wang^XiaoDong=王^小东",
    "GBK": "Wang^XiaoDong=王^小东",
    "ISO_IR 203": "Œuvré^Zoë",
}  # what Orthanc's own test of encodings goes through, and the scripts of our camps
FOREIGN = {"ISO_IR 203": "iso8859_15"}


def a_picture_of(name: str, charset: str) -> bytes:
    codec = FOREIGN.get(charset) or python_encoding.get(charset) or "ascii"
    return with_raw_name(name.encode("shift_jis" if charset == "ISO_IR 13" else codec), charset)


def with_raw_name(raw: bytes, charset: str, **attributes: object) -> bytes:
    """A data set with exactly these bytes for a name, under that declaration."""
    padded, declared = raw + b" " * (len(raw) % 2), charset.encode() + b" " * (len(charset) % 2)
    data = encoded(an_instance(PatientName="X" * len(padded), **attributes))
    assert data.count(b"X" * len(padded)) == 1
    head = b"\x08\0\x05\0CS" + len(declared).to_bytes(2, "little") + declared if charset else b""
    return head + data.replace(b"X" * len(padded), padded)


def shown(doors: Doors) -> list[str]:
    with doors.store.read() as unit:
        return [study.identity["name"].rstrip("=") for study in studies.inbox(unit)]


def exported(doors: Doors, folder: Path) -> list[bytes]:
    write_out(doors.store, folder)
    return [data_set_in(path.read_bytes()) for path in sorted(folder.rglob("*.dcm"))]


@pytest.mark.parametrize("way", ["camera", "stick"])
@pytest.mark.parametrize("charset", DRAWN)
def test_a_name_in_each_character_set_is_shown_and_its_bytes_stay(tmp_path, charset, way):
    data = a_picture_of(DRAWN[charset], charset)
    with two_doors(tmp_path) as doors:
        getattr(doors, way)(data)
        assert shown(doors) == [DRAWN[charset]]
        assert exported(doors, tmp_path / "out") == [data]


def of_pydicom() -> list[Path]:
    return [Path(path) for path in sorted(get_charset_files()) if path.endswith(".dcm")]


@pytest.mark.parametrize("path", of_pydicom(), ids=lambda path: path.stem)
def test_every_character_set_of_pydicoms_own_files_reads_as_pydicom_reads_it(tmp_path, path):
    data = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wanted = str(dcmread(path, force=True).get("PatientName") or "").rstrip("=^ ")
    meta = read_part10(BytesIO(data))
    with two_doors(tmp_path) as doors:
        doors.camera(data[meta.data_set_at :], syntax=meta.transfer_syntax_uid, instance=meta.instance_uid or "1.2.3")
        if doors.filed():
            assert [name.rstrip("=^ ") for name in shown(doors)] == [wanted]
        else:  # an image without pixels, or one without UIDs: kept aside, and its name is read all the same
            from resources.wire.dicom import DataSetReader

            reader = DataSetReader(meta.transfer_syntax_uid)
            reader.feed(data[meta.data_set_at :])
            assert reader.header.identity.name.rstrip("=^ ") == wanted
            assert len(doors.held()) == 1
        assert doors.data_sets() == [data[meta.data_set_at :]]


def test_there_are_sixteen_of_them_or_more():
    assert len(of_pydicom()) >= 16


@pytest.mark.parametrize(
    ("charset", "raw", "shows"),
    [
        ("ISO_IR 100", "தேவி".encode(), "à®¤"),  # said to be Latin-1, and is UTF-8: what it says is believed
        ("", "தேவி".encode(), "தேவி"),  # said to be nothing
        ("", b"M\xfcller", "Müller"),
        ("ISO_IR 999", b"M\xfcller", "Müller"),
        ("ISO_IR 192", b"M\xfcller^A", "M�ller^A"),
        ("ISO_IR 192\\ISO 2022 IR 87", b"M\x1b$B;3\x1b(B", "M山"),
    ],
)
def test_a_wrong_declaration_never_loses_the_picture(tmp_path, charset, raw, shows):
    data = with_raw_name(raw, charset)
    with two_doors(tmp_path) as doors:
        assert doors.camera(data, syntax=EXPLICIT) == 0
        assert shown(doors)[0].startswith(shows)
        assert doors.data_sets() == [data]


@pytest.mark.parametrize("name", [*DRAWN.values(), "Hong^Gildong=洪^吉洞=홍^길동", "ＭＡＲＹ^Ｔｈｏｍａｓ"])
def test_a_person_is_found_with_and_without_case_accents_and_width(tmp_path, name):
    with two_doors(tmp_path) as doors:
        groups = name.split("=")
        family, _, given = groups[0].partition("^")
        with doors.store.write(Origin.PERSON) as unit:
            native = " ".join(groups[1:]).replace("^", " ")
            uuid = patients.register(
                unit, PatientDetails(family_name=family, given_name=given, native_name=native)
            ).uuid
        words = [part for group in groups for part in group.split("^")]
        with doors.store.read() as unit:
            for word in words:
                for asked in (word, word.lower(), word.upper(), unicodedata.normalize("NFKC", word), unaccented(word)):
                    assert [row.uuid for row in patients.search(unit, asked)] == [uuid], (word, asked)


def unaccented(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def test_no_name_is_ever_a_problem(tmp_path):
    hostile = (b"\xff\xfe\xfd\xfc", b"\x1b\x1b$)", b"=" * 8, b"^" * 60, b"\0" * 6, b"\x1b$B" * 3)
    with two_doors(tmp_path) as doors:
        for number, raw in enumerate(hostile):
            data = with_raw_name(raw, "\\ISO 2022 IR 87", number=number)
            assert doors.camera(data, instance=f"1.2.3.1.{number}") == 0
        assert len(doors.filed()) == len(hostile)
