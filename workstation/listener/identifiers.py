"""What a Query/Retrieve request asks for (PS3.4 C.4): its level, its keys, and whether this peer may ask at all.

Missing keys of the levels above are forgiven, since cameras leave them out; but nothing is ever sent for a wildcard.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from resources.problems import Refused
from resources.store.queries import Level
from resources.wire.camerarules import CameraRules, Trust
from resources.wire.dicomjson import PN_GROUPS, Json
from workstation.listener import datasets
from workstation.listener.problems import Mismatched
from workstation.listener.seams import Peer, Request

QUERY_LEVEL, CHARACTER_SET, RETRIEVE_TITLE = "00080052", "00080005", "00080054"
PATIENT_ID, STUDY_UID, SERIES_UID, INSTANCE_UID = "00100020", "0020000D", "0020000E", "00080018"
LEVELS = {"PATIENT": None, "STUDY": Level.STUDY, "SERIES": Level.SERIES, "IMAGE": Level.INSTANCE}
UNIQUE = {"PATIENT": PATIENT_ID, "STUDY": STUDY_UID, "SERIES": SERIES_UID, "IMAGE": INSTANCE_UID}
"""The unique key of each level, PS3.4 C.6.1.1 and C.6.2.1."""
_NO_KEYS = frozenset({QUERY_LEVEL, CHARACTER_SET, RETRIEVE_TITLE, "00080053", "00080056", "00080201"})
THIS_LAPTOP = ("127.0.0.1", "::1")


class Root(Enum):
    """An information model: where its tree begins (PS3.4 C.6)."""

    PATIENT = "1.2.840.10008.5.1.4.1.2.1"
    STUDY = "1.2.840.10008.5.1.4.1.2.2"

    @property
    def find(self) -> str:
        """The SOP class of C-FIND."""
        return f"{self.value}.1"

    @property
    def move(self) -> str:
        """Of C-MOVE."""
        return f"{self.value}.2"

    @property
    def get(self) -> str:
        """Of C-GET."""
        return f"{self.value}.3"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A level of ``LEVELS``, and all keys that came, with and without values."""

    level: str
    keys: Json

    def items(self, tags: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
        """Each key with its value as a query writes it; of ``tags`` only, where they are given."""
        for tag, said in self.keys.items():
            if tag not in _NO_KEYS and int(tag, 16) & 0xFFFF and (tags is None or tag in tags):
                yield from _written((tag,), said)


def identifier(request: Request) -> Identifier:
    """Read a request. Raises Mismatched, Damaged or Invalid."""
    keys = datasets.asked(request)
    level = text_of(keys.get(QUERY_LEVEL, {}))
    of_patients = request.context.abstract_syntax.startswith(f"{Root.PATIENT.value}.")
    if level not in LEVELS or (level == "PATIENT" and not of_patients):
        raise Mismatched("It does not say at which level it asks: STUDY, SERIES or IMAGE.")
    return Identifier(level, keys)


def retrieval(request: Request) -> Identifier:
    """Read what shall be sent: the unique keys down to the level and nothing else (PS3.4 C.4.2.2.1). Raises Mismatched."""
    found = identifier(request)
    wanted = {tag: found.keys[tag] for tag in UNIQUE.values() if tag in found.keys and text_of(found.keys[tag])}
    if UNIQUE[found.level] not in wanted:
        raise Mismatched("It does not say what shall be sent.")
    if set(text_of(wanted.get(PATIENT_ID, {}))) & {"*", "?"}:
        raise Mismatched("A wildcard does not say whose pictures shall be sent.")
    return Identifier(found.level, wanted)


def check_may_ask(peer: Peer, known: Iterable[CameraRules]) -> None:
    """What we hold is told to known devices and to this laptop alone, or a stranger could read a camp. Raises Refused."""
    if peer.address in THIS_LAPTOP:
        return
    rules = next((one for one in known if one.ae_title == peer.calling_ae), None)
    if rules is None or rules.trust is Trust.BLOCKED:
        raise Refused("This device is not known here, so it may not ask.")
    if rules.host and rules.host[0].isdigit() and rules.host != peer.address:
        raise Refused("This device is known at another address.")


def text_of(said: Json) -> str:
    """The value of an element as a query writes it; UIDs are a list."""
    return "\\".join(_plain(value) for value in said.get("Value") or () if value is not None).strip()


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return next((str(value[group]) for group in PN_GROUPS if value.get(group)), "").strip()
    return str(value).strip()


def _written(path: tuple[str, ...], said: Json) -> Iterator[tuple[str, str]]:
    if said.get("vr") == "SQ":
        inside = [item for item in said.get("Value") or () if item]
        for item in inside:
            for tag, one in item.items():
                yield from _written((*path, tag), one)
        if not inside:
            yield ".".join(path), ""
        return
    text = text_of(said)
    yield ".".join(path), "" if said.get("vr") == "UI" and text == "*" else text
