"""A headquarters that renders: one that a station can have small previews from."""

import io

import pydicom
from pydicom.encaps import generate_frames
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from support.headquarters import MemoryHeadquarters
from support.screens import encoded_image

from workstation.sandbox.headquarters import Answer


class RenderingHeadquarters(MemoryHeadquarters):
    """WADO-RS rendered of JPEG photographs, within the viewport that is asked for (PS3.18 8.3.5.1.3)."""

    def __init__(self) -> None:
        super().__init__()
        self.can_render = True

    def _get(self, path: list[str], query: dict[str, str]) -> Answer:
        if path[-1] != "rendered":
            return super()._get(path, query)
        if not self.can_render:
            return 400, {}, b""
        wide, high = map(int, query["viewport"].split(","))
        data_set = pydicom.dcmread(io.BytesIO(self.held[path[-2]]))
        image = QImage.fromData(next(generate_frames(data_set.PixelData, number_of_frames=1)))
        small = image.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        return 200, {"Content-Type": "image/jpeg"}, encoded_image(small, quality=75)
