"""A station's folder with thousands of studies, through the station's own functions; and the same files for another archive.

Nothing here is measured, so this disk does not wait for fsync. Each study has one small picture and a person of its own.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path

from support.data_sets import a_file, an_instance

from resources.dicomweb.attributes import catch_up
from resources.store import Store, filing, open_store, patients, station
from resources.store.keys import KeyFile, unlock
from resources.store.rows import Arrival, PatientDetails
from resources.store.vault import Disk
from resources.terms import Origin
from resources.wire.part10 import header_of, read_part10
from sync import outbox

FAMILIES = (
    "Nguyen", "Okafor", "Garcia", "Sharma", "Mbeki", "Haddad", "Silva", "Kim",
    "Novak", "Diallo", "Ali", "Chen", "Popov", "Ruiz", "Banda", "Tesfaye",
)  # fmt: skip
GIVEN = (
    "Ana", "Ben", "Chi", "Dana", "Eli", "Fatou", "Gil", "Hana", "Ivo", "Jin", "Kofi", "Lea", "Musa", "Nia", "Omar", "Pia",
)  # fmt: skip
FROM_CAMERA = Arrival(Origin.CAMERA, "BENCH")
IN_A_UNIT = 200


@dataclass(frozen=True)
class Subject:
    """One study to be filed: whose, and its file."""

    number: int
    family: str
    given: str
    patient_id: str
    study_uid: str
    file: bytes


def name_of(number: int) -> tuple[str, str]:
    """Family and given name of the ``number``th person, spread as in the corpus of the harness."""
    return FAMILIES[number % 16], f"{GIVEN[number // 16 % 16]}{number}"


def subject(number: int, patient_id: str) -> Subject:
    """The ``number``th study."""
    family, given = name_of(number)
    day = date(2024, 1, 1) + timedelta(days=number % 366)
    ds = an_instance(
        patient=number,
        PatientID=patient_id,
        PatientName=f"{family}^{given}",
        StudyDate=day.strftime("%Y%m%d"),
        StudyTime=f"{8 + number % 10:02d}{number % 60:02d}00",
        StudyID=str(number),
        AccessionNumber=f"A{number:07d}",
        SeriesNumber=1,
        InstanceNumber=1,
        ImageLaterality="RL"[number % 2],
    )
    return Subject(number, family, given, patient_id, str(ds.StudyInstanceUID), a_file(ds).getvalue())


def fill(folder: Path, key_file: Path, count: int) -> list[Subject]:
    """A new station in ``folder`` with ``count`` studies, their attributes read; what was filed."""
    disk = Disk(fsync=lambda _: None, sync_folder=lambda _: None)
    store = open_store(folder, unlock(folder, KeyFile(key_file)), chains=[outbox.MIGRATIONS], disk=disk)
    try:
        with store.write(Origin.PERSON) as unit:
            station.set_up(unit, "Bench", "CB", "A")
        filed: list[Subject] = []
        for start in range(0, count, IN_A_UNIT):
            filed += _some(store, range(start, min(start + IN_A_UNIT, count)))
        catch_up(store)
        return filed
    finally:
        store.close()


def _some(store: Store, numbers: Iterable[int]) -> list[Subject]:
    filed = []
    with store.write(Origin.CAMERA) as unit:
        for number in numbers:
            family, given = name_of(number)
            person = patients.register(unit, PatientDetails(family_name=family, given_name=given, sex="FM"[number % 2]))
            one = subject(number, person.number or "")
            blob = store.vault.admit(one.file, data_set_offset=read_part10(BytesIO(one.file)).data_set_at)
            filing.file_instance(unit, header_of(BytesIO(one.file)), blob, FROM_CAMERA)
            filed.append(one)
    return filed


def fill_orthanc(port: int, filed: list[Subject]) -> None:
    """The same files, over four connections."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda start: _post(port, filed[start::4]), range(4)))


def _post(port: int, some: list[Subject]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for one in some:
        connection.request("POST", "/instances", body=one.file)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"Orthanc answered {answer.status} while it was filled")
    connection.close()
