"""From the wish for a live picture to the picture: which webcam, whether one comes, and what stands in the way. No widgets.

It is on only while somebody looks: ``end`` is called when its page is left or covered. A webcam that goes silent is given up
after a while. Which of several was chosen is remembered by the station.
"""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from resources.problems import Problem
from resources.store import station
from workstation.gui.background import in_background
from workstation.gui.desk import Desk
from workstation.gui.webcam.source import NoWebcam, Trouble, Webcam

CHOSEN = "webcam.chosen"
"""The station's fact: which of several webcams somebody chose."""
PATIENCE = 5000
"""Milliseconds without a picture after which it is given up."""


class State(StrEnum):
    """How far it is."""

    OFF = "off"
    STARTING = "starting"
    LIVE = "live"


class Watching(QObject):
    """One place's live picture. ``changed``: how far it is, or what stands in the way; ``seen``: another picture."""

    changed = Signal()
    seen = Signal()

    def __init__(self, parent: QObject, desk: Desk) -> None:
        """Off."""
        super().__init__(parent)
        self._desk = desk
        self.state = State.OFF
        self.trouble: NoWebcam | None = None
        self.image: QImage | None = None
        self.choices: Sequence[Webcam] = ()
        self.chosen: Webcam | None = None
        self._turn = 0
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(PATIENCE)
        self.patience.timeout.connect(lambda: self._failed(NoWebcam(Trouble.SILENT)))
        if desk.webcams is not None:
            desk.webcams.seen.connect(self._saw)
            desk.webcams.failed.connect(self._failed)

    @property
    def is_possible(self) -> bool:
        """Whether this laptop may have a webcam at all."""
        return self._desk.webcams is not None

    @property
    def is_on(self) -> bool:
        """Whether a live picture is there or on its way."""
        return self.state is not State.OFF

    def begin(self) -> None:
        """Switch on the webcam that was chosen last, or the first there is."""
        webcams, store = self._desk.webcams, self._desk.store
        if webcams is None or self.is_on:
            return
        self._turn += 1
        turn = self._turn
        self.choices, self.chosen = (), None
        self._go(State.STARTING)

        def ready() -> str:
            webcams.make_ready()
            with store.read() as unit:
                return station.fact(unit, CHOSEN)

        def open_it(wanted: str) -> None:
            if turn == self._turn:
                self._open(wanted)

        def tell(problem: Problem) -> None:
            if turn == self._turn:
                self._refused(problem)

        in_background(self, ready).then(open_it).otherwise(tell)

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, NoWebcam):
            self._failed(problem)
        else:
            self.end()
            self._desk.tell(problem)

    def _open(self, wanted: str) -> None:
        webcams = self._desk.webcams
        try:
            self.choices = webcams.listed() if webcams else ()
        except NoWebcam as trouble:
            self._failed(trouble)
            return
        if not self.choices:
            self._failed(NoWebcam(Trouble.NONE))
            return
        self._start(next((one for one in self.choices if one.id == wanted), self.choices[0]))

    def _start(self, webcam: Webcam) -> None:
        self.chosen, self.image = webcam, None
        self.state = State.STARTING
        self.changed.emit()
        self.patience.start()
        if self._desk.webcams is not None:
            self._desk.webcams.start(webcam)

    def choose(self, webcam: Webcam) -> None:
        """Another of the webcams, from now on; where none is on, it is switched on."""
        remembered = self._desk.write(self, lambda unit: station.remember(unit, CHOSEN, webcam.id))
        if not self.is_on:
            remembered.then(lambda _: self.begin())
        elif webcam != self.chosen:
            self._start(webcam)

    def end(self) -> None:
        """Switch it off. What stood in the way is not said any more."""
        self._off()
        self._go(State.OFF)

    def _off(self) -> None:
        self._turn += 1
        self.patience.stop()
        self.image = None
        if self.is_on and self._desk.webcams is not None:
            self._desk.webcams.stop()

    def _saw(self, image: QImage) -> None:
        if not self.is_on:
            return
        self.image = image
        self.patience.start()
        if self.state is not State.LIVE:
            self._go(State.LIVE)
        self.seen.emit()

    def _failed(self, trouble: NoWebcam) -> None:
        if self.is_on:
            self._off()
            self._go(State.OFF, trouble)

    def _go(self, state: State, trouble: NoWebcam | None = None) -> None:
        if (self.state, self.trouble) != (state, trouble):
            self.state, self.trouble = state, trouble
            self.changed.emit()
