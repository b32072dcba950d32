"""Pictures that are half-way here: what a sender on a bad line has sent so far, kept until the rest has come.

    vault/uploads/<id>/about             who sends, how much it will be, and in the end what became of it
    vault/uploads/<id>/<offset>-<size>   one piece; it counts once it is synced under this name

Every file is in the vault's own form, under a key of its own: a stolen laptop tells nothing. How far an upload has come is said
by its pieces alone, so a kill or a power cut leaves what was durable and nothing else. Nothing here is acknowledged as a picture:
a backup leaves it out, and what nobody goes on with is removed after ``LIVES``. Knows nothing of DICOM.
"""

import json
import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from resources.problems import Conflict, Damaged, NotFound, Problem, StorageFull, TooLarge
from resources.store.vault import CHUNK, Part, Vault

log = logging.getLogger(__name__)
LIVES = timedelta(days=7)
MOST = 200
MOST_BYTES = 20_000_000_000
PIECE = 4 << 20
"""Bytes after which a long request is made durable, and again, while more of it comes."""
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Upload:
    """One object on its way. ``outcome`` is empty until it is whole and something became of it."""

    id: str
    owner: str
    length: int
    instance_uid: str
    sha256: str
    metadata: str
    expires_at: datetime
    outcome: str = ""

    @property
    def same(self) -> tuple[str, str, str, int]:
        """What makes two announcements the same: who lost the answer to the first asks a second time."""
        return self.owner, self.instance_uid, self.sha256, self.length


class Uploads:
    """All of a station. Every method may be called from any thread."""

    def __init__(self, vault: Vault, rng: Callable[[int], bytes]) -> None:
        self._vault = vault
        self._rng = rng
        self._folder = vault.folder / "uploads"
        self._lock = threading.Lock()
        self._ending = threading.Lock()
        self._writers: dict[str, Writer] = {}

    # --- one upload ---------------------------------------------------------------------------------------------------

    def begin(self, wanted: Upload, now: datetime) -> Upload:
        """A place for what is announced (its ``id`` and ``expires_at`` are given here); the one that was given before, if so.

        Raises StorageFull when too much is half-way here already, or when the disk would not hold it.
        """
        with self._lock:
            known = self._sweep(now)
            for one in known:
                if one.same == wanted.same:
                    return one
            self._check_room(known, wanted.length)
            made = replace(wanted, id=self._rng(16).hex(), expires_at=now + LIVES)
            home = self._folder / made.id
            home.mkdir(parents=True, mode=0o700)
            self._vault.disk.sync_folder(self._folder)
            self._write_about(made)
            return made

    def find(self, upload_id: str, owner: str) -> Upload:
        """One of this owner's. Raises NotFound, also for somebody else's."""
        found = self._read(self._folder / upload_id) if _is_id(upload_id) else None
        if found is None or found.owner != owner:
            raise NotFound("There is no such upload here; it may have expired. Begin anew.")
        return found

    def offset(self, upload: Upload) -> int:
        """How many bytes of it are durable. A request that is still sending ends here: what it brought counts, and no more."""
        with self._lock:
            self._end_writer(upload.id)
            return self._offset(upload)

    def write(self, upload: Upload, offset: int) -> "Writer":
        """Go on from there. An older request for the same upload ends. Raises Conflict when that is not how far it has come."""
        with self._lock:
            self._end_writer(upload.id)
            at = self._offset(upload)
            if at != offset:
                raise Conflict(f"This upload has come to byte {at}, not {offset}.")
            writer = Writer(self._vault, self._folder / upload.id, at, upload.length)
            self._writers[upload.id] = writer
            return writer

    @contextmanager
    def ending(self, upload: Upload) -> Iterator[Upload]:
        """Whoever makes something of a whole upload does so alone; the upload as it is by then."""
        with self._ending:
            yield self.find(upload.id, upload.owner)

    def content(self, upload: Upload) -> Iterator[bytes]:
        """Its bytes in order. Raises Damaged."""
        for _, _, path in self._pieces(upload.id):
            with self._vault.open_at(path) as stream:
                while piece := stream.read(CHUNK):
                    yield piece

    def conclude(self, upload: Upload, outcome: str) -> None:
        """Something became of it: that is remembered for a while, its bytes are not."""
        self._write_about(replace(upload, outcome=outcome))
        self._remove_pieces(upload.id)
        with self._lock:
            self._writers.pop(upload.id, None)

    def forget(self, upload: Upload) -> None:
        """It is not wanted any more."""
        with self._lock:
            self._end_writer(upload.id)
            shutil.rmtree(self._folder / upload.id, ignore_errors=True)

    # --- all of them --------------------------------------------------------------------------------------------------

    def unfinished(self) -> list[tuple[Upload, int]]:
        """What is half-way here, with how far each has come; nothing is ended by looking."""
        return [(one, self._offset(one)) for one in self._all() if not one.outcome]

    def sweep(self, now: datetime) -> None:
        """Remove what nobody went on with in time, and what a crash left."""
        with self._lock:
            self._sweep(now)

    def _sweep(self, now: datetime) -> list[Upload]:
        living = []
        for home in self._homes():
            found = self._read(home)
            # a clock that leapt keeps nothing for ever
            if found is None or not now <= found.expires_at <= now + 2 * LIVES:
                self._end_writer(home.name)
                shutil.rmtree(home, ignore_errors=True)
                continue
            if found.outcome:
                self._remove_pieces(home.name)
            living.append(found)
        return living

    def _all(self) -> list[Upload]:
        return [found for home in self._homes() if (found := self._read(home)) is not None]

    def _homes(self) -> list[Path]:
        return sorted(self._folder.iterdir()) if self._folder.is_dir() else []

    def _check_room(self, known: list[Upload], length: int) -> None:
        open_ones = [one for one in known if not one.outcome]
        announced = sum(one.length for one in open_ones) + length
        if len(open_ones) >= MOST or announced > MOST_BYTES:
            raise StorageFull("Too many pictures are half-way here. Let some of them come to an end first.")
        missing = (
            sum(one.length - self._offset(one) for one in open_ones) + 2 * length
        )  # it is put together beside its pieces
        floor = self._vault.floor_bytes
        if floor and self._vault.disk.free(self._vault.folder) < floor + missing:
            raise StorageFull("This laptop has no room for a picture of that size. Free some space, then send again.")

    # --- files --------------------------------------------------------------------------------------------------------

    def _write_about(self, upload: Upload) -> None:
        facts = asdict(upload) | {"expires_at": upload.expires_at.isoformat()}
        part = Part(self._vault)
        try:
            part.write(json.dumps(facts).encode())
            part.keep_as(self._folder / upload.id / ABOUT)
        except BaseException:
            part.discard()
            raise

    def _read(self, home: Path) -> Upload | None:
        try:
            with self._vault.open_at(home / ABOUT) as stream:
                facts = json.loads(stream.read())
            return Upload(**facts | {"expires_at": datetime.fromisoformat(facts["expires_at"])})
        except NotFound:
            return None
        except (Damaged, ValueError, TypeError, KeyError):
            log.warning("uploads: one that was half-way here cannot be read, and is begun anew")
            return None

    def _pieces(self, upload_id: str) -> list[tuple[int, int, Path]]:
        """Offset, size and place of each, in order."""
        home = self._folder / upload_id
        named = [(path.name.partition("-"), path) for path in home.iterdir()] if home.is_dir() else []
        return sorted((int(name[0]), int(name[2]), path) for name, path in named if name[1])

    def _offset(self, upload: Upload) -> int:
        if upload.outcome:
            return upload.length
        at = 0
        for start, size, _ in self._pieces(upload.id):
            if start != at:
                break
            at += size
        return at

    def _remove_pieces(self, upload_id: str) -> None:
        for _, _, path in reversed(self._pieces(upload_id)):
            path.unlink(missing_ok=True)

    def _end_writer(self, upload_id: str) -> None:
        writer = self._writers.pop(upload_id, None)
        if writer is not None:
            writer.end()


class Writer:
    """What one request adds. Ends by ``end``, by ``take_back``, or when another request goes on with the same upload."""

    def __init__(self, vault: Vault, home: Path, offset: int, length: int) -> None:
        self._vault = vault
        self._home = home
        self._durable = offset
        self._length = length
        self._part: Part | None = None
        self._kept: list[Path] = []
        self._is_over = False
        self._lock = threading.Lock()

    @property
    def offset(self) -> int:
        """How far the upload has come by what is durable."""
        return self._durable

    def write(self, data: bytes) -> None:
        """The next bytes. Raises TooLarge beyond what was announced, Conflict once it is over, StorageFull."""
        with self._lock:
            if self._is_over:
                raise Conflict("Another request goes on with this upload.")
            coming = self._part.size if self._part is not None else 0
            if self._durable + coming + len(data) > self._length:
                raise TooLarge("More came than was announced.")
            if not data:
                return
            self._part = self._part or self._vault.receive()
            try:
                self._part.write(data)
            except Problem:
                self._drop()
                raise
            if self._part.size >= PIECE:
                self._keep()

    def end(self) -> int:
        """What has come is kept; how far the upload is now."""
        with self._lock:
            if not self._is_over:
                self._is_over = True
                self._keep()
            return self._durable

    def take_back(self) -> None:
        """Nothing of this request counts."""
        with self._lock:
            if self._is_over:
                return
            self._is_over = True
            self._drop()
            for path in reversed(self._kept):
                path.unlink(missing_ok=True)

    def _keep(self) -> None:
        part, self._part = self._part, None
        if part is None:
            return
        home = self._home / f"{self._durable:013d}-{part.size}"
        try:
            part.keep_as(home)
        except BaseException:
            part.discard()
            raise
        self._kept.append(home)
        self._durable += part.size

    def _drop(self) -> None:
        part, self._part = self._part, None
        if part is not None:
            part.discard()


def _is_id(text: str) -> bool:
    """Whether it is a name that we gave, so that nobody climbs out of the folder."""
    return len(text) == 32 and set(text) <= set("0123456789abcdef")
