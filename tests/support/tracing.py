"""What a program asked of the operating system, read from strace's log: bytes to files, names in folders, words on the wire.

Knows only the calls that Python and SQLite make; ``powercut`` compares what comes of them with the real folder, so that a call
which is missing here is noticed there.
"""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from support.shared import tool

FILES = "open openat creat write pwrite64 writev pwritev ftruncate truncate fallocate copy_file_range sendfile splice"
NAMES = "rename renameat renameat2 unlink unlinkat rmdir link linkat mkdir mkdirat"
SYNCS = "fsync fdatasync sync syncfs"
WORDS = "sendto sendmsg recvfrom recvmsg"
STRACE = "/usr/bin/strace"
BEGUN = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<given>.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. (?P<name>\w+) resumed>(?P<rest>.*)$")
WHOLE = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<rest>.*)$")
ANSWER = re.compile(r"(?P<given>.*)\) += (?P<result>-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(?!\.\.\.)')
FILE = re.compile(r"^\d+<((?:\\x[0-9a-f]{2})+)>")
WIRE = re.compile(r"^\d+<TCP:\[[^\]]*?:(?P<ours>\d+)->(?P<theirs>[^\]]+)\]>")
NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that went well, or had not come back yet. Moments count the edges of calls, from 0."""

    begun: int
    ended: int
    name: str
    given: str
    result: int

    @property
    def texts(self) -> list[bytes]:
        """What stood in quotes: paths, or the bytes that were written."""
        return [_bytes(text) for text in TEXT.findall(self.given)]

    @property
    def file(self) -> str:
        """The path of the descriptor that stands first, empty where that is no file."""
        found = FILE.match(self.given)
        return _bytes(found[1]).decode() if found else ""

    @property
    def numbers(self) -> list[int]:
        """What else was given behind the bytes: a length, an offset."""
        return [int(word) for word in re.findall(r"(?<=, )\d+", TEXT.sub("", self.given))]


def under_strace(log: Path, command: Sequence[str]) -> list[str]:
    """This command, watched. Signals for the program go to the program: strace itself passes none on."""
    calls = ",".join(f"{FILES} {NAMES} {SYNCS} {WORDS}".split())
    look = ["-f", "--seccomp-bpf", "-yy", "-xx", "-s", "100000000", "-e", f"trace={calls}", "-e", "signal=none"]
    return [tool(STRACE), *look, "-o", str(log), *command]


@cache
def why_not() -> str:
    """Why nothing can be watched here; empty where it can."""
    said = subprocess.run(
        [tool(STRACE), "-f", "--seccomp-bpf", "/bin/true"], capture_output=True, text=True, check=False
    )
    return "" if said.returncode == 0 else said.stderr.strip().splitlines()[-1]


def needs_strace() -> None:
    """Skip where the system forbids one program to watch another (containers do, at times)."""
    if reason := why_not():
        pytest.skip(f"strace may not watch here: {reason}")


def calls(log: Path, about: str) -> list[Call]:
    """All calls that went well and name something below ``about``, or that sent something by TCP; in the order they began."""
    needle, waiting, found, edge = _hex(about), dict[str, tuple[int, str, str]](), list[Call](), 0
    for line in _lines(log):
        if begun := BEGUN.match(line):
            if _concerns(line, needle):
                waiting[begun["pid"]] = (edge, begun["name"], begun["given"])
                edge += 1
            continue
        if resumed := RESUMED.match(line):
            if (started := waiting.pop(resumed["pid"], None)) is None:
                continue
            since, name, given, rest = *started, resumed["rest"]
        elif (whole := WHOLE.match(line)) and _concerns(line, needle):
            since, name, given, rest = edge, whole["name"], "", whole["rest"]
            edge += 1
        else:
            continue
        answer = ANSWER.match(rest)
        if answer and int(answer["result"]) >= 0:
            found.append(Call(since, edge, name, given + answer["given"], int(answer["result"])))
        elif answer is None:  # the program ended in the middle of it
            found.append(Call(since, NEVER, name, given, -1))
        edge += 1
    found += [Call(since, NEVER, name, given, -1) for since, name, given in waiting.values()]
    return sorted(found, key=lambda call: call.begun)


def _lines(log: Path) -> Iterator[str]:
    with log.open(encoding="ascii", errors="replace") as lines:
        yield from (line.rstrip("\n") for line in lines)


def _concerns(line: str, needle: str) -> bool:
    return needle in line or "<TCP:[" in line or " sync()" in line


# --- what left the laptop


@dataclass(frozen=True, slots=True)
class Sent:
    """Bytes that went out by TCP, and the moment from which they may have arrived."""

    moment: int
    ours: int
    theirs: str
    content: bytes


def sent(of: Sequence[Call]) -> Iterator[Sent]:
    """Everything that was said by TCP, in order."""
    for call in of:
        if not call.name.startswith("recv") and (wire := WIRE.match(call.given)):
            content = b"".join(call.texts)
            yield Sent(
                call.begun, int(wire["ours"]), wire["theirs"], content[: call.result] if call.result >= 0 else content
            )


def taken(of: Sequence[Call], port: int) -> dict[str, int]:
    """The instances for which this DICOM port said Success, each with the moment it said so (PS3.7 9.3.1.2, PS3.8 9.3.5)."""
    unread, commands, found = dict[str, bytes](), dict[str, bytes](), dict[str, int]()
    for words in sent(of):
        if words.ours != port:
            continue
        unread[words.theirs] = unread.get(words.theirs, b"") + words.content
        for kind, body in _pdus(unread, words.theirs):
            for is_last, fragment in _commands(body) if kind == 4 else ():
                commands[words.theirs] = commands.get(words.theirs, b"") + fragment
                if is_last:
                    said = _elements(commands.pop(words.theirs))
                    if said.get(0x0100) == b"\x01\x80" and said.get(0x0900) == b"\0\0":  # C-STORE-RSP, Success
                        found.setdefault(said[0x1000].rstrip(b"\0 ").decode("ascii"), words.moment)
    return found


def _pdus(unread: dict[str, bytes], peer: str) -> Iterator[tuple[int, bytes]]:
    while len(rest := unread[peer]) >= 6 and len(rest) >= (end := 6 + int.from_bytes(rest[2:6], "big")):
        unread[peer] = rest[end:]
        yield rest[0], rest[6:end]


def _commands(body: bytes) -> Iterator[tuple[bool, bytes]]:
    """Fragments of commands in one P-DATA-TF, and whether each is the last of its message (PS3.8 E.2)."""
    while body:
        end = 4 + int.from_bytes(body[:4], "big")
        if body[5] & 1:
            yield bool(body[5] & 2), body[6:end]
        body = body[end:]


def _elements(command: bytes) -> dict[int, bytes]:
    """Group 0000 by element number: always Implicit VR Little Endian (PS3.7 6.3.1)."""
    found, at = dict[int, bytes](), 0
    while at < len(command):
        length = int.from_bytes(command[at + 4 : at + 8], "little")
        found[int.from_bytes(command[at + 2 : at + 4], "little")] = command[at + 8 : at + 8 + length]
        at += 8 + length
    return found


def created(of: Sequence[Call], port: int) -> list[int]:
    """The moments at which this HTTP port began to say 201."""
    return [words.moment for words in sent(of) if words.ours == port and words.content.startswith(b"HTTP/1.1 201")]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked of a peer by TCP, from which moment, and when the first of its answer had come (never, perhaps)."""

    asked: int
    answered: int
    content: bytes


def exchanges(of: Sequence[Call]) -> list[Exchange]:
    """Requests and answers that take turns on each connection, as HTTP does."""
    open_ones, found = dict[str, tuple[int, list[bytes]]](), list[Exchange]()
    for call in sorted(of, key=lambda call: call.ended if call.name.startswith("recv") else call.begun):
        if not (wire := WIRE.match(call.given)):
            continue
        if not call.name.startswith("recv"):
            open_ones.setdefault(wire[0], (call.begun, []))[1].append(b"".join(call.texts))
        elif call.result > 0 and wire[0] in open_ones:
            asked, content = open_ones.pop(wire[0])
            found.append(Exchange(asked, call.ended, b"".join(content)))
    return found + [Exchange(asked, NEVER, b"".join(content)) for asked, content in open_ones.values()]


def _hex(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
