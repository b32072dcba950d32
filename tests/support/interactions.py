"""Every interaction of every surface, from the tables that the routes are made of; and a person's things to fill them with."""

import base64
from collections.abc import Mapping
from typing import NamedTuple

import httpx
from support.data_sets import an_instance
from support.dicomwebs import file_of, stow
from support.pictures import a_jpeg
from support.tusclient import announced

from resources.dicomweb.surface import TABLE as DICOMWEB
from resources.dicomweb.surface import UPLOADS, WORKLIST
from resources.fhir.interactions import described
from resources.http.docs import FILES
from resources.rest.surface import TABLE as REST
from resources.tscharts.surface import OPEN
from resources.tscharts.surface import TABLE as TSCHARTS

AN_ITEM = {
    "00741000": {"vr": "CS", "Value": ["SCHEDULED"]}, "00404041": {"vr": "CS", "Value": ["READY"]},
    "00404005": {"vr": "DT", "Value": ["20261121103000+0530"]}, "00741200": {"vr": "CS", "Value": ["MEDIUM"]},
    "00741204": {"vr": "LO", "Value": ["Eye screening"]},
}  # fmt: skip
FHIR = "/organizations/default/fhir/3"


OPEN_TO_ALL = (
    "/healthz", "/openapi.json", "/docs", "/docs/openapi.json", "/docs/start.js", *(f"/docs/{name}" for name in FILES),
)  # fmt: skip
"""What names nobody."""


class Interaction(NamedTuple):
    """``scheme`` is the word before a token, empty where none is needed; ``scope`` what the token must be good for."""

    method: str
    path: str
    scheme: str
    scope: str
    surface: str

    def at(self, ids: Mapping[str, object]) -> str:
        """The address of one person's thing."""
        own = {**ids, "patient_id": ids["number" if self.surface == "tscharts" else "patient_id"]}
        if "/Patient/{id}" in self.path:
            own["id"] = ids["uuid"]
        if "/Endpoint/{id}" in self.path:
            own["id"] = "wado-rs"
        return self.path.format(**{"path": "7FE00010", "frames": "1", **own})


def reads(method: str) -> str:
    return "read" if method == "GET" else "write"


def every() -> list[Interaction]:
    """All of them. What reads by POST needs only the scope read."""
    found = [Interaction(row.method, f"/api{row.path}", "Bearer", reads(row.method), "api") for row in REST]
    found.append(Interaction("GET", "/api/status", "Bearer", "read", "api"))
    for row in TSCHARTS:
        is_open = f"/tscharts/v1{row.path}" in OPEN
        scheme, scope = ("", "") if is_open else ("Token", reads(row.method))
        found.append(Interaction(row.method, f"/tscharts/v1{row.path}", scheme, scope, "tscharts"))
    for one in described():
        path = f"{FHIR}{one['path']}".removesuffix("/")
        is_open = one["name"] == "capabilities"
        only_reads = one["method"] == "GET" or one["path"].endswith("_search") or one["path"] == "/"
        scheme, scope = ("", "") if is_open else ("Bearer", "read" if only_reads else "write")
        found.append(Interaction(one["method"], path, scheme, scope, "fhir"))
    found.append(Interaction("GET", "/fhir/Patient/{uuid}/$wado-rs/studies/{study}", "Bearer", "read", "fhir"))
    for row in (*DICOMWEB, *WORKLIST, *(row for row in UPLOADS if row.method != "OPTIONS")):
        path = f"/dicom-web{row.path}".replace("{path:path}", "{path}")
        found.append(Interaction(row.method, path, "Bearer", reads(row.method), "dicom-web"))
    found += [Interaction("GET", path, "", "", "front") for path in OPEN_TO_ALL]
    return found


def things_of(http: httpx.Client, person: int) -> dict[str, object]:
    """Register somebody, with a picture of everything that a surface can hold, and name it as each address does."""
    family = f"Family{person}"
    public = http.post("/api/patients", json={"name": {"family": family, "given": "Ann"}}).json()
    photo = f"/api/patients/{public['id']}/photo"
    http.post(photo, content=a_jpeg(40 + person, 32), headers={"Content-Type": "image/jpeg"})
    ds = an_instance(patient=900 + person)
    ds.PatientID, ds.PatientName = public["number"], f"{family}^Ann"
    for name in ("PatientSex", "PatientBirthDate"):
        setattr(ds, name, "")
    assert stow(http, file_of(ds)).status_code == 200
    study = http.get(f"/api/ImagingStudy/{ds.StudyInstanceUID}").json()
    series = study["series"][0]
    token = {"Authorization": http.headers["Authorization"].replace("Bearer", "Token")}

    def made(noun: str, **body: object) -> int:
        return http.post(f"/tscharts/v1/{noun}/", json=body, headers=token).json()["id"]

    clinic = made("clinic", location=f"Town{person}", start="02/05/2016", end="02/06/2016")
    station = made("station", name=f"ENT{person}")
    place = made("clinicstation", name=f"Dental {person}", active=False, away=True, clinic=clinic, station=station)
    number = next(
        one for one in http.get("/tscharts/v1/patient/", params={"paternal_last": family}, headers=token).json()
    )
    data = base64.b64encode(a_jpeg(50 + person, 32)).decode()
    image = made("image", type="Headshot", patient=number, data=data)
    upload = http.post("/dicom-web/uploads", headers=announced(f"1.2.3.{900 + person}", b"a picture"))
    item = http.post("/dicom-web/workitems", json=[AN_ITEM], headers={"Content-Type": "application/dicom+json"})
    return {
        "uuid": public["uuid"], "id": study_uuid(http, ds.StudyInstanceUID), "vid": 1, "image_id": image,
        "clinic_id": clinic, "station_id": station, "clinic_station_id": place,
        "study": ds.StudyInstanceUID, "series": ds.SeriesInstanceUID, "instance": ds.SOPInstanceUID,
        "study_id": study["id"], "series_id": series["id"], "instance_id": series["instance"][0]["id"],
        "upload": upload.headers["Location"].rpartition("/")[2],
        "workitem": item.headers["Location"].rpartition("/")[2], "ae_title": "VIEWER",
        "patient_id": public["id"], "number": number,
    }  # fmt: skip


def study_uuid(http: httpx.Client, uid: str) -> str:
    return http.get(f"{FHIR}/ImagingStudy?study={uid}").json()["entry"][0]["resource"]["id"]
