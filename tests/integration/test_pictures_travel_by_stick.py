"""No network at all: pictures to a stick, in at another station, receipts back. Nothing counts before they came."""

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.bystick import name_of
from support.pictures import a_jpeg, an_op, uid_of
from support.stations import a_store, lakshmi
from support.travelling import Laptop, a_laptop

from resources.problems import Damaged, Invalid, Locked, StorageFull
from resources.store import Store, mending, patients, studies
from resources.store.sealed import SUFFIX
from resources.terms import Laterality, Origin
from sync import ledger, outbox
from sync.engine import SyncService
from sync.leaving import Answer, leaving
from sync.status import State
from sync.sticks.form import OWN, station_name
from sync.sticks.outcomes import Arrived, Written
from sync.sticks.taking import take_in
from sync.sticks.writing import write_out
from workstation.cli import main

SECRET = "river mango lantern"


@pytest.fixture
def camp(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop with two pictures of Lakshmi, and no network."""
    with a_laptop(tmp_path / "camp", connect=None, headquarters="") as one:
        one.pictures(2, one.registers())
        yield one


def brought_back(camp: Laptop, other: Store, stick: Path) -> Arrived:
    """To the other station and home again."""
    [bundle] = write_out(camp.store, stick, SECRET).files
    arrived = take_in(other, bundle, SECRET)
    assert arrived.receipts is not None
    return take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))


def answer(camp: Laptop, other: Store) -> tuple[Answer, int]:
    with camp.store.read() as unit:
        found = leaving(unit, station_name(name_of(other)), check_chain=True)
    return found.answer, found.missing


def states(store: Store) -> set[State]:
    with store.read() as unit:
        return {entry.state for entry in outbox.entries(unit)}


@pytest.mark.hazard("HZ-05")
def test_writing_a_stick_claims_nothing_and_receipts_from_what_is_held_do(
    camp: Laptop, other: Store, stick: Path
) -> None:
    written = write_out(camp.store, stick, SECRET)
    assert written == Written(written.files, 2, 0, 2)
    assert states(camp.store) == {State.QUEUED} and answer(camp, other) == (Answer.NO, 2)
    arrived = take_in(other, written.files[0], SECRET)
    assert (arrived.stored, arrived.known, arrived.aside) == (2, 0, 0)
    with other.read() as unit:
        held = {uid: other.vault.read(studies.instance(unit, uid).digest or "") for uid in (uid_of(1), uid_of(2))}
        sent = patients.listed(unit)
    assert held[uid_of(1)] == an_op(1, patient="C7A-00001-3") and [row.number for row in sent] == ["C7A-00001-3"]
    assert answer(camp, other) == (Answer.NO, 2)
    assert arrived.receipts is not None
    back = take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))
    assert (back.confirmed, back.refused) == (2, 0)
    assert answer(camp, other) == (Answer.PICTURES, 0)
    assert states(camp.store) == {State.VERIFIED}
    assert write_out(camp.store, stick, SECRET) == Written((), 0, 0)


def test_the_status_of_a_station_that_knows_only_sticks_counts_them(camp: Laptop, other: Store, stick: Path) -> None:
    brought_back(camp, other, stick)
    service = SyncService(camp.store, None, headquarters=station_name(name_of(other)))
    assert (service.status().confirmed_at_hq, service.status().not_yet_at_hq) == (2, 0)


@pytest.mark.hazard("HZ-05")
def test_a_colleagues_receipts_claim_nothing_and_take_no_claim_away(camp: Laptop, other: Store, stick: Path) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    arrived = take_in(other, bundle, SECRET)
    assert arrived.receipts is not None
    back = take_in(camp.store, arrived.receipts, SECRET, hq_station="somebody else")
    assert back.confirmed == 2 and name_of(other) in back.note
    assert answer(camp, other) == (Answer.NO, 2) and states(camp.store) == {State.QUEUED}
    take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))
    take_in(camp.store, arrived.receipts, SECRET)
    assert answer(camp, other) == (Answer.PICTURES, 0)


def test_arriving_twice_is_harmless(camp: Laptop, other: Store, stick: Path) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    first, second = take_in(other, bundle, SECRET), take_in(other, bundle, SECRET)
    assert (second.stored, second.known) == (0, 2)
    assert first.receipts is not None and second.receipts is not None
    for receipts in (first.receipts, second.receipts, first.receipts):
        take_in(camp.store, receipts, SECRET, hq_station=name_of(other))
    with camp.store.read() as unit:
        assert ledger.length(unit) == 4
    with other.read() as unit:
        assert studies.count(unit) == 2


@pytest.mark.hazard("HZ-05")
@pytest.mark.parametrize("what", ["eye", "person", "rotten there", "gone there"])
def test_a_receipt_that_does_not_speak_of_what_we_publish_counts_nothing(
    camp: Laptop, other: Store, stick: Path, what: str
) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    take_in(other, bundle, SECRET)
    with other.read() as unit:
        digest = studies.instance(unit, uid_of(1)).digest or ""
    if what == "rotten there":
        place = other.vault.path(digest)
        place.write_bytes(place.read_bytes()[:-1] + b"\0")
    elif what == "gone there":
        other.vault.path(digest).unlink()
    elif what == "eye":
        with other.write(Origin.PERSON, "there") as unit:
            mending.set_laterality(unit, uid_of(1), Laterality.LEFT)
    else:
        with other.write(Origin.PERSON, "there") as unit:
            mending.assign(unit, [uid_of(1)], patients.register(unit, lakshmi()).uuid)
    arrived = take_in(other, bundle, SECRET)
    assert arrived.receipts is not None
    back = take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))
    confirmed = 2 if what == "gone there" else 1  # the bundle brought it again
    assert back.confirmed == confirmed
    assert answer(camp, other) == ((Answer.PICTURES, 0) if confirmed == 2 else (Answer.NO, 2 - confirmed))


def test_what_changed_here_meanwhile_is_not_confirmed(camp: Laptop, other: Store, stick: Path) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    arrived = take_in(other, bundle, SECRET)
    with camp.store.write(Origin.PERSON, "grace") as unit:
        mending.set_laterality(unit, uid_of(2), Laterality.LEFT)
    assert arrived.receipts is not None
    back = take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))
    assert (back.confirmed, back.refused) == (1, 1)
    assert answer(camp, other) == (Answer.NO, 1)


def test_a_stick_that_was_written_here_brings_nothing_here(camp: Laptop, other: Store, stick: Path) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    assert take_in(camp.store, bundle, SECRET).what == OWN
    arrived = take_in(other, bundle, SECRET)
    assert arrived.receipts is not None and take_in(other, arrived.receipts, SECRET).what == OWN
    assert len(list(stick.iterdir())) == 2


def test_receipts_for_another_station_are_refused(camp: Laptop, other: Store, stick: Path, tmp_path: Path) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    arrived = take_in(other, bundle, SECRET)
    third = a_store(tmp_path / "third", letter="T", seed=9, chains=[outbox.MIGRATIONS])
    assert arrived.receipts is not None
    with pytest.raises(Invalid, match="another station"):
        take_in(third, arrived.receipts, SECRET, hq_station=name_of(other))
    third.close()


def test_a_damaged_bundle_brings_what_came_before_the_damage_and_receipts_for_no_more(
    camp: Laptop, other: Store, stick: Path
) -> None:
    for n in range(4, 8):
        camp.receives(a_large_one(n))
    [bundle] = write_out(camp.store, stick, SECRET).files
    whole = bundle.read_bytes()
    bundle.write_bytes(whole[:-100] + bytes([whole[-100] ^ 1]) + whole[-99:])
    with pytest.raises(Damaged, match="ask for the rest again"):
        take_in(other, bundle, SECRET)
    with other.read() as unit:
        here = studies.count(unit)
    assert 0 < here < 6
    [receipts] = stick.glob("receipts-*")
    back = take_in(camp.store, receipts, SECRET, hq_station=name_of(other))
    assert back.confirmed == here and answer(camp, other) == (Answer.NO, 6 - here)


def test_the_wrong_passphrase_opens_nothing(camp: Laptop, other: Store, stick: Path) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    with pytest.raises(Locked):
        take_in(other, bundle, "quite another one")
    with other.read() as unit:
        assert studies.count(unit) == 0


def a_large_one(number: int) -> bytes:
    return an_op(number, patient="C7A-00001-3", study=number, jpeg=a_jpeg() + bytes(900 << 10))


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As a stick that is full at that size: EFBIG at the byte after (Python ignores SIGXFSZ)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_stick_is_a_sentence_and_nothing_is_marked(camp: Laptop, stick: Path) -> None:
    for n in range(4, 8):
        camp.receives(a_large_one(n))
    with files_no_larger_than(3 << 20), pytest.raises(StorageFull, match="stick is full"):
        write_out(camp.store, stick, SECRET)
    assert list(stick.iterdir()) == []
    with camp.store.read() as unit:
        assert outbox.facts(unit, "stick.sent.") == {}
    assert states(camp.store) == {State.QUEUED}


def test_the_command_line_takes_a_camp_to_headquarters_and_the_receipts_back(
    tmp_path: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def eyecamp(station: str, *words: str, secret: str = SECRET) -> str:
        common = ["--data-dir", str(tmp_path / station), "--key-file", str(tmp_path / f"{station}.key")]
        assert main([*words, *common], {"EYECAMP_STICK_PASSPHRASE": secret}) == 0
        return capsys.readouterr().out

    picture = tmp_path / "one.dcm"
    picture.write_bytes(an_op(1, patient="SOMEBODY"))
    eyecamp("camp", "import", str(picture))
    send = ("--set", "sync.unmatched=send")
    assert "Wrote 1 pictures into 1 files" in eyecamp("camp", "export", "--to-headquarters", str(stick), *send)
    assert "1 new, 0 known" in eyecamp("hq", "import", str(stick))
    wrong = json.loads(eyecamp("hq", "import", "--json", str(stick), secret="quite another one"))
    assert {row["outcome"] for row in wrong} == {"skipped"}
    receipts = next(stick.glob("receipts-*"))
    said = eyecamp("camp", "import", str(receipts))
    station = said.partition("That station (")[2].partition(")")[0]
    assert station and "not confirmed by headquarters" in eyecamp("camp", "status")
    there = ("--set", f"hq.station={station}")
    assert "1 pictures are there as we mean them" in eyecamp("camp", "import", str(receipts), *there)
    assert "1 confirmed at headquarters, 0 not yet." in eyecamp("camp", "status", *there)


def test_many_files_are_each_whole_by_themselves_and_any_order_will_do(camp: Laptop, other: Store, stick: Path) -> None:
    files = write_out(camp.store, stick, SECRET, largest=1).files
    assert len(files) == 3
    for bundle in reversed(files):
        arrived = take_in(other, bundle, SECRET)
        assert arrived.receipts is not None
        take_in(camp.store, arrived.receipts, SECRET, hq_station=name_of(other))
    assert answer(camp, other) == (Answer.PICTURES, 0)


def test_a_stick_that_cannot_be_written_gives_no_receipts_but_the_pictures_are_here(
    camp: Laptop, other: Store, stick: Path
) -> None:
    [bundle] = write_out(camp.store, stick, SECRET).files
    receipts = stick / f"receipts-C7H-20261121-090000-1{SUFFIX}.part"
    receipts.mkdir()
    arrived = take_in(other, bundle, SECRET)
    assert (arrived.stored, arrived.receipts) == (2, None)
    assert "receipts could not be written" in arrived.sentence


@pytest.mark.hazard("HZ-01")
def test_what_waits_for_a_person_stays_here(camp: Laptop, stick: Path) -> None:
    camp.receives(an_op(9, patient="", study=9))
    written = write_out(camp.store, stick, SECRET)
    assert (written.pictures, written.left_out) == (2, 1)
    assert write_out(camp.store, stick, SECRET, unmatched="send").pictures == 3
