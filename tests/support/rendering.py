"""A headquarters that renders: one that a station can have small previews from."""

import io
from collections.abc import Sequence

import pydicom
from pydicom.encaps import generate_frames
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from support.headquarters import MemoryHeadquarters
from support.screens import a_stored_file, encoded_image

from resources.store.rows import PatientRow
from resources.terms import Laterality
from workstation.sandbox.headquarters import Answer


class RenderingHeadquarters(MemoryHeadquarters):
    """WADO-RS rendered of JPEG photographs, within the viewport that is asked for (PS3.18 8.3.5.1.3)."""

    def __init__(self) -> None:
        super().__init__()
        self.can_render = True

        self.without: set[str] = set()
        """Pictures of which it makes no small one."""
        self.refusal = 404

    def _get(self, path: list[str], query: dict[str, str]) -> Answer:
        if path[-1] != "rendered":
            return super()._get(path, query)
        if not self.can_render or path[-2] in self.without:
            return self.refusal, {}, b""
        wide, high = map(int, query["viewport"].split(","))
        data_set = pydicom.dcmread(io.BytesIO(self.held[path[-2]]))
        image = QImage.fromData(next(generate_frames(data_set.PixelData, number_of_frames=1)))
        small = image.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        return 200, {"Content-Type": "image/jpeg"}, encoded_image(small, quality=75)


def an_earlier_visit(person: PatientRow, jpegs: Sequence[bytes], patient: int = 1) -> RenderingHeadquarters:
    """At headquarters: a right and a left picture under the person's number, taken at 10:21:30 and at 10:22:30."""
    hq = RenderingHeadquarters()
    for number, (eye, jpeg) in enumerate(zip((Laterality.RIGHT, Laterality.LEFT), jpegs, strict=True), start=1):
        about = {"PatientID": person.number, "PatientName": person.person_name, "StudyDate": "20260211"}
        about |= {"AcquisitionDateTime": f"2026021110{20 + number}30"}
        hq.add(a_stored_file(QImage.fromData(jpeg), jpeg=jpeg, eye=eye.value, patient=patient, number=number, **about))
    return hq


def rendered(hq: RenderingHeadquarters) -> list[str]:
    """What was asked of its pictures, one after the other: small ones, whole ones."""
    asked = [one for one in hq.requests if one.count("/") >= 7 and "metadata" not in one and "?limit" not in one]
    return ["rendered" if "rendered" in one else "whole" for one in asked]
