"""What headquarters confirmed of people, grades and referrals, and lost afterwards, is missed, said, and sent again."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.pictures import an_op
from support.recordserver import Manners, MemoryRecords, identifiers
from support.travelling import Laptop, a_laptop, raju

from resources.store import patients, studies
from resources.store.rows import PatientRow
from resources.terms import Kind, Origin
from sync import deciding, disputes, ledger, records
from sync.recordaudit import LOST, OTHERWISE
from sync.status import Level, State

OWN_IDS = Manners(version="4.0.1", may_name=False)


@pytest.fixture
def server() -> MemoryRecords:
    return MemoryRecords(OWN_IDS)


@pytest.fixture
def laptop(tmp_path: Path, server: MemoryRecords) -> Iterator[Laptop]:
    with a_laptop(tmp_path, records=server.destination()) as opened:
        yield opened


def passes(laptop: Laptop, count: int = 3) -> None:
    for _ in range(count):
        laptop.sync.once()
        laptop.clock.forward(4000)


def amend(laptop: Laptop, person: PatientRow, **details: object) -> None:
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.amend(unit, person.uuid, patients.find(unit, person.uuid).details._replace(**details))


def there(server: MemoryRecords, person: PatientRow) -> dict:
    (found,) = [one for one in server.of("Patient") if f"urn:eyecamp:patient|{person.uuid}" in identifiers(one)]
    return found


def village(server: MemoryRecords, person: PatientRow) -> str:
    return str(there(server, person)["address"][0]["text"])


def questions(laptop: Laptop) -> list[str]:
    with laptop.store.read() as unit:
        return [row.said.name for row in disputes.open_ones(unit)]


@pytest.mark.hazard("HZ-05")
def test_what_a_backup_took_away_is_not_confirmed_any_more_and_is_sent_again(
    laptop: Laptop, server: MemoryRecords
) -> None:
    laptop.registers()
    passes(laptop, 1)
    backup = server.backup()
    second = laptop.registers(given_name="Meena")
    laptop.receives(an_op(1, patient=second.number or ""))
    passes(laptop)
    assert laptop.sync.status().records.confirmed == 3
    server.go_back_to(backup)
    assert laptop.sync.once().reopened == 2
    standing = laptop.sync.status().records
    assert (standing.confirmed, standing.not_yet, standing.why) == (1, 2, {LOST: 2})
    passes(laptop)
    assert laptop.sync.status().records.not_yet == 0
    assert (len(server.of("Patient")), len(server.of("ImagingStudy"))) == (2, 1)
    with laptop.store.read() as unit:
        assert ledger.broken(unit) is None


def test_every_lost_record_is_missed_once_one_of_them_is(laptop: Laptop, server: MemoryRecords) -> None:
    for number in range(60):
        laptop.registers(given_name=f"Meena {number}")
    passes(laptop, 1)
    assert laptop.sync.status().records.confirmed == 60
    server.held.clear()
    assert laptop.sync.once().reopened == 60
    passes(laptop, 1)
    assert laptop.sync.status().records.confirmed == 60


@pytest.mark.hazard("HZ-05")
def test_an_older_address_from_a_backup_is_not_taken_for_headquarters_word(
    laptop: Laptop, server: MemoryRecords
) -> None:
    person = laptop.registers(village="Melur")
    passes(laptop, 1)
    backup = server.backup()
    amend(laptop, person, village="Salem")
    passes(laptop, 1)
    server.go_back_to(backup)
    laptop.sync.once()
    assert laptop.sync.status().records.why == {OTHERWISE: 1}
    passes(laptop)
    assert village(server, person) == "Salem"
    with laptop.store.read() as unit:
        assert patients.find(unit, person.uuid).details.village == "Salem"
    assert not questions(laptop)


@pytest.mark.hazard("HZ-05")
def test_an_old_address_is_known_again_after_many_moves(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(village="Melur")
    nothing = server.backup()
    passes(laptop, 1)
    backup = server.backup()
    for number in range(12):
        amend(laptop, person, village=f"Village {number}")
        passes(laptop, 1)
    server.go_back_to(nothing)
    passes(laptop)
    server.go_back_to(backup)  # where the record has the version that it has now
    passes(laptop)
    assert questions(laptop) == ["address"]
    with laptop.store.read() as unit:
        assert patients.find(unit, person.uuid).details.village == "Village 11"


def test_an_older_address_is_asked_about_where_versions_say_nothing(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(village="Melur")
    passes(laptop, 1)
    backup = server.backup()
    amend(laptop, person, village="Salem")
    passes(laptop, 1)
    server.go_back_to(backup)
    for number in range(3):
        server.edit(f"Patient/{there(server, person)['id']}", maritalStatus={"text": str(number)})
    passes(laptop)
    assert questions(laptop) == ["address"]
    with laptop.store.read() as unit:
        assert patients.find(unit, person.uuid).details.village == "Salem"


@pytest.mark.hazard("HZ-20")
def test_a_number_that_was_given_again_is_not_this_person(laptop: Laptop, server: MemoryRecords) -> None:
    backup = server.backup()
    person = laptop.registers()
    laptop.receives(an_op(1, patient=person.number or ""))
    passes(laptop, 2)
    remote = f"Patient/{there(server, person)['id']}"
    server.go_back_to(backup)
    for _ in range(2):
        server.last_id += 1
        server._keep(f"Patient/{server.last_id}", {"resourceType": "Patient", "name": [{"family": raju().family_name}]})
    passes(laptop)
    assert server.held[remote]["name"] == [{"family": "Kumar"}]
    assert there(server, person)["name"][0]["family"] == "Devi"
    (visit,) = server.of("ImagingStudy")
    assert visit["subject"]["reference"] == f"Patient/{there(server, person)['id']}" != remote
    with laptop.store.read() as unit:
        assert patients.find(unit, person.uuid).details.family_name == "Devi"


def test_somebody_elses_number_is_not_removed(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    passes(laptop, 1)
    remote = f"Patient/{there(server, person)['id']}"
    other = {"resourceType": "Patient", "active": True, "name": [{"family": "Kumar"}]}
    server._keep(remote, other)
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, person.uuid)
    passes(laptop)
    assert server.held[remote]["active"] is True


def test_what_was_removed_here_and_comes_back_from_a_backup_is_removed_again(
    laptop: Laptop, server: MemoryRecords
) -> None:
    person = laptop.registers()
    uid = laptop.receives(an_op(1, patient=person.number or "")).study_uid
    passes(laptop, 2)
    backup = server.backup()
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        studies.forget(unit, uid)
    passes(laptop)
    assert not server.of("ImagingStudy")
    server.go_back_to(backup)
    passes(laptop)
    assert not server.of("ImagingStudy")
    assert not questions(laptop)


def test_what_headquarters_removed_on_purpose_is_asked_about(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    passes(laptop, 1)
    server.remove(f"Patient/{there(server, person)['id']}")
    passes(laptop, 2)
    assert questions(laptop) == ["removed"]
    assert laptop.sync.status().records.not_yet == 1


def test_an_edit_at_headquarters_is_heard_by_the_audit_and_confirmed_anew(
    laptop: Laptop, server: MemoryRecords
) -> None:
    person = laptop.registers(phone="1")
    passes(laptop, 1)
    server.edit(f"Patient/{there(server, person)['id']}", telecom=[{"system": "phone", "value": "2", "use": "mobile"}])
    passes(laptop)
    with laptop.store.read() as unit:
        assert patients.find(unit, person.uuid).details.phone == "2"
    assert laptop.sync.status().records.confirmed == 1


@pytest.mark.hazard("HZ-05")
def test_what_a_backup_does_not_say_yet_is_not_struck_out_here(laptop: Laptop, server: MemoryRecords) -> None:
    """The backup is from before the village was known; somebody edits the record there, so its version tells nothing."""
    person = laptop.registers(village="", phone="1")
    passes(laptop, 2)
    backup = server.backup()
    amend(laptop, person, village="Melur South")
    passes(laptop, 2)
    assert village(server, person) == "Melur South"
    server.go_back_to(backup)
    for number in ("2", "3", "4"):
        remote = f"Patient/{there(server, person)['id']}"
        server.edit(remote, telecom=[{"system": "phone", "value": number, "use": "mobile"}])
    passes(laptop)
    with laptop.store.read() as unit:
        kept = patients.find(unit, person.uuid).details
        asked = disputes.open_ones(unit)
    assert (kept.village, kept.phone) == ("Melur South", "4")
    assert [row.said.name for row in asked] == ["address"]


def test_one_answer_that_cannot_be_read_says_nothing_of_the_record(laptop: Laptop, server: MemoryRecords) -> None:
    laptop.registers()
    passes(laptop, 1)
    server.before = lambda request: httpx.Response(403) if "/Patient/" in request.url.path else None
    assert laptop.sync.once().reopened == 0
    assert laptop.sync.status().records.confirmed == 1


@pytest.mark.hazard("HZ-05")
def test_who_edits_while_the_record_travels_is_not_taken_for_agreed(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers(village="Melur")

    def meanwhile(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "POST":
            server.after = lambda _, response: response
            amend(laptop, person, village="Salem")
        return response

    server.after = meanwhile
    laptop.sync.once()
    assert laptop.sync.status().records.confirmed == 0
    passes(laptop)
    assert village(server, person) == "Salem"
    assert laptop.sync.status().records.confirmed == 1


def test_the_ledger_keeps_that_it_was_lost(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    passes(laptop, 1)
    server.held.clear()
    laptop.sync.once()
    with laptop.store.read() as unit:
        receipt = ledger.latest(unit, f"patient/{person.uuid}")
        entry = records.find(unit, Kind.PATIENT, person.uuid)
    assert receipt is not None and (receipt.level, receipt.note) == (Level.REOPENED, "absent")
    assert entry is not None and (entry.state, entry.remote) == (State.PROBING, "")


def test_who_decides_that_it_stays_removed_is_asked_once(laptop: Laptop, server: MemoryRecords) -> None:
    person = laptop.registers()
    uid = laptop.receives(an_op(1, patient=person.number or "")).study_uid
    passes(laptop, 1)
    (visit,) = [remote for remote in server.held if remote.startswith("ImagingStudy/")]
    server.edit(visit, description="Seen by Dr Rao")
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        studies.forget(unit, uid)
    passes(laptop, 2)
    assert questions(laptop) == ["removed"]
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        (question,) = disputes.open_ones(unit)
        deciding.decide(unit, question.pk, "mine")
    passes(laptop, 2)
    assert (server.of("ImagingStudy"), questions(laptop)) == ([], [])


def test_who_decides_that_a_person_stays_removed_is_asked_once(laptop: Laptop, server: MemoryRecords) -> None:
    """Also where headquarters says what nobody here ever said: a phone."""
    person = laptop.registers()
    passes(laptop, 1)
    (there,) = [remote for remote in server.held if remote.startswith("Patient/")]
    server.edit(there, telecom=[{"system": "phone", "value": "5550100", "use": "mobile"}])
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        patients.forget(unit, person.uuid)
    passes(laptop, 2)
    assert questions(laptop) == ["removed"]
    with laptop.store.write(Origin.PERSON, actor="grace") as unit:
        (question,) = disputes.open_ones(unit)
        deciding.decide(unit, question.pk, "mine")
    passes(laptop, 2)
    assert questions(laptop) == []
    assert server.of("Patient")[0]["active"] is False
