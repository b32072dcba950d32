"""Rows 13 to 15 of seed 000: instances announced, photographed, and read; and hazards HZ-02 and HZ-12 on that way."""

import io

import pydicom
import pytest
from PIL import Image
from support.pictures import a_jpeg, an_op, uid_of
from support.restclient import web
from support.samples import samples

from resources.rest.instances import EXAMPLE, TYPES, Modality
from resources.store import filing, mending, studies
from resources.store.rows import Arrival
from resources.terms import Laterality, Origin
from resources.wire.part10 import header_of, read_part10

STUDY = "/api/ImagingStudy/99991"
JPEG = {"Content-Type": "image/jpeg"}
PERSON = {"id": "10003", "name": {"family": "Demo", "given": "Henry"}, "gender": "male", "birthDate": "1961-04-03"}
LEFT = a_jpeg(64, 48, (200, 40, 20))
RIGHT = a_jpeg(64, 48, (20, 40, 200))


@pytest.fixture
def station(tmp_path):
    with web(tmp_path) as (client, store):
        client.post("/api/patients", json=PERSON)
        client.post("/api/ImagingStudy", json={"id": "99991", "patient": "10003", "started": "2016-09-27T10:59:59"})
        yield client, store


@pytest.fixture
def client(station):
    return station[0]


def announce(client, laterality=None, modality="OP", **more):
    body = {"modality": modality, "laterality": laterality, "instance": [more or {"type": "macular-centered"}]}
    answer = client.post(f"{STUDY}/instance", json={key: value for key, value in body.items() if value})
    assert answer.status_code == 201
    return answer.json()["instance"][0]


def post(client, picture, **params):
    return client.post(f"{STUDY}/photo", content=picture, headers=JPEG, params=params)


def all_of(client):
    return {one["id"]: one for series in client.get(STUDY).json()["series"] for one in series["instance"]}


def code(response):
    return response.status_code, response.json()["error"]["code"]


def shown(client, instance) -> tuple[int, int, int]:
    """The colour in the middle of the picture that is given for this instance."""
    answer = client.get(instance["content"], headers={"Accept": "image/jpeg"})
    with Image.open(io.BytesIO(answer.content)) as image:
        return image.convert("RGB").getpixel((image.width // 2, image.height // 2))


# --- announcing -----------------------------------------------------------------------------------------------------


def test_the_documented_instance_is_announced(client):
    answer = client.post(f"{STUDY}/instance/", json=EXAMPLE)
    body = answer.json()
    assert answer.status_code == 201
    assert body["study"] == "99991"
    assert (body["series"]["modality"], body["series"]["laterality"], body["series"]["number"]) == ("OP", "LEFT", 1)
    (instance,) = body["instance"]
    assert instance["title"] == "CENTRAL"
    assert (instance["number"], instance["type"], instance["sopClass"]) == (
        1,
        "macular-centered",
        EXAMPLE["instance"][0]["sopClass"],
    )
    assert "content" not in instance
    assert client.get(answer.headers["location"]).json() == instance


def test_one_series_holds_one_kind_and_side_and_counts_on(client):
    first, second = announce(client, "LEFT"), announce(client, "LEFT")
    other = announce(client, "RIGHT")
    assert (first["number"], second["number"], other["number"]) == (1, 2, 1)
    study = client.get(STUDY).json()
    assert [(one["laterality"], one["numberOfInstances"]) for one in study["series"]] == [("LEFT", 2), ("RIGHT", 1)]
    assert (study["numberOfSeries"], study["numberOfInstances"]) == (2, 3)


def test_oct_is_kept_as_dicom_writes_it(client):
    announce(client, "RIGHT", "OCT", type="macular-mode")
    assert client.get(STUDY).json()["series"][0]["modality"] == "OPT"


def test_the_type_of_other_modalities_is_also_their_title(client):
    assert announce(client, modality="KER", type="steep")["title"] == "steep"


@pytest.mark.hazard("HZ-02")
def test_an_eye_that_nobody_stated_is_absent(client):
    assert "laterality" not in announce(client)
    assert "laterality" not in client.get(STUDY).json()["series"][0]


BAD = {
    "nothing": ({}, "modality"),
    "no instance": ({"modality": "OP"}, "instance"),
    "empty instance": ({"modality": "OP", "instance": []}, "instance"),
    "instance as an object": ({"modality": "OP", "instance": {}}, "instance"),
    "modality": ({"modality": "CT", "instance": [{}]}, "modality"),
    "laterality": ({"modality": "OP", "laterality": "left?", "instance": [{}]}, "laterality"),
    "laterality as DICOM": ({"modality": "OP", "laterality": "L", "instance": [{}]}, "laterality"),
    "type": ({"modality": "OP", "instance": [{}, {"type": "external"}]}, "instance.1.type"),
    "type of OCT": ({"modality": "OCT", "instance": [{"type": "macular-centered"}]}, "instance.0.type"),
    "class": ({"modality": "OP", "instance": [{"sopClass": "OP"}]}, "instance.0.sopClass"),
    "uid": ({"modality": "OP", "instance": [{"uid": "1..2"}]}, "instance.0.uid"),
    "title": ({"modality": "OP", "instance": [{"title": "x" * 65}]}, "instance.0.title"),
    "many": ({"modality": "OP", "instance": [{}] * 101}, "instance"),
}


@pytest.mark.parametrize(("body", "field"), BAD.values(), ids=BAD)
def test_what_cannot_be_announced_is_400(client, body, field):
    answer = client.post(f"{STUDY}/instance", json=body)
    assert code(answer) == (400, "invalid")
    assert field in answer.json()["error"]["fields"]
    assert all_of(client) == {}


def test_an_announcement_without_its_study_or_with_a_known_uid_is_refused(client):
    announce(client, uid="1.2.3")
    assert code(client.post("/api/ImagingStudy/4/instance", json=EXAMPLE)) == (404, "not-found")
    again = EXAMPLE | {"instance": [{"uid": "9.9"}, {"uid": "1.2.3"}]}
    assert code(client.post(f"{STUDY}/instance", json=again | {"instance": [{"uid": "1.9"}, {"uid": "1.2.3"}]})) == (
        409,
        "conflict",
    )
    assert len(all_of(client)) == 1


def test_every_type_of_the_list_is_taken(client):
    for modality, types in TYPES.items():
        for kind in types:
            announce(client, "LEFT", Modality(modality).value, type=kind)


# --- photographs ----------------------------------------------------------------------------------------------------


def test_a_photograph_becomes_the_instance_that_waits(station):
    client, store = station
    waiting = announce(client, "LEFT", title="CENTRAL", type="macular-centered")
    answer = post(client, LEFT)
    made = answer.json()
    assert answer.status_code == 201
    assert (made["id"], made["uid"], made["laterality"], made["title"]) == (
        waiting["id"],
        waiting["uid"],
        "LEFT",
        "CENTRAL",
    )
    assert answer.headers["location"] == made["content"]
    with store.read() as unit:
        row = studies.instance(unit, waiting["uid"])
    header = header_of(io.BytesIO(store.vault.read(row.digest)))
    assert (header.instance_uid, header.study_uid, header.series_uid) == (
        row.instance_uid,
        row.study_uid,
        row.series_uid,
    )
    assert (header.laterality, header.identity.name, header.identity.sex) == (Laterality.LEFT, "Demo^Henry", "M")
    assert client.get(STUDY).json()["availability"] == "ONLINE"


def test_a_photograph_is_given_in_the_form_that_is_asked_for(client):
    announce(client, "LEFT")
    place = post(client, LEFT).json()["content"]
    picture = client.get(place, headers={"Accept": "image/jpeg"})
    assert (picture.content, picture.headers["content-type"]) == (LEFT, "image/jpeg")
    file = client.get(place, headers={"Accept": "application/dicom"})
    data_set = pydicom.dcmread(io.BytesIO(file.content))
    assert (data_set.ImageLaterality, data_set.PatientName, data_set.StudyDate) == ("L", "Demo^Henry", "20160927")
    assert client.get(place).json()["laterality"] == "LEFT"
    assert code(client.get(place, headers={"Accept": "image/png"})) == (406, "not-acceptable")
    head = client.head(place, headers={"Accept": "application/dicom"})
    assert (head.content, head.headers["content-length"]) == (b"", str(len(file.content)))
    for answer in (picture, file):
        known = {"Accept": answer.headers["content-type"], "If-None-Match": answer.headers["etag"]}
        assert client.get(place, headers=known).status_code == 304


def test_a_class_for_other_pixels_is_shown_as_announced_and_told(station):
    client, store = station
    client.post(f"{STUDY}/instance", json=EXAMPLE)
    made = post(client, LEFT).json()
    assert made["sopClass"].endswith(".77.1.5.2")
    assert "77.1.5.1" in made["warnings"][0]
    with store.read() as unit:
        assert studies.instance(unit, made["uid"]).sop_class_uid.endswith(".77.1.5.1")


def test_a_photograph_may_come_in_a_form_with_its_instance(client):
    right, left = announce(client, "RIGHT"), announce(client, "LEFT")
    form = {"instance": (None, left["id"]), "photo": ("a.jpg", LEFT, "image/jpeg")}
    made = client.post(f"{STUDY}/photo", files=form)
    assert (made.status_code, made.json()["id"]) == (201, left["id"])
    assert "content" not in all_of(client)[right["id"]]


def test_a_photograph_without_announcement_needs_its_eye(client):
    assert code(post(client, LEFT)) == (400, "invalid")
    assert all_of(client) == {}
    made = post(client, LEFT, laterality="LEFT")
    assert (made.status_code, made.json()["laterality"], made.json()["number"]) == (201, "LEFT", 1)
    again = post(client, RIGHT, laterality="L").json()
    assert again["number"] == 2
    assert len(client.get(STUDY).json()["series"]) == 1


def test_the_eye_of_an_announcement_is_not_talked_over(client):
    announce(client, "LEFT")
    assert code(post(client, LEFT, laterality="RIGHT")) == (409, "conflict")
    assert code(post(client, LEFT, laterality="middle")) == (400, "invalid")
    assert post(client, LEFT, laterality="LEFT").status_code == 201


def test_an_announcement_without_an_eye_takes_the_one_that_is_said_now(client):
    waiting = announce(client)
    assert code(post(client, LEFT)) == (400, "invalid")
    made = post(client, LEFT, laterality="OD").json()
    assert (made["id"], made["laterality"]) == (waiting["id"], "RIGHT")


@pytest.mark.hazard("HZ-12")
@pytest.mark.parametrize("order", [("LEFT", "RIGHT"), ("RIGHT", "LEFT")])
def test_a_photograph_follows_its_instance_and_never_an_order(client, order):
    waiting = {side: announce(client, side) for side in order}
    refused = post(client, RIGHT)
    assert code(refused) == (409, "conflict")
    listed = refused.json()["error"]["fields"]
    assert {place: text.split(",")[0] for place, text in listed.items()} == {
        waiting[side]["id"]: side for side in order
    }
    assert not any("content" in one for one in all_of(client).values())
    made = post(client, RIGHT, instance=waiting["RIGHT"]["id"])
    assert (made.status_code, made.json()["laterality"]) == (201, "RIGHT")
    assert shown(client, made.json())[2] > 150
    last = post(client, LEFT).json()
    assert (last["id"], last["laterality"]) == (waiting["LEFT"]["id"], "LEFT")
    assert shown(client, last)[0] > 150


@pytest.mark.hazard("HZ-12")
@pytest.mark.data
@pytest.mark.parametrize("path", samples("fundus", "idrid-0226-OD*"), ids=lambda path: path.name)
def test_a_real_right_eye_lands_under_right(client, path):
    announce(client, "LEFT")
    right = announce(client, "RIGHT")
    assert code(post(client, path.read_bytes())) == (409, "conflict")
    made = post(client, path.read_bytes(), instance=right["uid"]).json()
    assert (made["id"], made["laterality"]) == (right["id"], "RIGHT")
    answer = client.get(made["content"], headers={"Accept": "image/jpeg"})
    with Image.open(io.BytesIO(answer.content)) as given, Image.open(path) as sent:
        assert (given.size, given.tobytes()) == (sent.size, sent.tobytes())


def test_a_picture_is_not_put_in_place_of_another(client):
    announce(client, "LEFT")
    made = post(client, LEFT).json()
    assert code(post(client, RIGHT, instance=made["id"])) == (409, "conflict")
    assert shown(client, made)[0] > 150


@pytest.mark.parametrize("instance", ["77", "x", "1.2.3"])
def test_an_instance_of_another_study_is_404(client, instance):
    announce(client, "LEFT")
    assert code(post(client, LEFT, instance=instance)) == (404, "not-found")
    assert code(client.post("/api/ImagingStudy/4/photo", content=LEFT, headers=JPEG)) == (404, "not-found")


def test_a_photograph_is_not_a_tomogram(client):
    announce(client, "LEFT", "OPT", type="macular-mode")
    assert code(post(client, LEFT)) == (409, "conflict")


@pytest.mark.parametrize("picture", [b"", b"\xff\xd8\xff", LEFT[:400]])
def test_a_bad_photograph_leaves_its_instance_waiting(client, picture):
    announce(client, "LEFT")
    assert code(post(client, picture)) == (400, "invalid")
    assert post(client, LEFT).status_code == 201


@pytest.mark.data
@pytest.mark.parametrize("path", samples("images-bad"), ids=lambda path: path.name)
def test_real_bad_pictures_never_end_in_an_error_of_ours(client, path):
    announce(client, "LEFT")
    assert post(client, path.read_bytes()).status_code in (201, 400)
    assert client.get(STUDY).status_code == 200


def test_a_study_of_nobody_takes_no_photograph(station):
    client, store = station
    received(store, an_op(1, patient="X-1"))
    (study,) = [one for one in client.get("/api/ImagingStudy").json() if "unmatched" in one]
    answer = client.post(
        f"/api/ImagingStudy/{study['id']}/photo", content=LEFT, headers=JPEG, params={"laterality": "L"}
    )
    assert code(answer) == (409, "conflict")


# --- reading what a camera sent -------------------------------------------------------------------------------------


def received(store, file: bytes) -> None:
    """File an instance as the listener does."""
    start = read_part10(io.BytesIO(file)).data_set_at
    blob = store.vault.admit(file, data_set_offset=start)
    with store.write(Origin.CAMERA) as unit:
        filing.file_instance(unit, header_of(io.BytesIO(file)), blob, Arrival(Origin.CAMERA, "CAM1"))


def place_of(client, uid: str) -> str:
    study = next(
        one
        for one in client.get("/api/ImagingStudy").json()
        if any(instance["uid"] == uid for series in one["series"] for instance in series["instance"])
    )
    series = study["series"][0]
    return f"/api/ImagingStudy/{study['uid']}/series/{series['uid']}/{uid}"


def test_a_picture_of_a_camera_is_given_byte_for_byte(station):
    client, store = station
    file = an_op(1, patient="C7A-00001-3", name="Demo^Henry", jpeg=LEFT)
    received(store, file)
    place = place_of(client, uid_of(1))
    assert client.get(place, headers={"Accept": "application/dicom"}).content == file
    assert client.get(place, headers={"Accept": "image/*"}).content == LEFT


@pytest.mark.hazard("HZ-02")
def test_a_copy_says_the_eye_that_a_person_stated_and_the_vault_stays_as_it_is(station):
    client, store = station
    file = an_op(1, patient="C7A-00001-3", name="Demo^Henry", eye="")
    received(store, file)
    place = place_of(client, uid_of(1))
    assert "laterality" not in client.get(place).json()
    before = client.get(place, headers={"Accept": "application/dicom"})
    with store.write(Origin.PERSON, actor="grace") as unit:
        row = mending.set_laterality(unit, uid_of(1), Laterality.RIGHT)
    after = client.get(place, headers={"Accept": "application/dicom", "If-None-Match": before.headers["etag"]})
    assert pydicom.dcmread(io.BytesIO(after.content)).ImageLaterality == "R"
    assert client.get(place).json()["laterality"] == "RIGHT"
    assert store.vault.read(row.digest) == file


def test_a_picture_that_is_no_jpeg_is_406_as_jpeg(station):
    client, store = station
    data_set = pydicom.dcmread(io.BytesIO(an_op(1, patient="C7A-00001-3", name="Demo^Henry")))
    data_set.file_meta.TransferSyntaxUID = pydicom.uid.JPEGExtended12Bit
    out = io.BytesIO()
    data_set.save_as(out)
    received(store, out.getvalue())
    assert code(client.get(place_of(client, uid_of(1)), headers={"Accept": "image/jpeg"})) == (406, "not-acceptable")


def test_what_does_not_belong_together_is_404(client):
    left, right = announce(client, "LEFT"), announce(client, "RIGHT")
    first, second = client.get(STUDY).json()["series"]
    assert client.get(f"{STUDY}/series/{first['id']}/{left['id']}").status_code == 200
    for place in (
        f"{STUDY}/series/{first['id']}/{right['id']}",
        f"{STUDY}/series/{second['id']}/99",
        f"{STUDY}/series/x/{left['id']}",
        f"/api/ImagingStudy/4/series/{first['id']}/{left['id']}",
    ):
        assert code(client.get(place)) == (404, "not-found")
    waiting = f"{STUDY}/series/{first['id']}/{left['id']}"
    assert code(client.get(waiting, headers={"Accept": "image/jpeg"})) == (404, "not-found")
    assert code(client.get(waiting, headers={"Accept": "application/dicom"})) == (404, "not-found")
