"""The operating system says that there is a network again: nobody waits out the last failure, and nobody believes it either."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from workstation.gui.network import Network, Reachability, of_this_laptop


class Told(QObject):
    """A laptop's network, as the test says that it is."""

    reachabilityChanged = Signal(object)  # noqa: N815  # as Qt names it
    isBehindCaptivePortalChanged = Signal(bool)  # noqa: N815  # as Qt names it
    transportMediumChanged = Signal(object)  # noqa: N815  # as Qt names it
    isMeteredChanged = Signal(bool)  # noqa: N815  # as Qt names it

    def __init__(self) -> None:
        super().__init__()
        self.reaches, self.costs, self.asks = Reachability.Disconnected, False, False

    def reachability(self) -> Reachability:
        return self.reaches

    def isMetered(self) -> bool:
        return self.costs

    def isBehindCaptivePortal(self) -> bool:
        return self.asks

    def reach(self, how_far: Reachability) -> None:
        self.reaches = how_far
        self.reachabilityChanged.emit(how_far)


@pytest.fixture
def told(qapp: object) -> Told:
    return Told()


@pytest.fixture
def network(told: Told) -> Iterator[Network]:
    found = Network(told, told)
    found._settling.setInterval(0)
    yield found


def comings(network: Network) -> list[bool]:
    heard: list[bool] = []
    network.came.connect(lambda: heard.append(True))
    return heard


def test_a_network_that_comes_step_by_step_is_heard_of_once(qtbot: QtBot, told: Told, network: Network) -> None:
    heard = comings(network)
    for step in (Reachability.Local, Reachability.Site, Reachability.Online):
        told.reach(step)
    assert heard == []
    qtbot.waitUntil(lambda: heard == [True])


@pytest.mark.parametrize("lacking", [Reachability.Disconnected, Reachability.Unknown])
def test_one_that_went_again_at_once_is_not_heard_of(
    qtbot: QtBot, told: Told, network: Network, lacking: Reachability
) -> None:
    heard = comings(network)
    told.reach(Reachability.Online)
    told.reach(lacking)
    assert not network._settling.isActive()
    told.reach(Reachability.Site)
    qtbot.waitUntil(lambda: heard == [True])


def test_behind_a_login_page_there_is_none_until_somebody_has_logged_in(
    qtbot: QtBot, told: Told, network: Network
) -> None:
    heard = comings(network)
    told.asks = True
    told.reach(Reachability.Online)
    assert not network._settling.isActive()
    told.asks = False
    told.isBehindCaptivePortalChanged.emit(False)
    qtbot.waitUntil(lambda: heard == [True])


def test_from_one_network_to_another(qtbot: QtBot, told: Told, network: Network) -> None:
    told.reaches = Reachability.Online
    heard, costs = comings(network), []
    network.paid.connect(costs.append)
    told.costs = True
    told.isMeteredChanged.emit(True)
    told.transportMediumChanged.emit(QNetworkInformation.TransportMedium.Cellular)
    qtbot.waitUntil(lambda: heard == [True])
    assert costs == [True] and network.is_paid


def test_a_system_that_says_nothing_is_no_trouble(qapp: QObject) -> None:
    assert not Network(qapp, None).is_paid
    assert isinstance(Network(qapp, of_this_laptop()).is_paid, bool)
