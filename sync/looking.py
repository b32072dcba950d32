"""Looking at one record: where headquarters has it, what it says there, and whether that is older than what it said before.

An id is believed only beside an identifier of the record: a server that was restored from a backup gives its numbers again, and
then the record under ours is another person's. Refuses to write.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from resources.problems import Gone, Invalid
from resources.terms import Kind
from sync import fhirmap
from sync.conflict import Base, Fields, Rule, likened, shows, stood_before, taken_back
from sync.fhirmap import Resource
from sync.fhirserver import Abilities, Ability, Found, RecordServer, has_identifier
from sync.publishing import Meant
from sync.records import Record

TWICE = "Headquarters has this record more than once."


@dataclass(frozen=True, slots=True)
class Look:
    """One record as it is meant, and as headquarters shows it."""

    record: Record
    meant: Meant
    type_: str
    ability: Ability
    mine: Resource
    found: Found | None
    subject: str = ""
    """Where headquarters has the person whom it is about; empty for the person's own record."""

    def rule(self, name: str) -> Rule:
        """The class of one of its fields."""
        return fhirmap.rule_of(self.record.kind, name)


class Finder:
    """Finds records at one server."""

    def __init__(self, server: RecordServer) -> None:
        self._server = server

    def find(self, record: Record, ability: Ability, meant: Meant, type_: str, mine: Resource) -> Found | None:
        """Where it should be, under our own id, or by our identifier; for a person also by the number of the card."""
        found = self.find_ours(record, ability, type_, mine, meant.identifiers)
        if found is None and meant.identifiers and "search-type" in ability.interactions:
            found = _only(self._server.find(type_, meant.identifiers, strictly=_must_be_told(record, ability)))
        return found

    def find_ours(
        self,
        record: Record,
        ability: Ability,
        type_: str,
        mine: Mapping[str, Any],
        identifiers: tuple[Resource, ...] = (),
    ) -> Found | None:
        """The same without the number: nobody else's."""
        for remote in dict.fromkeys(filter(None, (record.remote, f"{type_}/{mine['id']}"))):
            found = self._read(record, remote)
            if found is not None and (remote.endswith(f"/{mine['id']}") or is_ours(record, found, identifiers)):
                return found
        return self.search(record, ability, type_)

    def left_of(self, able: Abilities, record: Record) -> Found | None:
        """What headquarters still has of a record that was removed here."""
        try:
            found = self._server.read(record.remote) if record.remote else None
        except Gone:
            return None
        if found is not None and is_ours(record, found):
            return found
        type_ = type_of(able, record)
        return self.search(record, able.of(type_), type_)

    def search(self, record: Record, ability: Ability, type_: str) -> Found | None:
        """By our identifier, where the server can be asked so."""
        if "search-type" not in ability.interactions:
            return None
        ours = [fhirmap.identifier(record.kind, record.uid)]
        return _only(self._server.find(type_, ours, strictly=_must_be_told(record, ability)))

    def _read(self, record: Record, remote: str) -> Found | None:
        """What was removed there is not there; unless nobody edited it here, for then somebody must say whether it should be."""
        try:
            return self._server.read(remote)
        except Gone:
            if record.base == Base():
                return None
            raise


def _must_be_told(record: Record, ability: Ability) -> bool:
    """Whether making it unasked could make it twice: a person, and whatever gets its id there."""
    return record.kind is Kind.PATIENT or not ability.may_name


def type_of(able: Abilities, record: Record) -> str:
    """What a record of this kind is at this server: the first that it takes."""
    types = fhirmap.TYPES[able.edition][record.kind]
    return next((one for one in types if able.of(one).takes), types[0])


def is_ours(record: Record, found: Found, identifiers: tuple[Resource, ...] = ()) -> bool:
    """Whether this says that it is this record."""
    known = (fhirmap.identifier(record.kind, record.uid), *identifiers)
    return any(has_identifier(found.resource, one) for one in known)


def _only(found: list[Found]) -> Found | None:
    if len(found) > 1:
        raise Invalid(TWICE)
    return found[0] if found else None


# --- what it says there -----------------------------------------------------------------------------------------------


def theirs(record: Record, mine: Resource, found: Found) -> dict[str, Any]:
    """What headquarters says of the fields that we know of."""
    ours, said = fhirmap.fields(mine), fhirmap.fields(found.resource)
    known = {*ours, *record.base.mine, *record.base.theirs}
    return {
        name: likened(said[name], [record.base.theirs.get(name), ours.get(name)], fhirmap.rule_of(record.kind, name))
        for name in known
        if name in said
    }


def agreed_before(look: Look, said: Fields, keeps_apart: Callable[[str], bool]) -> Base:
    """What counts as agreed, when headquarters shows this: our own lost answer is no edit, and what went back is none either."""
    assert look.found is not None
    record, mine = look.record, fhirmap.fields(look.mine)
    base = _after_sending(record, said)
    moved = {name for name in {*said, *base.theirs} if said.get(name) != base.theirs.get(name)}
    if is_older(record, look.found):
        return taken_back(base, mine, said, {name: look.rule(name) for name in moved}, keeps_apart)
    return stood_before(base, {name for name in moved if look.rule(name) is Rule.ASK and record.knows(name, said)})


def _after_sending(record: Record, said: Fields) -> Base:
    """The base, with what we wrote ourselves and headquarters now shows: the answer was lost, and it is nobody else's edit."""
    if not record.sent:
        return record.base
    mine, there = dict(record.base.mine), dict(record.base.theirs)
    for name in {*record.sent, *there}:
        sent, shown = record.sent.get(name), said.get(name)
        if shown == sent or (sent is not None and shows(shown, sent)):
            mine, there = ({**fields, name: value} for fields, value in ((mine, sent), (there, shown)))
    return Base(mine, there)


def is_older(record: Record, found: Found) -> bool:
    """Whether headquarters shows a version from before the one that was agreed: it went back to a backup."""
    if found.remote != record.remote or not record.version:
        return False
    if record.version.isdecimal() and found.version.isdecimal():
        return int(found.version) < int(record.version)
    then, now = _moment(record.updated), _moment(found.updated)
    return then is not None and now is not None and now < then


def is_edited_there(record: Record, found: Found) -> bool:
    """Whether somebody at headquarters changed it since it was agreed."""
    if is_older(record, found):
        return False
    if record.version and found.version:
        return record.version != found.version
    return bool(unlike(record, found))


def unlike(record: Record, found: Found) -> list[str]:
    """The fields in which headquarters does not show what was agreed."""
    said = fhirmap.fields(found.resource)
    return [name for name, value in record.base.theirs.items() if not shows(said.get(name), value)]


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
