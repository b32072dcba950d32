"""QIDO-RS (PS3.18 10.6): studies, series and instances by their attributes, at every level of the path.

Answers come from columns and from the DICOM JSON that is kept beside each instance, never from opening a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from starlette.responses import Response

from resources.dicomweb.attributes import corrections_of, kept, shown
from resources.dicomweb.desk import Desk
from resources.problems import Invalid
from resources.store import Store, Unit, queries, station, studies
from resources.store.queries import InstanceHit, Level, Question, SeriesHit, StudyHit, Within
from resources.store.rows import InstanceRow, StudyRow
from resources.terms import Availability
from resources.wire.dicomjson import Json, name_json
from resources.wire.dictionary import vr_of
from resources.wire.matching import Condition, condition, fits, path_of

MOST = 1000
"""Results of one answer at most."""
_BATCH = 500
NOT_QUERIES = frozenset({"includefield", "fuzzymatching", "limit", "offset", "accept", "charset"})
CREATOR = "EYECAMP"
MORE = "The number of results exceeded the maximum supported by the server. Additional results can be requested."


class Source(Protocol):
    """What a search needs of whoever asks."""

    @property
    def store(self) -> Store:
        """Where to look."""

    def read(self) -> AbstractContextManager[Unit]:
        """A unit to read in."""

    def url(self, *steps: object) -> str:
        """The address of what is found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was written."""

    question: Question
    others: tuple[Condition, ...] = ()
    """Conditions that no column answers."""
    fields: frozenset[str] = field(default_factory=frozenset)
    everything: bool = False
    limit: int = MOST
    offset: int = 0


def asked(level: Level, within: Within, items: Sequence[tuple[str, str]]) -> Asked:
    """Read the parameters. Raises Invalid for what is neither a parameter nor an attribute."""
    given = {key.lower(): value for key, value in items if key.lower() in NOT_QUERIES}
    wanted = [condition(key, value) for key, value in items if key.lower() not in NOT_QUERIES]
    ours = tuple(one for one in wanted if queries.answers(one))
    others = tuple(one for one in wanted if not queries.answers(one) and not one.is_universal)
    names = [name.strip() for key, value in items if key.lower() == "includefield" for name in value.split(",")]
    fields = {path_of(name)[0] for name in names if name and name.lower() != "all"}
    fuzzy = _yes_or_no(given.get("fuzzymatching", "false"))
    return Asked(
        Question(level, within, ours, fuzzy),
        others,
        frozenset(fields | {one.path[0] for one in wanted} | (_PERFORMED if level is Level.SERIES else set())),
        any(name.lower() == "all" for name in names),
        min(_whole(given.get("limit", str(MOST)), "limit"), MOST),
        _whole(given.get("offset", "0"), "offset"),
    )


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise Invalid("fuzzymatching is true or false.", fields={"fuzzymatching": "is true or false"})
    return text.lower() == "true"


def _whole(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Invalid(f"{name} is a whole number.", fields={name: "is a whole number"})
    return int(text)


def search(desk: Desk, level: Level) -> Response:
    """Answer a query at a level; the address says within what."""
    steps = desk.request.path_params
    within = Within(steps.get("study", ""), steps.get("series", ""))
    wanted = asked(level, within, desk.request.query_params.multi_items())
    found, more = results(desk, wanted)
    if more:
        desk.warn(more)
    return desk.data_sets(found)


def results(source: Source, wanted: Asked) -> tuple[list[Json], str]:
    """One page of answers, and what to say when there are more. C-FIND is answered by the same."""
    with source.read() as unit:
        pks, more = _found(source, unit, wanted)
        return _ANSWERS[wanted.question.level](source, unit, wanted, pks), more


def _found(desk: Source, unit: Unit, wanted: Asked) -> tuple[list[int], str]:
    """The keys of one page, and what to say when there are more (PS3.18 8.3.4.4)."""
    if wanted.others:
        pks = list(_filtered(desk, unit, wanted))
        return pks[: wanted.limit], MORE if len(pks) > wanted.limit else ""
    pks = queries.search(unit, wanted.question, wanted.limit + 1, wanted.offset)
    if len(pks) <= wanted.limit:
        return pks, ""
    rest = queries.count(unit, wanted.question) - wanted.offset - wanted.limit
    return pks[: wanted.limit], f"There are {rest} additional results that can be requested"


def _filtered(desk: Source, unit: Unit, wanted: Asked) -> Iterator[int]:
    """The keys whose kept attributes fit as well: one page and one more."""
    skip, left = wanted.offset, wanted.limit + 1
    for pks in _batches(unit, wanted.question):
        speaking = _speaking(unit, wanted.question.level, pks)
        attributes = kept(desk.store, dict(speaking.values()), unit)
        for pk in pks:
            data_set = attributes[speaking[pk][0]]
            if all(fits(data_set, one, fuzzy=wanted.question.fuzzy) for one in wanted.others):
                skip -= 1
                if skip < 0 and left > 0:
                    left -= 1
                    yield pk
        if left <= 0:
            return


def _batches(unit: Unit, question: Question) -> Iterator[list[int]]:
    offset = 0
    while True:
        pks = queries.search(unit, question, _BATCH, offset)
        yield pks
        offset += len(pks)
        if len(pks) < _BATCH:
            return


def _speaking(unit: Unit, level: Level, pks: Sequence[int]) -> dict[int, tuple[int, str]]:
    """For each result the instance whose attributes speak for it: its key and digest."""
    firsts = {
        Level.STUDY: lambda: {hit.pk: hit.first for hit in queries.study_hits(unit, pks)},
        Level.SERIES: lambda: {hit.pk: hit.first for hit in queries.series_hits(unit, pks)},
        Level.INSTANCE: lambda: {pk: pk for pk in pks},
    }[level]()
    digests = queries.digests(unit, firsts.values())
    return {pk: (first, digests[first]) for pk, first in firsts.items()}


# --- the answer -------------------------------------------------------------------------------------------------------


def _study_answers(desk: Source, unit: Unit, wanted: Asked, pks: Sequence[int]) -> list[Json]:
    hits = queries.study_hits(unit, pks)
    extra = _extra(desk, unit, wanted, [hit.first for hit in hits], Level.STUDY)
    return [_complete(study_json(desk, hit), extra.get(hit.first, {}), wanted) for hit in hits]


def _series_answers(desk: Source, unit: Unit, wanted: Asked, pks: Sequence[int]) -> list[Json]:
    hits = queries.series_hits(unit, pks)
    owners = {hit.pk: hit for hit in queries.study_hits(unit, [one.study_pk for one in hits])}
    extra = _extra(desk, unit, wanted, [hit.first for hit in hits], Level.SERIES)
    answers = []
    for hit in hits:
        owner = owners[hit.study_pk]
        upper = {} if wanted.question.within.study_uid else study_json(desk, owner)
        own = series_json(desk, owner, hit)
        answers.append(_complete({**upper, **own}, extra.get(hit.first, {}), wanted))
    return answers


def _instance_answers(desk: Source, unit: Unit, wanted: Asked, pks: Sequence[int]) -> list[Json]:
    hits = queries.instance_hits(unit, pks)
    parents = {hit.pk: hit for hit in queries.series_hits(unit, [one.series_pk for one in hits])}
    owners = {hit.pk: hit for hit in queries.study_hits(unit, [one.study_pk for one in parents.values()])}
    extra = _extra(desk, unit, wanted, [hit.pk for hit in hits], Level.INSTANCE)
    answers = []
    for hit in hits:
        parent = parents[hit.series_pk]
        owner = owners[parent.study_pk]
        upper = {} if wanted.question.within.study_uid else study_json(desk, owner)
        middle = {} if wanted.question.within.series_uid else series_json(desk, owner, parent)
        own = instance_json(desk, owner, parent, hit)
        answers.append(_complete({**upper, **middle, **own}, extra.get(hit.pk, {}), wanted))
    return answers


_ANSWERS = {Level.STUDY: _study_answers, Level.SERIES: _series_answers, Level.INSTANCE: _instance_answers}
_OF_PATIENTS_AND_STUDIES = frozenset({"0010", "0012", "0032", "0038"})
_OF_STUDIES = frozenset(
    {
        "00080020", "00080030", "00080050", "00080051", "00080090", "00080096", "00080201", "00081030", "00081032",
        "00081048", "00081049", "00081060", "00081062", "00081080", "00081110", "0020000D", "00200010", "00401012",
    }
)  # fmt: skip
_OF_SERIES = frozenset(
    {
        "00080021", "00080031", "00080060", "00080064", "00080070", "00080080", "00080081", "00081010", "0008103E",
        "0008103F", "00081040", "00081050", "00081052", "00081070", "00081072", "00081090", "00081111", "00180015",
        "00181000", "00181020", "00181030", "00185100", "0020000E", "00200011", "00400244", "00400245", "00400250",
        "00400251", "00400253", "00400254", "00400275", "00400280",
    }
)  # fmt: skip
"""What one instance may say for its whole study or series (PS3.3 A.1.2): never a side, which is the instance's own (HZ-12)."""


def _extra(desk: Source, unit: Unit, wanted: Asked, pks: Iterable[int], level: Level) -> dict[int, Json]:
    """What the kept attributes add, as published; nothing is looked up when nothing more was asked for."""
    usual = {tag for tag in wanted.fields if queries.answers(Condition((tag,)))}
    if not wanted.everything and wanted.fields <= usual | _DEFAULTS:
        return {}
    digests = queries.digests(unit, pks)
    rows = {row.pk: row for row in studies.by_pk(unit, digests)}
    owners = {uid: studies.study(unit, uid) for uid in {row.study_uid for row in rows.values()}}
    issuer = station.camp(unit).prefix
    found = kept(desk.store, digests, unit)
    return {pk: _of_level(_published(desk, rows[pk], owners, issuer, found[pk]), level) for pk in rows}


_PERFORMED = frozenset({"00400244", "00400245", "00400275"})
"""What a series says unasked where it has it (PS3.18 10.6.3)."""
_DEFAULTS = frozenset({"00080005", "00080056", "00080061", "00081190", "00201206", "00201208", "00201209"})


def _published(desk: Source, row: InstanceRow, owners: dict[str, StudyRow], issuer: str, attributes: Json) -> Json:
    owner = owners[row.study_uid]
    base = desk.url("studies", row.study_uid, "series", row.series_uid, "instances", row.instance_uid)
    return shown(attributes, corrections_of(row, owner, issuer, attributes), base)


def _of_level(attributes: Json, level: Level) -> Json:
    """Attributes of one instance that may speak for its series or study."""
    if level is Level.INSTANCE:
        return attributes
    known = _OF_STUDIES | _OF_SERIES if level is Level.SERIES else _OF_STUDIES
    return {tag: said for tag, said in attributes.items() if tag in known or tag[:4] in _OF_PATIENTS_AND_STUDIES}


def _complete(own: Json, extra: Json, wanted: Asked) -> Json:
    """Our own attributes, and of the others those that were asked for."""
    more = {tag: said for tag, said in extra.items() if wanted.everything or tag in wanted.fields}
    return dict(sorted({**more, **own}.items()))


def said(tag: str, *values: Any) -> Json:
    """One attribute; without a value when there is none."""
    present = [value for value in values if value not in ("", None)]
    return {"vr": vr_of(int(tag, 16)), "Value": present} if present else {"vr": vr_of(int(tag, 16))}


def study_json(desk: Source, hit: StudyHit) -> Json:
    """What a study is answered with by default (PS3.18 10.6.3.3), and its mark while nobody knows whose it is."""
    found = {
        "00080005": said("00080005", "ISO_IR 192"),
        "00080020": said("00080020", hit.study_date),
        "00080030": said("00080030", hit.study_time),
        "00080050": said("00080050", hit.accession_number),
        "00080056": said("00080056", Availability.ONLINE.value),
        "00080061": said("00080061", *hit.modalities),
        "00080090": said("00080090", name_json(hit.referrer)),
        "00081030": said("00081030", hit.description),
        "00081190": said("00081190", desk.url("studies", hit.study_uid)),
        "00100010": said("00100010", name_json(hit.patient_name)),
        "00100020": said("00100020", hit.patient_id),
        "00100030": said("00100030", hit.birth_date),
        "00100040": said("00100040", hit.sex),
        "0020000D": said("0020000D", hit.study_uid),
        "00200010": said("00200010", hit.study_id),
        "00201206": said("00201206", hit.series),
        "00201208": said("00201208", hit.instances),
    }
    return found if hit.unmatched is None else found | unmatched(hit.unmatched)


def unmatched(reason: str) -> Json:
    """Private attributes that mark what waits in the Inbox, and why (design.md decision 11)."""
    return {
        "00090010": {"vr": "LO", "Value": [CREATOR]},
        "00091001": {"vr": "CS", "Value": ["UNMATCHED"]},
        "00091002": {"vr": "LO", "Value": [reason]},
    }


def series_json(desk: Source, owner: StudyHit, hit: SeriesHit) -> Json:
    """What a series is answered with by default. Its side is said only when all its instances have the same (HZ-12)."""
    found = {
        "00080005": said("00080005", "ISO_IR 192"),
        "00080056": said("00080056", Availability.ONLINE.value),
        "00080060": said("00080060", hit.modality),
        "0008103E": said("0008103E", hit.description),
        "00081190": said("00081190", desk.url("studies", owner.study_uid, "series", hit.series_uid)),
        "0020000D": said("0020000D", owner.study_uid),
        "0020000E": said("0020000E", hit.series_uid),
        "00200011": said("00200011", hit.number),
        "00201209": said("00201209", hit.instances),
    }
    return found | ({"00200060": said("00200060", hit.laterality)} if hit.laterality in ("R", "L") else {})


def instance_json(desk: Source, owner: StudyHit, parent: SeriesHit, hit: InstanceHit) -> Json:
    """What an instance is answered with by default."""
    where = ("studies", owner.study_uid, "series", parent.series_uid, "instances", hit.instance_uid)
    found = {
        "00080005": said("00080005", "ISO_IR 192"),
        "00080016": said("00080016", hit.sop_class_uid),
        "00080018": said("00080018", hit.instance_uid),
        "00080056": said("00080056", Availability.ONLINE.value),
        "00081190": said("00081190", desk.url(*where)),
        "00083002": said("00083002", hit.transfer_syntax_uid),
        "0020000D": said("0020000D", owner.study_uid),
        "0020000E": said("0020000E", parent.series_uid),
        "00200013": said("00200013", hit.number),
    }
    sized = {"00280008": hit.frames, "00280010": hit.rows, "00280011": hit.columns, "00280100": hit.bits_allocated}
    found |= {tag: said(tag, number) for tag, number in sized.items() if number is not None}
    return found | ({"00200062": said("00200062", hit.laterality)} if hit.laterality else {})
