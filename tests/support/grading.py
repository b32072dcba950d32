"""Somebody with a right and a left picture, and readers who say what they see."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from support.stations import FROM_CAMERA, Clock, a_header, a_store, lakshmi

from resources.grading.outcome import Decision
from resources.grading.schemes import ICDR, Grade
from resources.store import Store, filing, opinions, patients
from resources.store.opinions import OpinionRow, Said
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin

DAY = date(2026, 11, 21)
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT


def icdr(retinopathy: str, oedema: str = "0") -> Grade:
    return ICDR.blank().saying("retinopathy", retinopathy).saying("macular-oedema", oedema)


@dataclass
class Clinic:
    """A store, its clock, one person, and that person's pictures by eye."""

    store: Store
    clock: Clock
    person: PatientRow
    pictures: dict[str, str]

    def say(self, eye: Laterality, grade: Grade, **more) -> Said:
        return Said(eye, grade, self.pictures[eye.value], **more)

    def sign(
        self, *said: Said, by: str = "Anjali Kumari", origin: Origin = Origin.PERSON, **more
    ) -> tuple[list[OpinionRow], Decision]:
        with self.store.write(origin, by) as unit:
            return opinions.sign(unit, self.person.uuid, DAY, said, **more)

    def decision(self) -> Decision:
        with self.store.read() as unit:
            return opinions.decision_of(unit, self.person.uuid, DAY)


def a_picture(store: Store, person: PatientRow, eye: str, *, instance: int, study: int = 1) -> str:
    header = a_header(
        patient_id=person.number or "", study=study, instance=instance, eye=eye, study_date=DAY.strftime("%Y%m%d")
    )
    blob = store.vault.admit(f"{study}.{instance}".encode())
    with store.write(Origin.CAMERA, "camera:CAM1") as unit:
        return filing.file_instance(unit, header, blob, FROM_CAMERA).instance_uid


def a_clinic(folder: Path) -> Clinic:
    clock = Clock()
    store = a_store(folder, clock=clock)
    with store.write(Origin.PERSON, "grace") as unit:
        person = patients.register(unit, lakshmi())
    pictures = {eye: a_picture(store, person, eye, instance=number) for number, eye in enumerate("RL", start=1)}
    return Clinic(store, clock, person, pictures)
