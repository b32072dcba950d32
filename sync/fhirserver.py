"""A FHIR server as headquarters of records: what it can do, by /metadata, and how one record is found, written, removed.

Creation is idempotent in whatever way the server knows: PUT under our own id with ``If-None-Match: *``, or POST with
``If-None-Exist`` and our identifier. Updates carry ``If-Match`` where the server tells versions.
Refuses to believe a status code: whoever writes reads back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qs, quote, urlencode

from resources.problems import Conflict, Gone, NotFound, Portal, Unsupported
from sync.fhirmap import Edition, Resource
from sync.headquarters import NOT_HEADQUARTERS, HttpHeadquarters, Reply, status_problem
from sync.quoting import quoting
from sync.searchset import dicts

JSON = "application/fhir+json"
QUOTED = (400, 403, 413, 415, 422)
"""What is refused of one record, with a reason of theirs; what concerns headquarters as a whole is said by us alone."""
UID = "urn:dicom:uid"
UNKNOWN_EDITION = "Headquarters keeps records in an edition of FHIR that Eyecamp does not speak."


class Stale(Conflict):
    """Somebody wrote this record at headquarters meanwhile: look again, then merge."""


@dataclass(frozen=True, slots=True)
class Ability:
    """What a server does with one type of resource."""

    interactions: frozenset[str] = frozenset()
    may_name: bool = False
    """Whether PUT makes a record under an id of ours (updateCreate)."""

    @property
    def takes(self) -> bool:
        """Whether something can be written, and read back."""
        return "read" in self.interactions and ("create" in self.interactions or self.may_update)

    @property
    def may_update(self) -> bool:
        """Whether what is there can be changed."""
        return "update" in self.interactions


@dataclass(frozen=True, slots=True)
class Abilities:
    """A server, by its CapabilityStatement."""

    edition: Edition
    types: Mapping[str, Ability] = field(default_factory=dict)

    def of(self, type_: str) -> Ability:
        """What it does with one type."""
        return self.types.get(type_, Ability())


@dataclass(frozen=True, slots=True)
class Found:
    """A resource as headquarters shows it, and the version to match."""

    resource: Resource
    version: str

    @property
    def updated(self) -> str:
        """When headquarters says that it was written, by its own clock; empty where it does not."""
        meta = self.resource.get("meta")
        return str(meta.get("lastUpdated", "")) if isinstance(meta, dict) else ""

    @property
    def remote(self) -> str:
        """Where it is, e.g. ``Patient/17``."""
        return f"{self.resource['resourceType']}/{self.resource['id']}"


class RecordServer(Protocol):
    """What sync asks of a server of records. Every method may raise what concerns headquarters as a whole."""

    def abilities(self) -> Abilities:
        """What it can do. Raises Unsupported for an edition that we do not speak."""

    def read(self, remote: str) -> Found | None:
        """What is there; ``None`` when there is nothing. Raises Gone when it was removed there."""

    def find(self, type_: str, identifiers: Sequence[Resource], *, strictly: bool = False) -> list[Found]:
        """What has one of these identifiers; what a lenient server adds is left out."""

    def create(self, ability: Ability, resource: Resource, identifier: Resource) -> str:
        """A new record; where it is. Raises Stale when there is one already, Ambiguous when nobody can say."""

    def update(self, remote: str, resource: Resource, version: str) -> None:
        """Another content. Raises Stale when somebody else wrote it meanwhile."""

    def remove(self, remote: str, version: str) -> None:
        """Take it away. Raises Stale."""

    def close(self) -> None:
        """Let go of connections."""


class FhirServer:
    """A FHIR server behind one address. ``edition`` is empty where the server is to be asked."""

    def __init__(self, line: HttpHeadquarters, edition: str = "") -> None:
        self._line = line
        self._edition = edition
        self._known: Abilities | None = None

    def close(self) -> None:
        """Let go of connections."""
        self._line.close()

    def abilities(self) -> Abilities:
        """Asked for once in the life of a connection."""
        if self._known is None:
            self._known = abilities_of(self._json(self._get("metadata")), self._edition)
        return self._known

    def read(self, remote: str) -> Found | None:
        """GET of one resource."""
        reply = self._get(remote)
        if reply.status == 410:
            raise Gone("Headquarters has removed this.")
        if reply.status == 404:
            return None
        return _found(self._json(reply), reply, remote)

    def find(self, type_: str, identifiers: Sequence[Resource], *, strictly: bool = False) -> list[Found]:
        """One search for each identifier. ``strictly`` refuses to take what is no answer for "there is none".

        Raises Portal for what is no answer to this search.
        """
        hits: dict[str, Found] = {}
        for one in identifiers:
            is_uid = one["system"] == UID and self.abilities().edition is Edition.STU3  # there it is no identifier
            query = {"study": one["value"]} if is_uid else {"identifier": f"{one['system']}|{one['value']}"}
            reply = self._get(f"{type_}?{urlencode(query)}")
            if reply.status != 200 and strictly and not is_uid:
                raise status_problem(reply.status, None)
            if reply.status != 200:
                continue  # a server that cannot search by it says nothing of the record
            bundle = _answer_to(one, self._json(reply))
            for entry in bundle.get("entry") or ():
                resource = entry.get("resource") if isinstance(entry, dict) else None
                if isinstance(resource, dict) and _is_the_one(resource, type_, one):
                    found = Found(resource, str(resource.get("meta", {}).get("versionId", "")))
                    hits[found.remote] = found
        return list(hits.values())

    def create(self, ability: Ability, resource: Resource, identifier: Resource) -> str:
        """Under our own id where the server lets us choose, else by POST on a condition."""
        type_ = str(resource["resourceType"])
        if ability.may_name and ability.may_update:
            self._write("PUT", f"{type_}/{resource['id']}", resource, {"If-None-Match": "*"})
            return f"{type_}/{resource['id']}"
        body = {name: value for name, value in resource.items() if name != "id"}
        condition = urlencode({"identifier": f"{identifier['system']}|{identifier['value']}"})
        reply = self._write("POST", type_, body, {"If-None-Exist": condition})
        return _where(reply, type_)

    def update(self, remote: str, resource: Resource, version: str) -> None:
        """PUT, on the condition that it is still the version that was looked at."""
        body = {**resource, "id": remote.partition("/")[2]}
        self._write("PUT", remote, body, {"If-Match": f'W/"{version}"'} if version else {})

    def remove(self, remote: str, version: str) -> None:
        """DELETE; what is not there any more is removed already."""
        condition = {"If-Match": f'W/"{version}"'} if version else {}
        reply = self._line.talk("DELETE", remote, {"Accept": JSON, **condition})
        if reply.status not in (404, 410):
            _refuse(reply)

    def _get(self, target: str) -> Reply:
        reply = self._line.talk("GET", target, {"Accept": JSON})
        if reply.status not in (200, 404, 410) and not (reply.status == 400 and "?" in target):
            _refuse(reply)
        return reply

    def _write(self, method: str, target: str, resource: Resource, conditions: Mapping[str, str]) -> Reply:
        body = json.dumps(resource, ensure_ascii=False).encode()
        headers = {"Accept": JSON, "Content-Type": f"{JSON}; charset=utf-8", "Prefer": "return=representation"}
        reply = self._line.talk(method, target, headers | dict(conditions), body)
        _refuse(reply)
        return reply

    def _json(self, reply: Reply) -> dict[str, Any]:
        if reply.status == 404:
            raise NotFound("Headquarters has no records at this address.")
        try:
            found = json.loads(reply.body)
        except ValueError as error:
            raise Portal(NOT_HEADQUARTERS) from error
        if not isinstance(found, dict) or "resourceType" not in found:
            raise Portal(NOT_HEADQUARTERS)
        return found


def root_of(url: str, organization: str = "") -> str:
    """The root of a FHIR server; seeds 001 serve each organisation at a root of its own."""
    root = url.strip().rstrip("/")
    if not organization or "/organizations/" in root:
        return root
    return f"{root}/organizations/{quote(organization, safe='')}/fhir/3"


def abilities_of(statement: Mapping[str, Any], edition: str = "") -> Abilities:
    """A CapabilityStatement, read. Raises Portal for anything else, Unsupported for an edition that we do not speak."""
    if statement.get("resourceType") != "CapabilityStatement":
        raise Portal(NOT_HEADQUARTERS)
    spoken = Edition(edition) if edition else Edition.of(str(statement.get("fhirVersion", "")))
    if spoken is None:
        raise Unsupported(UNKNOWN_EDITION)
    served = [one for one in statement.get("rest") or () if isinstance(one, dict) and one.get("mode") == "server"]
    listed = [one for rest in served for one in rest.get("resource") or () if isinstance(one, dict)]
    return Abilities(spoken, {str(one.get("type")): _ability(one) for one in listed})


def _ability(said: Mapping[str, Any]) -> Ability:
    codes = frozenset(str(one.get("code")) for one in said.get("interaction") or () if isinstance(one, dict))
    return Ability(codes, may_name=said.get("updateCreate") is True)


def _found(resource: dict[str, Any], reply: Reply, remote: str) -> Found:
    """What is shown must be what was asked for: a lenient proxy may answer with anything."""
    type_, _, key = remote.partition("/")
    if resource.get("resourceType") != type_ or resource.get("id", key) != key:
        raise Portal(NOT_HEADQUARTERS)  # or the answer to an earlier question, which names somebody else
    meta = resource.get("meta")
    version = str(meta.get("versionId", "")) if isinstance(meta, dict) else ""
    return Found({**resource, "id": key}, version or reply.headers.get("etag", "").removeprefix("W/").strip('"'))


def _answer_to(identifier: Resource, bundle: dict[str, Any]) -> dict[str, Any]:
    """The answer to the search for it: a searchset, whose self link says what was searched for (FHIR search, Server Conformance).

    An answer that names another question, as from a cache on the way, says nothing of whether this record is there.
    """
    links = [str(one.get("url", "")) for one in dicts(bundle.get("link")) if one.get("relation") == "self"]
    questions = [parse_qs(link.partition("?")[2]) for link in links]
    asked = [value for question in questions for name in ("identifier", "study") for value in question.get(name, ())]
    if bundle.get("resourceType") != "Bundle" or (asked and not any(identifier["value"] in said for said in asked)):
        raise Portal(NOT_HEADQUARTERS)
    return bundle


def _is_the_one(resource: Mapping[str, Any], type_: str, identifier: Resource) -> bool:
    return resource.get("resourceType") == type_ and bool(resource.get("id")) and has_identifier(resource, identifier)


def has_identifier(resource: Mapping[str, Any], identifier: Resource) -> bool:
    """Whether a resource says this identifier; STU3 says the UID of a study beside its identifiers."""
    if identifier["system"] == UID and resource.get("uid") == identifier["value"]:
        return True
    said = [one for one in resource.get("identifier") or () if isinstance(one, dict)]
    return any(one.get("system") == identifier["system"] and one.get("value") == identifier["value"] for one in said)


def _where(reply: Reply, type_: str) -> str:
    """The id that a server gave: of the body, else of Location, which servers write in every way there is."""
    try:
        body = json.loads(reply.body) if reply.body else None
    except ValueError:
        body = None
    if isinstance(body, dict) and body.get("resourceType") == type_ and body.get("id"):
        return f"{type_}/{body['id']}"
    place = reply.headers.get("location") or reply.headers.get("content-location") or ""
    steps = place.partition("/_history/")[0].rstrip("/").split("/")
    return f"{type_}/{steps[-1]}" if len(steps) > 1 and steps[-2] == type_ else ""


def _refuse(reply: Reply) -> None:
    """Raise for a status that is no success. 412: somebody was faster; 409 and 410 are looked at again as well."""
    if reply.status in (409, 410, 412):
        raise Stale("Somebody changed this at headquarters meanwhile.")
    if not 200 <= reply.status < 300:
        raise quoting(status_problem(reply.status, None), reply.body if reply.status in QUOTED else b"")
