"""A link that is paid by the byte carries today's share, and after that only what somebody may go blind over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from support.headquarters import MemoryHeadquarters, served
from support.pictures import an_op, uid_of
from support.travelling import Laptop, a_laptop

from resources.grading.outcome import Decision
from resources.grading.schemes import Outcome
from resources.store import referrals
from resources.store.rows import PatientRow
from resources.terms import Origin
from sync import outbox
from sync.engine import SyncService
from sync.headquarters import HttpHeadquarters
from sync.paidlink import SPENT, PaidLink
from sync.status import State
from workstation.sandbox.headquarters import Answer

KB = 1 << 10
DAY = 86_400.0
BIG = bytes(300 * KB)
"""So that no two share a request."""


class Paid(MemoryHeadquarters):
    """Reached over a link that counts."""

    def __init__(self) -> None:
        super().__init__()
        self.link = PaidLink(is_paid=None, limit=700 * KB)
        self.link.heard(is_paid=True)
        self.asked: Callable[[], object] = lambda: None

    def stow(self, headers: dict[str, str], body: bytes) -> Answer:
        self.asked()
        return super().stow(headers, body)

    def client(self) -> HttpHeadquarters:
        return HttpHeadquarters(
            "http://127.0.0.1:1/dicom-web", transport=httpx.MockTransport(self._transported), carried=self.link.carried
        )


@pytest.fixture
def hq() -> Paid:
    return Paid()


@pytest.fixture
def laptop(tmp_path: Path, hq: Paid) -> Iterator[Laptop]:
    with a_laptop(tmp_path, hq=hq, paid=hq.link) as opened:
        yield opened


def five(laptop: Laptop) -> list[PatientRow]:
    """Five people, and a picture of each."""
    people = [laptop.registers(given_name=f"Number {number}") for number in range(1, 6)]
    for number, person in enumerate(people, 1):
        laptop.receives(an_op(number, patient=person.number or "", study=number, EncapsulatedDocument=BIG))
    return people


def there(laptop: Laptop) -> list[int]:
    return [number for number in range(1, 10) if uid_of(number) in laptop.hq.held]


def said(laptop: Laptop) -> set[tuple[State, str]]:
    return {(one.state, one.sentence) for one in laptop.sync.status().stuck}


def test_when_the_share_is_used_up_the_rest_waits_until_tomorrow_and_says_so(laptop: Laptop) -> None:
    five(laptop)
    laptop.sync.attempt(pressed=False)
    assert there(laptop) == [1, 2, 3]  # the third was on its way when the share was used up
    assert said(laptop) == {(State.QUEUED, SPENT)}
    status = laptop.sync.status()
    assert (status.confirmed_at_hq, status.not_yet_at_hq) == (3, 2)
    assert status.paid is not None and status.paid.used >= status.paid.limit == 700 * KB

    for _ in range(3):  # nobody hammers, and nothing more goes today
        laptop.clock.forward(3700)
        laptop.sync.attempt(pressed=False)
    assert there(laptop) == [1, 2, 3]
    assert laptop.sync.patience() > 1.0

    laptop.clock.forward(DAY)
    laptop.sync.attempt(pressed=False)
    assert there(laptop) == [1, 2, 3, 4, 5]
    assert laptop.sync.status().stuck == ()


def test_an_urgent_persons_picture_goes_all_the_same(laptop: Laptop) -> None:
    people = five(laptop)
    laptop.sync.attempt(pressed=False)
    with laptop.store.write(Origin.PERSON, actor="amina") as unit:
        referrals.follow(unit, people[4], laptop.clock().date(), Decision(Outcome.URGENT))
    laptop.clock.forward(3700)
    laptop.sync.attempt(pressed=False)
    assert there(laptop) == [1, 2, 3, 5]


def test_a_person_who_presses_the_button_sends_it_all(laptop: Laptop) -> None:
    five(laptop)
    laptop.sync.attempt(pressed=False)
    laptop.sync.attempt(pressed=True)
    assert there(laptop) == [1, 2, 3, 4, 5]


def test_on_another_network_it_goes_at_once(laptop: Laptop, hq: Paid) -> None:
    five(laptop)
    laptop.sync.attempt(pressed=False)
    hq.link.heard(is_paid=False)
    laptop.clock.forward(61)
    laptop.sync.attempt(pressed=False)
    assert there(laptop) == [1, 2, 3, 4, 5]
    assert laptop.sync.status().paid is None


def test_a_restart_gives_no_new_share(laptop: Laptop, hq: Paid) -> None:
    five(laptop)
    laptop.sync.attempt(pressed=False)
    again = PaidLink(is_paid=True, limit=700 * KB)
    hq.link = again
    service = SyncService(laptop.store, hq.client, headquarters="http://hq.example/dicom-web", paid=again)
    laptop.clock.forward(3700)
    service.attempt(pressed=False)
    service.stop(5)
    assert there(laptop) == [1, 2, 3]


def test_what_went_before_a_crash_is_not_forgotten(laptop: Laptop, hq: Paid) -> None:
    five(laptop)
    used: list[int] = []

    def look() -> None:
        with laptop.store.read() as unit:
            standing = PaidLink(is_paid=True).standing(unit)  # as the next start reads it
        assert standing is not None
        used.append(standing.used)

    hq.asked = look
    laptop.sync.attempt(pressed=False)
    assert used[0] == 0 and used[1] > len(BIG) and used[2] > 2 * len(BIG)


def test_what_comes_counts_as_what_goes(tmp_path: Path) -> None:
    hq, link = MemoryHeadquarters(), PaidLink(is_paid=True)
    with served(hq) as url:  # a real line: httpx's own double does not count what comes

        def connect() -> HttpHeadquarters:
            return HttpHeadquarters(url, carried=link.carried)

        with a_laptop(tmp_path, hq=hq, connect=connect, paid=link) as laptop:
            person = laptop.registers()
            picture = an_op(9, patient=person.number or "", study=9, EncapsulatedDocument=BIG)
            hq.held[uid_of(9)] = picture
            laptop.sync.attempt(pressed=False)
            paid = laptop.sync.status().paid
            assert paid is not None and paid.used > len(picture)


def test_nothing_is_fetched_only_to_compare_it(tmp_path: Path) -> None:
    for number, is_paid in enumerate((True, False)):
        link = PaidLink(is_paid=is_paid)
        with a_laptop(tmp_path / str(number), paid=link, read_back_bytes=1 << 20) as laptop:
            laptop.pictures(2, laptop.registers())
            laptop.sync.once()
            laptop.clock.forward(3600)
            laptop.sync.attempt(pressed=False)
            assert laptop.sync.status().confirmed_at_hq == 2
            assert laptop.sync.status().proven_at_hq == (0 if is_paid else 2)


def test_earlier_visits_are_not_fetched_any_more_either(laptop: Laptop) -> None:
    people = five(laptop)
    laptop.sync.attempt(pressed=False)
    somebody = laptop.registers(given_name="Late")
    laptop.hq.held[uid_of(9)] = an_op(9, patient=somebody.number or "", study=9)
    laptop.clock.forward(61)
    laptop.sync.attempt(pressed=False)
    with laptop.store.read() as unit:
        assert outbox.entry(unit, uid_of(9)) is None
    assert not any("PatientID" in asked and (somebody.number or "?") in asked for asked in laptop.hq.requests)
    laptop.clock.forward(DAY)
    laptop.sync.attempt(pressed=False)
    assert any("PatientID" in asked and (somebody.number or "?") in asked for asked in laptop.hq.requests)
    assert people
