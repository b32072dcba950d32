"""A large picture in pieces, towards a headquarters that is an Eyecamp station (tus 1.0.0, below its DICOMweb address).

Where a line carries M bytes between two breaks, a request of s bytes costs (e^(s/M) - 1) / (s/M) times its size: 60 MB never come
through 5 MB. In pieces a break costs a part of one. Nothing is remembered here: announced again, the same bytes are the same
upload, so a laptop that was killed asks and goes on. What the last answer says is worth what a STOW answer is worth; only what is
read back counts. Refuses to wait (that is the engine's), and to go on where nothing comes through.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from resources.problems import Damaged, Invalid, Portal, Problem, Unavailable
from resources.wire import tus
from resources.wire.dicomjson import read_data_set
from sync.answers import StowAnswer, stow_answer
from sync.headquarters import Ambiguous, Headquarters, Outgoing, Reply

PIECE = 256 << 10
LARGE = 4 << 20
PATIENCE = 3
"""How often in a row nothing may come through before the line is left alone for a while."""
AT = "upload-offset"
GONE = (404, 410)
AGAIN = (404, 409, 410, 460)
"""Gone; another offset than we thought; a piece that came damaged."""


SENSELESS = "The answer of headquarters came damaged."
CUT = "The bytes of a picture are not those that came in."


def hand_over(hq: Headquarters, instances: Sequence[Outgoing], tried: int) -> StowAnswer:
    """Send instances as this line and this headquarters need it: in pieces, or by STOW-RS. Raises what ``stow`` raises.

    ``tried`` is how often it was tried before.
    """
    one = instances[0]
    if len(instances) == 1 and wanted(one.length, tried) and hq.takes_pieces():
        found = Journey(hq, one).made()
        if found is not None:
            return found
    return hq.stow(instances)


def wanted(size: int, tried: int) -> bool:
    """Whether a picture goes in pieces where that is offered: a large one, or one whose way was broken off before."""
    return size > LARGE or (size > PIECE and tried > 0)


class Journey:
    """One picture on its way, from wherever it had come to before."""

    def __init__(self, hq: Headquarters, one: Outgoing) -> None:
        self._hq = hq
        self._one = one
        self._pieces = _Pieces(one)
        self._digest = _sha256(one)
        self._upload = ""
        self._at = 0
        self._best = 0
        self._idle = 0
        self._begun = 0
        self._trouble = Unavailable("The line to headquarters broke.")

    def made(self) -> StowAnswer | None:
        """What headquarters says of the whole; ``None`` when it will not have it in pieces."""
        if not self._begin():
            return None
        while self._idle <= PATIENCE:
            self._idle += 1
            reply = self._add()
            if reply is not None and AT in reply.headers:
                self._moved_to(_offset(reply))
                if reply.status != 204 or self._at >= self._one.length:
                    return _answer(reply, self._one.instance_uid)
            elif (reply is not None and reply.status not in AGAIN) or not self._found_again():
                return None
        raise self._trouble

    def _begin(self) -> bool:
        """Announce it; where headquarters knows it from before, it says how far it has come."""
        known = {"SOPInstanceUID": self._one.instance_uid, "sha256": self._digest}
        reply = self._ask(
            "POST", "uploads", {"Upload-Length": str(self._one.length), "Upload-Metadata": tus.as_metadata(known)}
        )
        if reply.status != 201:
            return False
        self._begun += 1
        self._upload = "uploads/" + reply.headers.get("location", "").rstrip("/").rpartition("/")[2]
        self._best = 0
        self._moved_to(_offset(reply))
        return True

    def _add(self) -> Reply | None:
        """The next piece; none at the very end, where headquarters says what became of the whole. ``None``: the line broke."""
        piece = self._pieces.piece(self._at)
        headers = {
            "Upload-Offset": str(self._at),
            "Content-Type": tus.OFFSET_STREAM,
            "Accept": "application/dicom+json",
        }
        if piece:
            headers["Upload-Checksum"] = tus.as_checksum(piece)
        try:
            return self._ask("PATCH", self._upload, headers, piece)
        except Portal:
            raise
        except Unavailable as broken:
            if broken.retry_after is not None:
                raise
            is_last = self._at + len(piece) >= self._one.length
            self._trouble = Ambiguous(broken) if is_last else broken  # without its last piece it cannot be stored
            return None

    def _found_again(self) -> bool:
        """Where it stands, after anything but a plain yes; from the beginning, once, when it is gone there."""
        try:
            reply = self._ask("HEAD", self._upload, {})
        except Unavailable as lost:
            raise (self._trouble if isinstance(self._trouble, Ambiguous) else lost) from lost
        if reply.status in GONE and self._begun < 2:
            return self._begin()
        if reply.status in GONE:
            raise Unavailable("Headquarters loses what has come of this picture.")
        if AT in reply.headers:
            self._moved_to(_offset(reply))
        return AT in reply.headers

    def _ask(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> Reply:
        return self._hq.upload(method, target, {"Tus-Resumable": tus.VERSION, **headers}, body)

    def _moved_to(self, offset: int) -> None:
        if offset > self._one.length:
            raise Unavailable(SENSELESS)
        self._at = offset
        if offset > self._best:
            self._best, self._idle = offset, 0


class _Pieces:
    """The bytes of one file from any offset; read again from its start only where it has to go back further than a piece."""

    def __init__(self, one: Outgoing) -> None:
        self._one = one
        self._chunks: Iterator[bytes] = iter(one.open())
        self._start = 0
        self._held = bytearray()

    def piece(self, at: int) -> bytes:
        """Up to ``PIECE`` bytes from there; none at the end."""
        if at < self._start:
            self._chunks, self._start, self._held = iter(self._one.open()), 0, bytearray()
        self._drop(at)
        while self._start + len(self._held) < min(at + PIECE, self._one.length):
            chunk = next(self._chunks, b"")
            if not chunk:
                raise Damaged(CUT)
            self._held += chunk
            self._drop(at)
        return bytes(self._held[:PIECE])

    def _drop(self, at: int) -> None:
        passed = min(at - self._start, len(self._held))
        del self._held[:passed]
        self._start += passed


def _sha256(one: Outgoing) -> str:
    seen = hashlib.sha256()
    for chunk in one.open():
        seen.update(chunk)
    return seen.hexdigest()


def _offset(reply: Reply) -> int:
    try:
        return tus.number("Upload-Offset", reply.headers.get(AT))
    except Invalid as broken:
        raise Unavailable(SENSELESS) from broken


def _answer(reply: Reply, instance_uid: str) -> StowAnswer:
    """The last answer, in STOW's words; one that cannot be read says nothing of the instance."""
    try:
        return stow_answer(read_data_set(reply.body), [instance_uid])
    except Problem:
        return stow_answer(None, [instance_uid])
