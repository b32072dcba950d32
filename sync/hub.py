"""A station as headquarters of others: what their records become here, by this station's own rules.

The form is that of ``fhirmap``, read as it is read from a stick. A person is registered under the id that they have everywhere,
with the number of their card; nobody gets a number that is somebody else's, and no headshot, grade or referral goes from one
person to another. A grade and a headshot are only added; a referral gets no milder, an appointment does not go back.
Refuses what it cannot read whole: nothing is half taken.
"""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Any

from resources.fhir.records import Shown
from resources.problems import Conflict, Invalid
from resources.store import Store, Unit, changes, images, mending, opinions, patients, referrals, workitems
from resources.store.rows import PatientDetails, PatientRow
from resources.store.studysearch import NUMBER_SYSTEM
from resources.terms import Kind
from resources.wire.dates import instant_text
from resources.wire.pictures import checked
from sync import fhirmap, publishing
from sync.fhirmap import Edition
from sync.hearing import FIELDS, told
from sync.publishing import Meant
from sync.searchset import dicts
from sync.sticks import keeping, reading

JPEG = "image/jpeg"
KINDS = {
    "Patient": Kind.PATIENT,
    "Media": Kind.PHOTO,
    "Observation": Kind.OPINION,
    "ReferralRequest": Kind.REFERRAL,
    "Task": Kind.WORKITEM,
}
Said = Mapping[str, Any]


class Hub:
    """Keeps what other stations send (``resources.fhir.records.Keeper``)."""

    types: tuple[str, ...] = tuple(KINDS)
    removable: tuple[str, ...] = ("Media",)

    def __init__(self, store: Store) -> None:
        self._store = store

    def shown(self, unit: Unit, type_: str, key: str) -> Shown | None:
        """In the very form in which a station sends it, so that it can compare."""
        kind = KINDS[type_]
        meant = publishing.meant_of(self._store, unit, kind, key)
        if not isinstance(meant, Meant):
            return None
        resource = meant.resource(type_, Edition.STU3, {"reference": f"Patient/{meant.patient_uuid}"})
        version, changed = changes.version(unit, kind, key), changes.of(unit, kind, key)[-1].at
        meta = {"versionId": str(version), "lastUpdated": instant_text(changed)}
        return Shown({**resource, "meta": meta}, version, changed)

    def take(self, unit: Unit, type_: str, key: str, said: Said) -> None:
        """One record, new or another than it was."""
        try:
            _TAKERS[type_](self, unit, key, said)
        except (KeyError, TypeError, AttributeError, ValueError) as reason:
            raise Invalid(reading.UNREADABLE) from reason

    def remove(self, unit: Unit, _: str, key: str) -> None:
        """A headshot is not shown any more; the bytes stay."""
        images.forget(unit, [images.by_uuid(unit, key)])

    def person(self, unit: Unit, key: str, said: Said) -> None:
        """Registered, or what is known of them now."""
        known = patients.with_uuid(unit, key)
        if known is not None:
            _recognise(unit, patients.amend(unit, key, _details(known.details, said, known.number)), said)
            return
        number = reading.number_of(said)
        if number is not None and patients.by_number(unit, str(number)):
            raise Conflict(keeping.OTHERS, fields={"Patient.identifier": "in use"})
        card = str(number) if number is not None else None
        _recognise(unit, patients.register(unit, _details(PatientDetails(), said, card), uuid=key, card=number), said)

    def headshot(self, unit: Unit, key: str, said: Said) -> None:
        """It is shown in the order in which it was taken."""
        if images.owner_of(unit, key) is not None:
            raise Conflict(keeping.DIFFERS)
        content, data = said["content"], _bytes_of(said["content"])
        mime, size = str(content["contentType"]), (said.get("width"), said.get("height"))
        if not mime.startswith("image/"):
            raise Invalid(reading.UNREADABLE)
        if mime == JPEG:
            size = checked(data)[1:]
        made = images.Content(self._store.vault.admit(data), mime, *size)
        elsewhere = images.Elsewhere(key, reading.moment_of(said.get("occurrenceDateTime")))
        kind = str(content.get("title") or "Headshot")
        images.add(unit, _owner(unit, said).uuid, made, kind=kind, elsewhere=elsewhere)

    def grade(self, unit: Unit, key: str, said: Said) -> None:
        """Under the name, the eye and the day that it was signed for."""
        if opinions.is_known(unit, key):
            raise Conflict(keeping.DIFFERS)
        opinions.bring(unit, _owner(unit, said).uuid, reading.opinion_of(key, said))

    def referral(self, unit: Unit, key: str, said: Said) -> None:
        """Opened, told, attended or ended, as a named person there said it."""
        owner = _owner(unit, said)
        referrals.take_over(unit, owner, reading.referral_of(key, owner.uuid, said))

    def appointment(self, unit: Unit, key: str, said: Said) -> None:
        """Put on the list, or moved on."""
        owner = _owner(unit, said)
        workitems.bring(unit, owner.uuid, reading.workitem_of(key, owner.uuid, said))


_TAKERS: Mapping[str, Callable[[Hub, Unit, str, Said], None]] = {
    "Patient": Hub.person,
    "Media": Hub.headshot,
    "Observation": Hub.grade,
    "ReferralRequest": Hub.referral,
    "Task": Hub.appointment,
}


def _details(before: PatientDetails, said: Said, number: str | None) -> PatientDetails:
    """Everything that the resource says; the numbers that other stations printed for this person stay beside ours."""
    details = told(before, fhirmap.fields(said), FIELDS)
    others = [
        {"use": one.get("use"), "system": NUMBER_SYSTEM, "value": one.get("value")}
        for one in dicts(said.get("identifier"))
        if one.get("system") == NUMBER_SYSTEM and one.get("value") != number
    ]
    return details._replace(identifiers=(*details.identifiers, *others))


def _recognise(unit: Unit, person: PatientRow, said: Said) -> None:
    """Pictures may have come before their person: they are filed now by the number of the card, as they would have been."""
    cards = [one for one in dicts(said.get("identifier")) if one.get("system") == NUMBER_SYSTEM]
    mending.recognise(unit, person, {str(one.get("value")) for one in cards})


def _owner(unit: Unit, said: Said) -> PatientRow:
    """Whom it is about, by the id that they have everywhere. Raises Gone or NotFound."""
    return patients.find(unit, reading.subject_of(said))


def _bytes_of(content: Said) -> bytes:
    try:
        return base64.b64decode(str(content["data"]), validate=True)
    except binascii.Error as reason:
        raise Invalid(reading.UNREADABLE) from reason
