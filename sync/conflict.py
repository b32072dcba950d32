"""Who is right when this laptop and headquarters say different things of one record. Pure: six values in, a verdict out.

Field by field, against what each side said when the two last agreed. What only one side changed is taken over. What both changed
is decided by the class of the field (``Rule``), and never by throwing a value away: a verdict holds both, or a person is asked.
Refuses to read a clock: which edit came later decides nothing.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Fields = Mapping[str, Any]
"""JSON values by the name of the field; a field that is not there is one that was not said."""


class Rule(StrEnum):
    """What is done with a field that both sides changed."""

    ASK = "ask"
    """Identity and everything else without a better rule: both values wait for a person, and nothing is overwritten meanwhile."""
    UNION = "union"
    """Sets: what either side added stays, what either side removed goes."""
    BOTH = "both"
    """Notes: one text after the other."""
    HQ = "hq"
    """State of work that headquarters leads: headquarters' value stands there, ours stays here."""
    NEVER = "never"
    """Signed opinions: they are only added, so a difference is not an edit, and a person must look."""
    PERSON = "person"
    """Whom a record is about: it follows where headquarters has that person, and who moved it there to another is asked about."""


@dataclass(frozen=True, slots=True)
class Base:
    """What each side said when they last agreed. The two differ where it was agreed that each keeps its own."""

    mine: Fields = field(default_factory=dict)
    theirs: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dispute:
    """One field that a person must decide. ``None`` is a value too: it was not said."""

    name: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Verdict:
    """What should stand at headquarters and what here from now on, and what nobody but a person can decide."""

    there: Fields
    here: Fields
    disputes: tuple[Dispute, ...] = ()


def merge(base: Base, mine: Fields, theirs: Fields, rule: Callable[[str], Rule]) -> Verdict:
    """The verdict over all fields that any of the three says."""
    there: dict[str, Any] = {}
    here: dict[str, Any] = {}
    disputes: list[Dispute] = []
    for name in sorted({*base.mine, *base.theirs, *mine, *theirs}):
        at_hq, at_home, is_open = _one(base, name, mine.get(name), theirs.get(name), rule(name))
        there |= {} if at_hq is None else {name: at_hq}
        here |= {} if at_home is None else {name: at_home}
        if is_open:
            before = base.mine.get(name)
            disputes.append(Dispute(name, None if before == _OTHER else before, mine.get(name), theirs.get(name)))
    return Verdict(there, here, tuple(disputes))


def _one(base: Base, name: str, mine: Any, theirs: Any, rule: Rule) -> tuple[Any, Any, bool]:
    """What stands there, what stands here, and whether a person must decide."""
    before, before_there = base.mine.get(name), base.theirs.get(name)
    if mine == theirs or (mine == before and theirs == before_there):
        return theirs, mine, False
    if rule is Rule.PERSON or (rule is Rule.NEVER and before != _OTHER):
        follows = theirs is None or (rule is Rule.PERSON and theirs == before_there)
        return (mine, mine, False) if follows else (theirs, mine, True)
    if rule is Rule.UNION and all(isinstance(one or [], list) for one in (before, before_there, mine, theirs)):
        there, here = union(before or [], before_there or [], mine or [], theirs or [])
        return there or None, here or None, False
    if theirs == before_there:
        return mine, mine, False
    if mine == before:
        return theirs, theirs, False
    return _both_changed(mine, theirs, rule)


def _both_changed(mine: Any, theirs: Any, rule: Rule) -> tuple[Any, Any, bool]:
    if rule is Rule.HQ:
        return theirs, mine, False
    if rule is Rule.BOTH and all(isinstance(one or "", str) for one in (mine, theirs)):
        text = both(mine or "", theirs or "")
        return text, text, False
    return theirs, mine, True


def union(
    before: Collection[Any], before_there: Collection[Any], mine: Collection[Any], theirs: Collection[Any]
) -> tuple[list[Any], list[Any]]:
    """An observed-remove set, as it should stand there and here: what either side added is in, what it took away is out."""
    added = [one for one in mine if one not in before] + [one for one in theirs if one not in before_there]
    gone = [one for one in before if one not in mine] + [one for one in before_there if one not in theirs]

    def with_changes(now: Collection[Any]) -> list[Any]:
        kept = [one for one in now if one in added or not any(_is_same(one, other) for other in gone)]
        return [*kept, *(one for place, one in enumerate(added) if one not in kept and one not in added[:place])]

    return with_changes(theirs), with_changes(mine)


def _is_same(one: Any, other: Any) -> bool:
    """Whether both are one item, whatever either side adds to it: an identifier or a telephone is its system and its value."""
    if isinstance(one, Mapping) and isinstance(other, Mapping) and "value" in one:
        return bool((one.get("system"), one["value"]) == (other.get("system"), other.get("value")))
    return bool(one == other)


def both(mine: str, theirs: str) -> str:
    """Two notes as one: every paragraph of either, each once, in an order that is the same whoever merges."""
    parts = [[part for part in text.split("\n\n") if part] for text in sorted((mine, theirs))]
    one, other = sorted(parts, key=len)
    if {*one} <= {*other}:  # as it stands, and not "pain" in "no pain"
        return "\n\n".join(other)
    return "\n\n".join(dict.fromkeys(part for text in parts for part in text))


def settled(base: Base, dispute: Dispute, choice: str) -> Base:
    """The base under which ``merge`` gives what a person chose: ``mine`` goes there, with ``both`` each side keeps what it says.

    Who chose ``theirs`` says the same here from then on: that is an edit like any other, and needs no other base.
    """
    if choice == "theirs":
        return base
    mine = {**base.mine, dispute.name: dispute.mine if choice == "both" else _OTHER}
    return Base(mine, {**base.theirs, dispute.name: dispute.theirs})


_OTHER = {"not": "a value"}
"""Differs from everything that a field can say."""


def taken_back(
    base: Base, mine: Fields, theirs: Fields, moved: Mapping[str, Rule], keeps_apart: Callable[[str], bool]
) -> Base:
    """The base under which ``merge`` sends ours again, where headquarters says of the ``moved`` fields what it said long ago.

    Where each side keeps its own, and where headquarters leads, it may say what it likes; of a set nothing comes back.
    """
    before, there = dict(base.mine), dict(base.theirs)
    for name, rule in moved.items():
        there[name] = theirs.get(name)
        if rule is Rule.UNION:
            known = [*(mine.get(name) or ()), *(base.theirs.get(name) or ())]
            before[name] = [one for one in theirs.get(name) or () if one not in known]
        elif rule is not Rule.HQ and not keeps_apart(name):
            before[name] = _OTHER
    return Base(before, there)


def stood_before(base: Base, names: Collection[str]) -> Base:
    """The base under which ``merge`` asks about these fields, which headquarters alone seems to have changed: it says what it
    said before we last agreed. Somebody put it back, or a backup did."""
    return Base({**base.mine, **dict.fromkeys(names, _OTHER)}, base.theirs)


def shows(theirs: Any, mine: Any) -> bool:
    """Whether a server shows what we sent: it may add elements and items of its own, and drop nothing."""
    if isinstance(mine, Mapping):
        return isinstance(theirs, Mapping) and all(name in theirs and shows(theirs[name], mine[name]) for name in mine)
    if isinstance(mine, list | tuple):
        return isinstance(theirs, list | tuple) and all(any(shows(one, wanted) for one in theirs) for wanted in mine)
    return bool(theirs == mine)


def likened(theirs: Any, known: Collection[Any], rule: Rule) -> Any:
    """What headquarters says, in words we know where it only added to them: what a server decorates was not edited."""
    if rule is Rule.UNION and isinstance(theirs, list):
        items = [item for one in known if isinstance(one, list) for item in one]
        return [next((item for item in items if shows(one, item)), one) for one in theirs]
    shown = [one for one in known if one is not None and shows(theirs, one)]
    return max(shown, key=lambda one: len(repr(one))) if shown else theirs


def dressed(theirs: Any, wanted: Any, before: Any, keeps: Collection[str] = ()) -> Any:
    """What is wanted, written so that nothing is lost which only the server said: its decorations, and items of its own.

    An item that has a UID is the same one, whatever it says now; ``keeps`` names what another item inherits from the one in whose
    place it stands.
    """
    if shows(theirs, wanted):
        extra = isinstance(theirs, list) and any(
            _is_item_of(one, before) and not _is_item_of(one, wanted) for one in theirs
        )
        if not extra:
            return theirs
    if not isinstance(theirs, list) or not isinstance(wanted, list):
        return wanted
    known = [*(before if isinstance(before, list) else ()), *wanted]
    kept = [_dressed_item(theirs, item, known, keeps) for item in wanted]
    return [*kept, *(one for one in theirs if not _is_item_of(one, known) and not _has_uid_of(one, wanted))]


def _dressed_item(theirs: list[Any], item: Any, known: list[Any], keeps: Collection[str]) -> Any:
    shown = [one for one in theirs if shows(one, item)]
    if shown or not isinstance(item, Mapping):
        return shown[0] if shown else item
    for one in theirs:
        if _has_uid_of(one, [item]):
            ours = next((each for each in known if _has_uid_of(one, [each])), item)
            more = {name: value for name, value in one.items() if name not in ours and name not in item}
            return more | {name: dressed(one.get(name), value, ours.get(name)) for name, value in item.items()}
    heirs = (one for one in theirs if _is_item_of(one, known) and one.get("use") == item.get("use"))
    return {name: value for name, value in next(heirs, {}).items() if name in keeps} | {**item}


def _has_uid_of(one: Any, items: list[Any]) -> bool:
    uids = [item["uid"] for item in items if isinstance(item, Mapping) and "uid" in item]
    return isinstance(one, Mapping) and one.get("uid") in uids


def _is_item_of(one: Any, known: Any) -> bool:
    return isinstance(known, list) and any(shows(one, item) for item in known)
