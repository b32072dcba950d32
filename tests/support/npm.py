"""Packages of npm in a temporary folder, by the hashes of a committed lock, and node programs that use them.

Node and npm are parts that set-up installs, so CI fails without them. A registry is not: it is somebody else's machine, and a
check must be able to run where there is no network. Where none answers, the test is skipped and says so.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support.shared import tool

SILENT = (
    "ENOTFOUND",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "EAI_AGAIN",
    "ENETUNREACH",
    "ERR_SOCKET_TIMEOUT",
    "E407",
)
"""How npm says that it reached no registry."""
PATIENCE = ("--fetch-retries=1", "--fetch-timeout=30000", "--fetch-retry-mintimeout=1000")


def installed(source: Path, folder: Path) -> Path:
    """A copy of ``source`` with the packages of its lock; no script of a package is run."""
    shutil.copytree(source, folder)
    command = [tool("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", *PATIENCE]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=180)
    if done.returncode and any(word in done.stderr for word in SILENT):
        pytest.skip("no npm registry answers, and npm's cache does not hold what package-lock.json names")
    assert done.returncode == 0, done.stderr[-2000:]
    return folder


def node(folder: Path, program: str, *arguments: str) -> Any:
    """What a program in that folder prints as JSON."""
    clean = {name: text for name, text in os.environ.items() if not name.lower().endswith("_proxy")}
    command = [tool("node"), program, *arguments]
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)
