"""A copy with its corrections applied: what was asked is changed, everything else is the same to the last byte."""

import io
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset
from support.data_sets import (
    BASELINE,
    BIG,
    EXPLICIT,
    IMPLICIT,
    OP,
    a_code,
    a_file,
    an_instance,
    encapsulated,
    encoded,
    frames_of,
)

from resources.problems import Damaged
from resources.wire.corrections import Corrections, Reason, corrected
from resources.wire.part10 import file_meta, header_of
from resources.wire.uids import DEFLATED

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def fixed(stream: io.BytesIO, **said: str) -> io.BytesIO:
    length, pieces = corrected(stream, Corrections(at=NOON, **said))
    data = b"".join(pieces)
    assert len(data) == length
    return io.BytesIO(data)


def parsed(stream: io.BytesIO) -> Dataset:
    stream.seek(0)
    return dcmread(stream)


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
def test_what_was_wrong_is_set_right_and_what_stood_there_is_kept(syntax):
    original = a_file(an_instance(eye="R", PatientBirthDate="19600101", PatientSex="M"), syntax)
    copy = fixed(
        original,
        patient_id="C7A-00042-7",
        issuer="CAMP7",
        name="Thomas^Mary",
        birth_date="19610403",
        sex="F",
        study_uid="1.2.99",
        series_uid="1.2.99.1",
        image_laterality="L",
    )

    ds = parsed(copy)
    assert ds.PatientID == "C7A-00042-7"
    assert (ds.IssuerOfPatientID, ds.PatientName, ds.PatientBirthDate, ds.PatientSex) == (
        "CAMP7",
        "Thomas^Mary",
        "19610403",
        "F",
    )
    assert (ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.ImageLaterality) == ("1.2.99", "1.2.99.1", "L")
    assert ds.PixelData == parsed(original).PixelData
    (note,) = ds.OriginalAttributesSequence
    assert note.ReasonForTheAttributeModification == "CORRECT"
    assert note.AttributeModificationDateTime == "20261121120000.000000+0000"
    assert note.ModifyingSystem == "EYECAMP"
    (before,) = note.ModifiedAttributesSequence
    assert (before.PatientID, before.PatientName, before.ImageLaterality) == ("C7A-00001-7", "Devi^Lakshmi", "R")
    assert "IssuerOfPatientID" not in before
    assert header_of(copy).identity.patient_id == "C7A-00042-7"


def test_a_copy_with_nothing_to_correct_is_the_file_itself():
    original = a_file(an_instance(eye="R"))
    assert fixed(original, patient_id="C7A-00001-7", image_laterality="R").getvalue() == original.getvalue()


def test_the_same_correction_gives_the_same_bytes():
    original = a_file(an_instance())
    assert fixed(original, patient_id="X").getvalue() == fixed(original, patient_id="X").getvalue()


def test_a_compressed_picture_keeps_its_fragments():
    pixels = encapsulated(b"\xff\xd8" + bytes(1000) + b"\xff\xd9")
    original = a_file(an_instance(PixelData=pixels), BASELINE)
    copy = fixed(original, patient_id="C7A-00042-7")
    assert copy.getvalue().endswith(pixels + b"\xfe\xff\xdd\xe0\0\0\0\0")


@pytest.mark.hazard("HZ-02")
def test_no_attribute_of_the_copy_names_another_eye():
    ds = an_instance(eye="R", Laterality="R", MeasurementLaterality="R")
    ds.PerFrameFunctionalGroupsSequence = frames_of("R", "R")
    copy = fixed(a_file(ds), image_laterality="L")
    header = header_of(copy)
    assert (header.image_laterality, header.series_laterality, header.measurement_laterality) == ("L", "", "")
    assert header.frame_laterality == "L"
    assert "Laterality" not in parsed(copy)


@pytest.mark.hazard("HZ-02")
def test_an_eye_that_is_not_known_after_all_is_stated_nowhere():
    ds = an_instance(eye="R", Laterality="R")
    ds.SharedFunctionalGroupsSequence = frames_of("R")
    header = header_of(fixed(a_file(ds), image_laterality=""))
    assert header.laterality is None
    assert (header.image_laterality, header.series_laterality, header.frame_laterality) == ("", "", "")


@pytest.mark.parametrize(
    ("declared", "name", "expected"),
    [
        ("ISO_IR 100", "Jérôme^Zoë", "ISO_IR 100"),
        ("ISO_IR 100", "லட்சுமி", "ISO_IR 192"),
        ("ISO_IR 192", "லட்சுமி", "ISO_IR 192"),
        (None, "Jérôme", "ISO_IR 192"),
        (["", "ISO 2022 IR 87"], "Jérôme", "ISO_IR 192"),
        (["", "ISO 2022 IR 87"], "Devi^Mary", ["", "ISO 2022 IR 87"]),
    ],
)
@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
def test_a_name_that_does_not_fit_the_character_set_takes_the_data_set_to_utf_8(declared, name, expected, syntax):
    ds = an_instance(ReferringPhysicianName="Okello^Peter")
    if declared:
        ds.SpecificCharacterSet = declared
    if declared == "ISO_IR 100":
        ds.StationName, ds.InstitutionName = "Café", "Ño"
        ds.ReferencedStudySequence = [a_code("1")]
        ds.ReferencedStudySequence[0].CodeMeaning = "œil droit à gauche".replace("œ", "oe")
    if isinstance(declared, list):
        ds.InstitutionName = "山田"
    before = {element.keyword: str(element.value) for element in ds.iterall() if element.VR in ("LO", "SH", "PN")}
    copy = parsed(fixed(a_file(ds, syntax), name=name))
    assert copy.PatientName == name
    assert copy.SpecificCharacterSet == expected
    del copy.OriginalAttributesSequence
    after = {element.keyword: str(element.value) for element in copy.iterall() if element.VR in ("LO", "SH", "PN")}
    assert {**before, "PatientName": name} == after
    assert copy.PixelData == ds.PixelData


def test_an_earlier_correction_stays_on_record():
    once = fixed(a_file(an_instance()), patient_id="A")
    twice = parsed(fixed(once, patient_id="B"))
    assert [note.ModifiedAttributesSequence[0].PatientID for note in twice.OriginalAttributesSequence] == [
        "C7A-00001-7",
        "A",
    ]


def test_a_missing_attribute_takes_its_place_and_stale_group_lengths_go():
    ds = an_instance()
    del ds.PatientID, ds.PatientName
    length = b"\x10\0\0\0UL\x04\0\x63\0\0\0"
    data = encoded(ds)
    place = data.index(b"\x20\0\x0d\0UI")
    stream = io.BytesIO(file_meta(OP, "1.2.3.1.1", EXPLICIT) + data[:place] + length + data[place:])
    copy = parsed(fixed(stream, patient_id="A", name="B^C", image_laterality="R"))
    assert (copy.PatientID, copy.PatientName, copy.ImageLaterality) == ("A", "B^C", "R")
    assert (0x0010, 0x0000) not in copy
    assert list(copy.keys()) == sorted(copy.keys())


def test_a_deflated_file_comes_out_inflated_with_the_same_picture():
    ds = an_instance()
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    original = io.BytesIO(file_meta(OP, "1.2.3.1.1", DEFLATED) + engine.compress(encoded(ds)) + engine.flush())
    copy = parsed(fixed(original, patient_id="A"))
    assert copy.file_meta.TransferSyntaxUID == EXPLICIT
    assert (copy.PatientID, copy.PixelData) == ("A", ds.PixelData)
    assert fixed(original).getvalue() == original.getvalue()


def test_a_coerced_value_says_so():
    _, pieces = corrected(
        a_file(an_instance()), Corrections(at=NOON, reason=Reason.COERCE, system="HQ", patient_id="A")
    )
    (note,) = parsed(io.BytesIO(b"".join(pieces))).OriginalAttributesSequence
    assert (note.ReasonForTheAttributeModification, note.ModifyingSystem) == ("COERCE", "HQ")


def test_a_picture_of_many_megabytes_passes_through_in_portions():
    ds = an_instance(Rows=4000, Columns=1000, PixelData=bytes(12_000_000))
    length, pieces = corrected(a_file(ds), Corrections(at=NOON, patient_id="A"))
    sizes = [len(piece) for piece in pieces]
    assert sum(sizes) == length
    assert max(sizes) <= 256 << 10


@given(
    name=st.text(st.characters(blacklist_characters="\\", min_codepoint=32), max_size=30),
    number=st.from_regex(r"[A-Z0-9-]{0,20}", fullmatch=True),
    syntax=st.sampled_from([EXPLICIT, IMPLICIT, BIG]),
)
def test_any_name_can_be_put_in(name, number, syntax):
    copy = header_of(fixed(a_file(an_instance(), syntax), name=name, patient_id=number))
    assert copy.identity.name == name.encode("utf-8", "replace").decode().strip(" \0")
    assert copy.identity.patient_id == number


def test_a_report_without_pixels_is_corrected_too():
    ds = Dataset()
    ds.SOPClassUID, ds.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.104.1", "1.2.3.1.1"
    ds.StudyInstanceUID = ds.SeriesInstanceUID = "1.2.3"
    assert header_of(fixed(a_file(ds), study_uid="1.2.4")).study_uid == "1.2.4"


@pytest.mark.hazard("HZ-01")
def test_a_data_set_that_names_two_people_names_one_after_its_correction():
    data = encoded(an_instance())
    place = data.index(b"\x20\0\x0d\0UI")
    twice = data[:place] + b"\x10\0\x20\0LO\x04\0B-17" + data[place:]
    stream = io.BytesIO(file_meta(OP, "1.2.3.1.1", EXPLICIT) + twice)
    assert header_of(stream).identity.patient_id == "B-17"
    copy = fixed(stream, patient_id="C7A-00042-7")
    assert header_of(copy).identity.patient_id == "C7A-00042-7"
    assert b"B-17" in copy.getvalue()
    assert copy.getvalue().count(b"\x10\0\x20\0LO") == 2  # the element, and what stood there before


def test_an_attribute_out_of_its_order_is_found_and_set_right():
    data = encoded(an_instance())
    start, end = data.index(b"\x10\0\x20\0LO"), data.index(b"\x20\0\x0d\0UI")
    late = data[:start] + data[end:] + data[start:end]
    stream = io.BytesIO(file_meta(OP, "1.2.3.1.1", EXPLICIT) + late)
    assert header_of(fixed(stream, patient_id="A")).identity.patient_id == "A"
    with pytest.raises(Damaged, match="out of order"):
        fixed(stream, name="லட்சுமி")
    early = b"\x7f\0\x10\0LO\x02\0X " + data[start:end] + data[:start] + data[end:]
    stream = io.BytesIO(file_meta(OP, "1.2.3.1.1", EXPLICIT) + early)
    assert header_of(fixed(stream, name="லட்சுமி", patient_id="A")).identity.patient_id == "A"
