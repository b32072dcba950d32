"""What the operating system says of the network: that there is one again, or another, and whether it is paid by the byte.

It is a hint and no more: whether headquarters is reached, only headquarters' own answer says (HZ-05). Where the system has
nobody to ask (Qt's backends: networkmanager, glib and others), nothing is heard, and sync goes on by its own clock.
"""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QNetworkInformation

SETTLES = 1000
"""Milliseconds that a network has to stay before anybody hears of it: while it comes, it comes and goes."""
Feature, Reachability = QNetworkInformation.Feature, QNetworkInformation.Reachability
WANTED = (Feature.Reachability | Feature.CaptivePortal | Feature.Metered, Feature.Reachability)
NOT_THERE = (Reachability.Unknown, Reachability.Disconnected)


def of_this_laptop() -> QNetworkInformation | None:
    """Qt's view of the network, with as much as this system can tell; ``None`` where it tells nothing."""
    any(QNetworkInformation.loadBackendByFeatures(features) for features in WANTED)
    return QNetworkInformation.instance()


class Network(QObject):
    """``came`` when there is a network again, or another one; ``paid`` whether it costs by the byte, whenever that changes."""

    came = Signal()
    paid = Signal(bool)

    def __init__(self, parent: QObject, system: Any) -> None:
        """``system`` is ``of_this_laptop``, or what has its signals and says the same."""
        super().__init__(parent)
        self._system = system
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES)
        self._settling.timeout.connect(self._settle)
        if system is not None:
            system.reachabilityChanged.connect(self._change)
            system.transportMediumChanged.connect(self._change)
            system.isBehindCaptivePortalChanged.connect(self._change)
            system.isMeteredChanged.connect(self.paid)

    @property
    def is_paid(self) -> bool:
        """Whether the network that we are on is paid by the byte, as far as the system knows."""
        return self._system is not None and self._system.isMetered()

    @property
    def _leads_somewhere(self) -> bool:
        system = self._system
        return system is not None and system.reachability() not in NOT_THERE and not system.isBehindCaptivePortal()

    @Slot()
    def _change(self) -> None:
        if self._leads_somewhere:
            self._settling.start()  # anew, if it was settling already
        else:
            self._settling.stop()

    @Slot()
    def _settle(self) -> None:
        self.came.emit()
