"""A ZIP is read file by file, up to its limits, and says why it leaves one out."""

import io
import struct
import zipfile

import pytest
from support.sticks import lying_about_its_size

from resources.problems import Damaged
from workstation.imaging.zips import Limits, Member, members


def packed(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer


def read(member: Member) -> bytes:
    assert member.stream is not None, member.reason
    first = member.stream.read()
    member.stream.seek(0)
    assert member.stream.read() == first
    return first


def contents(archive: io.BytesIO, **limits: int) -> dict[str, bytes | str]:
    found: dict[str, bytes | str] = {}
    for member in members(archive, Limits(**limits)):
        try:
            found[member.name] = read(member) if member.stream else member.reason
        except Damaged as problem:
            found[member.name] = problem.sentence
    return found


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_file_comes_by_name_whatever_it_is_called(how):
    files = {"b": b"two", "../../etc/passwd": b"one", "/root": b"three", "C:\\x": b"four"}
    assert contents(packed(files, how)) == files


def test_what_would_unpack_to_too_much_is_left_out_before_it_is_unpacked():
    said = contents(packed({"bomb": bytes(3 << 20), "good": b"good"}), member=1 << 20)
    assert said == {"bomb": "It would unpack to more than 1 MB.", "good": b"good"}


def test_what_unpacks_to_more_than_it_says_ends_there():
    archive = io.BytesIO(lying_about_its_size("bomb", bytes(50_000_000)))
    (member,) = members(archive, Limits(member=1 << 20))
    assert member.stream is not None
    with pytest.raises(Damaged):
        while member.stream.read(1 << 16):
            pass


def test_the_whole_archive_has_a_cap():
    said = contents(packed({name: bytes(1 << 20) for name in "abcd"}), total=5 << 20)
    assert [isinstance(value, bytes) for value in said.values()] == [True, True, False, False]


def test_more_files_than_the_cap_are_named_and_not_read():
    said = contents(packed({f"{number}": b"x" for number in range(5)}), members=3)
    assert list(said.values()) == [b"x"] * 3 + ["More than 3 files in one ZIP are not read."] * 2


def test_a_list_of_files_too_long_for_memory_is_not_read():
    archive = packed({f"{number:0100}": b"x" for number in range(50)})
    with pytest.raises(Damaged, match="lists more files"):
        contents(archive, directory=1000)


def test_a_list_that_hides_its_length_in_the_large_form_is_not_read():
    record = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 31, 1 << 31, 1 << 40, 0)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    with pytest.raises(Damaged, match="lists more files"):
        list(members(io.BytesIO(b"PK\3\4" + record + locator + end)))


def test_a_password_and_a_packing_that_is_not_read_are_said():
    locked = bytearray(packed({"secret": b"x" * 40}).getvalue())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        locked[locked.find(mark) + place] |= 1
    assert contents(io.BytesIO(bytes(locked))) == {"secret": "It is locked with a password."}
    assert contents(packed({"odd": b"x" * 40}, zipfile.ZIP_LZMA)) == {
        "odd": "It is packed in a way that is not read here."
    }


def test_a_file_with_a_changed_byte_is_damaged_and_the_next_one_comes():
    data = bytearray(packed({"a": b"picture" * 9, "b": b"good"}, zipfile.ZIP_STORED).getvalue())
    data[data.find(b"picture")] ^= 1
    assert contents(io.BytesIO(bytes(data))) == {"a": "It is damaged inside the ZIP.", "b": b"good"}


def test_a_file_without_a_name_is_a_file():
    data = bytearray(packed({"Q": b"nameless", "b": b"good"}).getvalue())
    for mark, place in ((b"PK\3\4", 26), (b"PK\1\2", 28)):
        at = data.find(mark) + place
        data[at : at + 4] = b"\0\0\1\0"  # the name is a byte of extra field now
    assert contents(io.BytesIO(bytes(data))) == {"": b"nameless", "b": b"good"}


def test_what_is_no_zip_says_so():
    for data in (b"PK\3\4", packed({"a": b"b" * 99}).getvalue()[:-30]):
        with pytest.raises(Damaged, match="cannot be read"):
            list(members(io.BytesIO(data)))
