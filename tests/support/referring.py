"""The Referrals page over a camp's store: ``referrals_page(language="ar")`` shows it and waits until it has read."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from support.camp import Camp
from support.screens import a_desk

from workstation.gui.bridge import FeedBridge
from workstation.gui.referrals.asked import read_asked
from workstation.gui.referrals.listing import read_refusal
from workstation.gui.referrals.page import ReferralsPage
from workstation.gui.style.look import Look


@pytest.fixture
def referrals_page(qtbot: QtBot, camp: Camp, wear: Callable[..., Look]) -> Iterator[Callable[..., ReferralsPage]]:
    kept = []

    def make(actor: str = "Omar Haddad", language: str = "en", theme: str = "daylight") -> ReferralsPage:
        desk = replace(a_desk(qtbot, camp.store, wear(theme, language)), actor=lambda: actor)
        bridge = FeedBridge()
        camp.store.feed.subscribe(bridge.ring)
        page = ReferralsPage(desk, bridge, camp.read_levels, refuses=read_refusal, asks=read_asked)
        kept.append((page, bridge))
        qtbot.addWidget(page)
        page.resize(1278, 680)
        page.show()
        qtbot.waitUntil(lambda: page._listing is not None)
        return page

    yield make
