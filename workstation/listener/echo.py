"""Calling a camera: C-ECHO as SCU (PS3.4 A.4), with one deadline for all of it. Waits for a network, so never on the GUI thread.

What goes wrong is an answer here, not a Problem: somebody asked in order to know.
"""

import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from resources.wire.uids import IMPLICIT_LITTLE
from workstation.listener import commands
from workstation.listener.calling import (
    CONTEXT,
    GOODBYE,
    Line,
    Proposal,
    connected,
    has_taken_the_context,
    propose,
)
from workstation.listener.pdus import (
    ABORT,
    ASSOCIATE_AC,
    ASSOCIATE_RJ,
    P_DATA,
    encode_command,
)

VERIFICATION = "1.2.840.10008.1.1"
SECONDS = 8.0


class Finding(StrEnum):
    """What came of it."""

    ANSWERED = "answered"
    NOT_SET = "not-set"
    SILENT = "silent"
    TURNED_AWAY = "turned-away"
    NO_ECHO = "no-echo"
    REFUSED = "refused"


SENTENCES = {
    Finding.ANSWERED: "It answered our echo in {milliseconds} ms.",
    Finding.NOT_SET: "Nobody has said yet at which address and port it listens.",
    Finding.SILENT: "Nothing answers at {host} port {port}. Is it switched on, and on the same network?",
    Finding.TURNED_AWAY: "Something answers at {host} port {port}, but turns us away: it does not know our name, or not its own.",
    Finding.NO_ECHO: "It answers at {host} port {port}, but does not know the echo.",
    Finding.REFUSED: "It answered our echo with status 0x{status:04X}.",
}


@dataclass(frozen=True, slots=True)
class Echo:
    """The answer to "Test echo"."""

    finding: Finding
    host: str = ""
    port: int = 0
    milliseconds: int = 0
    status: int = 0

    @property
    def went_well(self) -> bool:
        """It answered as it should."""
        return self.finding is Finding.ANSWERED

    @property
    def sentence(self) -> str:
        """For the camera doctor."""
        return SENTENCES[self.finding].format(
            host=self.host, port=self.port, milliseconds=self.milliseconds, status=self.status
        )


def echo(
    host: str,
    port: int,
    *,
    calling_ae: str,
    called_ae: str,
    seconds: float = SECONDS,
    monotonic: Callable[[], float] = time.monotonic,
) -> Echo:
    """Call it, and say what came of it within ``seconds``."""
    if not host or not port:
        return Echo(Finding.NOT_SET)
    began = monotonic()
    try:
        with connected(host, port, seconds=seconds, monotonic=monotonic) as line:
            finding, status = _asked(line, calling_ae, called_ae)
    except (OSError, UnicodeError):  # a name that is no name is a UnicodeError
        finding, status = Finding.SILENT, 0
    return Echo(finding, host, port, round(1000 * (monotonic() - began)), status)


def _asked(line: Line, calling_ae: str, called_ae: str) -> tuple[Finding, int]:
    kind, body = propose(line, Proposal(calling_ae, called_ae, VERIFICATION, IMPLICIT_LITTLE))
    if kind in (ASSOCIATE_RJ, ABORT):
        return Finding.TURNED_AWAY, 0
    if kind != ASSOCIATE_AC:
        return Finding.SILENT, 0
    if not has_taken_the_context(body):
        return Finding.NO_ECHO, 0
    line.send(encode_command(CONTEXT, _echo_command(), max_pdu=0))
    kind, body = line.pdu()
    if kind != P_DATA or len(body) < 6:
        return Finding.NO_ECHO, 0
    status = _status(body[6:])
    line.send(GOODBYE)
    return (Finding.ANSWERED if status == commands.SUCCESS else Finding.REFUSED), status


def _echo_command() -> bytes:
    """C-ECHO-RQ, PS3.7 9.3.5.1."""
    return commands.encode({
        commands.AFFECTED_CLASS: VERIFICATION,
        commands.FIELD: commands.C_ECHO_RQ,
        commands.MESSAGE_ID: 1,
        commands.DATA_SET_TYPE: commands.NO_DATA_SET,
    })  # fmt: skip


def _status(command: bytes) -> int:
    """Status (0000,0900) of a response; 0x0110 (processing failure) where there is none."""
    at = 0
    while at + 8 <= len(command):
        _, tag, length = struct.unpack_from("<HHL", command, at)
        if tag == 0x0900 and length == 2 and at + 10 <= len(command):
            return int(struct.unpack_from("<H", command, at + 8)[0])
        at += 8 + length
    return commands.PROCESSING_FAILURE
