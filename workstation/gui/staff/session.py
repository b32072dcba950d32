"""Who is at the keys now. It times nothing but idleness and keeps no secret; work in hand stays when the person changes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from resources.store.staff import StaffRow

IDLE = 5 * 60 * 1000
"""Milliseconds without a key, a touch or a move of the mouse until the station locks itself."""
NOBODY = "person"
"""The actor of what a person did who has not said who they are."""
ALIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class Session(QObject):
    """``enter`` when a PIN fitted, ``lock`` by hand or by idleness. ``changed`` after each, ``locked`` when it locks."""

    changed = Signal()
    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Nobody has said who they are; nothing is locked."""
        super().__init__(parent)
        self.staff: StaffRow | None = None
        self.is_locked = False
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.setInterval(IDLE)
        self.idle.timeout.connect(self.lock)

    def watch(self, application: QCoreApplication) -> None:
        """Notice whether anybody touches the station."""
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is there: idleness begins anew. Nothing is held back."""
        if self.staff is not None and event.type() in ALIVE:
            self.idle.start()
        return False

    def actor(self) -> str:
        """The name that signs, or ``person`` while nobody said theirs."""
        return self.staff.name if self.staff else NOBODY

    def enter(self, staff: StaffRow) -> None:
        """This person is at the keys from now on."""
        self.staff, self.is_locked = staff, False
        self.idle.start()
        self.changed.emit()

    def lock(self) -> None:
        """Nobody is at the keys; pictures go on arriving."""
        if self.is_locked:
            return
        self.staff, self.is_locked = None, True
        self.idle.stop()
        self.locked.emit()
        self.changed.emit()
