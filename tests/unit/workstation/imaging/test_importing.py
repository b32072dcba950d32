"""Files from a stick: each gets one answer, nothing leads out of the stick, nothing is guessed, and no original is touched."""

import os
import zipfile

import pytest
from support.data_sets import an_instance, encoded
from support.photographs import a_jpeg_of, a_png_of, a_retina, exif_of, with_segments
from support.pictures import a_jpeg, an_op, uid_of
from support.stations import a_store, lakshmi
from support.sticks import a_zip, an_index

from resources.problems import Conflict, Invalid, NotFound
from resources.store import filing, patients, studies
from resources.terms import Field, Laterality, Origin
from workstation.imaging.decoder import Decoder
from workstation.imaging.importing import bring_in
from workstation.imaging.photographs import Said, speak_for


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    with store.write(Origin.PERSON) as unit:
        patients.register(unit, lakshmi())
    yield store
    store.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def the_person(store):
    with store.read() as unit:
        [person] = patients.listed(unit)
    return person


def outcomes(store, *paths, said=Said(), **how):  # noqa: B008
    return {row.path.rpartition("/")[2]: (row.outcome, row.reason) for row in bring_in(store, paths, said, **how)}


def everything(store) -> list[bytes]:
    with store.read() as unit:
        digests = [row.digest for row in (*studies.instances(unit), *filing.held(unit))]
    return [store.vault.read(digest) for digest in digests]


# --- media ------------------------------------------------------------------------------------------------------------


def test_a_dicomdir_brings_in_what_it_names_and_nothing_else(store, stick):
    (stick / "IMAGES").mkdir()
    (stick / "IMAGES" / "1").write_bytes(an_op(1))
    (stick / "IMAGES" / "2").write_bytes(an_op(2))
    (stick / "DICOMDIR").write_bytes(an_index("IMAGES\\1", "IMAGES\\3"))
    said = outcomes(store, stick / "DICOMDIR")
    assert {name: outcome for name, (outcome, _) in said.items()} == {
        "DICOMDIR": "skipped", "1": "stored", "stick!IMAGES\\3": "skipped",
    }  # fmt: skip
    assert said["stick!IMAGES\\3"][1] == "The medium names this file, but it is not there."


def test_media_in_other_spelling_are_found(store, stick):
    (stick / "images").mkdir()
    (stick / "images" / "im1;1").write_bytes(an_op(1))
    (stick / "images" / "IM2;1").write_bytes(an_op(2))
    (stick / "DICOMDIR").write_bytes(an_index("IMAGES\\IM2", "IMAGES\\im1;1"))
    assert sorted(outcome for outcome, _ in outcomes(store, stick / "DICOMDIR").values()) == [
        "skipped", "stored", "stored",
    ]  # fmt: skip


@pytest.mark.parametrize("file_id", ["..\\secret", "IMAGES\\..\\..\\secret", "/secret", "LINK\\secret", "LINK2"])
def test_nothing_outside_of_the_medium_is_opened(store, tmp_path, stick, file_id):
    (tmp_path / "secret").write_bytes(an_op(9))
    (stick / "IMAGES").mkdir()
    (stick / "LINK").symlink_to(tmp_path)
    (stick / "LINK2").symlink_to(tmp_path / "secret")
    (stick / "DICOMDIR").write_bytes(an_index(file_id))
    for given in (stick / "DICOMDIR", stick):
        said = list(bring_in(store, [given], Said()))
        assert {row.outcome for row in said} == {"skipped"}, said
        assert "The medium names a file outside of itself." in {row.reason for row in said}
    assert everything(store) == []


def test_a_folder_names_what_its_dicomdir_misses(store, stick):
    (stick / "A").write_bytes(an_op(1))
    (stick / "DICOMDIR").write_bytes(an_index("A", "B"))
    said = outcomes(store, stick)
    assert said["A"][0] == "stored"
    assert said["stick!B"] == ("skipped", "The medium names this file, but it is not there.")


# --- folders ----------------------------------------------------------------------------------------------------------


def test_links_pipes_and_what_is_not_there_are_named_and_not_opened(store, tmp_path, stick):
    (tmp_path / "outside.dcm").write_bytes(an_op(1))
    (stick / "link.dcm").symlink_to(tmp_path / "outside.dcm")
    (stick / "loop").symlink_to(stick)
    (stick / "broken").symlink_to(stick / "nowhere")
    os.mkfifo(stick / "pipe")
    said = outcomes(store, stick, stick / "absent")
    assert {outcome for outcome, _ in said.values()} == {"skipped"}
    assert set(said) == {"link.dcm", "loop", "broken", "pipe", "absent"}
    assert said["absent"][1] == "There is no such file."
    assert outcomes(store, stick / "link.dcm")["link.dcm"][0] == "stored"  # somebody named it


def test_a_stick_that_is_pulled_out_is_said_file_by_file(store, stick, monkeypatch):
    (stick / "1.dcm").write_bytes(an_op(1))
    (stick / "2.jpg").write_bytes(a_jpeg())
    (stick / "3.dcm").write_bytes(an_op(3))

    def gone(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("workstation.imaging.importing.read_part10", gone)
    said = outcomes(store, stick)
    assert said["1.dcm"] == said["3.dcm"] == ("skipped", "It cannot be read.")


def test_a_name_that_steers_the_screen_is_shown_without_that(store, stick):
    (stick / "a\x1b[2Jb\u202egnp.dcm").write_bytes(b"x")
    [name] = outcomes(store, stick)
    assert "\x1b" not in name and "\u202e" not in name


def test_no_original_is_touched(store, stick):
    files = {"1.dcm": an_op(1), "2.dcm": an_op(2)[:-9], "3.jpg": a_jpeg(), "4.txt": b"note"}
    for name, content in files.items():
        (stick / name).write_bytes(content)
    outcomes(store, stick, said=Said(the_person(store).uuid, Laterality.RIGHT))
    assert {path.name: path.read_bytes() for path in stick.iterdir()} == files


# --- DICOM ------------------------------------------------------------------------------------------------------------


def test_a_bare_data_set_gets_a_file_meta_and_keeps_its_bytes(store, stick):
    data = encoded(an_instance(eye="R"))
    (stick / "bare").write_bytes(data)
    assert outcomes(store, stick)["bare"][0] == "stored"
    [kept] = everything(store)
    assert kept.endswith(data) and kept[128:132] == b"DICM"


def test_what_means_to_be_dicom_and_is_not_whole_is_kept_aside_with_its_reason(store, stick):
    whole = an_op(1)
    (stick / "cut.dcm").write_bytes(whole[:-9])
    (stick / "no name at all").write_bytes(whole[:-9])
    (stick / "rubbish.DCM").write_bytes(b"rubbish")
    (stick / "only the mark").write_bytes(bytes(128) + b"DICM")
    (stick / "head").write_bytes(whole[132:200])
    said = outcomes(store, stick)
    assert {outcome for outcome, _ in said.values()} == {"quarantined"}
    assert all(reason.endswith(".") for _, reason in said.values())
    assert len(everything(store)) == 4  # two hold the same bytes


def test_what_is_no_picture_stays_where_it_is(store, stick):
    foreign = {"a.txt": b"note", "b.heic": b"\0\0\0\x18ftypheic", "c.gif": b"GIF89a", "d": b"", "e.pdf": b"%PDF-1.7"}
    for name, content in foreign.items():
        (stick / name).write_bytes(content)
    said = outcomes(store, stick)
    assert {outcome for outcome, _ in said.values()} == {"skipped"}
    assert "JPEG" in said["b.heic"][1] and "JPEG" in said["c.gif"][1] and said["d"][1] == "The file is empty."
    assert everything(store) == []


def test_a_zip_is_brought_in_and_its_hostile_names_are_only_shown(store, stick):
    before = set(stick.parent.rglob("*"))
    path = a_zip({"../../../evil.dcm": an_op(1), "/abs.dcm": an_op(2), "inner.zip": b"PK\3\4rest"}, stick / "a.zip")
    rows = list(bring_in(store, [path], Said()))
    assert [(row.outcome, row.instance_uid) for row in rows] == [
        ("stored", uid_of(1)), ("stored", uid_of(2)), ("skipped", ""),
    ]  # fmt: skip
    written = {one for one in set(stick.parent.rglob("*")) - before if store.folder not in one.parents}
    assert written == {path}


def test_a_damaged_member_is_one_row_and_the_rest_comes(store, stick):
    path = a_zip({"1.dcm": an_op(1), "2.dcm": an_op(2)}, stick / "a.zip", zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.find(an_op(1)[:200]) + 400] ^= 0xFF
    path.write_bytes(data)
    rows = list(bring_in(store, [path], Said()))
    assert [row.outcome for row in rows] == ["skipped", "stored"]
    assert rows[0].reason == "It is damaged inside the ZIP."


# --- photographs ------------------------------------------------------------------------------------------------------


def test_photographs_of_one_person_and_day_are_one_visit_however_they_come(store, stick):
    said = Said(the_person(store).uuid, Laterality.LEFT, Field.DISC)
    for number, shade in enumerate((10, 90, 170), start=1):
        (stick / f"{number}.jpg").write_bytes(a_jpeg(colour=(shade, 60, 20)))
        assert outcomes(store, stick / f"{number}.jpg", said=said)[f"{number}.jpg"][0] == "stored"
    with store.read() as unit:
        [study] = studies.of_patient(unit, the_person(store).uuid)
    assert sorted(row.number for row in study.instances) == [1, 2, 3]
    assert {(row.laterality, row.field) for row in study.instances} == {("L", "disc")}


@pytest.mark.hazard("HZ-02")
def test_a_photograph_nobody_speaks_for_is_kept_and_asked_about_and_never_filed_by_itself(store, stick):
    (stick / "right_OD_lakshmi.jpg").write_bytes(a_jpeg())
    said = outcomes(store, stick, keep_unsaid=True)
    assert said["right_OD_lakshmi.jpg"][0] == "waiting"
    assert outcomes(store, stick, keep_unsaid=True)["right_OD_lakshmi.jpg"][0] == "duplicate"
    with store.read() as unit:
        [held] = filing.held(unit)
        assert studies.count(unit) == 0
    assert (held.kind, store.vault.read(held.digest)) == ("photograph", a_jpeg())


@pytest.mark.hazard("HZ-02")
def test_a_kept_photograph_becomes_an_instance_when_somebody_says_whose_and_which_eye(store, stick):
    (stick / "1.jpg").write_bytes(a_jpeg())
    outcomes(store, stick, keep_unsaid=True)
    with store.read() as unit:
        [held] = filing.held(unit)
    decoder = Decoder()
    person = the_person(store).uuid
    with pytest.raises(Invalid):
        speak_for(store, held.uuid, Said(person), decoder.prepare, actor="grace")
    filed, _ = speak_for(store, held.uuid, Said(person, Laterality.LEFT), decoder.prepare, actor="grace")
    with store.read() as unit:
        row = studies.instance(unit, filed.instance_uid)
        assert filing.held(unit) == []
    assert (row.patient_uuid, row.laterality, filed.outcome) == (person, "L", "stored")
    with pytest.raises(Conflict):
        speak_for(store, held.uuid, Said(person, Laterality.RIGHT), decoder.prepare, actor="grace")
    with pytest.raises(NotFound):
        speak_for(store, "nothing", Said(person, Laterality.RIGHT), decoder.prepare, actor="grace")
    assert outcomes(store, stick, keep_unsaid=True)["1.jpg"][0] == "duplicate"
    decoder.close()


def test_the_day_a_camera_says_is_kept_beside_the_day_it_came(store, stick):
    exif = exif_of(1)
    taken = b"2000:01:02 03:04:05\0"
    entry = (
        b"\x01\0" + b"\x03\x90\x02\0" + len(taken).to_bytes(4, "little") + (38 + 18).to_bytes(4, "little") + bytes(4)
    )
    tiff = b"II*\0\x08\0\0\0" + b"\x01\0" + b"\x69\x87\x04\0\x01\0\0\0" + (26).to_bytes(4, "little") + bytes(4)
    tiff = tiff + entry
    tiff = tiff.ljust(56, b"\0") + taken
    assert exif[:6] == b"Exif\0\0"
    (stick / "old.jpg").write_bytes(with_segments(a_jpeg_of(a_retina()), (0xE1, b"Exif\0\0" + tiff)))
    said = outcomes(store, stick, said=Said(the_person(store).uuid, Laterality.RIGHT))
    assert said["old.jpg"] == (
        "stored", "Its camera says that it was taken on 02 January 2000; it is filed under today.",
    )  # fmt: skip
    with store.read() as unit:
        [study] = studies.of_patient(unit, the_person(store).uuid)
    assert (study.study_date, study.instances[0].acquired[:14]) == ("20261121", "20000102030405")


def test_what_cannot_be_decoded_harms_the_child_only_and_is_said(store, stick):
    jpeg, png = a_jpeg_of(a_retina()), a_png_of(a_retina())
    (stick / "bomb.png").write_bytes(png[:16] + b"\0\1\0\0\0\1\0\0" + png[24:])
    (stick / "cut.jpg").write_bytes(jpeg[: len(jpeg) // 2])
    (stick / "good.jpg").write_bytes(jpeg)
    (stick / "polyglot.jpg").write_bytes(b"\xff\xd8\xff<svg onload=alert(1)>")
    for how in ({"said": Said(the_person(store).uuid, Laterality.RIGHT)}, {"keep_unsaid": True}):
        said = outcomes(store, stick, **how)
        assert [said[name][0] for name in ("bomb.png", "cut.jpg", "polyglot.jpg")] == ["skipped"] * 3
        assert said["good.jpg"][0] in ("stored", "waiting")
