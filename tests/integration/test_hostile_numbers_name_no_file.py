"""D6: forty UIDs that want to be paths, commands or nothing at all. None is filed, none names a file, all bytes are kept."""

from pathlib import Path

import pytest
from support.data_sets import an_instance, encoded
from support.doors import two_doors

from resources.store.vault import SMALL

HOSTILE = [
    "../../../../tmp/d6", "..\\..\\d6", "/etc/d6", "/", ".", "..", "...", "~/d6", "$HOME/d6", "C:\\d6", "C:d6", "\\\\host\\d6",
    "CON", "NUL", "LPT1.1", "AUX.dcm", "1.2.3/4", "1.2.3\\4", "1.2.3\0/d6", "1.2.3\n4", "1.2.3\r\nX: y", "1.2.3 4", "1.2.3;rm",
    "1.2.3'--", "<b>1</b>", "%2e%2e%2fd6", "1.2.840..3", ".1.2", "1.2.", "1,2", "1.2.3a", "abc", "-1.2", "+1.2", "1.2e3", "0x1",
    "١.٢.٣", "１.２", "1" * 65, "1." * 40 + "1",
]  # fmt: skip
PLAIN = b"1.2.3.1.1"
ELEMENTS = {
    "instance": b"\x08\0\x18\0UI",
    "study": b"\x20\0\x0d\0UI",
    "series": b"\x20\0\x0e\0UI",
    "class": b"\x08\0\x16\0UI",
}


def with_uid(data: bytes, element: str, uid: str) -> bytes:
    """The data set with another value there, padded as PS3.5 9.1 wants."""
    at = data.index(ELEMENTS[element])
    length = int.from_bytes(data[at + 6 : at + 8], "little")
    value = uid.encode()
    value += b"\0" * (len(value) % 2)
    return data[: at + 6] + len(value).to_bytes(2, "little") + value + data[at + 8 + length :]


def on_the_wire(uid: str) -> str:
    """As the command set carries it: the same bytes."""
    return uid.encode().decode("latin-1")


def all_files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_there_are_forty_of_them():
    assert len(HOSTILE) == len(set(HOSTILE)) == 40


def test_the_helper_writes_what_a_reader_reads(tmp_path):
    with two_doors(tmp_path) as doors:
        assert doors.camera(with_uid(encoded(an_instance()), "instance", "1.2.3.777"), instance="1.2.3.777") == 0
        assert [row.instance_uid for row in doors.filed()] == ["1.2.3.777"]


@pytest.mark.parametrize("element", ELEMENTS)
def test_a_hostile_number_is_kept_aside_and_names_nothing(tmp_path, monkeypatch, element):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with two_doors(tmp_path / "doors") as doors:
        before = all_files(tmp_path)
        large = [
            bytes(SMALL * (number % 2) + 2) for number in range(len(HOSTILE))
        ]  # every other one has a file of its own
        sent = [
            with_uid(encoded(an_instance(EncapsulatedDocument=more)), element, uid)
            for uid, more in zip(HOSTILE, large, strict=True)
        ]
        for uid, data in zip(HOSTILE, sent, strict=True):
            assert doors.camera(data, instance=on_the_wire(uid) if element == "instance" else "1.2.3.1.1") == 0x0000
        assert doors.filed() == []
        assert set(doors.data_sets()) == set(sent)
        assert all(row.reason.endswith(".") for row in doors.held())
        new = all_files(tmp_path) - before
        assert {path.name for path in new if "vault" in path.parts} == set(doors.store.vault.files())
        assert set(doors.store.vault.digests()) == {row.digest for row in doors.held()}
        assert len(set(doors.store.vault.files())) == len(HOSTILE) // 2
        assert {path.parent for path in new if "vault" not in path.parts} <= {doors.store.folder}
        written = all_files(tmp_path)
        rows = [doors.stick(data) for data in sent]
        assert {row.outcome for row in rows} == {"quarantined"}
        assert doors.filed() == []
        outside = {path for path in all_files(tmp_path) - written if doors.store.folder not in path.parents}
        assert {path.parent for path in outside} == {doors.folder}  # the sticks themselves


def test_a_number_padded_with_spaces_is_read_without_them(tmp_path):
    """Odd but harmless, and in the field: PS3.5 9.1 pads a UID with NUL."""
    data = encoded(an_instance()).replace(PLAIN + b"\0", PLAIN + b" ")
    with two_doors(tmp_path) as doors:
        assert doors.camera(data, instance="1.2.3.1.1 ") == 0x0000
        assert [row.instance_uid for row in doors.filed()] == ["1.2.3.1.1"]
