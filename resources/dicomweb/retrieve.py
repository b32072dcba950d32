"""WADO-RS of whole instances and of metadata (PS3.18 10.4): a study, a series or one instance, streamed as it is published.

A stored file goes out as it lies where that is wanted, as Explicit VR Little Endian where it is not and that can be done.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import BinaryIO, NamedTuple

from starlette.responses import Response

from resources.dicomweb.attributes import Pictured, kept, shown
from resources.dicomweb.desk import Desk, Parts, streamed
from resources.dicomweb.negotiation import ANY_SYNTAX, DICOM, NotAcceptable, Range, refuse_mixture
from resources.dicomweb.samples import Unpack
from resources.problems import NotFound
from resources.store import Store, studies
from resources.store.rows import InstanceRow
from resources.store.vault import CHUNK
from resources.wire.corrections import Corrections, corrected
from resources.wire.dataset import DataSetTree, read_tree
from resources.wire.frames import count_of, text_of
from resources.wire.transcoding import Decoded, native_little
from resources.wire.uids import EXPLICIT_LITTLE, NATIVE

_PHOTOMETRIC = 0x00280004


class Outgoing(NamedTuple):
    """One instance and how it goes out: ``syntax`` is that of the copy."""

    row: InstanceRow
    changes: Corrections | None
    syntax: str


def pictured(desk: Desk) -> Pictured:
    """The instances that the address names. Raises Gone or NotFound; what waits for its picture is not there yet."""
    steps = desk.request.path_params
    with desk.read() as unit:
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
    found = pictured(desk)
    changes = _changes(desk, found)
    single = "instance" in desk.request.path_params
    for wanted in sorted(accepted, key=lambda one: -one.quality):
        bare = single and wanted.kind == DICOM and not wanted.multipart
        if not wanted.quality or not (bare or _takes_parts(wanted)):
            continue
        going = [Outgoing(row, changes[row.pk], syntax) for row in found.rows if (syntax := _syntax(desk, row, wanted))]
        if going:
            status = 200 if len(going) == len(found.rows) else 206  # Partial Content, PS3.18 Table 10.4.3-1
            return _one_file(desk, going[0]) if bare else _parts(desk, going, status)
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


def _changes(desk: Desk, found: Pictured) -> dict[int, Corrections | None]:
    attributes = kept(desk.store, {row.pk: row.digest or "" for row in found.rows})
    return {row.pk: found.changes(row, attributes[row.pk]) for row in found.rows}


def _parts(desk: Desk, going: Sequence[Outgoing], status: int) -> Response:
    stream = Parts(desk.store, DICOM)
    return stream.response((_part(desk, stream, one) for one in going), status)


def _part(desk: Desk, stream: Parts, one: Outgoing) -> Iterator[bytes]:
    row = one.row
    where = desk.url("studies", row.study_uid, "series", row.series_uid, "instances", row.instance_uid)
    with copy(desk.store, one, desk.unpack) as (length, pieces):
        yield from stream.part(f"{DICOM}; transfer-syntax={one.syntax}", length, pieces, [("Content-Location", where)])


def _one_file(desk: Desk, one: Outgoing) -> Response:
    def body() -> Iterator[bytes]:
        with copy(desk.store, one, desk.unpack) as (length, pieces):
            yield str(length).encode()
            yield from pieces

    stream = body()
    length = next(stream).decode()
    headers = {"Content-Type": f"{DICOM}; transfer-syntax={one.syntax}", "Content-Length": length, "Vary": "Accept"}
    return streamed(stream, headers)


@contextmanager
def copy(store: Store, one: Outgoing, unpack: Unpack) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Length and bytes of an instance as it goes out. Raises Damaged or NotFound at the start."""
    with store.vault.open(one.row.digest or "") as stream:
        as_stored = one.syntax == (one.row.transfer_syntax_uid or EXPLICIT_LITTLE)
        if one.changes is None and as_stored:
            yield one.row.size or 0, _whole(stream)
        elif as_stored and one.changes is not None:
            yield corrected(stream, one.changes)
        else:
            with _corrected_first(store, stream, one.changes) as source:
                tree = read_tree(source)
                yield native_little(tree, _decoded(tree, unpack), one.syntax)


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


def _decoded(tree: DataSetTree, unpack: Unpack) -> Decoded | None:
    """The frames of a compressed picture; ``None`` for a native one."""
    if tree.meta.transfer_syntax_uid in NATIVE:
        return None
    first, total = unpack(tree, 1), count_of(tree)
    frames = chain([first.data], (unpack(tree, number).data for number in range(2, total + 1)))
    photometric = "RGB" if first.per_pixel == 3 else text_of(tree, _PHOTOMETRIC)
    return Decoded(photometric, first.per_pixel, first.bits, len(first.data) * total, frames)


def _whole(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece


def metadata(desk: Desk) -> Response:
    """The attributes of each instance as it is published, without bulk data."""
    found = pictured(desk)
    attributes = kept(desk.store, {row.pk: row.digest or "" for row in found.rows})
    data_sets = []
    for row in found.rows:
        base = desk.url("studies", row.study_uid, "series", row.series_uid, "instances", row.instance_uid)
        data_sets.append(shown(attributes[row.pk], found.changes(row, attributes[row.pk]), base))
    return desk.data_sets(data_sets)
