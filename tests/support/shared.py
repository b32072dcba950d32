"""Where the real test files and the real tools are. Absent files skip a test; absent tools too, unless REQUIRE_REAL=1."""

import os
import shutil
from pathlib import Path

import pytest


def missing(what: str) -> None:
    """Skip, or fail where CI promised that everything is there."""
    if os.environ.get("REQUIRE_REAL") == "1":
        pytest.fail(f"{what} is not here, and REQUIRE_REAL=1")
    pytest.skip(f"{what} is not here")


def shared(*parts: str) -> Path:
    """A path below ``shared/``: EYECAMP_SHARED, or a folder of that name beside any folder above this file."""
    told = os.environ.get("EYECAMP_SHARED")
    above = [Path(told)] if told else [folder / "shared" for folder in Path(__file__).resolve().parents]
    for folder in above:
        if (folder / "data").is_dir():
            return folder.joinpath(*parts)
    pytest.skip("shared/data is not beside this checkout")


def tool(path: str) -> str:
    """A program by its full path (the virtual environment has other programs of the same names)."""
    found = shutil.which(path)
    if found is None:
        missing(path)
        raise AssertionError("unreachable")
    return found
