"""Whose clock is spoken of: only one that is more than twelve hours off (HZ-26)."""

from datetime import timedelta

import pytest
from support.stations import a_store

from workstation.clocks import Clocks, Doubt, Whose, doubted

pytestmark = pytest.mark.hazard("HZ-26")
NEAR, FAR = timedelta(hours=12), timedelta(hours=13)


def test_a_clock_that_is_near_enough_is_not_spoken_of():
    assert doubted(NEAR, -NEAR, {"CAM1": NEAR, "CAM2": None}) == ()
    assert doubted(timedelta(), None, {}) == ()


def test_each_that_is_not_is_named_the_laptops_first():
    assert doubted(-FAR, FAR, {"CAM1": -FAR, "CAM2": timedelta()}) == (
        Doubt(Whose.LAPTOP, -46800.0),
        Doubt(Whose.HEADQUARTERS, 46800.0),
        Doubt(Whose.CAMERA, -46800.0, "CAM1"),
    )


def test_headquarters_is_measured_by_the_stations_time(tmp_path):
    store = a_store(tmp_path)
    clocks = Clocks(store)
    clocks.headquarters_says(store.clock() + timedelta(hours=1))
    assert clocks.doubts([]) == ()
    clocks.headquarters_says(store.clock() - 2 * FAR)
    assert clocks.doubts([]) == (Doubt(Whose.HEADQUARTERS, -93600.0),)
    clocks.forget_headquarters()  # it is another now
    assert clocks.doubts([]) == ()
    store.close()
