"""Every Problem has its DIMSE status."""

import pytest

from resources import problems
from workstation.listener.problems import STATUSES, status_of

ALL = [kind for kind in vars(problems).values() if isinstance(kind, type) and issubclass(kind, problems.Problem)]


@pytest.mark.parametrize("kind", ALL)
def test_every_problem_has_a_status_of_failure(kind):
    status = status_of(kind("A sentence."))

    assert 0xA700 <= status <= 0xA7FF or 0xC000 <= status <= 0xCFFF or 0x0100 <= status <= 0x02FF


def test_a_full_disk_is_out_of_resources():
    assert STATUSES[problems.StorageFull] == 0xA700
    assert status_of(problems.Offline("Away.")) == 0xA700
