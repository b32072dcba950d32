"""What a camp writes about one person in a day: headshot, appointment, two pictures, grades, and an urgent referral."""

from dataclasses import dataclass

from support.grading import DAY, LEFT, RIGHT, icdr
from support.pictures import a_jpeg, an_op, uid_of
from support.stations import lakshmi
from support.travelling import Laptop

from resources.store import opinions, patients, referrals, workitems
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin

READER = "Anjali Kumari"
FACE = a_jpeg(64, 80)


@dataclass
class Day:
    """One person, and what was written about them."""

    person: PatientRow
    referral: str
    workitem: str


def a_day(laptop: Laptop, grade: str = "4", *, first: int = 1, **details: object) -> Day:
    """``grade`` is of the right eye, ICDR; 4 is urgent. Pictures begin with ``first``."""
    store = laptop.store
    face = store.vault.admit(FACE)
    with store.write(Origin.PERSON, "grace") as unit:
        row = patients.register(unit, lakshmi(**details))
        patients.set_photo(unit, row.uuid, face, mime="image/jpeg", width=64, height=80)
        workitem = workitems.schedule(unit, row.uuid).workitem_uid
    for n, eye in ((first, "R"), (first + 1, "L")):
        laptop.receives(an_op(n, patient=row.number or "", study=first, eye=eye))
    sign(laptop, row, icdr_of(RIGHT, grade, first), icdr_of(LEFT, "0", first + 1))
    with store.read() as unit:
        found = referrals.of_patient(unit, row)
    return Day(row, found[0].uuid if found else "", workitem)


def icdr_of(eye: Laterality, grade: str, picture: int) -> Said:
    return Said(eye, icdr(grade), uid_of(picture))


def sign(laptop: Laptop, row: PatientRow, *said: Said, by: str = READER) -> None:
    with laptop.store.write(Origin.PERSON, by) as unit:
        opinions.sign(unit, row.uuid, DAY, said)
