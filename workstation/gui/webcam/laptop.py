"""The laptop's webcams, by QtMultimedia: the only module that imports it, and not before somebody asks for a live picture.

QtMultimedia is an optional part (extra ``camera``) and on Linux wants libpulse even to be imported. Pictures are converted on
a thread of their own, one at a time and at most fifteen a second; what comes meanwhile is passed over.
"""

import logging
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from workstation.gui.webcam.source import NoWebcam, Trouble, Webcam, Webcams

log = logging.getLogger(__name__)
APART = 66
"""Milliseconds between two pictures."""
LARGEST = QSize(1280, 720)
"""More is not kept of a headshot anyway."""


def may_have_webcams() -> bool:
    """Whether QtMultimedia is installed. It is looked for and not imported."""
    return find_spec("PySide6.QtMultimedia") is not None


def _multimedia() -> Any:
    """The library. Raises NoWebcam with what it lacks."""
    try:
        from PySide6 import QtMultimedia
    except ImportError as reason:
        log.info("no QtMultimedia: %s", reason)
        raise NoWebcam(Trouble.MISSING, str(reason).partition(":")[0]) from reason
    return QtMultimedia


class _Conversion(QRunnable):
    def __init__(self, source: "LaptopWebcams", turn: int, frame: Any) -> None:
        super().__init__()
        self._source, self._turn, self._frame = source, turn, frame

    def run(self) -> None:
        image = QImage(self._frame.toImage())
        if image.width() > LARGEST.width() or image.height() > LARGEST.height():
            image = image.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
        self._source.converted.emit(self._turn, image)


class LaptopWebcams(Webcams):
    """Those that the system knows of."""

    converted = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is imported and nothing is on."""
        super().__init__(parent)
        self._devices: Any = None
        self._session: Any = None
        self._on: Webcam | None = None
        self._turn = 0
        self._is_converting = False
        self._since = QElapsedTimer()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.converted.connect(self._converted, Qt.ConnectionType.QueuedConnection)

    def make_ready(self) -> None:
        """Import the library. Raises NoWebcam."""
        _multimedia()

    def listed(self) -> Sequence[Webcam]:
        """Those that are plugged in; from the first time on it is noticed when one goes away."""
        multimedia = _multimedia()
        if self._devices is None:
            self._devices = multimedia.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._look_again)
        found = tuple(_webcam(device) for device in self._devices.videoInputs())
        if not found and not multimedia.QMediaFormat().supportedFileFormats(
            multimedia.QMediaFormat.ConversionMode.Decode
        ):
            raise NoWebcam(
                Trouble.MISSING, "QtMultimedia backend"
            )  # the plugin folder was left out, or a library of it
        return found

    def start(self, webcam: Webcam) -> None:
        """Switch it on."""
        self.stop()
        self._on = webcam
        self._since.invalidate()
        device = next((one for one in self._devices.videoInputs() if _webcam(one) == webcam), None)
        if device is None:
            self._fail(Trouble.GONE)
            return
        multimedia = _multimedia()
        session = self._session = multimedia.QMediaCaptureSession(self)
        camera, sink = multimedia.QCamera(device, session), multimedia.QVideoSink(session)
        if (wanted := _best(device.videoFormats())) is not None:
            camera.setCameraFormat(wanted)
        sink.videoFrameChanged.connect(self.take)
        camera.errorOccurred.connect(self._erred)
        session.setCamera(camera)
        session.setVideoSink(sink)
        camera.start()
        self._erred(camera.error(), camera.errorString())  # an error of its making was too early to be heard

    def stop(self) -> None:
        """Switch it off."""
        self._turn += 1
        self._on, self._is_converting = None, False
        session, self._session = self._session, None
        if session is not None:
            session.camera().stop()
            session.deleteLater()

    @Slot(object)
    def take(self, frame: Any) -> None:
        """A picture of the webcam, as it came; most are passed over."""
        if self._on is None or self._is_converting or (self._since.isValid() and self._since.elapsed() < APART):
            return
        self._is_converting = True
        self._since.start()
        self._pool.start(_Conversion(self, self._turn, frame))

    @Slot(int, object)
    def _converted(self, turn: int, image: QImage) -> None:
        if turn == self._turn:  # or it is of a webcam that was switched off meanwhile
            self._is_converting = False
            if not image.isNull():
                self.seen.emit(image)

    @Slot()
    def _look_again(self) -> None:
        if self._on is not None and not self._is_plugged(self._on):
            self._fail(Trouble.GONE)

    def _is_plugged(self, webcam: Webcam) -> bool:
        return any(_webcam(device) == webcam for device in self._devices.videoInputs())

    def _erred(self, error: object, sentence: str) -> None:
        if self._on is not None and error != _multimedia().QCamera.Error.NoError:
            log.info("webcam: %s", sentence)
            self._fail(Trouble.BUSY if self._is_plugged(self._on) else Trouble.GONE)

    def _fail(self, trouble: Trouble) -> None:
        self.stop()
        self.failed.emit(NoWebcam(trouble))


def _webcam(device: Any) -> Webcam:
    return Webcam(bytes(device.id()).hex(), str(device.description()))


def _best(formats: Sequence[Any]) -> Any:
    """The largest that is not larger than what is kept, and of those the one with the most pictures a second."""
    fitting = [one for one in formats if one.resolution().boundedTo(LARGEST) == one.resolution()]
    return max(
        fitting,
        key=lambda one: (one.resolution().width() * one.resolution().height(), one.maxFrameRate()),
        default=None,
    )
