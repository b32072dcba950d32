"""Reading what an instance says about itself while it comes in, and knowing when it is not whole."""

import random
import zlib

import pytest
from pydicom.dataset import Dataset
from support.data_sets import (
    BASELINE,
    BIG,
    EXPLICIT,
    IMPLICIT,
    a_code,
    an_instance,
    encapsulated,
    encoded,
    frames_of,
)

from resources.problems import Damaged, Invalid, Problem, TooLarge
from resources.terms import Laterality
from resources.wire.dicom import DataSetReader
from resources.wire.elements import Limits
from resources.wire.header import Header
from resources.wire.uids import DEFLATED


def read(data: bytes, syntax: str = EXPLICIT, *, step: int = 0, limits: Limits | None = None) -> Header:
    reader = DataSetReader(syntax, limits or Limits(), "CAM1")
    for start in range(0, len(data), step or max(len(data), 1)):
        reader.feed(data[start : start + (step or len(data))])
    return reader.close()


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
@pytest.mark.parametrize("step", [0, 1, 7, 4096])
@pytest.mark.parametrize("undefined", [False, True])
def test_an_instance_says_the_same_however_it_is_written_and_cut(syntax, step, undefined):
    ds = an_instance(eye="R", RelativeImagePositionCodeSequence=[a_code("111900", "DCM")], NumberOfFrames="1")
    ds.PerFrameFunctionalGroupsSequence = frames_of("R")
    header = read(encoded(ds, syntax, undefined=undefined), syntax, step=step)

    assert header.instance_uid == "1.2.3.1.1"
    assert header.identity.patient_id == "C7A-00001-7"
    assert header.identity.name == "Devi^Lakshmi"
    assert (header.rows, header.columns, header.frames, header.bits_allocated) == (4, 6, 1, 8)
    assert header.image_position_code == "111900"
    assert header.frame_laterality == "R"
    assert header.laterality is Laterality.RIGHT
    assert header.has_pixels
    assert header.calling_ae_title == "CAM1"
    assert header.transfer_syntax_uid == syntax


@pytest.mark.hazard("HZ-02")
@pytest.mark.parametrize(
    ("image", "frames", "series", "stated"),
    [
        ("R", None, "", Laterality.RIGHT),
        ("", None, "L", Laterality.LEFT),
        ("", None, "", None),
        ("R", None, "L", None),
        ("", ("R", "R"), "", Laterality.RIGHT),
        ("", ("R", "L"), "", None),
        ("", ("R", None), "", None),
        ("L", ("R", "R"), "", None),
        ("B", None, "", Laterality.BOTH),
        ("U", None, "", None),
    ],
)
def test_the_eye_is_what_all_attributes_agree_on_or_unknown(image, frames, series, stated):
    ds = an_instance(eye=image)
    if series:
        ds.Laterality = series
    if frames:
        ds.PerFrameFunctionalGroupsSequence = frames_of(*frames)
    assert read(encoded(ds)).laterality is stated


@pytest.mark.hazard("HZ-02")
def test_an_eye_that_only_the_text_mentions_stays_unknown():
    assert read(encoded(an_instance(SeriesDescription="OD macula"))).laterality is None


def test_every_cut_of_a_picture_is_noticed():
    for syntax in (EXPLICIT, IMPLICIT, BIG):
        whole = encoded(an_instance(eye="L", RelativeImagePositionCodeSequence=[a_code("111900")]), syntax)
        read(whole, syntax)
        for cut in range(len(whole)):
            with pytest.raises(Problem):
                read(whole[:cut], syntax)


def test_every_cut_of_a_compressed_picture_is_noticed():
    pixels = encapsulated(b"\xff\xd8" + bytes(300) + b"\xff\xd9", bytes(40))
    whole = encoded(an_instance(eye="L", PixelData=pixels, NumberOfFrames="2"), BASELINE)
    assert read(whole, BASELINE).frames == 2
    for cut in range(len(whole)):
        with pytest.raises(Problem):
            read(whole[:cut], BASELINE)


def test_a_picture_that_ends_early_says_how_much_came():
    whole = encoded(an_instance(Rows=100, Columns=100, PixelData=bytes(30_000)))
    with pytest.raises(Damaged, match=r"The picture ended early: 29,000 of 30,000 bytes of Pixel Data came\."):
        read(whole[:-1000])
    with pytest.raises(Damaged, match=r"The picture ended early: 72 of 30,000 bytes of Pixel Data came\."):
        read(encoded(an_instance(Rows=100, Columns=100)))


def test_a_compressed_picture_with_fewer_fragments_than_frames_is_damaged():
    ds = an_instance(PixelData=encapsulated(bytes(10)), NumberOfFrames="2")
    with pytest.raises(Damaged, match="1 of 2 frames"):
        read(encoded(ds, BASELINE), BASELINE)


def test_what_was_understood_can_be_shown_even_when_it_is_not_whole():
    reader = DataSetReader(EXPLICIT)
    reader.feed(encoded(an_instance(patient=42))[:-10])
    with pytest.raises(Damaged):
        reader.close()
    assert reader.header.identity.patient_id == "C7A-00042-7"
    assert DataSetReader(EXPLICIT).header.instance_uid == ""


@pytest.mark.parametrize("tag", ["SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"])
@pytest.mark.parametrize(
    "uid", ["", "1.2.x", "../../etc/passwd", "1.2\0.3", "1.2..3", "1.2.", "1." * 32 + "12", "/", "१.२"]
)
def test_a_uid_that_cannot_name_anything_is_invalid(tag, uid):
    ds = an_instance()
    ds[tag]._value = ""
    data = encoded(ds)
    raw = uid.encode()
    raw += b"\0" * (len(raw) % 2)
    element = ds[tag].tag
    head = element.group.to_bytes(2, "little") + element.element.to_bytes(2, "little") + b"UI"
    data = data.replace(head + b"\0\0", head + len(raw).to_bytes(2, "little") + raw)
    with pytest.raises(Invalid, match="UID"):
        read(data)


@pytest.mark.parametrize("uid", [b"1.2.03.4 ", b"1.2.3.4\0\0", b"1.2.3.4 \0"])
def test_a_uid_that_is_merely_odd_is_stored(uid):
    data = encoded(an_instance()).replace(b"UI\x0a\x001.2.3.1.1\0", b"UI" + len(uid).to_bytes(2, "little") + uid)
    assert read(data).instance_uid == uid.strip(b" \0").decode()


def test_a_person_without_a_number_is_no_reason_to_hold_a_picture():
    ds = an_instance()
    del ds.PatientID, ds.PatientName
    assert read(encoded(ds)).identity.patient_id == ""


@pytest.mark.parametrize("padding", [b"\0\0", bytes(5), bytes(8), bytes(13), bytes(5000)])
@pytest.mark.parametrize("step", [0, 1, 4096])
def test_zeros_after_the_end_are_padding(padding, step):
    assert read(encoded(an_instance()) + padding, step=step).has_pixels


def test_bytes_after_the_end_that_are_not_zero_are_damage():
    for rest in (b"\0", b"\x01", bytes(9) + b"x", bytes(30) + b"rubbish!", bytes(9) + b"xy" + bytes(20)):
        with pytest.raises(Damaged):
            read(encoded(an_instance()) + rest)


def test_a_vr_from_the_future_and_an_element_without_one_do_not_stop_the_reading():
    start = encoded(an_instance())
    long_form = b"\x09\x00\x01\x10ZZ\0\0" + (4).to_bytes(4, "little") + b"news"
    short_form = b"\x09\x00\x02\x10QQ\x04\0olds"
    implicit = b"\x09\x00\x03\x10" + (4).to_bytes(4, "little") + b"bare"
    assert read(long_form + short_form + implicit + start).instance_uid == "1.2.3.1.1"


def test_an_unknown_value_of_undefined_length_is_implicit_inside():
    inner = b"\x10\x00\x20\x00" + (4).to_bytes(4, "little") + b"1234"
    item = b"\xfe\xff\x00\xe0" + (len(inner)).to_bytes(4, "little") + inner
    unknown = b"\x09\x00\x01\x10UN\0\0\xff\xff\xff\xff" + item + b"\xfe\xff\xdd\xe0\0\0\0\0"
    assert read(unknown + encoded(an_instance())).identity.patient_id == "C7A-00001-7"


def test_the_first_element_shows_what_a_sender_means_who_declares_another_syntax():
    assert read(encoded(an_instance(), IMPLICIT), EXPLICIT).has_pixels
    assert read(encoded(an_instance(), EXPLICIT), IMPLICIT).has_pixels
    assert read(encoded(an_instance(), EXPLICIT), "1.3.46.670589.33.1.4.1").has_pixels


def test_lengths_that_overrun_their_sequence_are_damage():
    item = b"\x08\x00\x00\x01SH" + (40).to_bytes(2, "little") + b"123456"
    sequence = b"\x22\x00\x1d\x00SQ\0\0" + (8 + len(item)).to_bytes(4, "little")
    data = sequence + b"\xfe\xff\x00\xe0" + len(item).to_bytes(4, "little") + item
    with pytest.raises(Damaged, match="longer than the sequence"):
        read(encoded(an_instance()) + data)


@pytest.mark.parametrize("depth", [33, 500, 50_000])
def test_a_data_set_nested_without_end_is_refused_early(depth):
    level = b"\x09\x00\x01\x10SQ\0\0\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\xff\xff\xff\xff"
    with pytest.raises(Damaged, match="32 levels"):
        read(encoded(an_instance()) + level * depth)


def test_a_data_set_of_too_many_elements_is_refused_but_a_volume_of_128_frames_is_not():
    many = b"\x09\x00\x01\x10LO\0\0" * 200_001
    with pytest.raises(Damaged, match="200,000 elements"):
        read(encoded(an_instance()) + many)
    volume = an_instance(PerFrameFunctionalGroupsSequence=frames_of(*["L"] * 128))
    assert read(encoded(volume, undefined=True)).frame_laterality == "L"


@pytest.mark.parametrize(
    "claim",
    [
        {"Rows": 65535, "Columns": 65535, "SamplesPerPixel": 1},
        {"NumberOfFrames": 2**31 - 1},
        {"NumberOfFrames": 100_000_000},
    ],
)
def test_a_picture_larger_than_any_camera_makes_waits_in_quarantine(claim):
    with pytest.raises(Invalid, match="claims a picture"):
        read(encoded(an_instance(PixelData=encapsulated(bytes(8)), **claim), BASELINE), BASELINE)


def test_rows_written_in_four_bytes_are_still_rows():
    data = encoded(an_instance()).replace(b"\x28\0\x10\0US\x02\0\x04\0", b"\x28\0\x10\0UL\x04\0\x04\0\0\0")
    assert read(data).rows == 4


def test_a_large_value_is_stepped_over_and_costs_no_memory():
    reader = DataSetReader(EXPLICIT)
    reader.feed(encoded(an_instance(Rows=10_000, Columns=10_000, PixelData=bytes(8)))[:-20])
    reader.feed(b"\xe0\x7f\x10\x00OB\0\0" + (300_000_000).to_bytes(4, "little"))
    chunk = memoryview(bytes(1 << 20))
    left = 300_000_000
    while left:
        reader.feed(chunk[: min(left, len(chunk))])
        left -= min(left, len(chunk))
    assert len(reader._walk._rest) == 0
    assert reader.close().rows == 10_000


def deflated(data: bytes) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return engine.compress(data) + engine.flush()


def test_a_deflated_data_set_is_read_and_every_cut_of_it_noticed():
    small = deflated(encoded(an_instance(eye="R")))
    for step in (0, 1, 7):
        assert read(small, DEFLATED, step=step).laterality is Laterality.RIGHT
    for cut in range(len(small)):
        with pytest.raises(Problem):
            read(small[:cut], DEFLATED)


def test_a_bomb_does_not_unfold():
    head = encoded(an_instance(Rows=20_000, Columns=10_000, PixelData=bytes(8)))[:-20]
    bomb = deflated(head + b"\xe0\x7f\x10\x00OB\0\0" + (600_000_000).to_bytes(4, "little") + bytes(80 << 20))
    with pytest.raises(TooLarge, match="inflates to more than 64 MB"):
        read(bomb, DEFLATED, limits=Limits(inflated=64 << 20))


def test_noise_is_damaged_or_invalid_and_nothing_else():
    rng = random.Random(7)
    whole = encoded(an_instance(eye="R", RelativeImagePositionCodeSequence=[a_code("111900")]), undefined=True)
    for _ in range(3000):
        noisy = bytearray(whole)
        for _ in range(rng.randint(1, 6)):
            noisy[rng.randrange(len(noisy))] = rng.randrange(256)
        try:
            read(bytes(noisy), rng.choice([EXPLICIT, IMPLICIT, BIG, DEFLATED]), step=rng.choice([0, 1, 13]))
        except Problem as problem:
            assert problem.sentence


def test_an_empty_data_set_is_damaged():
    with pytest.raises(Damaged, match="empty"):
        read(b"")


def test_a_report_needs_no_pixels_and_a_picture_does():
    ds = Dataset()
    for keyword in ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
        setattr(ds, keyword, "1.2.3")
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.104.1"
    assert not read(encoded(ds)).has_pixels
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
    with pytest.raises(Damaged, match="no Pixel Data came"):
        read(encoded(ds))


def test_a_sequence_that_ends_with_the_data_set_is_closed_by_it():
    ds = Dataset()
    for keyword in ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
        setattr(ds, keyword, "1.2.3")
    ds.AcquisitionContextSequence = [a_code("1")]
    for step in (0, 1, 7):
        assert read(encoded(ds), step=step).sop_class_uid == "1.2.3"


def test_delimiters_without_end_are_counted_too():
    with pytest.raises(Damaged, match="200,000 elements"):
        read(encoded(an_instance()) + b"\xfe\xff\x0d\xe0\0\0\0\0" * 200_001)


@pytest.mark.parametrize("step", [0, 1, 9])
def test_an_unknown_sequence_that_stays_explicit_inside_is_read_too(step):
    inner = b"\x10\x00\x20\x00LO\x04\x001234" + b"\x10\0\x00\x10UT\0\0" + (2).to_bytes(4, "little") + b"ab"
    item = b"\xfe\xff\x00\xe0" + (len(inner)).to_bytes(4, "little") + inner
    empty = b"\xfe\xff\x00\xe0\0\0\0\0"
    unknown = b"\x09\x00\x01\x10UN\0\0\xff\xff\xff\xff" + item + empty + b"\xfe\xff\xdd\xe0\0\0\0\0"
    assert read(unknown + encoded(an_instance()), step=step).identity.patient_id == "C7A-00001-7"


def test_a_known_sequence_sent_as_unknown_bytes_is_stepped_over():
    unknown = b"\x22\x00\x1d\x00UN\0\0" + (6).to_bytes(4, "little") + b"?!?!?!"
    assert read(encoded(an_instance()) + unknown).image_position_code == ""
