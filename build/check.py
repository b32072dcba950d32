#!/usr/bin/env python3
"""Format, lint, types, imports, tests, in that order; stops at the first that is not green.

Run it by ``python3 build/dev.py check``. With ``--quick`` it leaves the tests out, for a hook before each commit.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def steps(*, quick: bool) -> list[tuple[str, list[str]]]:
    """What is checked, by name and command."""
    python = sys.executable
    found = [
        ("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("lint", [python, "-m", "ruff", "check", "--quiet", "."]),
        ("types", [python, "-m", "mypy"]),
        ("imports", [str(BIN / "lint-imports"), "--no-logo"]),
    ]
    return found if quick else [*found, ("tests", [python, "-m", "pytest"])]


def main(arguments: list[str]) -> int:
    """0 when all is green."""
    for name, command in steps(quick="--quick" in arguments):
        began = time.monotonic()
        print(f"== {name}", flush=True)
        code = subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, "PYTHONUTF8": "1"}).returncode
        print(f"== {name}: {'green' if code == 0 else 'RED'} in {time.monotonic() - began:.0f} s", flush=True)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
