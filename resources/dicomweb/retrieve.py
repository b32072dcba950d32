"""WADO-RS of whole instances and of metadata (PS3.18 10.4): a study, a series or one instance, streamed as it is published.

A stored file goes out as it lies where that is wanted, as Explicit VR Little Endian where it is not and that can be done. A
picture is decoded whole before the head of its part is written: what cannot be decoded is left out and said (206, 406), and where
it is too late to say so the message breaks off between two parts, never within one.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from typing import BinaryIO, NamedTuple, TypeAlias

from starlette.responses import Response

from resources.dicomweb.attributes import Pictured, at_hand, shown
from resources.dicomweb.desk import Desk, Parts, streamed
from resources.dicomweb.negotiation import ANY_SYNTAX, DICOM, NotAcceptable, Range, refuse_mixture
from resources.dicomweb.samples import Unpack
from resources.problems import Damaged, NotFound
from resources.store import Store, Unit, studies
from resources.store.rows import InstanceRow
from resources.store.vault import AWAY, CHUNK
from resources.wire.corrections import Corrections, corrected
from resources.wire.dataset import DataSetTree, read_tree
from resources.wire.dicomjson import Json
from resources.wire.frames import count_of, text_of
from resources.wire.transcoding import Decoded, native_little
from resources.wire.uids import EXPLICIT_LITTLE, NATIVE

_PHOTOMETRIC = 0x00280004
AHEAD = 32
"""Instances of one answer that are decoded before it begins."""
IN_MEMORY = 4 << 20
"""Bytes of decoded frames that need no part of the vault."""
Copied: TypeAlias = tuple[int, Iterator[bytes]]
"""Length and bytes of an instance as it goes out."""


class Outgoing(NamedTuple):
    """One instance and how it goes out: ``syntax`` is that of the copy."""

    row: InstanceRow
    changes: Corrections | None
    syntax: str


def pictured(desk: Desk) -> Pictured:
    """The instances that the address names. Raises Gone or NotFound; what waits for its picture is not there yet."""
    with desk.read() as unit:
        return _pictured(unit, desk.request.path_params)


def _described(desk: Desk) -> tuple[Pictured, dict[int, Json]]:
    """The same with the attributes of each, in one snapshot."""
    with desk.read() as unit:
        found = _pictured(unit, desk.request.path_params)
        return found, at_hand(desk.store, {row.pk: row.digest or "" for row in found.rows}, unit)


def _pictured(unit: Unit, steps: Mapping[str, str]) -> Pictured:
    whole = Pictured.of(unit, steps["study"])
    rows = whole.rows
    if "series" in steps:
        rows = [row for row in rows if row.series_uid == steps["series"]]
    if "instance" in steps:
        studies.instance(unit, steps["instance"])
        rows = [row for row in rows if row.instance_uid == steps["instance"]]
    if not rows:
        raise NotFound("There is no such picture in this study.")
    return whole.within(rows)


def instances(desk: Desk) -> Response:
    """The files of a study, series or instance: one part each, or the one file itself."""
    accepted = desk.accepted()
    refuse_mixture(accepted)
    found, attributes = _described(desk)
    changes = {row.pk: found.changes(row, attributes[row.pk]) for row in found.rows}
    single = "instance" in desk.request.path_params
    for wanted in sorted(accepted, key=lambda one: -one.quality):
        bare = single and wanted.kind == DICOM and not wanted.multipart
        if not wanted.quality or not (bare or _takes_parts(wanted)):
            continue
        going = [Outgoing(row, changes[row.pk], syntax) for row in found.rows if (syntax := _syntax(desk, row, wanted))]
        if going:
            return _one_file(desk, going[0]) if bare else _parts(desk, going, len(found.rows))
    raise NotAcceptable("This is given as multipart/related; type=application/dicom; transfer-syntax=*.")


def _takes_parts(wanted: Range) -> bool:
    return wanted.kind in (DICOM, "*/*", "application/*") and (wanted.multipart or wanted.kind != DICOM)


def _syntax(desk: Desk, row: InstanceRow, wanted: Range) -> str:
    """In which transfer syntax an instance goes out; empty when it cannot in the wanted one."""
    stored = row.transfer_syntax_uid or EXPLICIT_LITTLE
    anything = wanted.syntax == ANY_SYNTAX or (wanted.kind != DICOM and not wanted.syntax)
    asked = stored if anything else wanted.syntax or EXPLICIT_LITTLE
    if asked == stored:
        return stored
    can = stored in NATIVE or stored in desk.unpack.syntaxes
    return EXPLICIT_LITTLE if asked == EXPLICIT_LITTLE and can else ""


def _parts(desk: Desk, going: Sequence[Outgoing], wanted: int) -> Response:
    """As many of ``wanted`` instances as can be given. Raises NotAcceptable for none."""
    with ExitStack() as opened:
        made: dict[int, Copied] = {}
        parts = [one for one in going if _is_ready(desk, one, opened, made)]
        if not parts and all(is_away(desk, one.row) for one in going):
            raise NotFound(AWAY)
        if not parts:
            raise NotAcceptable("This station cannot decode the picture; ask for it as it is stored.")
        status = 200 if len(parts) == wanted else 206  # Partial Content, PS3.18 Table 10.4.3-1
        stream, rest = Parts(desk.store, DICOM), opened.pop_all()
    return stream.response(_in_turn(desk, stream, parts, made, rest), status)


def _is_ready(desk: Desk, one: Outgoing, opened: ExitStack, made: dict[int, Copied]) -> bool:
    """Whether an instance can be given, as far as that is known before the answer begins; what was decoded is in ``made``."""
    if is_away(desk, one.row):
        return False
    if _is_as_stored(one) or len(made) == AHEAD:
        return True
    try:
        made[one.row.pk] = opened.enter_context(copy(desk.store, one, desk.unpack))
    except (NotAcceptable, Damaged):
        return False
    return True


def _in_turn(
    desk: Desk, stream: Parts, going: Sequence[Outgoing], made: dict[int, Copied], opened: ExitStack
) -> Iterator[Iterator[bytes]]:
    with opened:
        for one in going:
            if one.row.pk in made:
                yield _part(desk, stream, one, made[one.row.pk])
            else:
                with copy(desk.store, one, desk.unpack) as copied:
                    yield _part(desk, stream, one, copied)


def _part(desk: Desk, stream: Parts, one: Outgoing, copied: Copied) -> Iterator[bytes]:
    row = one.row
    where = desk.url("studies", row.study_uid, "series", row.series_uid, "instances", row.instance_uid)
    return stream.part(f"{DICOM}; transfer-syntax={one.syntax}", *copied, [("Content-Location", where)])


def _one_file(desk: Desk, one: Outgoing) -> Response:
    def body() -> Iterator[bytes]:
        with copy(desk.store, one, desk.unpack) as (length, pieces):
            yield str(length).encode()
            yield from pieces

    stream = body()
    length = next(stream).decode()
    headers = {"Content-Type": f"{DICOM}; transfer-syntax={one.syntax}", "Content-Length": length, "Vary": "Accept"}
    return streamed(stream, headers)


def is_away(desk: Desk, row: InstanceRow) -> bool:
    """Whether its file was left at headquarters."""
    return desk.store.vault.is_away(row.digest or "")


def _is_as_stored(one: Outgoing) -> bool:
    return one.syntax == (one.row.transfer_syntax_uid or EXPLICIT_LITTLE)


@contextmanager
def copy(store: Store, one: Outgoing, unpack: Unpack) -> Iterator[Copied]:
    """An instance as it goes out. Raises Damaged, NotFound or NotAcceptable at the start."""
    with store.vault.open(one.row.digest or "") as stream:
        as_stored = _is_as_stored(one)
        if one.changes is None and as_stored:
            yield one.row.size or 0, _whole(stream)
        elif as_stored and one.changes is not None:
            yield corrected(stream, one.changes)
        else:
            with _corrected_first(store, stream, one.changes) as source:
                tree = read_tree(source)
                with _decoded(store, tree, unpack) as decoded:
                    yield native_little(tree, decoded, one.syntax)


@contextmanager
def _corrected_first(store: Store, stream: BinaryIO, changes: Corrections | None) -> Iterator[BinaryIO]:
    if changes is None:
        yield stream
        return
    part = store.vault.receive()
    try:
        for piece in corrected(stream, changes)[1]:
            part.write(piece)
        with part.reread() as source:
            yield source
    finally:
        part.discard()


@contextmanager
def _decoded(store: Store, tree: DataSetTree, unpack: Unpack) -> Iterator[Decoded | None]:
    """All frames of a compressed picture; ``None`` for a native one. Raises NotAcceptable when one cannot be decoded."""
    if tree.meta.transfer_syntax_uid in NATIVE:
        yield None
        return
    first, total = unpack(tree, 1), count_of(tree)
    photometric = "RGB" if first.per_pixel == 3 else text_of(tree, _PHOTOMETRIC)
    frames = chain([first.data], (unpack(tree, number).data for number in range(2, total + 1)))
    length = len(first.data) * total
    with _set_aside(store, frames, length) as ready:
        yield Decoded(photometric, first.per_pixel, first.bits, length, ready)


@contextmanager
def _set_aside(store: Store, frames: Iterator[bytes], length: int) -> Iterator[Iterator[bytes]]:
    """The frames once all of them are made, ``length`` bytes: from memory, or read again from the vault's own parts."""
    if length <= IN_MEMORY:
        made = list(frames)
        _check_length(sum(map(len, made)), length)
        yield iter(made)
        return
    part = store.vault.receive()
    try:
        for one in frames:
            part.write(one)
        _check_length(part.size, length)
        with part.reread() as source:
            yield _whole(source)
    finally:
        part.discard()


def _check_length(found: int, wanted: int) -> None:
    if found != wanted:
        raise NotAcceptable("The frames of this picture differ in size; ask for it as it is stored.")


def _whole(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece


def metadata(desk: Desk) -> Response:
    """The attributes of each instance as it is published, without bulk data."""
    found, attributes = _described(desk)
    data_sets = []
    for row in found.rows:
        base = desk.url("studies", row.study_uid, "series", row.series_uid, "instances", row.instance_uid)
        data_sets.append(shown(attributes[row.pk], found.changes(row, attributes[row.pk]), base))
    return desk.data_sets(data_sets)
