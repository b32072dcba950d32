"""A headshot from a file or a dropped picture: upright, at most 1024 px, as JPEG without the file's own remarks.

Only for faces: eye pictures keep their bytes. Turning by the EXIF orientation is right here and wrong there (HZ-23).
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from resources.problems import Problem, TooLarge, Unsupported

LARGEST_FILE = 25 << 20
EDGE = 1024
QUALITY = 90


@dataclass(frozen=True)
class Headshot:
    """A face that can be shown and stored."""

    image: QImage
    jpeg: bytes

    @cached_property
    def digest(self) -> str:
        """The sha256 that the vault will name it by: the same picture again has the same one (HZ-07)."""
        return hashlib.sha256(self.jpeg).hexdigest()


def read_headshot(path: Path) -> Headshot:
    """The picture in that file. Raises TooLarge, Unsupported or Problem. Not for the GUI thread."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TooLarge("This picture file is larger than 25 MB.")
        data = path.read_bytes()
    except OSError as reason:
        raise Problem("This file cannot be read.") from reason
    return headshot_of(data)


def headshot_of(data: bytes) -> Headshot:
    """The picture in those bytes. Raises Unsupported for what is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > 2 * EDGE:
        reader.setScaledSize(size.scaled(2 * EDGE, 2 * EDGE, Qt.AspectRatioMode.KeepAspectRatio))
    return upright(reader.read())


def of_points(width: int, height: int, rgb: bytes) -> Headshot:
    """A picture that the decoding child has made upright already: RGB, 8 bits each. Not for the GUI thread."""
    return upright(QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888))


def upright(image: QImage) -> Headshot:
    """A picture that was decoded already, as it is dropped from another window."""
    if image.isNull():
        raise Unsupported("This is not a picture that can be read. Choose a JPEG or PNG.")
    if max(image.width(), image.height()) > EDGE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(EDGE, EDGE, keep, smooth)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return Headshot(plain, _jpeg(plain))


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    if not writer.write(image):
        raise Problem("This picture cannot be stored.")
    return bytes(buffer.data().data())
