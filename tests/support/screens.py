"""A page of the window over a real station: real files in the vault, decoded for real, by pydicom as an independent hand."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

import pydicom
from pydicom.encaps import generate_frames
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from support.data_sets import BASELINE, a_file, an_instance, encapsulated
from support.stations import FROM_CAMERA

from resources.problems import Unsupported
from resources.store import evictions, filing, patients
from resources.store.rows import Arrival, Filed, PatientDetails, PatientRow
from resources.store.store import Store
from resources.terms import Origin
from resources.wire.part10 import header_of
from workstation.gui.desk import Desk
from workstation.gui.pictures import Pictures
from workstation.gui.style.look import Look
from workstation.gui.style.toast import Toast


class ByPydicom:
    """Decodes stored files with pydicom."""

    def frame_bytes(self, stream: BinaryIO) -> bytes | None:
        ds = pydicom.dcmread(BytesIO(stream.read()), force=True)
        is_one = int(ds.get("NumberOfFrames") or 1) == 1
        if "PixelData" not in ds or ds.file_meta.TransferSyntaxUID != BASELINE or not is_one:
            return None
        return next(generate_frames(ds.PixelData, number_of_frames=1))

    def decode(self, stream: BinaryIO, frame: int = 1, name: str = "") -> tuple[int, int, bytes]:  # noqa: ARG002
        ds = pydicom.dcmread(BytesIO(stream.read()), force=True)
        if "PixelData" not in ds or str(ds.SOPClassUID).startswith("1.2.3"):
            raise Unsupported("This picture is private to its camera.")
        points = ds.pixel_array[frame - 1] if int(ds.get("NumberOfFrames") or 1) > 1 else ds.pixel_array
        coloured = points if points.ndim == 3 else points[:, :, None].repeat(3, axis=2)
        return ds.Columns, ds.Rows, coloured.tobytes()

    def page(self, stream: BinaryIO, number: int = 1, name: str = "") -> tuple[int, int, int, bytes]:  # noqa: ARG002
        raise Unsupported("It draws no pages.")


def encoded_image(image: QImage, form: str = "JPEG", quality: int = 95) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, quality)
    return bytes(data.data())


def rgb_of(image: QImage) -> bytes:
    """Rows without padding."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    data = bytes(plain.constBits())
    return b"".join(data[at : at + 3] for at in range(0, len(data), 4))


def a_stored_file(image: QImage, *, lossless: bool = False, jpeg: bytes = b"", **attributes: object) -> bytes:
    """``jpeg``: the image as it was compressed already."""
    ds = an_instance(**attributes)
    ds.Rows, ds.Columns = image.height(), image.width()
    if lossless:
        ds.PixelData = rgb_of(image)
        return a_file(ds).getvalue()
    ds.PhotometricInterpretation = "YBR_FULL_422"
    ds.PixelData = encapsulated(jpeg or encoded_image(image))
    return a_file(ds, BASELINE).getvalue()


def receive(
    store: Store,
    image: QImage,
    *,
    owner: PatientRow | None = None,
    arrival: Arrival = FROM_CAMERA,
    **attributes: object,
) -> Filed:
    """A picture comes in; ``owner`` files it under a person as a clinician would."""
    data = a_stored_file(image, **attributes)
    header = header_of(BytesIO(data))
    blob = store.vault.admit(data)
    with store.write(Origin.CAMERA, "camera:CAM1") as unit:
        if owner is None:
            return filing.file_instance(unit, header, blob, arrival)
        return filing.file_for(unit, owner.uuid, header, blob, arrival)


def register(store: Store, details: PatientDetails, photo: QImage | None = None) -> PatientRow:
    with store.write(Origin.PERSON, "grace") as unit:
        row = patients.register(unit, details)
        if photo is None:
            return row
        blob = store.vault.admit(encoded_image(photo))
        patients.set_photo(unit, row.uuid, blob, mime="image/jpeg")
        return replace(row, photo_digest=blob.digest)


def a_desk(qtbot: Any, store: Store, look: Look, decoder: Any = None, **more: Any) -> Desk:
    """Pictures and toast for one page; the toast floats over a widget of its own."""
    over = QWidget()
    over.resize(1278, 724)
    qtbot.addWidget(over)
    over.show()
    pictures = Pictures(evictions.opener(store), decoder or ByPydicom(), **more)
    toast = Toast(look, over)
    toast.kept_alive = over  # type: ignore[attr-defined]
    return Desk(look, store, pictures, toast, lambda: "grace")


def colours_of(image: QImage, wanted: Callable[[QColor], bool]) -> tuple[int, float]:
    """How many pixels are of that colour, and their middle x."""
    found = [
        x for y in range(0, image.height(), 4) for x in range(0, image.width(), 4) if wanted(image.pixelColor(x, y))
    ]
    return len(found), sum(found) / len(found) if found else -1.0


def is_red(colour: QColor) -> bool:
    return colour.red() > 150 and colour.green() < 90 and colour.blue() < 90


def is_blue(colour: QColor) -> bool:
    return colour.blue() > 150 and colour.red() < 90 and colour.green() < 120
