"""A stick with a file system: full, write-protected, worn, pulled out. A sentence, nothing marked, and the next one is whole."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from support.bystick import name_of
from support.loopsticks import LoopStick, a_stick
from support.pictures import a_jpeg, an_op
from support.travelling import Laptop, a_laptop

from resources.problems import Damaged, StorageFull, Unavailable
from resources.store import Store, Unit, studies
from resources.store.sealed import SUFFIX, SealedFile, is_sealed
from resources.terms import Origin
from sync import outbox
from sync.leaving import Answer, leaving
from sync.status import State
from sync.sticks.form import station_name
from sync.sticks.taking import take_in
from sync.sticks.writing import write_out

SECRET = "river mango lantern"
PICTURES = 4
LARGE = 1_500_000
FORMS = ["vfat", "ext4"]

pytestmark = pytest.mark.hazard("HZ-05")


@pytest.fixture
def camp(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop with four pictures of 1.5 MB, and no network."""
    with a_laptop(tmp_path / "camp", connect=None, headquarters="") as one:
        number = one.registers().number or ""
        for n in range(1, PICTURES + 1):
            one.receives(an_op(n, patient=number, study=n, jpeg=a_jpeg() + os.urandom(LARGE)))
        yield one


def nothing_is_marked(camp: Laptop) -> bool:
    with camp.store.read() as unit:
        return (
            outbox.facts(unit, "stick.sent.") == {}
            and [one.state for one in outbox.entries(unit)] == [State.QUEUED] * PICTURES
        )


def all_travels(camp: Laptop, other: Store, stick: LoopStick) -> None:
    """Out, in, the receipts home, each time into another laptop: then the camp may be left."""
    files = write_out(camp.store, stick.folder, SECRET).files
    stick.carry()
    arrived = [take_in(other, path, SECRET) for path in files]
    assert sum(each.stored + each.known for each in arrived) == PICTURES
    stick.carry()
    for each in arrived:
        assert each.receipts is not None
        take_in(camp.store, each.receipts, SECRET, hq_station=name_of(other))
    with camp.store.read() as unit:
        found = leaving(unit, station_name(name_of(other)), check_chain=True)
    assert (found.answer, found.missing) == (Answer.PICTURES, 0)


def the_next_is_whole(camp: Laptop, stick: LoopStick) -> bool:
    """Every file is read back before it gets its name."""
    written = write_out(camp.store, stick.folder, SECRET)
    return written.pictures == PICTURES and all(is_sealed(path) for path in written.files)


@pytest.mark.parametrize("form", FORMS)
def test_a_camp_travels_on_a_stick_with_a_file_system(camp: Laptop, other: Store, tmp_path: Path, form: str) -> None:
    with a_stick(tmp_path, form, 40) as stick:
        all_travels(camp, other, stick)


@pytest.mark.parametrize("form", FORMS)
def test_a_full_stick_says_so_and_what_was_finished_on_it_is_whole(
    camp: Laptop, other: Store, tmp_path: Path, form: str
) -> None:
    with a_stick(tmp_path, form, 6) as stick:
        with pytest.raises(StorageFull, match="stick is full"):
            write_out(camp.store, stick.folder, SECRET)
        assert nothing_is_marked(camp) and list(stick.folder.glob("pictures-*")) == []
        with pytest.raises(StorageFull):
            write_out(camp.store, stick.folder, SECRET, largest=LARGE)
        stick.carry()
        arrived = [take_in(other, path, SECRET) for path in sorted(stick.folder.glob(f"pictures-*{SUFFIX}"))]
        assert 0 < sum(each.stored for each in arrived) < PICTURES
    with camp.store.read() as unit:
        assert [one.state for one in outbox.entries(unit)] == [State.QUEUED] * PICTURES


@pytest.mark.parametrize("form", FORMS)
def test_a_write_protected_stick_takes_nothing_and_gives_what_is_on_it(
    camp: Laptop, other: Store, tmp_path: Path, form: str
) -> None:
    with a_stick(tmp_path, form, 40) as stick:
        stick.carry("ro")
        with pytest.raises(Unavailable, match="write-protected"):
            write_out(camp.store, stick.folder, SECRET)
        assert nothing_is_marked(camp)
        stick.carry()
        files = write_out(camp.store, stick.folder, SECRET).files
        stick.carry("ro")
        arrived = [take_in(other, path, SECRET) for path in files]
        assert sum(each.stored for each in arrived) == PICTURES
        assert {each.receipts for each in arrived} == {None}
        assert all("could not be written: The stick is write-protected." in each.sentence for each in arrived)


def before_each_unit(store: Store, act: Callable[[], None]) -> None:
    """Something happens between two steps of a journey."""
    read, write = store.read, store.write

    def reading() -> AbstractContextManager[Unit]:
        act()
        return read()

    def writing(origin: Origin, actor: str = "") -> AbstractContextManager[Unit]:
        act()
        return write(origin, actor)

    store.read, store.write = reading, writing  # type: ignore[method-assign]


@contextmanager
def pulled_out(stick: LoopStick, store: Store, when: Callable[[], bool]) -> Iterator[None]:
    """As soon as that is so."""
    read, write, is_out = store.read, store.write, False

    def perhaps() -> None:
        nonlocal is_out
        if not is_out and when():
            is_out = True
            stick.is_pulled_out()

    before_each_unit(store, perhaps)
    try:
        yield
    finally:
        store.read, store.write = read, write  # type: ignore[method-assign]
    assert is_out


def test_a_stick_that_is_pulled_out_while_it_is_written_takes_nothing_with_it(camp: Laptop, tmp_path: Path) -> None:
    with a_stick(tmp_path, "ext4", 40) as stick:

        def is_half_written() -> bool:
            return any(part.stat().st_size > LARGE for part in stick.folder.glob("*.part"))

        with pulled_out(stick, camp.store, is_half_written), pytest.raises(Unavailable, match="pulled out"):
            write_out(camp.store, stick.folder, SECRET)
        assert nothing_is_marked(camp)
        stick.carry()
        assert the_next_is_whole(camp, stick)


def test_what_was_read_before_a_stick_was_pulled_out_is_here_and_the_rest_comes_the_next_time(
    camp: Laptop, other: Store, tmp_path: Path
) -> None:
    with a_stick(tmp_path, "ext4", 40) as stick:
        [bundle] = write_out(camp.store, stick.folder, SECRET).files
        stick.carry()
        count = other.read

        def one_is_here() -> bool:
            with count() as unit:
                return studies.count(unit) == 1

        with pulled_out(stick, other, one_is_here), pytest.raises(Unavailable, match="pulled out"):
            take_in(other, bundle, SECRET)
        with other.read() as unit:
            assert 0 < studies.count(unit) < PICTURES
        stick.carry()
        assert list(stick.folder.glob("receipts-*")) == []
        again = take_in(other, bundle, SECRET)
        assert again.known > 0 and again.stored + again.known == PICTURES and again.receipts is not None


class Worn(SealedFile):
    """A file on a stick that keeps something else than it was given."""

    stick: LoopStick
    last = b""

    def _put(self, data: bytes) -> None:
        super()._put(data)
        self.last = data

    def _read_back(self) -> None:
        self.stick.wears_out(self.last[-4000:])
        super()._read_back()


def test_a_stick_that_keeps_something_else_than_it_was_given_is_noticed_before_it_leaves(tmp_path: Path) -> None:
    with a_stick(tmp_path, "ext4", 8) as stick:
        file = Worn(stick.folder / f"one{SUFFIX}", SECRET)
        file.stick = stick
        file.write(os.urandom(LARGE))
        with pytest.raises(Damaged):
            file.keep()
        file.discard()
        assert list(stick.folder.glob("one*")) == []
