"""A camp's morning in a temporary station: people with drawn faces, some waiting, one at the camera, some photographed."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from support.drawn import a_face, a_fundus
from support.screens import receive, register
from support.stations import Clock, a_store

from resources.store import mending, turns, workitems
from resources.store.rows import PatientDetails, PatientRow
from resources.store.store import Store
from resources.terms import Field, Laterality, Origin

PEOPLE = [
    ("Lakshmi", "Devi", "லட்சுமி தேவி", "F", 1964),
    ("Mary", "Thomas", "", "F", 1960),
    ("Sunita", "Tamang", "", "F", 1987),
    ("Omar", "Farouk", "عمر فاروق", "M", 1965),
    ("Ramesh", "Kumar", "", "M", 1968),
    ("Saroja", "Pillai", "", "F", 1953),
    ("Joseph", "Fernandes", "", "M", 1958),
    ("Nguyễn Thị", "Hoa", "", "F", 1969),
]
SHIRTS = ["#A43A44", "#5A7A44", "#B5523A", "#3E7A5A", "#4A6FA5", "#41747E", "#5C6C84", "#7A5A48"]


@dataclass
class Camp:
    store: Store
    clock: Clock
    people: list[PatientRow]
    levels: dict[str, int] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    threads: set[int] = field(default_factory=set)

    def read_levels(self, uids: Sequence[str]) -> dict[str, int]:
        """The receipts that the test gave; notes on which thread the page read."""
        self.threads.add(threading.get_ident())
        return {uid: self.levels[uid] for uid in uids if uid in self.levels}


def a_camp(folder: Path, people: int = len(PEOPLE), **options: object) -> Camp:
    clock = Clock()
    store = a_store(folder, clock=clock, **options)
    rows = [_somebody(store, clock, number) for number in range(people)]
    return Camp(store, clock, rows)


def _somebody(store: Store, clock: Clock, number: int) -> PatientRow:
    given, family, native, sex, year = PEOPLE[number]
    clock.forward(150)
    details = PatientDetails(
        family_name=family,
        given_name=given,
        native_name=native,
        sex=sex,
        birth_year=year,
        village="Melur North",
        phone=f"90000 4118{number}",
        consent=True,
    )
    row = register(store, details, a_face(SHIRTS[number]) if number != 6 else None)
    with store.write(Origin.PERSON) as unit:
        workitems.schedule(unit, row.uuid)
    return row


def photograph(
    camp: Camp, number: int, eyes: str = "RL", fields: tuple[Field | None, ...] = (Field.MACULA,)
) -> list[str]:
    """Pictures of that person come from the camera; ``eyes`` as R, L or ? for an eye that nobody stated."""
    with camp.store.write(Origin.PERSON) as unit:
        turns.call(unit, camp.people[number].uuid)
    uids = []
    for aim in fields:
        for eye in eyes:
            camp.clock.forward(5)
            side = Laterality.of(eye)
            filed = receive(
                camp.store,
                a_fundus(side or Laterality.RIGHT),
                owner=camp.people[number],
                patient=number + 1,
                number=next(camp.numbers),
                eye=eye if side else "",
                ManufacturerModelName="TRC-NW400",
            )
            uids.append(filed.instance_uid)
            if aim:
                with camp.store.write(Origin.PERSON) as unit:
                    mending.set_field(unit, filed.instance_uid, aim)
    return uids
