"""What a person decides about a question: keep ours, take headquarters', or let each keep its own. Each can be taken back.

The next pass follows it. Nothing is written over without one, and the value that was not chosen stays in ``disputes`` for ever.
"""

from resources.problems import Conflict, Invalid
from resources.store import Unit, patients
from resources.terms import Kind
from sync import disputes, records
from sync.disputes import DisputeRow
from sync.hearing import told
from sync.records import REMOVED

CHOICES = ("mine", "theirs", "both")


def choices(row: DisputeRow) -> tuple[str, ...]:
    """What can be chosen: a record is there or is not, and of what only headquarters keeps we cannot take its word."""
    if row.said.name == REMOVED:
        return ("mine", "both")
    return CHOICES if row.kind is Kind.PATIENT else ("mine", "both")


def decide(unit: Unit, pk: int, choice: str) -> DisputeRow:
    """Settle one question. Raises Conflict when somebody has already, Invalid for a choice that it does not have."""
    row = disputes.find(unit, pk)
    if not row.is_open:
        raise Conflict("Somebody has already decided this.")
    if choice not in choices(row):
        raise Invalid("This cannot be chosen here.")
    if choice == "theirs":
        _say(unit, row, row.said.theirs)
    return _again(unit, disputes.settle(unit, pk, choice))


def take_back(unit: Unit, pk: int) -> DisputeRow:
    """The question is open again; what was taken from headquarters is as it was here before."""
    row = disputes.find(unit, pk)
    if row.is_open:
        raise Conflict("Nobody has decided this yet.")
    if row.choice == "theirs":
        _say(unit, row, row.said.mine)
    return _again(unit, disputes.reopen(unit, pk))


def _say(unit: Unit, row: DisputeRow, value: object) -> None:
    person = patients.find(unit, row.uid)
    patients.amend(unit, person.uuid, told(person.details, {row.said.name: value}, [row.said.name]))


def _again(unit: Unit, row: DisputeRow) -> DisputeRow:
    """The record is looked at again in the next pass."""
    records.queue(unit, row.kind, row.uid)
    return row
