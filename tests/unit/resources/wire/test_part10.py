"""DICOM files: the meta that we write, and the files that others wrote."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread
from support.data_sets import BASELINE, BIG, EXPLICIT, IMPLICIT, OP, a_file, an_instance, encoded

from resources.problems import Invalid, Problem
from resources.wire.part10 import data_set_digest, file_meta, header_of, read_part10


def test_the_file_meta_we_write_is_read_by_pydicom_and_by_us():
    stream = io.BytesIO(file_meta(OP, "1.2.3.4", BASELINE, "CAM1") + encoded(an_instance()))
    meta = dcmread(stream, stop_before_pixels=True, specific_tags=[]).file_meta
    assert meta.MediaStorageSOPInstanceUID == "1.2.3.4"
    assert meta.FileMetaInformationGroupLength == len(file_meta(OP, "1.2.3.4", BASELINE, "CAM1")) - 144
    assert meta.ImplementationVersionName == "EYECAMP_01"
    ours = read_part10(stream)
    assert (ours.sop_class_uid, ours.instance_uid, ours.transfer_syntax_uid) == (OP, "1.2.3.4", BASELINE)
    assert ours.source_ae_title == "CAM1"
    assert ours.implementation_class_uid.startswith("2.25.")


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
def test_a_whole_file_says_who_sent_it(syntax):
    header = header_of(a_file(an_instance(patient=3), syntax))
    assert header.identity.patient_id == "C7A-00003-7"
    assert header.calling_ae_title == "CAM1"


@pytest.mark.parametrize("syntax", [EXPLICIT, IMPLICIT, BIG])
def test_a_bare_data_set_is_a_file_too(syntax):
    bare = encoded(an_instance(SpecificCharacterSet="ISO_IR 192"), syntax)
    assert header_of(io.BytesIO(bare)).transfer_syntax_uid == syntax


def test_group_2_without_preamble_without_prefix_or_without_length_is_read():
    whole = a_file(an_instance()).getvalue()
    no_length = whole[:132] + whole[144:]
    lying = whole[:140] + b"\xff\xff\xff\x0f" + whole[144:]
    for data in (whole[132:], whole[128:], bytes(132) + whole[132:], no_length, lying):
        assert header_of(io.BytesIO(data)).instance_uid == "1.2.3.1.1"


def test_a_file_meta_that_claims_more_than_there_is_is_invalid():
    head = bytes(128) + b"DICM"
    for meta in (
        b"\2\0\2\0OB\0\0\xff\xff\xff\xff",
        b"\2\0\2\0UI\xff\xff1.2",
        b"\2\0\2\0OB\0\0" + (70_000).to_bytes(4, "little") + bytes(70_000),
        b"\2\0\2\0OB",
        b"",
    ):
        with pytest.raises(Invalid):
            read_part10(io.BytesIO(head + meta))


def test_what_is_no_dicom_at_all_is_invalid():
    for data in (
        b"",
        b"%PDF-1.7 and so on, for long enough to be looked at",
        b"\xff\xd8\xff\xe0\0\x10JFIF" * 20,
        bytes(4000),
    ):
        with pytest.raises(Invalid):
            header_of(io.BytesIO(data))


def test_the_index_of_a_medium_is_not_an_instance():
    directory = io.BytesIO(file_meta("1.2.840.10008.1.3.10", "1.2.3", EXPLICIT) + encoded(an_instance()))
    with pytest.raises(Invalid, match="DICOMDIR"):
        header_of(directory)


def test_two_files_of_one_object_have_the_same_data_set_digest():
    data = encoded(an_instance())
    here, there = (io.BytesIO(file_meta(OP, "1.2.3.1.1", EXPLICIT, ae) + data) for ae in ("CAM1", "HQ"))
    assert data_set_digest(here) == data_set_digest(there)
    assert data_set_digest(here) != data_set_digest(a_file(an_instance(number=2)))


@given(st.binary(max_size=400))
def test_any_bytes_at_all_give_a_header_or_a_problem(data):
    for stream in (io.BytesIO(data), io.BytesIO(bytes(128) + b"DICM" + data)):
        with pytest.raises(Problem):
            header_of(stream)
