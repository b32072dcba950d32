"""The listener's table from Problems to DIMSE statuses."""

from collections.abc import Mapping
from types import MappingProxyType

from resources import problems


class Mismatched(problems.Invalid):
    """The identifier of a query does not fit its SOP class."""


STATUSES: Mapping[type[problems.Problem], int] = MappingProxyType({
    problems.Invalid: 0xC000,  # Error: cannot understand, PS3.4 B.2.3
    Mismatched: 0xA900,  # Identifier does not match SOP class, PS3.4 C.4.1.1.4
    problems.TooLarge: 0xA700,  # Refused: out of resources, PS3.4 B.2.3
    problems.Unsupported: 0xC000,
    problems.NotFound: 0x0112,  # No such SOP instance, PS3.7 C.5.10
    problems.Gone: 0x0112,
    problems.Conflict: 0x0111,  # Duplicate SOP instance, PS3.7 C.5.11
    problems.Refused: 0x0124,  # Refused: not authorized, PS3.7 C.5.18
    problems.Unauthorized: 0x0124,
    problems.Unavailable: 0xA700,
    problems.Offline: 0xA700,
    problems.Portal: 0xA700,
    problems.StorageFull: 0xA700,
    problems.Damaged: 0xA700,  # a disk that fails: the camera keeps the picture and sends it again
    problems.Locked: 0xA700,
    problems.Problem: 0x0110,  # Processing failure, PS3.7 C.5.13
})  # fmt: skip


def status_of(problem: problems.Problem) -> int:
    """The status of the nearest class in the table."""
    return next(STATUSES[kind] for kind in type(problem).__mro__ if kind in STATUSES)
