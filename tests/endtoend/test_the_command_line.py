"""``eyecamp`` as whoever installs it would call it: exit codes, sentences, JSON, and one station at a time."""

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest
from support.pictures import a_jpeg, an_op, uid_of
from support.serving_station import ROOT, ServingStation, a_serving_station

CAMP = ("camp.prefix=C7", "camp.letter=A")


def eyecamp(*words, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("EYECAMP_")}
    command = [sys.executable, "-m", "workstation", *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=clean | environment,
        stdin=subprocess.DEVNULL,
    )
    assert "Traceback" not in done.stderr
    return done


def test_wrong_settings_and_wrong_usage_end_with_2_and_a_sentence(tmp_path):
    assert eyecamp("status", "--set", "rest.prot=1").returncode == 2
    assert "nearest" in eyecamp("status", "--set", "rest.prot=1").stderr
    assert eyecamp("fly").returncode == 2
    assert eyecamp("version").stdout.startswith("eyecamp ")


def test_a_locked_station_ends_with_1_and_a_sentence(tmp_path):
    folder = ("--data-dir", str(tmp_path / "s"))
    assert "locked" in eyecamp("status", *folder).stderr
    first = eyecamp("status", "--json", *folder, EYECAMP_PASSPHRASE="river mango lantern seven")
    assert json.loads(first.stdout)["patients"] == 0
    wrong = eyecamp("status", *folder, EYECAMP_PASSPHRASE="something else entirely")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.strip() == "That passphrase does not open this station."


@pytest.mark.slow
def test_status_has_what_programs_read_whether_the_station_runs_or_not(tmp_path):
    with a_serving_station(tmp_path, *CAMP) as station:
        assert set(station.ready) == {"pid", "rest_url", "dicom_host", "dicom_port", "ae_title", "token"}
        assert station.ready["dicom_host"] == "127.0.0.1"
        running = json.loads(station.run("status", "--json").stdout)
        assert {"patients", "instances", "confirmed_at_hq", "not_yet_at_hq", "last_confirmed", "hq", "cameras"} <= set(
            running
        )
        assert running["hq"]["state"] == "not-configured"
        second = station.run("checkup")
        assert second.returncode == 1 and "already open" in second.stderr
        assert station.stop() == 0
    stopped = json.loads(station.run("status", "--json").stdout)
    assert stopped["patients"] == running["patients"]


def test_everything_given_to_import_is_answered_for(tmp_path):
    station = ServingStation(tmp_path, *CAMP)
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "1.dcm").write_bytes(an_op(1))
    (folder / "2.dcm").write_bytes(an_op(1))
    (folder / "3.dcm").write_bytes(an_op(1, eye="L"))
    (folder / "4.dcm").write_bytes(an_op(2)[:-40])
    (folder / "5.txt").write_text("a note")
    (folder / "6.jpg").write_bytes(a_jpeg())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inside/7.dcm", an_op(7))
    (folder / "7.zip").write_bytes(packed.getvalue())
    done = station.run("import", "--json", str(folder), str(tmp_path / "absent"))
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert [row["outcome"] for row in rows] == [
        "stored", "duplicate", "conflict", "quarantined", "skipped", "skipped", "stored", "skipped",
    ]  # fmt: skip
    assert rows[0]["instance_uid"] == uid_of(1) and set(rows[0]) == {"path", "outcome", "reason", "instance_uid"}
    assert "Whose" in rows[5]["reason"]
    status = json.loads(station.run("status", "--json").stdout)
    assert (status["instances"], status["unmatched"], status["held"]) == (2, 2, 2)


def test_a_photograph_is_imported_only_with_person_and_eye_and_only_once(tmp_path):
    station = ServingStation(tmp_path, *CAMP)
    photograph = tmp_path / "right_OD.jpg"
    photograph.write_bytes(a_jpeg(320, 240))
    (tmp_path / "key").parent.mkdir(exist_ok=True)
    with a_serving_station(tmp_path, *CAMP) as serving, serving.client() as client:
        made = client.post("/api/patients/", json={"name": {"family": "Devi", "given": "Lakshmi"}})
        number = made.raise_for_status().json()["number"]
    without_eye = json.loads(station.run("import", "--json", "--patient", number, str(photograph)).stdout)
    assert without_eye[0]["outcome"] == "skipped" and "Which eye" in without_eye[0]["reason"]
    said = ("import", "--json", "--patient", number, "--eye", "R", "--field", "macula", str(photograph))
    assert [json.loads(station.run(*said).stdout)[0]["outcome"] for _ in range(2)] == ["stored", "duplicate"]


def test_a_token_is_shown_once(tmp_path):
    station = ServingStation(tmp_path, *CAMP)
    secret = station.run("token", "create", "tablet", "--scope", "read").stdout.strip()
    assert len(secret) >= 43
    assert secret not in station.run("token", "list").stdout
    assert station.run("token", "revoke", "tablet").returncode == 0
    assert station.run("token", "revoke", "tablet").returncode == 1
