"""WADO-RS of parts of an instance (PS3.18 10.4): single frames, bulk data with ranges, rendered pictures and thumbnails."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from starlette.responses import Response

from resources.dicomweb.desk import Desk, Parts, plain
from resources.dicomweb.negotiation import ANY_SYNTAX, OCTETS, RENDERED, Choice, Offer, choose, refuse_mixture
from resources.dicomweb.pictures import THUMBNAIL, View, rendered, view_of
from resources.dicomweb.retrieve import is_away, pictured
from resources.problems import Invalid, NotFound
from resources.store.rows import InstanceRow
from resources.store.vault import AWAY
from resources.wire.dataset import DataSetTree, Element, read_tree
from resources.wire.dicomjson import SWAPPED, turned
from resources.wire.frames import count_of, frame
from resources.wire.uids import EXPLICIT_LITTLE, NATIVE, RLE

MEDIA_TYPES = {
    "1.2.840.10008.1.2.4.50": "image/jpeg",
    "1.2.840.10008.1.2.4.51": "image/jpeg",
    "1.2.840.10008.1.2.4.57": "image/jpeg",
    "1.2.840.10008.1.2.4.70": "image/jpeg",
    "1.2.840.10008.1.2.4.80": "image/jls",
    "1.2.840.10008.1.2.4.81": "image/jls",
    "1.2.840.10008.1.2.4.90": "image/jp2",
    "1.2.840.10008.1.2.4.91": "image/jp2",
    "1.2.840.10008.1.2.4.92": "image/jpx",
    "1.2.840.10008.1.2.4.93": "image/jpx",
    "1.2.840.10008.1.2.4.201": "image/jphc",
    "1.2.840.10008.1.2.4.202": "image/jphc",
    "1.2.840.10008.1.2.4.203": "image/jphc",
    "1.2.840.10008.1.2.4.100": "video/mpeg2",
    "1.2.840.10008.1.2.4.102": "video/mp4",
    "1.2.840.10008.1.2.4.103": "video/mp4",
    RLE: "image/dicom-rle",
}
"""PS3.18 Table 8.7.3-5."""
MOST_FRAMES = 10_000
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


def _only(desk: Desk) -> InstanceRow:
    row = pictured(desk).rows[0]
    if is_away(desk, row):
        raise NotFound(AWAY)
    return row


@contextmanager
def _tree(desk: Desk, row: InstanceRow) -> Iterator[DataSetTree]:
    with desk.store.vault.open(row.digest or "") as stream:
        yield read_tree(stream)


# --- frames -----------------------------------------------------------------------------------------------------------


def frames(desk: Desk) -> Response:
    """Frames by number, in the order asked for."""
    row, numbers = _only(desk), _numbers(desk.request.path_params["frames"])
    accepted = desk.accepted()
    refuse_mixture([one for one in accepted if one.kind not in RENDERED])
    if beyond := [number for number in numbers if number > max(row.frames or 1, 1)]:
        raise NotFound(f"There is no frame {beyond[0]} in this instance.")
    choice = choose(accepted, _offers(desk, row, single=len(numbers) == 1))
    return _frames(desk, row, numbers, choice)


def _numbers(text: str) -> list[int]:
    """The comma list, the first frame being 1. Raises Invalid."""
    parts = text.replace("%2C", ",").replace("%2c", ",").split(",")
    if len(parts) > MOST_FRAMES or not all(part.isascii() and part.isdigit() and int(part[:9]) > 0 for part in parts):
        raise Invalid("Frames are numbers from 1 on, with commas between them.")
    return [int(part[:9]) for part in parts]


def _offers(desk: Desk, row: InstanceRow, *, single: bool) -> list[Offer]:
    """As stored, and decoded where that can be done; whole in one body only for a single frame."""
    stored = row.transfer_syntax_uid or EXPLICIT_LITTLE
    if stored in NATIVE:
        found = [(OCTETS, frozenset({EXPLICIT_LITTLE}), EXPLICIT_LITTLE)]
    else:
        found = [(MEDIA_TYPES.get(stored, OCTETS), frozenset({stored}), stored)]
        if stored in desk.unpack.syntaxes:
            found.append((OCTETS, frozenset({EXPLICIT_LITTLE}), EXPLICIT_LITTLE))
    offers = [Offer(kind, multipart=True, syntaxes=syntaxes, stored=syntax) for kind, syntaxes, syntax in found]
    return offers + [Offer(kind, syntaxes=syntaxes, stored=syntax) for kind, syntaxes, syntax in found if single]


def _frames(desk: Desk, row: InstanceRow, numbers: Sequence[int], choice: Choice) -> Response:
    media_type = f"{choice.kind}; transfer-syntax={choice.syntax}"
    if not choice.multipart:
        return plain(_frame(desk, row, numbers[0], choice), media_type)
    stream = Parts(desk.store, choice.kind)
    bodies = (_frame(desk, row, number, choice) for number in numbers)
    return stream.response(stream.part(media_type, len(body), [body]) for body in bodies)


def _frame(desk: Desk, row: InstanceRow, number: int, choice: Choice) -> bytes:
    stored = row.transfer_syntax_uid or EXPLICIT_LITTLE
    with _tree(desk, row) as tree:
        if stored in NATIVE or choice.syntax in (stored, ANY_SYNTAX):
            return b"".join(frame(tree, number))
        return desk.unpack(tree, number).data


# --- bulk data --------------------------------------------------------------------------------------------------------


def bulk_data(desk: Desk) -> Response:
    """One value that metadata left out: as octets, whole or a range; a compressed picture as its frames."""
    row = _only(desk)
    with desk.store.vault.open(row.digest or "") as stream:
        tree = read_tree(stream)
        element = _at(tree, desk.request.path_params["path"])
        if element.fragments is not None:
            total = count_of(tree)
            choice = choose(desk.accepted(), _offers(desk, row, single=total == 1))
            return _frames(desk, row, range(1, total + 1), choice)
        choice = choose(desk.accepted(), [Offer(OCTETS), Offer(OCTETS, multipart=True)])
        return _octets(desk, tree, element, choice)


def _at(tree: DataSetTree, path: str) -> Element:
    """The element at ``52009229/0/00209111``. Raises NotFound."""
    steps = path.split("/")
    elements = tree.elements
    try:
        for tag, number in zip(steps[:-1:2], steps[1::2], strict=True):
            elements = (elements[int(tag, 16)].items or ())[int(number)]
        found = elements[int(steps[-1], 16)]
    except (KeyError, ValueError, IndexError):
        raise NotFound("There is no such value in this instance.") from None
    if found.items is not None:
        raise NotFound("There is no such value in this instance.")
    return found


def _octets(desk: Desk, tree: DataSetTree, element: Element, choice: Choice) -> Response:
    start, stop, status = _asked(desk.request.headers.get("range"), element.length)
    if status == 416:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{element.length}"})
    width = 1 if element.little else SWAPPED.get(element.vr, 1)
    whole = start - start % width  # turning goes by words
    raw = b"".join(tree.bytes_of(element.at + whole, min(element.length, stop + width) - whole))
    body = turned(raw, width)[start - whole : stop - whole]
    headers = {"Accept-Ranges": "bytes"}
    if status == 206:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{element.length}"
    if choice.multipart:
        stream = Parts(desk.store, OCTETS)
        answer = stream.response([stream.part(OCTETS, len(body), [body], list(headers.items()))], status)
    else:
        answer = plain(body, OCTETS, status)
    answer.headers.update(headers)
    return answer


def _asked(field: str | None, length: int) -> tuple[int, int, int]:
    """First and after-last byte of a range, and the status (RFC 9110 14); a field of another form is as if it were not there."""
    found = _RANGE.fullmatch((field or "").replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return 0, length, 200
    if not found[1]:
        start, stop = max(0, length - int(found[2])), length
    else:
        start, stop = int(found[1]), min(length, int(found[2]) + 1 if found[2] else length)
    return (start, stop, 206) if start < stop else (0, 0, 416)


# --- rendered ---------------------------------------------------------------------------------------------------------


def show(desk: Desk) -> Response:
    """Rendered pictures: of an instance, of frames, or of each instance of a series or study (PS3.18 10.4.1.1.3)."""
    accepted = desk.accepted()
    refuse_mixture(accepted)
    numbers = _numbers(desk.request.path_params.get("frames", "1"))
    single = "instance" in desk.request.path_params and len(numbers) == 1
    offers = [Offer(kind, multipart) for kind in RENDERED for multipart in (False, True)]
    choice = choose(accepted, [one for one in offers if single or one.multipart])
    view = view_of(choice.kind, desk.request.query_params.multi_items())
    every = [row for row in pictured(desk).rows if row.has_pixels]
    rows = [row for row in every if not is_away(desk, row)]
    pictures = (_rendered(desk, row, number, view) for row in rows for number in numbers)
    if not rows:
        raise NotFound(AWAY if every else "There is no picture to be shown.")
    if not choice.multipart:
        return desk.unless_known(plain(next(pictures), choice.kind))
    stream = Parts(desk.store, choice.kind)
    return stream.response(stream.part(choice.kind, len(body), [body]) for body in pictures)


def thumbnail(desk: Desk) -> Response:
    """A small picture that stands for the whole: of the first instance that has one."""
    choice = choose(desk.accepted(), [Offer(kind) for kind in RENDERED])
    given = desk.request.query_params.multi_items()
    if not any(key.lower() == "viewport" for key, _ in given):
        given = [*given, ("viewport", f"{THUMBNAIL},{THUMBNAIL}")]
    rows = [row for row in pictured(desk).rows if row.has_pixels]
    row = next((row for row in rows if not is_away(desk, row)), None)
    if row is None:
        raise NotFound(AWAY if rows else "There is no picture to be shown.")
    number = _numbers(desk.request.path_params.get("frames", "1"))[0]
    return desk.unless_known(plain(_rendered(desk, row, number, view_of(choice.kind, given)), choice.kind))


def _rendered(desk: Desk, row: InstanceRow, number: int, view: View) -> bytes:
    with _tree(desk, row) as tree:
        return rendered(tree, number, view, desk.decode)
