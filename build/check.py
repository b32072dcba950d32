#!/usr/bin/env python3
"""Format, lint, types, imports, tests, in that order; stops at the first that is not green.

Run it by ``python3 build/dev.py check``. With ``--quick`` it leaves the tests out, for a hook before each commit. The tests run
as three parts at once, for two cores; what the others say follows the first.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1"}


SLOW = ("tests/endtoend", "tests/integration")
"""These take about as long as all the others, and wait much for disks and processes."""
COMPUTING = ("tests/properties",)
"""These wait for nothing: they have what the others leave of the two cores."""


def steps() -> list[tuple[str, list[str]]]:
    """What is checked before the tests, by name and command."""
    python = sys.executable
    return [
        ("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("lint", [python, "-m", "ruff", "check", "--quiet", "."]),
        ("types", [python, "-m", "mypy"]),
        ("imports", [str(BIN / "lint-imports"), "--no-logo"]),
    ]


def tests() -> int:
    """All three parts; 0 when each is green."""
    pytest = [sys.executable, "-m", "pytest"]
    polite = ["nice", *pytest] if shutil.which("nice") else pytest
    rest = [*pytest, *(f"--ignore={folder}" for folder in (*SLOW, *COMPUTING))]
    with (
        tempfile.TemporaryFile() as one,
        tempfile.TemporaryFile() as other,
        subprocess.Popen([*pytest, *SLOW], cwd=ROOT, env=ENVIRONMENT, stdout=one) as slow,
        subprocess.Popen([*polite, *COMPUTING], cwd=ROOT, env=ENVIRONMENT, stdout=other) as computing,
    ):
        codes = [_run(rest), slow.wait(), computing.wait()]
        for said in (one, other):
            said.seek(0)
            shutil.copyfileobj(said, sys.stdout.buffer)
    return next((code for code in codes if code), 0)


def main(arguments: list[str]) -> int:
    """0 when all is green."""
    checks: list[tuple[str, Callable[[], int]]] = [(name, partial(_run, command)) for name, command in steps()]
    for name, check in checks if "--quick" in arguments else [*checks, ("tests", tests)]:
        began = time.monotonic()
        print(f"== {name}", flush=True)
        code = check()
        print(f"== {name}: {'green' if code == 0 else 'RED'} in {time.monotonic() - began:.0f} s", flush=True)
        if code:
            return code
    return 0


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False, env=ENVIRONMENT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
