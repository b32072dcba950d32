"""D10: every file of the real data, by C-STORE and by import, ends stored or kept aside with its reason. None disappears.

The log stays silent: a traceback or a warning of ours fails each of these tests (``conftest.a_quiet_log``).
"""

import warnings
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import dcmread
from support.data_sets import an_instance, encoded
from support.doors import Doors, two_doors
from support.shared import shared

from resources.problems import Problem
from resources.store import studies
from resources.wire.part10 import FileMeta, read_part10
from resources.wire.uids import DEFLATED, EXPLICIT_LITTLE

FOLDERS = ("valid", "charset", "malformed")


def real_files() -> list[Path]:
    found = [path for folder in FOLDERS for path in sorted(shared("data", "dicom", folder).rglob("*"))]
    return [path for path in found if path.is_file()]


def as_a_camera_would_send_it(path: Path) -> tuple[FileMeta, bytes]:
    """Its file meta and data set; all of it where there is no telling them apart. A deflated one is sent inflated."""
    data = path.read_bytes()
    try:
        meta = read_part10(BytesIO(data))
    except Problem:
        return FileMeta(), data
    if meta.transfer_syntax_uid == DEFLATED:
        engine = zlib.decompressobj(-zlib.MAX_WBITS)
        return FileMeta(meta.sop_class_uid, meta.instance_uid, EXPLICIT_LITTLE), engine.decompress(
            data[meta.data_set_at :]
        )
    return meta, data[meta.data_set_at :]


def every_reason_is_a_sentence(doors: Doors) -> bool:
    return all(row.reason.endswith(".") and row.reason[0].isupper() for row in doors.held())


def who_is_shown(doors: Doors) -> set[str]:
    with doors.store.read() as unit:
        names = {study.identity["name"].rstrip("=^ ") for study in studies.inbox(unit)}
    return names - {""}


def who_pydicom_sees(path: Path) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return str(dcmread(path, force=True, stop_before_pixels=True).get("PatientName") or "").rstrip("=^ ")


@pytest.mark.data
def test_every_real_file_is_kept_when_a_camera_sends_it(tmp_path):
    with two_doors(tmp_path) as doors:
        sent = []
        for path in real_files():
            meta, data = as_a_camera_would_send_it(path)
            instance = meta.instance_uid or "1.2.3"
            assert doors.camera(data, syntax=meta.transfer_syntax_uid or EXPLICIT_LITTLE, instance=instance) == 0, path
            sent.append(data)
        assert set(doors.data_sets()) == set(sent)
        assert every_reason_is_a_sentence(doors)
        assert len(sent) > 60


@pytest.mark.data
def test_every_real_file_is_kept_when_it_is_imported(tmp_path):
    with two_doors(tmp_path) as doors:
        files = real_files()
        rows = {Path(row.path): row for row in doors.bring(*(shared("data", "dicom", folder) for folder in FOLDERS))}
        assert set(rows) == set(files)
        left = [path.name for path, row in rows.items() if row.outcome == "skipped"]
        assert left == ["FileInfo.txt"]  # no picture, and none was made of it
        assert all(row.reason for row in rows.values() if row.outcome != "stored" or not row.instance_uid)
        kept = {
            as_kept for row in (*doors.filed(), *doors.held()) if (as_kept := doors.store.vault.read(row.digest or ""))
        }
        for path in files:
            if path.name not in left:
                data = path.read_bytes()
                assert any(one == data or one.endswith(data) for one in kept), path.name
        assert every_reason_is_a_sentence(doors)


@pytest.mark.data
@pytest.mark.parametrize("way", ["camera", "stick"])
def test_names_are_shown_in_their_own_script_whichever_way_they_came(tmp_path, way):
    files = [path for path in real_files() if path.parent.name == "charset" and path.suffix == ".dcm"]
    with two_doors(tmp_path) as doors:
        for path in files:
            meta, data = as_a_camera_would_send_it(path)
            if way == "stick":
                doors.bring(path)
            else:
                doors.camera(data, syntax=meta.transfer_syntax_uid, instance=meta.instance_uid)
        waiting_aside = {row.instance_uid for row in doors.held()}
        whole = [path for path in files if as_a_camera_would_send_it(path)[0].instance_uid not in waiting_aside]
        assert who_is_shown(doors) == {who_pydicom_sees(path) for path in whole}
        assert len(whole) == 6


def test_what_is_odd_is_kept_by_both_doors(tmp_path):
    """The drawn twin, which never skips."""
    good = encoded(an_instance())
    odd = [b"", b"\0", good[:-7], good[:9], b"nothing like DICOM " * 20, good + b"\1\2\3", bytes(5000), b"\xff" * 999]
    with two_doors(tmp_path) as doors:
        for number, data in enumerate([*odd, good], start=1):
            assert doors.camera(data, instance=f"1.2.3.9.{number}" if data != good else "1.2.3.1.1") == 0
        assert set(doors.data_sets()) == {*odd, good}
    with two_doors(tmp_path / "stick") as doors:
        rows = [doors.stick(data) for data in [*odd, good]]
        assert [row.outcome for row in rows] == ["quarantined"] * len(odd) + ["stored"]
        assert all(row.reason for row in rows[:-1])
        assert set(doors.data_sets()) == {*odd, good}
