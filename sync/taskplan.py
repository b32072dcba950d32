"""What to do next about one task of headquarters: how it stands here and there in, one act out. Pure.

Headquarters decides whose it is. Refuses to call a task done that headquarters has not shown as completed, and to end one there
that may be somebody else's.
"""

from enum import StrEnum

from sync.ups import There


class Step(StrEnum):
    """How far we are with it.

    new, elsewhere   nobody has looked whose it is; it is of nobody here
    waits            a person must look, with the reason
    open             somebody here may read it
    wanted           somebody has begun: it is to be claimed
    ours             headquarters gave it to this station
    giving           it is to be given back
    lost             somebody else has it: headquarters decides, what was said here stays an opinion
    done             headquarters shows it as completed, by us
    given            headquarters shows it as cancelled, by us
    ended            headquarters has ended it, or has it no more
    seen             a person has looked at it, and it goes no further
    """

    NEW = "new"
    ELSEWHERE = "elsewhere"
    WAITS = "waits"
    OPEN = "open"
    WANTED = "wanted"
    OURS = "ours"
    GIVING = "giving"
    LOST = "lost"
    DONE = "done"
    GIVEN = "given"
    ENDED = "ended"
    SEEN = "seen"


class Act(StrEnum):
    """One act: a request to headquarters, or what is now known."""

    REST = "rest"
    CLAIM = "claim"
    PROVE = "prove"
    """Ask whether a claim whose answer was lost came through: only the owner may change anything."""
    FINISH = "finish"
    CANCEL = "cancel"
    TO_LOST = "lost"
    TO_DONE = "done"
    TO_GIVEN = "given"
    TO_ENDED = "ended"
    TO_OURS = "ours"
    TO_OPEN = "open"


HELD = (Step.WANTED, Step.OURS, Step.GIVING)
"""Where something must still be said to headquarters, or heard from it."""


def next_act(step: Step, there: There, *, asked: bool, finishing: bool, signed: bool) -> Act:
    """``asked``: a claim was sent once, whatever became of it; ``finishing``: so was "completed"; ``signed``: the reading is."""
    scheduled, running, completed, canceled = There.SCHEDULED, There.IN_PROGRESS, There.COMPLETED, There.CANCELED
    ended = Act.TO_DONE if finishing else Act.TO_ENDED
    table = {
        Step.OPEN: {scheduled: Act.REST, running: Act.TO_LOST},
        Step.WAITS: {scheduled: Act.REST, running: Act.REST if asked else Act.TO_LOST},
        Step.WANTED: {scheduled: Act.CLAIM, running: Act.PROVE if asked else Act.TO_LOST},
        Step.OURS: {scheduled: Act.CLAIM, running: Act.FINISH if signed else Act.REST, completed: ended},
        Step.GIVING: {
            scheduled: Act.TO_OPEN, running: Act.CANCEL if asked else Act.TO_LOST, completed: ended, canceled: Act.TO_GIVEN,
        },
    }  # fmt: skip
    back = {
        Step.DONE: {scheduled: Act.TO_OURS, running: Act.TO_OURS},
        Step.LOST: {scheduled: Act.TO_OPEN},
        Step.ENDED: {scheduled: Act.TO_OPEN},
    }
    if there is There.UNKNOWN:
        return Act.REST
    if step in table:
        return table[step].get(there, Act.TO_ENDED)
    return back.get(step, {}).get(there, Act.REST)  # unfinished again: headquarters went back to an older state
