"""By which number headquarters itself knows somebody: it publishes their pictures under that one, not under ours.

Two stations that register one person give two numbers. A picture that headquarters shows under its own number of the very person
whose record it holds for us is where it should be. Refuses to believe a number of somebody whose name, sex or birth is disputed,
and any number that headquarters does not call its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from resources.store import Unit, studies
from resources.store.copies import patient_id
from resources.store.rows import PatientRow
from resources.store.studysearch import NUMBER_SYSTEM
from sync import ledger, outbox
from sync.answers import Attributes
from sync.ledger import Evidence
from sync.status import State

KNOWN_AS = "known-as."
IDENTITY = frozenset({"name", "gender", "birthDate"})
USES = ("usual", "official")


def expected(unit: Unit, instance_uid: str) -> tuple[Attributes, Evidence] | None:
    """What we publish of an instance, under any number by which headquarters may show it; ``None`` when it is not here."""
    meant = ledger.published(unit, instance_uid)
    if meant is None:
        return None
    return replace(meant[0], known_as=outbox.fact(unit, KNOWN_AS + meant[0].patient_id)), meant[1]


def note(unit: Unit, person: PatientRow, shown: Mapping[str, Any], disputed: Collection[str]) -> None:
    """Write down what headquarters calls this person, whose record it was found to hold. What seemed another's is asked anew."""
    number = "" if IDENTITY & set(disputed) else number_of(shown)
    name = KNOWN_AS + patient_id(person)
    if number == outbox.fact(unit, name):
        return
    outbox.remember(unit, name, number)
    uids = [row.instance_uid for visit in studies.of_patient(unit, person.uuid) for row in visit.instances]
    doubted = [one.instance_uid for one in outbox.of(unit, uids) if one.state is State.ATTENTION]
    outbox.move(unit, doubted, State.ACCEPTED)


def forget(unit: Unit) -> None:
    """Another headquarters has numbers of its own."""
    outbox.forget_facts(unit, KNOWN_AS)


def number_of(shown: Mapping[str, Any]) -> str:
    """The number on the card that headquarters gave; empty where it names none, or several."""
    said = [one for one in shown.get("identifier") or () if isinstance(one, Mapping)]
    own = {str(one.get("value")) for one in said if one.get("system") == NUMBER_SYSTEM and one.get("use") in USES}
    return own.pop() if len(own) == 1 else ""
