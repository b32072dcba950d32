"""By which number headquarters itself knows somebody: it publishes their pictures under that one, not under ours.

Two stations that register one person give two numbers. A picture that headquarters shows under its own number of the very person
whose record it holds for us is where it should be. Refuses to believe a number of somebody whose name, sex or birth is disputed,
and any number that headquarters does not call its own.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from resources.store import Unit, matching, patients, studies
from resources.store.copies import patient_id
from resources.store.rows import PatientRow
from resources.store.studysearch import NUMBER_SYSTEM
from resources.wire.header import Identity
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


def note(unit: Unit, person: PatientRow, shown: Mapping[str, Any], disputed: Collection[str]) -> bool:
    """Write down what headquarters calls this person, whose record it was found to hold. What seemed another's is asked anew.

    Whether that is news.
    """
    number = "" if IDENTITY & set(disputed) else number_of(shown, patient_id(person))
    name = KNOWN_AS + patient_id(person)
    if number == outbox.fact(unit, name):
        return False
    outbox.remember(unit, name, number)
    uids = [row.instance_uid for visit in studies.of_patient(unit, person.uuid) for row in visit.instances]
    doubted = [one.instance_uid for one in outbox.of(unit, uids) if one.state is State.ATTENTION]
    outbox.move(unit, doubted, State.ACCEPTED)
    return True


def other(unit: Unit, person: PatientRow) -> str:
    """The number under which headquarters alone knows this person; empty where it is ours, disputed, or somebody else's here."""
    number = outbox.fact(unit, KNOWN_AS + patient_id(person))
    is_taken = number == patient_id(person) or patients.by_number(unit, number) is not None
    return "" if is_taken or list(outbox.facts(unit, KNOWN_AS).values()).count(number) != 1 else number


def others(unit: Unit) -> dict[str, str]:
    """Who is meant by each number of headquarters, by the number or the id that we publish of them."""
    known = [(number, ours) for ours, number in outbox.facts(unit, KNOWN_AS).items() if number and number != ours]
    once = Counter(number for number, _ in known)
    return {number: ours for number, ours in known if once[number] == 1}


def fits(said: Identity, person: PatientRow) -> bool:
    """Whether what stands under headquarters' own number is this person's: it says who it is, and nothing contradicts.

    A number may have been given twice there. What says no name is nobody's for us.
    """
    is_named = bool(said.name.replace("^", "").strip())
    return is_named and matching.contradiction(said, person) is None


def forget(unit: Unit) -> None:
    """Another headquarters has numbers of its own."""
    outbox.forget_facts(unit, KNOWN_AS)


def number_of(shown: Mapping[str, Any], ours: str) -> str:
    """The number on the card that headquarters gave; empty where it names none but ours, or several."""
    said = [one for one in shown.get("identifier") or () if isinstance(one, Mapping)]
    own = {str(one.get("value")) for one in said if one.get("system") == NUMBER_SYSTEM and one.get("use") in USES}
    own.discard(ours)
    return own.pop() if len(own) == 1 else ""
