"""Search of ImagingStudy by brute force over the resources themselves, written from STU3 search.html and not from our SQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

Resource = dict[str, Any]


def elements(study: Resource, path: str) -> list[Any]:
    """All values at a dotted path, through lists."""
    found = [study]
    for step in path.split("."):
        found = [inner for one in found for inner in _listed(one.get(step)) if inner is not None]
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


TOKENS = {"accession": "accession", "identifier": "identifier", "modality": "series.modality", "bodysite": "series.bodySite",
          "reason": "reason.coding", "_id": "id", "_language": "language", "patient.identifier": "identifiers"}  # fmt: skip
URIS = {"study": "uid", "series": "series.uid", "uid": "series.instance.uid", "dicom-class": "series.instance.sopClass"}
REFERENCES = {
    "basedon": (["basedOn"], ["ReferralRequest", "CarePlan", "ProcedureRequest"]),
    "context": (["context"], ["Encounter", "EpisodeOfCare"]),
    "endpoint": (["endpoint", "series.endpoint"], ["Endpoint"]),
    "patient": (["patient"], ["Patient"]),
    "performer": (["series.performer"], ["Practitioner"]),
}
DATES = {"started": "started", "_lastUpdated": "meta.lastUpdated"}


def fits(study: Resource, name: str, modifier: str, values: list[str], now: datetime) -> bool:
    """Whether one parameter fits one study."""
    if modifier == "missing":
        return (not present(study, name)) == (values == ["true"])
    hit = any(_one(study, name, modifier, value, now) for value in values)
    return hit != (modifier == "not")


def present(study: Resource, name: str) -> bool:
    if name in REFERENCES:
        return any("reference" in one for path in REFERENCES[name][0] for one in elements(study, path))
    if name == "reason":
        return bool(elements(study, "reason"))
    return bool(elements(study, (TOKENS | URIS | DATES)[name]))


def _one(study: Resource, name: str, modifier: str, value: str, now: datetime) -> bool:
    if name in TOKENS:
        return (
            _text(study, name, value)
            if modifier == "text"
            else any(_token(one, value) for one in elements(study, TOKENS[name]))
        )
    if name in URIS:
        uids = [uid.removeprefix("urn:oid:") for uid in elements(study, URIS[name])]
        return any(_uri(uid, value.removeprefix("urn:oid:"), modifier) for uid in uids)
    if name in REFERENCES:
        paths, types = REFERENCES[name]
        wanted = [value] if "/" in value else [f"{kind}/{value}" for kind in types]
        return any(one.get("reference") in wanted for path in paths for one in elements(study, path))
    return any(_date(one, value, now) for one in elements(study, DATES[name]))


def _token(one: Any, value: str) -> bool:
    system, code = (one.get("system"), one.get("code", one.get("value"))) if isinstance(one, dict) else (None, one)
    if "|" not in value:
        return code is not None and code.lower() == value.lower()
    wanted, bare = value.split("|")
    return system == (wanted or None) and (not bare or (code is not None and code.lower() == bare.lower()))


def _text(study: Resource, name: str, value: str) -> bool:
    words = [
        one.get("display") or one.get("type", {}).get("text")
        for one in elements(study, TOKENS[name])
        if isinstance(one, dict)
    ]
    words += elements(study, "reason.text") if name == "reason" else []
    return any(word is not None and word.lower().startswith(value.lower()) for word in words)


def _uri(uid: str, value: str, modifier: str) -> bool:
    if modifier == "below":
        return f"{uid}.".startswith(f"{value}.")
    return f"{value}.".startswith(f"{uid}.") if modifier == "above" else uid == value


def stretch(text: str) -> tuple[datetime, datetime]:
    """First moment and first one after; no zone is UTC here."""
    if len(text) == 4:
        return datetime(int(text), 1, 1, tzinfo=UTC), datetime(int(text) + 1, 1, 1, tzinfo=UTC)
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return datetime(year, month, 1, tzinfo=UTC), datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    low = datetime.fromisoformat(text.replace("Z", "+00:00"))
    low = low if low.tzinfo else low.replace(tzinfo=UTC)
    ticks = {10: timedelta(days=1), 16: timedelta(minutes=1), 19: timedelta(seconds=1)}
    plain = text.removesuffix("Z").split("+")[0]
    return low, low + ticks.get(len(plain), timedelta(milliseconds=1))


def _date(one: str, value: str, now: datetime) -> bool:
    prefix, text = (value[:2], value[2:]) if value[:2].isalpha() else ("eq", value)
    (low, high), (first, end) = stretch(one), stretch(text)
    inside = first <= low and high <= end
    slack = abs(now - first) / 10
    return {
        "eq": inside, "ne": not inside, "gt": high > end, "lt": low < first, "ge": high > end or inside,
        "le": low < first or inside, "sa": low >= end, "eb": high <= first,
        "ap": low < end + slack and high > first - slack,
    }[prefix]  # fmt: skip
