"""The state table of the Unified Procedure Step (PS3.4 Table CC.1.1-2), as answers of UPS-RS. Pure."""

from typing import NamedTuple

from resources.terms import WorkitemState

SCHEDULED, IN_PROGRESS, COMPLETED, CANCELED = WorkitemState
MISSING = "The Transaction UID is missing."
INCORRECT = "The Transaction UID is incorrect."
INCONSISTENT = "The submitted request is inconsistent with the state of the UPS Instance."
ALREADY = "The UPS is already in the requested state of {}."
NOT_CLAIMED = "The Target URI did not reference a claimed Workitem."
OF_CURRENT_STATE = "The submitted request is inconsistent with the current state of the Workitem."


class Verdict(NamedTuple):
    """What is answered, and whether the workitem moves."""

    status: int
    warning: str = ""
    moves: bool = False


def change(
    state: WorkitemState, wanted: WorkitemState, key: str | None, given: str, *, is_final: bool = True
) -> Verdict:
    """A request to change the state. ``key`` is the Transaction UID that claimed it; ``is_final``: it may be completed.

    What a camera or a person has begun has no key, so no client can end it.
    """
    if not given:
        return Verdict(400, MISSING)  # 0xC301
    if wanted is SCHEDULED:
        return Verdict(400, INCONSISTENT)  # 0xC303
    if state is not SCHEDULED and given != key and (key is not None or state is IN_PROGRESS):
        return Verdict(400, INCORRECT)  # 0xC301
    if state in (COMPLETED, CANCELED) and state is wanted:
        return Verdict(200, ALREADY.format(wanted.value))  # 0xB306, 0xB304
    if (state, wanted) in _MOVES and (is_final or wanted is not COMPLETED):
        return Verdict(200, moves=True)
    return Verdict(409, INCONSISTENT)  # 0xC300, 0xC302, 0xC304, 0xC310


_MOVES = frozenset({(SCHEDULED, IN_PROGRESS), (IN_PROGRESS, COMPLETED), (IN_PROGRESS, CANCELED)})


def amend(state: WorkitemState, key: str | None, given: str) -> Verdict:
    """A request to change attributes: free while scheduled, with the key while in progress, never afterwards."""
    if state in (COMPLETED, CANCELED):
        return Verdict(400, OF_CURRENT_STATE)  # 0xC310
    if state is SCHEDULED:
        return Verdict(400, NOT_CLAIMED) if given else Verdict(200, moves=True)
    if given != key or not given:
        return Verdict(400, INCORRECT if given else MISSING)
    return Verdict(200, moves=True)


def cancel(state: WorkitemState, *, somebody_hears: bool) -> Verdict:
    """A request to cancel: at once while scheduled, told to the performer while in progress (PS3.4 CC.2.2)."""
    if state is SCHEDULED:
        return Verdict(202, moves=True)
    if state is IN_PROGRESS:
        return Verdict(202) if somebody_hears else Verdict(409, INCONSISTENT)  # 0xC312
    if state is CANCELED:
        return Verdict(202, ALREADY.format(CANCELED.value))  # 0xB304
    return Verdict(409, INCONSISTENT)  # 0xC311
