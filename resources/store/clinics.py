"""Clinics and the tables in them, as far as seed 003's pictures name them. A camp has its own set-up in ``station``."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table, func, insert, select, update

from resources.model import CareStation, Clinic, ClinicStation, Photo
from resources.problems import NotFound
from resources.store import changes, images
from resources.store.rows import CareStationRow, ClinicRow, ClinicStationRow
from resources.store.store import Unit
from resources.terms import Kind, Operation

clinics: Table = Clinic.__table__  # type: ignore[assignment]
stations: Table = CareStation.__table__  # type: ignore[assignment]
clinic_stations: Table = ClinicStation.__table__  # type: ignore[assignment]
photos = Photo.__table__


def add_clinic(unit: Unit, location: str, start: date, end: date) -> int:
    """The number of this clinic, which is a new one only the first time."""
    return _once(unit, Kind.CLINIC, clinics, {"location": location, "start": start, "end": end})


def add_station(unit: Unit, name: str) -> int:
    """The number of this kind of table, which is a new one only the first time."""
    return _once(unit, Kind.CARE_STATION, stations, {"name": name})


def add_clinic_station(unit: Unit, values: Mapping[str, Any]) -> int:
    """A table in a clinic. Raises NotFound for a clinic, a kind of table or a patient that is not here."""
    clinic(unit, values["clinic_pk"])
    care_station(unit, values["care_station_pk"])
    minutes = values.get("away_minutes", 30)
    return _add(
        unit,
        Kind.CLINIC_STATION,
        clinic_stations,
        {**values, "will_return_at": unit.now + timedelta(minutes=minutes)},
    )


def clinic(unit: Unit, pk: int) -> ClinicRow:
    """By its number. Raises NotFound."""
    return ClinicRow(**_one(unit, clinics, pk))


def care_station(unit: Unit, pk: int) -> CareStationRow:
    """By its number. Raises NotFound."""
    return CareStationRow(**_one(unit, stations, pk))


def clinic_station(unit: Unit, pk: int) -> ClinicStationRow:
    """By its number. Raises NotFound."""
    return ClinicStationRow(**_one(unit, clinic_stations, pk))


def all_clinics(unit: Unit) -> list[ClinicRow]:
    """Every clinic, in the order they were made."""
    return [ClinicRow(**row) for row in _rows(unit, clinics)]


def all_stations(unit: Unit) -> list[CareStationRow]:
    """Every kind of table, in the order they were made."""
    return [CareStationRow(**row) for row in _rows(unit, stations)]


def stations_of(unit: Unit, clinic_pk: int) -> list[ClinicStationRow]:
    """The tables of one clinic. Raises NotFound."""
    clinic(unit, clinic_pk)
    return [ClinicStationRow(**row) for row in _rows(unit, clinic_stations, clinic_pk=clinic_pk)]


def forget_clinic(unit: Unit, pk: int) -> None:
    """Remove a clinic, and with it its tables and the pictures taken there. Raises NotFound."""
    clinic(unit, pk)
    images.forget(unit, images.listed(unit, images.Wanted(clinic_pk=pk)))
    for row in stations_of(unit, pk):
        forget_clinic_station(unit, row.pk)
    _forget(unit, Kind.CLINIC, clinics, pk)


def forget_station(unit: Unit, pk: int) -> None:
    """Remove a kind of table, and with it what stands in clinics, and the pictures taken there. Raises NotFound."""
    care_station(unit, pk)
    images.forget(unit, images.listed(unit, images.Wanted(care_station_pk=pk)))
    for row in _rows(unit, clinic_stations, care_station_pk=pk):
        forget_clinic_station(unit, row["pk"])
    _forget(unit, Kind.CARE_STATION, stations, pk)


def forget_clinic_station(unit: Unit, pk: int) -> None:
    """Remove one table of one clinic. Raises NotFound."""
    clinic_station(unit, pk)
    _forget(unit, Kind.CLINIC_STATION, clinic_stations, pk)


def _once(unit: Unit, kind: Kind, table: Table, values: Mapping[str, Any]) -> int:
    same = _rows(unit, table, **values)
    return int(same[0]["pk"]) if same else _add(unit, kind, table, values)


def _add(unit: Unit, kind: Kind, table: Table, values: Mapping[str, Any]) -> int:
    unit.execute(insert(table).values(**values))
    pk = int(unit.execute(select(func.max(table.c.pk))).scalar_one())
    facts = {name: value if isinstance(value, bool | int | None) else str(value) for name, value in values.items()}
    changes.record(unit, kind, str(pk), Operation.CREATE, version=1, snapshot=facts)
    return pk


def _forget(unit: Unit, kind: Kind, table: Table, pk: int) -> None:
    unit.execute(update(table).where(table.c.pk == pk).values(forgotten_at=unit.now))
    changes.record(unit, kind, str(pk), Operation.FORGET, version=2)


def _one(unit: Unit, table: Table, pk: int) -> dict[str, Any]:
    found = _rows(unit, table, pk=pk)
    if not found:
        raise NotFound(f"There is no such {table.name.replace('_', ' ')}.")
    return found[0]


def _rows(unit: Unit, table: Table, **fits: Any) -> list[dict[str, Any]]:
    asked = [table.c[name] == value for name, value in fits.items()]
    query = select(table).where(table.c.forgotten_at.is_(None), *asked).order_by(table.c.pk)
    names = [column.name for column in table.c if column.name != "forgotten_at"]
    return [{name: row._mapping[name] for name in names} for row in unit.execute(query)]
