"""Pull the network plug in mid-push: nothing lost, nothing twice, light never green early; on return urgent patients go first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.headquarters import Answer, Cut, MemoryHeadquarters, Mode, served
from support.pictures import an_op, uid_of
from support.travelling import Laptop, a_laptop

from resources.grading.outcome import Decision, Outcome
from resources.store import referrals, studies
from resources.terms import Origin
from sync import ledger
from sync.headquarters import HttpHeadquarters
from workstation.gui.claims import Receipts, at_headquarters
from workstation.gui.style.status import Status
from workstation.gui.words import Words

NAMES = ("Asha", "Bina", "Chitra")
PICTURES = [uid_of(10 * person + eye) for person in range(3) for eye in (1, 2)]


class Plug(MemoryHeadquarters):
    """Pulled out in the middle of the third picture; what it does not hold yet may never be claimed."""

    def __init__(self) -> None:
        super().__init__()
        self.pulled = False

    def stow(self, headers: dict[str, str], body: bytes) -> Answer:
        if len(self.uploads) == 2 and not self.pulled:
            self.pulled, self.mode = True, Mode.OFFLINE
            raise Cut
        return super().stow(headers, body)


@pytest.fixture
def camp(tmp_path: Path) -> Iterator[tuple[Laptop, Plug]]:
    archive = Plug()
    with served(archive) as url, a_laptop(tmp_path, hq=archive, connect=lambda: HttpHeadquarters(url)) as laptop:
        yield laptop, archive


def lights(laptop: Laptop) -> list[Status]:
    """What the screen says of each person's pictures."""
    shares = laptop.sync.people().values()
    return [at_headquarters(Receipts(one.pictures, one.sent, one.confirmed), Words()).status for one in shares]


def is_green_only_for_what_is_there(laptop: Laptop, archive: Plug) -> bool:
    levels = laptop.sync.levels(PICTURES)
    confirmed = {uid for uid in PICTURES if (levels.get(uid) or 0) >= 2}
    green = lights(laptop).count(Status.OK)
    return confirmed <= archive.held.keys() and 2 * green <= len(confirmed)


@pytest.mark.hazard("HZ-04")
@pytest.mark.hazard("HZ-05")
def test_nothing_is_lost_or_doubled_or_claimed_and_the_urgent_one_is_first(camp: tuple[Laptop, Plug]) -> None:
    laptop, archive = camp
    people = [laptop.registers(given_name=name) for name in NAMES]
    for number, person in enumerate(people):
        for eye in (1, 2):
            whole = an_op(
                10 * number + eye, patient=person.number, name="", study=number, EncapsulatedDocument=bytes(300_000)
            )
            laptop.receives(whole)

    laptop.sync.once()
    assert archive.pulled and len(archive.held) == 2
    assert is_green_only_for_what_is_there(laptop, archive)
    for _ in range(3):  # all afternoon without a network
        laptop.clock.forward(3600)
        laptop.sync.once()
        assert laptop.sync.status().not_yet_at_hq >= 4
        assert is_green_only_for_what_is_there(laptop, archive)
    with laptop.store.write(Origin.PERSON, actor="Anjali Kumari") as unit:
        referrals.follow(unit, people[2], laptop.clock().date(), Decision(Outcome.URGENT))

    archive.mode = Mode.WELL
    sent_before = list(archive.uploads)
    laptop.clock.forward(3600)
    for _ in range(3):
        laptop.sync.once()
        assert is_green_only_for_what_is_there(laptop, archive)
        laptop.clock.forward(600)

    assert archive.uploads[len(sent_before) :][:2] == [uid_of(21), uid_of(22)]
    assert sorted(archive.uploads) == sorted(PICTURES) == sorted(archive.held)
    assert lights(laptop) == [Status.OK] * 3
    assert laptop.sync.status().confirmed_at_hq == 6
    with laptop.store.read() as unit:
        assert studies.count(unit) == 6
        assert ledger.broken(unit) is None
