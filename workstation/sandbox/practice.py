"""The sandbox in a window: whoever is called to the camera is photographed by it a moment later; the network can be cut by a key.

Every page says that this is practice: a striped bar over the window that cannot be put away.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from resources.store import patients, workitems
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import WorkitemState
from workstation.compose import Station
from workstation.desktop import Desktop
from workstation.gui.background import in_background
from workstation.gui.camp.practice_bar import PracticeBar
from workstation.sandbox.camera import PretendCamera
from workstation.sandbox.play import Play

LOOK_EVERY = 1500
"""Milliseconds between two looks at who sits down at the camera."""
CALLED = "CAM1"


class Practice(QObject):
    """Begins with invented people waiting; the pretend camera takes four pictures of everybody who is called to it."""

    def __init__(self, play: Play, desktop: Desktop, count: int) -> None:
        super().__init__(desktop.window)
        self.play = play
        self.desktop = desktop
        self.count = count
        self._photographed: set[str] = set()
        self._seed = 0
        self._bar = PracticeBar(desktop.look)
        self._bar.network.connect(self._switch_network)
        self._bar.stray.connect(self._send_stray)
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_EVERY)
        self._tick.timeout.connect(self._photograph_who_sits)
        shortcut = QShortcut(QKeySequence("F12"), desktop.window)
        shortcut.activated.connect(self._bar.toggle_network)

    def begin(self, people: list[PatientDetails], register: Callable[[Station, list[PatientDetails]], object]) -> None:
        """Open the station, fill it with invented people, and begin to photograph."""

        def filled() -> None:
            station = self.desktop.station
            if station is not None:
                in_background(self, lambda: register(station, people)).then(lambda _: self._tick.start())

        self.desktop.on_open = filled
        self.desktop.window.show_above(self._bar)
        self.desktop.begin(self.play.key_file)

    def _switch_network(self, is_up: bool) -> None:  # noqa: FBT001 - a Qt signal
        self.play.hq.restore() if is_up else self.play.hq.cut()
        if self.desktop.station is not None:
            self.desktop.station.sync.wake()

    def _send_stray(self) -> None:
        """A picture of nobody: the operator forgot to choose."""
        station = self.desktop.station
        if station is not None:
            self._seed += 1
            seed, camera = self._seed, self.play.camera(station, CALLED)
            in_background(self, lambda: self._shoot(camera, None, seed, 1)).otherwise(self.desktop.say)

    def _photograph_who_sits(self) -> None:
        station = self.desktop.station
        if station is None:
            return
        camera = self.play.camera(station, CALLED)

        def work() -> None:
            for person in self._sitting(station):
                self._photographed.add(person.uuid)
                self._seed += 1
                self._shoot(camera, person, self._seed, 4)

        in_background(self, work).otherwise(self.desktop.say)

    def _sitting(self, station: Station) -> list[PatientRow]:
        with station.store.read() as unit:
            here = [item for item in workitems.open_ones(unit) if item.state == WorkitemState.IN_PROGRESS]
            new = [
                item.patient_uuid for item in here if item.patient_uuid and item.patient_uuid not in self._photographed
            ]
            return [patients.find(unit, uuid) for uuid in new]

    def _shoot(self, camera: PretendCamera, person: PatientRow | None, seed: int, count: int) -> None:
        for shot in self.play.sitting(person, seed, count):
            camera.send([camera.take(shot)])
