#!/usr/bin/env python3
"""Puts eight bugs of other sync engines back, and three that were ours, one at a time, and requires the simulator to notice each.

    .venv/bin/python build/peer_bugs.py [NAME…]      about a quarter of an hour on two cores; exits 1 when one was not noticed

Each bug is a change of a few lines in a copy of the tree in a temporary folder: nothing here is touched. First the copy is run as
it is, so that "noticed" means something. The bugs, and who had them, are in ``reference/sync.md`` of the programme.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("resources", "sync", "workstation", "tests")
SIMULATOR = "tests/properties/test_nothing_is_lost_on_the_way.py"
FAULTS = "20000"
"""The run ends with the first life that goes wrong, so that a bug which is noticed early costs little."""
SEED = "20000"
NOTICED = "went wrong: "
"""What the simulator says of a life that went wrong."""
BROKE_OFF = "Traceback"
"""What it says of one that an error ended: then the bug was not put in properly."""
Edit = tuple[str, str, str]


@dataclass(frozen=True)
class Bug:
    """What somebody else's engine did. Each edit is a file, a text that stands in it exactly once, and what it becomes."""

    name: str
    seen_in: str
    edits: tuple[Edit, ...]


READS = """    rows = changes.since(unit, int(fact(unit, CURSOR, "0")), PAGE)
    if rows:
        _take(unit, [row for row in rows if row.kind is Kind.INSTANCE and row.origin is not Origin.HQ])
        remember(unit, CURSOR, str(rows[-1].seq))
    return len(rows)
"""
READS_FIRST = """    rows = changes.since(unit, int(fact(unit, CURSOR, "0")), PAGE)
    if rows:
        remember(unit, CURSOR, str(rows[-1].seq))
    return rows


def take(unit, rows):
    _take(unit, [row for row in rows if row.kind is Kind.INSTANCE and row.origin is not Origin.HQ])
"""
STAMPED = """    stamp = fact(unit, CURSOR)
    rows = [row for row in changes.since(unit, 0, 100_000) if row.at.isoformat() {than} stamp]
    if rows:
        mine = [row for row in rows if row.kind is Kind.INSTANCE and row.origin is not Origin.HQ]
        _take(unit, [row for row in mine if entry(unit, row.uid) is None])
        remember(unit, CURSOR, max(stamp, *(row.at.isoformat() for row in rows)))
    return 0
"""
FRESH = "return _until(stopped, copy_of(store.vault, ready.instance, ready.study, issuer)[1])"

BUGS = (
    Bug(
        "trust a 200",
        "kobocat 432, dcm4chee-arc-light 1920",
        (
            (
                "sync/headquarters.py",
                "        if response.status_code in STOW_ANSWERS and not _is_html(response):",
                "        if response.status_code == 200:\n            return StowAnswer(frozenset(uids))\n"
                "        if response.status_code in STOW_ANSWERS and not _is_html(response):",
            ),
            ("sync/plan.py", "return Move(State.ACCEPTED)\n", "return Move(State.VERIFIED)\n"),
            (
                "sync/push.py",
                "if move.state is State.ACCEPTED:\n                ledger.record(unit, name, Level.LISTED",
                "if move.state is State.VERIFIED:\n                ledger.record(unit, name, Level.EQUAL",
            ),
        ),
    ),
    Bug(
        "give up after 5",
        "Google's DICOM import adapter, android-fhir",
        (
            (
                "sync/departures.py",
                "if entry.instance_uid not in self._tried]",
                "if entry.instance_uid not in self._tried and entry.attempts < 5]",
            ),
        ),
    ),
    Bug("gt cursor", "android-fhir 1148", (("sync/outbox.py", READS, STAMPED.format(than=">")),)),
    Bug(
        "cursor saved before its rows",
        "android-fhir's download",
        (
            ("sync/outbox.py", READS, READS_FIRST),
            (
                "sync/engine.py",
                "count = outbox.collect(unit)\n",
                "rows = outbox.collect(unit)\n                count = len(rows)\n",
            ),
            (
                "sync/engine.py",
                "            total += count\n",
                '            with self._store.write(Origin.STATION, actor="sync") as unit:\n'
                "                outbox.take(unit, rows)\n            total += count\n",
            ),
        ),
    ),
    Bug(
        "order by wall clock", "android-fhir's LocalChangeDao", (("sync/outbox.py", READS, STAMPED.format(than=">=")),)
    ),
    Bug(
        "reused body generator",
        "nemo-platform 1125",
        (
            (
                "sync/push.py",
                FRESH,
                "return KEPT.setdefault(ready.entry.instance_uid, "
                "_until(stopped, copy_of(store.vault, ready.instance, ready.study, issuer)[1]))",
            ),
            ("sync/push.py", "Stopped = Callable[[], bool]\n", "Stopped = Callable[[], bool]\nKEPT = {}\n"),
        ),
    ),
    Bug(
        "requeue without probe",
        "Survey123 389, codebuddy2api 18",
        (
            (
                "sync/outbox.py",
                "_set_state(unit, outbox_table.c.pk.in_(lost), State.PROBING)",
                "_set_state(unit, outbox_table.c.pk.in_(lost), State.QUEUED)",
            ),
            (
                "sync/push.py",
                "outbox.move(unit, uids, State.PROBING, next_at=next_at, sentence=problem.sentence, alone=alone)",
                "outbox.move(unit, uids, State.QUEUED, next_at=next_at, sentence=problem.sentence, alone=alone)",
            ),
        ),
    ),
    Bug(
        "wake-up computed over blocked items",
        "our own first prototype",
        (
            (
                "sync/outbox.py",
                "_WITH_TIME = select(outbox_table.c.next_at).where(_MOVING, outbox_table.c.next_at.is_not(None))\n"
                '_NEXT_WAKE = _WITH_TIME.order_by("next_at").limit(1)',
                "_NEXT_WAKE = select(outbox_table.c.since).where(_MOVING | (outbox_table.c.state == State.HELD.value))"
                '.order_by("since").limit(1)',
            ),
        ),
    ),
    Bug(
        "receipt without read back",
        "whoever believes an answer, of records",
        (
            (
                "sync/agreeing.py",
                "        shown = self._shown(look, remote)\n",
                '        shown = Found({**look.mine, "id": remote.partition("/")[2]}, "")\n',
            ),
        ),
    ),
    Bug(
        "any answer will do",
        "ours, until the simulator mixed answers up",
        (("sync/fhirserver.py", ' or resource.get("id", key) != key', ""),),
    ),
    Bug(
        "a search that failed found nobody",
        "ours, until the simulator refused single searches",
        (("sync/fhirserver.py", "if reply.status != 200 and strictly and not is_uid:", "if False:"),),
    ),
)


def main(names: list[str]) -> int:
    """0 when the simulator is green as it is and red with each bug."""
    wanted = [bug for bug in BUGS if not names or bug.name in names]
    if _is_red(()):
        print("the simulator is red as it is: nothing can be said about bugs")
        return 1
    caught = 0
    for bug in wanted:
        noticed = _is_red(bug.edits)
        caught += noticed
        print(f"{'caught' if noticed else 'NOT CAUGHT'}: {bug.name} ({bug.seen_in})", flush=True)
    print(f"{caught} of {len(wanted)} seeded peer bugs caught")
    return 0 if caught == len(wanted) else 1


def _is_red(edits: tuple[Edit, ...]) -> bool:
    """Whether the simulator fails in a copy of the tree with these edits."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copy(ROOT / "pyproject.toml", copy)
        for room in ROOMS:
            shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
        for file, old, new in edits:
            _edit(copy / file, old, new)
        told = {"EYECAMP_FAULTS": FAULTS, "EYECAMP_SEED": SEED, "EYECAMP_WRONG": "1"}
        environment = {**told, **os.environ, "PYTHONPATH": str(copy)}
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-k", "whatever_fails", SIMULATOR]
        done = subprocess.run(command, cwd=copy, env=environment, check=False, capture_output=True, text=True)
        said = [line for line in done.stdout.splitlines() if line.startswith("E  ")]
        print("   ", said[0][:200] if said else done.stdout.splitlines()[-1], flush=True)
        print("   ", *re.findall(r"\d+ faults of .*", done.stdout), flush=True)
        is_noticed = done.returncode == 1 and bool(said) and NOTICED in said[0] and BROKE_OFF not in said[0]
        if not is_noticed and done.returncode:  # it failed for another reason
            sys.exit(done.stdout[-3000:] + done.stderr[-3000:])
        return is_noticed


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    if text.count(old) != 1:
        sys.exit(f"{path.name} is not as this bug expects it: {old!r} stands in it {text.count(old)} times")
    path.write_text(text.replace(old, new))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
