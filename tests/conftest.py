"""What every test stands on: Qt without a screen, no chance, no haste, and no warning in the log that the test did not expect.

Hypothesis tells the same stories in every run, so that what fails, fails everywhere. ``--hypothesis-profile=default`` brings
chance back: for the long runs.
"""

import gc
import logging
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot
from support.patience import wait_until_all_has_come
from support.stations import OPENED

from workstation.sandbox.resting import use_resting_associations

use_resting_associations()  # before any test's camera sends
settings.register_profile(
    "repeatable",
    derandomize=True,
    database=None,
    print_blob=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # and that tells how busy the machine is
)
settings.load_profile("repeatable")
for wait in (QtBot.waitUntil, QtBot.waitSignal):
    wait.__kwdefaults__["timeout"] = 60_000  # what must come is waited for, however busy the machine is
wait_until_all_has_come(QtBot)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OURS = ("workstation", "sync", "resources")


SHARE = sys.getswitchinterval()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was imported stays: nobody needs to look through it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What is left of windows is collected on the main thread, as ``gui/garbage.py`` does it in the program."""
    if "qtbot" not in getattr(item, "fixturenames", ()):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def nobody_elses_turns() -> Iterator[None]:
    """A station shortens the turns of the whole process' threads; the next test begins as the first did."""
    yield
    sys.setswitchinterval(SHARE)


@pytest.fixture(autouse=True)
def no_station_stays_open() -> Iterator[None]:
    """Each holds files; pynetdicom cannot wait for a socket once a process has more than 1,024. Those of a module stay."""
    of_others = len(OPENED)
    yield
    for store in OPENED[of_others:]:
        store.close()
    del OPENED[of_others:]


@pytest.fixture(autouse=True)
def a_quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A WARNING or worse of ours fails the test unless it noted it by ``caplog.clear()`` (after qutebrowser's logfail)."""
    yield
    loud = [
        record for when in ("setup", "call") for record in caplog.get_records(when) if record.levelno >= logging.WARNING
    ]
    unexpected = [record.getMessage() for record in loud if record.name.split(".")[0] in OURS]
    if unexpected:
        pytest.fail(f"unexpected in the log: {unexpected}")
