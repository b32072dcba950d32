"""What a disk may hold when the power goes: replayed from a watched program.

After Pillai et al., "All File Systems Are Not Created Equal" (OSDI 2014).

Bytes are safe once an fsync of their file that began after they were written has come back; a name is safe once its folder was
synced so. Everything else may be there or not, in any choice, and bytes in any choice of their sectors. What a file system gives
beyond that is not counted on, but for one thing: a rename never loses both names. The ``-shm`` of SQLite is memory, and goes.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from support.tracing import NEVER, Call

SECTOR = 512
Luck = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at a place of a file, or its new length."""

    call: Call
    offset: int
    content: bytes
    length: int | None = None


@dataclass(eq=False)
class File:
    """What was done to a file since it was first seen."""

    before: bytes = b""
    writes: list[Write] = field(default_factory=list)
    syncs: list[Call] = field(default_factory=list)
    at: int = 0
    """Where the next plain ``write`` goes: whoever writes a file of ours so does it from its beginning, or at its end."""

    @property
    def size(self) -> int:
        return len(self.content(NEVER, all_of_it))

    def content(self, moment: int, luck: Luck) -> bytes:
        """What is there when the power goes at this moment."""
        held = bytearray(self.before)
        for write in self.writes:
            if write.call.begun <= moment:
                _put(held, write, 0.0 if is_safe(write.call, self.syncs, moment) else luck(), luck)
        return bytes(held)


@dataclass(eq=False)
class Folder:
    """Names only."""

    syncs: list[Call] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that was given or taken away. The two halves of a rename know each other."""

    call: Call
    folder: Folder
    name: str
    node: File | Folder | None


def all_of_it() -> float:
    """The luck of whom the power stays with: everything was written."""
    return 0.0


def none_of_it() -> float:
    """The luck of whom nothing is left that was not synced."""
    return 1.0


def torn(rng: random.Random) -> Luck:
    """A luck of its own for every write and every sector, mostly good or mostly bad."""
    share = rng.choice((0.1, 0.5, 0.9))
    return lambda: 0.0 if rng.random() < share else 1.0


def is_safe(call: Call, syncs: Iterable[Call], moment: int) -> bool:
    """Whether a sync that began after the call had come back when the power went."""
    return any(call.ended <= sync.begun and sync.ended <= moment for sync in syncs)


def _put(held: bytearray, write: Write, lost: float, luck: Luck) -> None:
    if write.length is not None:
        if not lost:
            del held[write.length :]
            held.extend(bytes(write.length - len(held)))
        return
    for start, piece in [(0, write.content)] if not lost else _sectors(write, luck):
        at = write.offset + start
        held.extend(bytes(max(0, at - len(held))))
        held[at : at + len(piece)] = piece
    if not luck():  # the length came to the disk, whatever became of the bytes
        held.extend(bytes(max(0, write.offset + len(write.content) - len(held))))


def _sectors(write: Write, luck: Luck) -> list[tuple[int, bytes]]:
    """What is left of a torn write: whole sectors of the disk."""
    first = -write.offset % SECTOR
    edges = sorted({0, *range(first, len(write.content), SECTOR), len(write.content)})
    return [(a, write.content[a:b]) for a, b in pairwise(edges) if not luck()]


class WatchedDisk:
    """The folder ``home`` as the calls made it of what safely lay in ``before``.

    ``ignoring`` says of a path whether its syncs are to be taken for not having happened.
    """

    def __init__(
        self,
        home: Path,
        calls: Sequence[Call],
        *,
        before: Path | None = None,
        ignoring: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.home = home
        self.root = Folder()
        self._ignoring = ignoring
        self._names: list[Naming] = []
        self._now: dict[tuple[Folder, str], File | Folder | None] = {}
        if before is not None:
            self._begin_with(before, self.root)
        self._before = dict(self._now)
        self.moments = [0]
        for call in calls:
            if self._do(call):
                self.moments += [call.begun, call.ended] if call.ended < NEVER else [call.begun]

    def _begin_with(self, folder: Path, node: Folder) -> None:
        for path in folder.iterdir():
            inner = Folder() if path.is_dir() else File(path.read_bytes())
            self._now[node, path.name] = inner
            if isinstance(inner, Folder):
                self._begin_with(path, inner)

    # --- reading the calls

    def _do(self, call: Call) -> bool:
        understood = {
            **dict.fromkeys(("open", "openat", "creat"), self._open),
            **dict.fromkeys(("write", "pwrite64", "ftruncate", "fallocate"), self._write),
            **dict.fromkeys(("fsync", "fdatasync"), self._sync),
            **dict.fromkeys(("mkdir", "mkdirat"), self._make_folder),
            **dict.fromkeys(("rename", "renameat", "renameat2"), self._rename),
            **dict.fromkeys(("unlink", "unlinkat", "rmdir"), self._forget),
        }
        if call.name in understood:
            return understood[call.name](call)
        assert not self._is_ours(call.file), f"not understood: {call.name}({call.given[:200]}"
        return False

    def _make_folder(self, call: Call) -> bool:
        return self._name(call, self._path(call), Folder())

    def _forget(self, call: Call) -> bool:
        return self._name(call, self._path(call), None)

    def _open(self, call: Call) -> bool:
        path = self._path(call)
        if "O_CREAT" not in call.given or not self._is_ours(path):
            return False
        node = self._find(path)
        if node is None:
            node = File()
            self._name(call, path, node)
        assert isinstance(node, File)
        if "O_TRUNC" in call.given:
            node.writes.append(Write(call, 0, b"", 0))
        if "O_RDONLY" not in call.given:
            node.at = node.size if "O_APPEND" in call.given else 0
        return True

    def _write(self, call: Call) -> bool:
        node = self._find(call.file)
        if not isinstance(node, File):
            return False
        numbers = call.numbers
        if call.name == "ftruncate":
            node.writes.append(Write(call, 0, b"", numbers[0]))
            return True
        if call.name == "fallocate":
            node.writes.append(Write(call, 0, b"", max(node.size, numbers[1] + numbers[2])))
            return True
        content = call.texts[0][: call.result] if call.result >= 0 else call.texts[0]
        offset = numbers[1] if call.name == "pwrite64" else node.at
        node.at = node.at + len(content) if call.name == "write" else node.at
        node.writes.append(Write(call, offset, content))
        return True

    def _sync(self, call: Call) -> bool:
        node = self._find(call.file)
        if node is None or call.ended == NEVER:
            return False
        if not self._ignoring(call.file):
            node.syncs.append(call)
        return True

    def _rename(self, call: Call) -> bool:
        old, new = (text.decode() for text in call.texts)
        node = self._find(old)
        if node is None:
            return False
        self._name(call, new, node)
        return self._name(call, old, None)

    def _name(self, call: Call, path: str, node: File | Folder | None) -> bool:
        if not self._is_ours(path):
            return False
        folder, name = self._find(str(Path(path).parent)), Path(path).name
        assert isinstance(folder, Folder), f"no folder for {path}"
        self._names.append(Naming(call, folder, name, node))
        self._now[folder, name] = node
        return True

    def _path(self, call: Call) -> str:
        return str(Path(call.file or "/") / call.texts[0].decode())

    def _is_ours(self, path: str) -> bool:
        return path.startswith(f"{self.home}/") and not path.endswith("-shm")

    def _find(self, path: str) -> File | Folder | None:
        """What has this name now."""
        if path == str(self.home):
            return self.root
        if not self._is_ours(path):
            return None
        folder = self._find(str(Path(path).parent))
        return self._now.get((folder, Path(path).name)) if isinstance(folder, Folder) else None

    # --- the power goes

    def lay_out(self, target: Path, moment: int, luck: Luck) -> None:
        """Write what the disk holds after a cut at this moment into a new folder."""
        names = self._names_at(moment, luck)
        target.mkdir()
        self._lay_out(self.root, target, names, moment, luck)

    def _names_at(self, moment: int, luck: Luck) -> dict[Folder, dict[str, File | Folder]]:
        there: dict[Folder, dict[str, File | Folder]] = {}
        for (folder, name), node in self._before.items():
            if node is not None:
                there.setdefault(folder, {})[name] = node
        given: set[Call] = set()
        for naming in self._names:
            if naming.call.begun > moment:
                break
            names, is_safe_now = there.setdefault(naming.folder, {}), is_safe(naming.call, naming.folder.syncs, moment)
            if naming.node is not None:
                if is_safe_now or not luck():
                    names[naming.name] = naming.node
                    given.add(naming.call)
            elif (is_safe_now or not luck()) and (not naming.call.name.startswith("rename") or naming.call in given):
                names.pop(naming.name, None)
        return there

    def _lay_out(
        self, folder: Folder, target: Path, names: dict[Folder, dict[str, File | Folder]], moment: int, luck: Luck
    ) -> None:
        for name, node in names.get(folder, {}).items():
            if isinstance(node, Folder):
                (target / name).mkdir()
                self._lay_out(node, target / name, names, moment, luck)
            else:
                (target / name).touch(0o600)
                (target / name).write_bytes(node.content(moment, luck))
