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
from sync import fhirmap, hearing
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
        """The same without the number: nobody else's. Raises Gone where what was agreed was removed, and is nowhere else.

        One answer alone does not say so: it may have been given to another question, or the record may have another id now.
        """
        removed: Gone | None = None
        for remote in dict.fromkeys(filter(None, (record.remote, f"{type_}/{mine['id']}"))):
            try:
                found = self._server.read(remote)
            except Gone as gone:
                removed = gone
                continue
            if found is not None and (remote.endswith(f"/{mine['id']}") or is_ours(record, found, identifiers)):
                return found
        found = self.search(record, ability, type_)
        if found is None and removed is not None and record.base != Base():
            raise removed  # somebody must say whether it should be, unless it was edited here
        return found

    def left_of(self, able: Abilities, record: Record) -> Found | None:
        """What headquarters still has of a record that was removed here."""
        try:
            found = self._server.read(record.remote) if record.remote else None
        except Gone:
            found = None
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
    """What headquarters says of the fields that we know of: of a person all that can be kept here, whoever says it first."""
    ours, said = fhirmap.fields(mine), fhirmap.fields(found.resource)
    known = {*ours, *record.base.mine, *record.base.theirs, *heard_of(record.kind)}
    return {name: _in_our_words(record, name, said[name], ours.get(name)) for name in known if name in said}


def heard_of(kind: Kind) -> frozenset[str]:
    """The fields that come from headquarters even where nobody here ever said them."""
    return hearing.FIELDS if kind is Kind.PATIENT else frozenset()


def _in_our_words(record: Record, name: str, said: Any, ours: Any) -> Any:
    rule = fhirmap.rule_of(record.kind, name)
    alike = likened(said, [record.base.theirs.get(name), ours], rule)
    is_news = rule is not Rule.UNION and name in heard_of(record.kind) and hearing.tells_more(alike, said, name)
    return said if is_news else alike


def agreed_before(look: Look, said: Fields, keeps_apart: Callable[[str], bool]) -> Base:
    """What counts as agreed, when headquarters shows this: our own lost answer is no edit, and what went back is none either.

    A visit that headquarters made of our pictures by itself began when their camera says so, and here when they came (HZ-26).
    """
    assert look.found is not None
    record, mine = look.record, fhirmap.fields(look.mine)
    base = _after_sending(record, said)
    if record.kind is Kind.STUDY and base == Base() and not is_ours(record, look.found):
        return Base(*({"started": one["started"]} if "started" in one else {} for one in (mine, said)))
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
            ours = _ours_of(record, name, shown, sent)
            mine, there = ({**fields, name: value} for fields, value in ((mine, sent), (there, ours)))
    return Base(mine, there)


def _ours_of(record: Record, name: str, shown: Any, sent: Any) -> Any:
    """Of what is shown what came from us, as it is decorated there. Somebody may have written more beside it."""
    if fhirmap.rule_of(record.kind, name) is Rule.UNION and isinstance(shown, list):
        return [one for one in shown if any(shows(one, item) for item in sent or ())]
    return sent if name in heard_of(record.kind) and hearing.tells_more(sent, shown, name) else shown


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
    was_agreed = bool(record.base.theirs)  # where nothing was, nothing was changed since
    return was_agreed and bool(unlike(record, found))


def unlike(record: Record, found: Found) -> list[str]:
    """The fields in which headquarters does not show what was agreed, or says more of what is kept here."""
    said, agreed = fhirmap.fields(found.resource), record.base.theirs
    changed = [name for name, value in agreed.items() if not shows(said.get(name), value)]
    fresh = sorted(name for name in heard_of(record.kind) & said.keys() if name not in changed)
    return [*changed, *(name for name in fresh if hearing.tells_more(agreed.get(name), said[name], name))]


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
