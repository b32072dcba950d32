"""Clinics, the kinds of tables in them, and the tables themselves, as far as pictures name them."""

from collections.abc import Callable
from typing import Any, TypeVar

from starlette.responses import JSONResponse

from resources.problems import Invalid, NotFound
from resources.store import clinics
from resources.store.rows import CareStationRow, ClinicRow, ClinicStationRow
from resources.tscharts.desk import AtDesk, Said, key, number, number_in, switch, text
from resources.wire.dates import instant_text, month_first, month_first_text

Row = TypeVar("Row")
FURTHEST = 24 * 60


def read_clinic(desk: AtDesk, clinic_id: str) -> JSONResponse:
    """One clinic."""
    with desk.read() as unit:
        return JSONResponse(_clinic(clinics.clinic(unit, key(clinic_id))))


def index_clinics(desk: AtDesk) -> JSONResponse:
    """All clinics; or the one of a date."""
    asked = desk.asked("date")
    day = month_first(asked) if asked else None
    with desk.read() as unit:
        rows = clinics.all_clinics(unit)
    if day is None:
        return _list(rows, _clinic)
    found = next((row for row in rows if row.start <= day <= row.end), None)
    if found is None:
        raise NotFound("There is no clinic on that day.")
    return JSONResponse(_clinic(found))


def create_clinic(desk: AtDesk, body: Said) -> JSONResponse:
    """A clinic; the same one twice is one."""
    location = text(body, "location")
    start, end = month_first(text(body, "start")), month_first(text(body, "end"))
    with desk.write() as unit:
        return JSONResponse({"id": clinics.add_clinic(unit, location, start, end)})


def delete_clinic(desk: AtDesk, clinic_id: str) -> JSONResponse:
    """Remove a clinic and what hangs on it."""
    with desk.write() as unit:
        clinics.forget_clinic(unit, key(clinic_id))
    return JSONResponse({})


def read_station(desk: AtDesk, station_id: str) -> JSONResponse:
    """One kind of table."""
    with desk.read() as unit:
        return JSONResponse(_station(clinics.care_station(unit, key(station_id))))


def index_stations(desk: AtDesk) -> JSONResponse:
    """All kinds of tables."""
    with desk.read() as unit:
        return _list(clinics.all_stations(unit), _station)


def create_station(desk: AtDesk, body: Said) -> JSONResponse:
    """A kind of table; the same name twice is one."""
    name = text(body, "name")
    with desk.write() as unit:
        return JSONResponse({"id": clinics.add_station(unit, name)})


def delete_station(desk: AtDesk, station_id: str) -> JSONResponse:
    """Remove a kind of table and what hangs on it."""
    with desk.write() as unit:
        clinics.forget_station(unit, key(station_id))
    return JSONResponse({})


def read_clinic_station(desk: AtDesk, clinic_station_id: str) -> JSONResponse:
    """One table of one clinic."""
    with desk.read() as unit:
        return JSONResponse(_clinic_station(clinics.clinic_station(unit, key(clinic_station_id))))


def index_clinic_stations(desk: AtDesk) -> JSONResponse:
    """The tables of a clinic, which must be named."""
    clinic_pk = number_in(desk.asked("clinic"))
    wanted = {name: switch(desk.asked(name)) for name in ("active", "away", "finished")}
    level = number_in(desk.asked("level")) if desk.asked("level") else None
    try:
        with desk.read() as unit:
            rows = clinics.stations_of(unit, clinic_pk)
    except NotFound as problem:
        raise Invalid("There is no such clinic.") from problem  # the original says 400 here
    fits = [row for row in rows if all(value in (None, getattr(row, name)) for name, value in wanted.items())]
    return _list([row for row in fits if level in (None, row.level)], _clinic_station)


def create_clinic_station(desk: AtDesk, body: Said) -> JSONResponse:
    """A table in a clinic."""
    values: dict[str, Any] = {
        "clinic_pk": number(body.get("clinic")),
        "care_station_pk": number(body.get("station")),
        "name": text(body, "name"),
        "name_es": text(body, "name_es") if "name_es" in body else "",
    }
    values |= {name: _flag(body[name]) for name in ("active", "away", "finished") if name in body}
    for ours, theirs, most in (("level", "level", 1000), ("away_minutes", "awaytime", FURTHEST)):
        if theirs in body:
            values[ours] = _at_most(number(body[theirs]), most)
    with desk.write() as unit:
        return JSONResponse({"id": clinics.add_clinic_station(unit, values)})


def delete_clinic_station(desk: AtDesk, clinic_station_id: str) -> JSONResponse:
    """Remove a table of a clinic."""
    with desk.write() as unit:
        clinics.forget_clinic_station(unit, key(clinic_station_id))
    return JSONResponse({})


def _list(rows: list[Row], show: Callable[[Row], dict[str, Any]]) -> JSONResponse:
    """All of them; the original says 404 for none."""
    if not rows:
        raise NotFound("There is none.")
    return JSONResponse([show(row) for row in rows])


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Invalid("This is true or false.")
    return value


def _at_most(value: int, most: int) -> int:
    if value > most:
        raise Invalid(f"This is at most {most}.")
    return value


def _clinic(row: ClinicRow) -> dict[str, Any]:
    days = {"start": month_first_text(row.start), "end": month_first_text(row.end)}
    return {"id": row.pk, "location": row.location, **days}


def _station(row: CareStationRow) -> dict[str, Any]:
    return {"id": row.pk, "name": row.name}


def _clinic_station(row: ClinicStationRow) -> dict[str, Any]:
    return {
        "id": row.pk,
        "name": row.name,
        "name_es": row.name_es,
        "clinic": row.clinic_pk,
        "station": row.care_station_pk,
        "active": row.active,
        "away": row.away,
        "finished": row.finished,
        "level": row.level,
        "awaytime": row.away_minutes,
        "willreturn": instant_text(row.will_return_at)[:19],
        "activepatient": row.active_patient_pk,
        "nextpatient": row.next_patient_pk,
    }
