"""HZ-05: the screen says "At headquarters" only when headquarters showed every single picture as we mean it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.headquarters import Mode
from support.travelling import NAME, Laptop, a_laptop

from sync import ledger
from sync.status import Level, Standing, State
from workstation.gui.claims import Receipts, at_headquarters
from workstation.gui.words import Words

pytestmark = pytest.mark.hazard("HZ-05")
PICTURES = 10
CLAIMS_NOTHING = [
    Mode.EMPTY_200,
    Mode.HTML_200,
    Mode.FAILED_202,
    Mode.SILENT,
    Mode.LISTED_ABSENT,
    Mode.OTHER_PATIENT,
    Mode.OTHER_EYE,
]
ALSO_NOTHING = [mode for mode in Mode if mode not in (*CLAIMS_NOTHING, Mode.WELL, Mode.CONFLICT_409)]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with a_laptop(tmp_path) as one:
        yield one


def sentences(laptop: Laptop, uids: list[str]) -> str:
    """Everything that would be on the screen about these pictures, which are one person's."""
    [share] = laptop.sync.people().values()
    assert share.pictures == len(uids)
    levels = laptop.sync.levels(uids)
    assert share.confirmed == sum(level is not None and level >= Level.EQUAL for level in levels.values())
    evidence = Receipts(share.pictures, share.sent, share.confirmed)
    status = laptop.sync.status()
    claim = at_headquarters(evidence, Words(), short=False).text
    return " / ".join([claim, status.sentence, *(one.sentence for one in status.stuck)])


def receipts(laptop: Laptop) -> int:
    with laptop.store.read() as unit:
        assert ledger.broken(unit) is None
        return len(ledger.confirmed(unit, NAME))


def settle(laptop: Laptop) -> None:
    """Press the button often enough for everything to be tried, asked for and tried again."""
    for _ in range(4):
        laptop.sync.once()
        laptop.clock.forward(7200)


@pytest.mark.parametrize("mode", CLAIMS_NOTHING + ALSO_NOTHING)
def test_nothing_is_claimed_while_headquarters_misbehaves(laptop: Laptop, mode: Mode) -> None:
    uids = laptop.pictures(PICTURES, laptop.registers())
    laptop.hq.mode = mode
    for _ in range(3):
        laptop.sync.once()
        if mode is Mode.CUT_AFTER:
            break  # asked again in the same way, it would rightly be found there
        laptop.clock.forward(7200)
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.not_yet_at_hq) == (0, PICTURES)
    assert receipts(laptop) == 0
    assert "At headquarters" not in sentences(laptop, uids)
    assert status.last_confirmed is None


def test_all_well_is_claimed_and_taken_back_when_headquarters_goes_back(laptop: Laptop) -> None:
    older = laptop.hq.snapshot()
    uids = laptop.pictures(PICTURES, laptop.registers())
    settle(laptop)
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.not_yet_at_hq, status.state) == (PICTURES, 0, Standing.IDLE)
    assert "At headquarters" in sentences(laptop, uids)

    laptop.hq.restore(older)
    laptop.hq.mode = Mode.SILENT
    summary = laptop.sync.once()
    assert summary.reopened == PICTURES
    assert laptop.sync.status().confirmed_at_hq == 0
    assert "At headquarters" not in sentences(laptop, uids)

    laptop.hq.mode = Mode.WELL
    settle(laptop)
    assert laptop.sync.status().confirmed_at_hq == PICTURES == len(laptop.hq.held)


def test_after_any_misbehaviour_everything_arrives_and_is_confirmed(laptop: Laptop) -> None:
    laptop.pictures(3, laptop.registers())
    for mode in Mode:
        if mode not in (Mode.OTHER_PATIENT, Mode.OTHER_EYE):
            laptop.hq.mode = mode
            settle(laptop)
            laptop.hq.held.clear()
    laptop.hq.mode = Mode.WELL
    settle(laptop)
    assert laptop.sync.status().confirmed_at_hq == 3
    assert laptop.sync.status().count(State.VERIFIED) == 3


def test_a_picture_whose_eye_is_corrected_afterwards_is_not_confirmed_any_more(laptop: Laptop) -> None:
    from resources.store import mending
    from resources.terms import Laterality, Origin

    [uid] = laptop.pictures(1, laptop.registers(), eye="R")
    settle(laptop)
    assert laptop.sync.status().confirmed_at_hq == 1
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.set_laterality(unit, uid, Laterality.LEFT)
    assert laptop.sync.status().confirmed_at_hq == 0
    settle(laptop)
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.state) == (0, Standing.ATTENTION)
    assert "the eye differs" in status.sentence
    assert laptop.hq.uploads == [uid]
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        mending.set_laterality(unit, uid, Laterality.RIGHT)
    settle(laptop)
    assert laptop.sync.status().confirmed_at_hq == 1


def test_another_headquarters_has_confirmed_nothing_yet(tmp_path: Path) -> None:
    with a_laptop(tmp_path) as laptop:
        laptop.pictures(2, laptop.registers())
        settle(laptop)
        assert laptop.sync.status().confirmed_at_hq == 2
        other = type(laptop.hq)()
        laptop.sync.use(other.client, "https://somebody:secret@other.example/")
        laptop.sync.once()
        assert laptop.sync.status().confirmed_at_hq == 2 == len(other.held)
        with laptop.store.read() as unit:
            assert {receipt.headquarters for receipt in ledger.confirmed(unit, "https://other.example")} == {
                "https://other.example"
            }


STEPS = st.lists(st.sampled_from([*Mode, "restore", "wipe", "picture"]), max_size=12)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_in_any_order_of_modes_the_count_shown_equals_the_receipts_and_the_truth(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Mode | str]
) -> None:
    with a_laptop(tmp_path_factory.mktemp("order")) as laptop:
        person = laptop.registers()
        laptop.pictures(2, person)
        older, received = laptop.hq.snapshot(), 2
        for step in steps:
            older, received = _take(laptop, person, step, older, received)
            laptop.sync.once()
            laptop.clock.forward(7200)
            status = laptop.sync.status()
            assert status.confirmed_at_hq == receipts(laptop)
            assert status.confirmed_at_hq + status.not_yet_at_hq == received
            if laptop.hq.mode is Mode.WELL and step not in ("restore", "wipe"):
                older = laptop.hq.snapshot()
        laptop.hq.mode = Mode.WELL
        settle(laptop)
        assert laptop.sync.status().confirmed_at_hq == received - _spoilt(laptop)


def _take(
    laptop: Laptop, person: object, step: Mode | str, older: dict[str, bytes], received: int
) -> tuple[dict[str, bytes], int]:
    if isinstance(step, Mode):
        laptop.hq.mode = step
    elif step == "restore":
        laptop.hq.restore(older)
    elif step == "wipe":
        laptop.hq.restore({})
    else:
        from support.pictures import an_op

        laptop.receives(an_op(received + 1, patient=person.number))  # type: ignore[attr-defined]
        received += 1
    return older, received


def _spoilt(laptop: Laptop) -> int:
    """How many pictures headquarters holds otherwise than we sent them: those are a person's business for good."""
    return laptop.sync.status().count(State.ATTENTION)
