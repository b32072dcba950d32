"""From a C-STORE to the store: the shortest path that never loses and never refuses a picture.

The bytes go into the vault as they come; the header is read while they pass. Success is said only after the vault has them
under their name and the database has committed; a small picture's bytes are in that commit themselves. What cannot be read or
named is kept in quarantine, and is Success too.
"""

from collections.abc import Callable

from resources.problems import Damaged, Invalid, StorageFull
from resources.store import Store, drawer, filing
from resources.store.rows import Arrival
from resources.store.vault import Part
from resources.terms import Origin
from resources.wire.camerarules import CameraRules
from resources.wire.dicom import DataSetReader
from resources.wire.header import Header
from resources.wire.part10 import file_meta
from resources.wire.uids import is_uid
from workstation.listener.commands import SUCCESS
from workstation.listener.seams import StoreRequest

QUARANTINE = "quarantine"


class Receiver:
    """Takes data sets into ``store``. ``rules_of`` gives a camera's rules by its AE title; it must be quick."""

    def __init__(self, store: Store, *, rules_of: Callable[[str], CameraRules] = CameraRules) -> None:
        self._store = store
        self._rules_of = rules_of

    def begin(self, request: StoreRequest) -> "Reception":
        """Make room and write our file meta (PS3.10 7.1). Raises StorageFull at the disk's floor."""
        rules = self._rules_of(request.calling_ae)
        arrival = Arrival(Origin.CAMERA, request.calling_ae, rules.strip, rules.clock_ahead)
        try:
            part = self._store.vault.receive()
        except StorageFull:
            self._store.feed.ring()  # nothing was written, and yet everybody should look
            raise
        try:
            part.write(_meta(request))
        except BaseException:
            part.discard()
            raise
        part.begin_data_set()
        return Reception(self._store, request, arrival, part)


class Reception:
    """One picture on its way in; used by one thread."""

    def __init__(self, store: Store, request: StoreRequest, arrival: Arrival, part: Part) -> None:
        self._store = store
        self._request = request
        self._arrival = arrival
        self._part = part
        self._reader = DataSetReader(request.transfer_syntax_uid, calling_ae_title=request.calling_ae)

    def write(self, chunk: memoryview) -> None:
        """The next bytes. Raises StorageFull."""
        self._part.write(chunk)
        self._reader.feed(chunk)

    def finish(self) -> int:
        """Keep, file, commit; then Success (0x0000), and not before."""
        read = self._read()
        finished = self._part.finish()
        with self._store.write(Origin.CAMERA, actor=f"camera:{self._request.calling_ae}") as unit:
            blob = drawer.keep(unit, finished)
            if isinstance(read, Header):
                filing.file_instance(unit, read, blob, self._arrival)
            else:
                uid = self._request.instance_uid
                filing.hold(unit, QUARANTINE, blob, read, self._arrival, instance_uid=uid)
        return SUCCESS

    def abandon(self) -> None:
        """Forget the bytes; nobody was told that they are kept."""
        self._part.discard()

    def _read(self) -> Header | str:
        """What the picture says of itself, or why it has to wait in quarantine."""
        try:
            header = self._reader.close()
        except (Damaged, Invalid) as problem:
            return problem.sentence
        if header.instance_uid != self._request.instance_uid:
            return "The camera announced this picture under another number than the picture carries."
        return header


def _meta(request: StoreRequest) -> bytes:
    instance_uid = request.instance_uid if is_uid(request.instance_uid) else ""
    sop_class_uid = request.sop_class_uid if is_uid(request.sop_class_uid) else ""
    return file_meta(sop_class_uid, instance_uid, request.transfer_syntax_uid, request.calling_ae[:16])
