"""People as seed 003 writes them: twenty texts, the month first. They are the same people as on every other surface."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from resources.problems import Conflict, Invalid, NotFound
from resources.store import lookups, patients
from resources.store.lookups import Particulars
from resources.store.rows import PatientDetails, PatientRow
from resources.tscharts.desk import AtDesk, Said, key, text
from resources.wire.dates import month_first, month_first_text

MODELLED = {"paternal_last": "family_name", "first": "given_name", "phone1": "phone", "city": "village"}
"""What other surfaces know too, with the name of the store's own field."""
MOST = {"phone1": 32}
KEPT = (
    "maternal_last", "middle", "suffix", "prefix", "street1", "street2", "colonia", "state", "phone2", "email",
    "emergencyfullname", "emergencyphone", "emergencyemail",
)  # fmt: skip
REQUIRED = frozenset({*MODELLED, *KEPT, "dob", "gender"})
OPTIONAL = ("curp", "oldid")
"""Of newer versions of the original; its own image client knows neither."""
SEX = {"Female": "F", "Male": "M"}
WORD = {"F": "Female", "M": "Male"}


def read(desk: AtDesk, patient_id: str) -> JSONResponse:
    """One person. The original answers an unknown one without a body."""
    try:
        with desk.read() as unit:
            return JSONResponse(_shown(patients.by_pk(unit, key(patient_id))))
    except NotFound as problem:
        raise HTTPException(404) from problem


def index(desk: AtDesk) -> JSONResponse:
    """The ids of whom it fits; 404 when it is nobody."""
    asked = {name: desk.asked(name) for name in ("paternal_last", "maternal_last", "first", "dob", "gender")}
    if asked["gender"] and asked["gender"] not in SEX:
        raise Invalid("The gender is Male or Female.")
    wanted = Particulars(
        asked["paternal_last"],
        asked["maternal_last"],
        asked["first"],
        month_first(asked["dob"]) if asked["dob"] else None,
        SEX.get(asked["gender"], ""),
    )
    with desk.read() as unit:
        rows = lookups.with_particulars(unit, wanted)
    if not rows:
        raise HTTPException(404)
    return JSONResponse([row.pk for row in rows])


def create(desk: AtDesk, body: Said) -> JSONResponse:
    """Register somebody; 409 for the same names, date of birth and gender again."""
    details = _details(body)
    same = Particulars(
        family=details.family_name, given=details.given_name, birth_date=details.birth_date, sex=details.sex
    )
    with desk.write() as unit:
        if any(_same(row, details) for row in lookups.with_particulars(unit, same)):
            raise Conflict("There is a patient with these names, this date of birth and this gender already.")
        return JSONResponse({"id": patients.register(unit, details).pk})


def delete(desk: AtDesk, patient_id: str) -> JSONResponse:
    """Remove somebody, and so their pictures. Who has imaging studies stays: a client of this seed cannot know of those."""
    with desk.write() as unit:
        patients.forget(unit, patients.by_pk(unit, key(patient_id)).uuid)
    return JSONResponse({})


def _same(row: PatientRow, details: PatientDetails) -> bool:
    return (row.details.family_name, row.details.given_name) == (details.family_name, details.given_name)


def _details(body: dict[str, Any]) -> PatientDetails:
    """What the store keeps of it. Raises Invalid for a text too few or too many."""
    if not set(body) >= REQUIRED or not set(body) <= {*REQUIRED, *OPTIONAL}:
        raise Invalid("A patient has all of the documented texts and no other.")
    if body["gender"] not in SEX:
        raise Invalid("The gender is Male or Female.")
    modelled: dict[str, Any] = {
        ours: text(body, theirs, most=MOST.get(theirs, 64)) for theirs, ours in MODELLED.items()
    }
    kept = {name: text(body, name) for name in KEPT}
    kept |= {name: str(body[name])[:128] for name in OPTIONAL if body.get(name)}
    return PatientDetails(
        **modelled,
        sex=SEX[body["gender"]],
        birth_date=month_first(text(body, "dob")),
        extra={"tscharts": kept},
    )


def _shown(row: PatientRow) -> dict[str, Any]:
    """A person. A day of birth or a gender that nobody knows is the empty text: none is made up."""
    kept = row.details.extra.get("tscharts", {})
    facts = row.details._asdict()
    return {
        "id": row.pk,
        **{theirs: facts[ours] for theirs, ours in MODELLED.items()},
        **{name: kept.get(name, "") for name in (*KEPT, "curp")},
        "dob": month_first_text(row.details.birth_date) if row.details.birth_date else "",
        "gender": WORD.get(row.details.sex, ""),
    }
