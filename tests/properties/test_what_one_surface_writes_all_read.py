"""One record behind every surface (api-contract.md 1.1): whatever is written on one of them, in any order, is read on all."""

import base64
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.data_sets import an_instance
from support.dicomwebs import file_of, stow
from support.fhirclient import DCM, PATCH
from support.fhirclient import STUDY as FHIR
from support.pictures import a_jpeg
from support.restclient import SECRET, web
from support.stations import Clock

TOKEN = {"Authorization": f"Token {SECRET}"}
CHARTS = "/tscharts/v1"
WORDS = {"R": "RIGHT", "L": "LEFT", "": None}
CODES = {"R": "419465000", "L": "419161000"}
TEXTS = dict.fromkeys(
    ("maternal_last", "middle", "suffix", "prefix", "street1", "street2", "city", "colonia", "state", "phone1", "phone2",
     "email", "emergencyfullname", "emergencyphone", "emergencyemail"), "",
)  # fmt: skip


class Person:
    """What was written of somebody. ``photos`` are the headshots that are here, the newest last."""

    def __init__(self, family: str, public: dict, pk: int) -> None:
        self.family, self.uuid, self.id, self.number, self.pk = (
            family,
            public["uuid"],
            public["id"],
            public["number"],
            pk,
        )
        self.photos: list[tuple[int | None, bytes]] = []


class Study:
    """What was written of a study: the eye of each instance, and which of them have a picture."""

    def __init__(self, uid: str, person: Person) -> None:
        self.uid, self.person = uid, person
        self.eyes: dict[str, str] = {}
        self.pictures: set[str] = set()
        self.description = ""
        self.id, self.key, self.seen = "", "", ("", "")


class Surfaces(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder, self.clock, self.rest = Path(tempfile.mkdtemp()), Clock(), ExitStack()
        self.http, self.store = self.rest.enter_context(web(self.folder, clock=self.clock))
        self.people: list[Person] = []
        self.studies: list[Study] = []
        self.removed: list[Study] = []
        self.number = 0

    def next(self) -> int:
        self.number += 1
        self.clock.forward(1)
        return self.number

    def ask(self, method, path, *codes, **more):
        answer = self.http.request(method, path, **more)
        assert answer.status_code in (codes or (200,)), (method, path, answer.status_code, answer.text)
        return answer

    # --- people and their headshots ---

    @precondition(lambda self: len(self.people) < 3)
    @rule(over=st.sampled_from(["api", "tscharts"]))
    def register(self, over):
        family = f"Family{self.next()}"
        if over == "api":
            public = self.ask("POST", "/api/patients", 201, json={"name": {"family": family, "given": "Ann"}}).json()
        else:
            body = TEXTS | {"paternal_last": family, "first": "Ann", "dob": "03/04/1961", "gender": "Female"}
            self.ask("POST", f"{CHARTS}/patient/", json=body, headers=TOKEN)
            (public,) = self.ask("GET", f"/api/patients?name={family}").json()
        (pk,) = self.ask("GET", f"{CHARTS}/patient/?paternal_last={family}", headers=TOKEN).json()
        self.people.append(Person(family, public, pk))

    @precondition(lambda self: self.people)
    @rule(data=st.data(), over=st.sampled_from(["api", "tscharts"]))
    def photograph(self, data, over):
        person, number = data.draw(st.sampled_from(self.people)), self.next()
        picture = a_jpeg(20 + number, 30)
        if over == "api":
            headers = {"Content-Type": "image/jpeg"}
            had = bool(person.photos)
            code = self.ask("POST", f"/api/patients/{person.id}/photo", 200, 201, content=picture, headers=headers)
            assert code.status_code == (200 if had else 201)
            person.photos = [(None, picture)]
        else:
            body = {"type": "Headshot", "patient": person.pk, "data": base64.b64encode(picture).decode()}
            key = self.ask("POST", f"{CHARTS}/image/", json=body, headers=TOKEN).json()["id"]
            person.photos.append((key, picture))

    @precondition(lambda self: any(person.photos for person in self.people))
    @rule(data=st.data(), over=st.sampled_from(["api", "tscharts"]))
    def take_the_photograph_away(self, data, over):
        person = data.draw(st.sampled_from([one for one in self.people if one.photos]))
        key = person.photos[-1][0]
        if over == "api" or key is None:
            self.ask("DELETE", f"/api/patients/{person.id}/photo")
            person.photos = []
        else:
            self.ask("DELETE", f"{CHARTS}/image/{key}/", headers=TOKEN)
            person.photos.pop()

    # --- studies ---

    @precondition(lambda self: self.people and len(self.studies) < 4)
    @rule(data=st.data(), over=st.sampled_from(["api", "fhir", "stow"]), eye=st.sampled_from(sorted(WORDS)))
    def open(self, data, over, eye):
        person, uid = data.draw(st.sampled_from(self.people)), f"1.2.3.{self.next()}"
        study = Study(uid, person)
        if over == "api":
            self.ask("POST", "/api/ImagingStudy", 201, json={"uid": uid, "patient": person.id})
        elif over == "fhir":
            series = {"uid": f"urn:oid:{uid}.9", "modality": {"system": DCM, "code": "OP"}}
            if eye:
                series["laterality"] = {"system": "http://snomed.info/sct", "code": CODES[eye]}
            sop = "urn:oid:1.2.840.10008.5.1.4.1.1.77.1.5.1"
            series["instance"] = [{"uid": f"urn:oid:{uid}.9.1", "sopClass": sop}]
            patient = {"reference": f"Patient/{person.uuid}"}
            body = {"resourceType": "ImagingStudy", "uid": f"urn:oid:{uid}", "patient": patient, "series": [series]}
            self.ask("POST", FHIR, 201, json=body)
            study.eyes[f"{uid}.9.1"] = eye
        else:
            self.send(study, eye, 2)
        study.id = self.ask("GET", f"/api/ImagingStudy/{uid}").json()["id"]
        study.key = self.found(uid)["id"]
        self.studies.append(study)

    def send(self, study: Study, eye: str, many: int) -> None:
        numbers = [self.next() for _ in range(many)]
        instances = []
        for number in numbers:
            ds = an_instance(eye=eye, number=number)
            ds.StudyInstanceUID, ds.SeriesInstanceUID = study.uid, f"{study.uid}.{ord(eye) if eye else 1}"
            ds.SOPInstanceUID = f"{study.uid}.{ord(eye) if eye else 1}.{number}"
            ds.PatientID, ds.PatientName = study.person.number, f"{study.person.family}^Ann"
            study.eyes[ds.SOPInstanceUID] = eye
            study.pictures.add(ds.SOPInstanceUID)
            instances.append(file_of(ds))
        assert stow(self.http, *instances).status_code == 200

    @precondition(lambda self: self.studies)
    @rule(data=st.data(), eye=st.sampled_from(sorted(WORDS)), many=st.integers(1, 3))
    def send_more(self, data, eye, many):
        study = data.draw(st.sampled_from(self.studies))
        before = int(self.found(study.uid)["meta"]["versionId"])
        self.send(study, eye, many)
        assert int(self.found(study.uid)["meta"]["versionId"]) == before + 1  # one for the request, not one for each

    @precondition(lambda self: self.studies)
    @rule(data=st.data(), eye=st.sampled_from(sorted(WORDS)))
    def announce(self, data, eye):
        study = data.draw(st.sampled_from(self.studies))
        self.next()
        body = {"modality": "OP", "instance": [{"type": "disc-centered"}]} | ({"laterality": WORDS[eye]} if eye else {})
        made = self.ask("POST", f"/api/ImagingStudy/{study.id}/instance", 201, json=body).json()
        study.eyes[made["instance"][0]["uid"]] = eye

    @precondition(lambda self: self.studies)
    @rule(data=st.data())
    def describe(self, data):
        study = data.draw(st.sampled_from(self.studies))
        study.description = f"words {self.next()}"
        step = [{"op": "add", "path": "/description", "value": study.description}]
        self.ask("PATCH", f"{FHIR}/{study.key}", json=step, headers=PATCH)

    @precondition(lambda self: self.studies)
    @rule(data=st.data(), over=st.sampled_from(["api", "fhir", "dicom-web"]))
    def remove(self, data, over):
        study = data.draw(st.sampled_from(self.studies))
        self.next()
        path = {"api": f"/api/ImagingStudy/{study.id}", "fhir": f"{FHIR}/{study.key}"}
        if over == "dicom-web" and study.pictures == set(study.eyes):
            self.ask("DELETE", f"/dicom-web/studies/{study.uid}?force=true", 204)
        else:
            self.ask("DELETE", path.get(over, path["api"]), 200, 204)
        self.studies.remove(study)
        self.removed.append(study)

    # --- what all of them say ---

    def found(self, uid: str) -> dict:
        (entry,) = self.ask("GET", f"{FHIR}?study={uid}").json()["entry"]
        return entry["resource"]

    @invariant()
    def the_same_people_are_everywhere(self):
        if not hasattr(self, "people"):
            return
        assert [one["uuid"] for one in self.ask("GET", "/api/patients").json()] == [one.uuid for one in self.people]
        for person in self.people:
            fhir = self.ask("GET", FHIR.replace("ImagingStudy", f"Patient/{person.uuid}")).json()
            charts = self.ask("GET", f"{CHARTS}/patient/{person.pk}/", headers=TOKEN).json()
            assert fhir["name"][0]["family"] == charts["paternal_last"] == person.family
            photo = self.ask("GET", f"/api/patients/{person.id}/photo", 200, 404)
            query = f"{CHARTS}/image/?patient={person.pk}&type=Headshot&newest=true"
            image = self.ask("GET", query, 200, 404, headers=TOKEN)
            if person.photos:
                assert photo.content == base64.b64decode(image.json()["data"]) == person.photos[-1][1]
            else:
                assert photo.status_code == image.status_code == 404

    @invariant()
    def the_same_studies_are_everywhere(self):
        if not hasattr(self, "studies"):
            return
        everything = self.ask("GET", f"{FHIR}?_count=200").json()
        assert {one["resource"]["uid"] for one in everything.get("entry", [])} == {
            f"urn:oid:{s.uid}" for s in self.studies
        }
        assert {one["uid"] for one in self.ask("GET", "/api/ImagingStudy").json()} == {
            study.uid for study in self.studies
        }
        listed = self.ask("GET", "/dicom-web/studies", headers={"Accept": "application/dicom+json"}).json()
        counts = {one["0020000D"]["Value"][0]: int(one["00201208"]["Value"][0]) for one in listed}
        assert counts == {study.uid: len(study.pictures) for study in self.studies if study.pictures}
        for study in self.studies:
            self.check(study)
        for study in self.removed:
            self.ask("GET", f"{FHIR}/{study.key}", 410)
            self.ask("GET", f"/api/ImagingStudy/{study.uid}", 404)
            self.ask("GET", f"/dicom-web/studies/{study.uid}/metadata", 404, 410)

    def check(self, study: Study) -> None:
        fhir, rest = self.found(study.uid), self.ask("GET", f"/api/ImagingStudy/{study.id}").json()
        assert fhir["meta"] == rest["meta"]  # one version and one moment for all
        assert fhir["patient"]["reference"] == f"Patient/{study.person.uuid}"
        assert rest["patient"]["reference"] == f"Patient/{study.person.id}"
        assert fhir.get("numberOfInstances", 0) == rest["numberOfInstances"] == len(study.eyes)
        assert fhir.get("description", "") == rest.get("description", "") == study.description
        eyes = {one["uid"]: one.get("laterality") for series in rest["series"] for one in series["instance"]}
        assert eyes == {uid: WORDS[eye] for uid, eye in study.eyes.items()}
        for series in fhir.get("series", ()):
            within = {study.eyes[one["uid"].removeprefix("urn:oid:")] for one in series.get("instance", ())}
            side = CODES.get(within.pop()) if len(within) == 1 else None
            assert series.get("laterality", {}).get("code") == side
        last = fhir["meta"]["lastUpdated"]
        query = f"{FHIR}?study={study.uid}&_summary=count&_lastUpdated"
        assert self.ask("GET", f"{query}=gt{last}").json()["total"] == 0
        assert self.ask("GET", f"{query}=ge{last}").json()["total"] == 1

    def teardown(self):
        if hasattr(self, "rest"):
            self.rest.close()
            shutil.rmtree(self.folder)


TestSurfaces = pytest.mark.slow(Surfaces.TestCase)
TestSurfaces.settings = settings(
    max_examples=6, stateful_step_count=12, deadline=None, derandomize=True, phases=[Phase.generate]
)
