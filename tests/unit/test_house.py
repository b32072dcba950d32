"""The house rules, so that they stay true: imports, words, settings, tables of Problems, hazards, documents."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from resources import problems
from workstation.settings import table

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("resources", "sync", "workstation")
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
needs_git = pytest.mark.skipif(not TRACKED, reason="not a git checkout")


def every_problem() -> list[type[problems.Problem]]:
    found, todo = [], [problems.Problem]
    while todo:
        one = todo.pop()
        found.append(one)
        todo += one.__subclasses__()
    return [one for one in found if one.__module__ == problems.__name__]


RIMS = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    for room in ROOMS
    for path in (ROOT / room).rglob("problems.py")
    if path != ROOT / "resources" / "problems.py" and path.parent.name != "words"
)


def glossary() -> dict[str, list[str]]:
    rows = [
        line.split("|")[1:4] for line in (ROOT / "GLOSSARY.md").read_text("utf-8").splitlines() if line.startswith("| ")
    ]
    return {row[0].strip(): [word.strip() for word in row[2].split(",") if word.strip()] for row in rows[1:]}


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def test_every_file_begins_with_what_it_is_for():
    assert [str(path) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_no_name_is_a_word_that_the_glossary_puts_aside():
    aside = {word for words in glossary().values() for word in words}
    assert len(aside) > 10
    pattern = re.compile(rf"(?:^|_)(?:{'|'.join(sorted(aside))})(?:_|$)")
    wrong = []
    for path in SOURCES:
        for name in names_in(path) | {path.stem}:
            snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
            if pattern.search(snake):
                wrong.append(f"{path.relative_to(ROOT)}: {name}")
    assert wrong == []


def test_no_room_has_a_drawer():
    drawers = {"utils", "util", "common", "helpers", "core", "base", "manager", "misc"}
    assert [str(path) for path in SOURCES if path.stem in drawers or path.parent.name in drawers] == []


@pytest.mark.parametrize("rim", RIMS)
@pytest.mark.parametrize("problem", every_problem(), ids=lambda problem: problem.__name__)
def test_every_problem_has_a_row_at_every_rim(rim, problem):
    module = importlib.import_module(rim)
    tables = [value for value in vars(module).values() if isinstance(value, Mapping) and problems.Problem in value]
    assert len(tables) == 1, f"{rim} has no single table from Problem"
    assert problem in tables[0]


def test_every_setting_stands_in_the_readme_with_its_default():
    readme = (ROOT / "README.md").read_text("utf-8")
    documented = dict(re.findall(r"^\| `([\w.]+)` \| (.*?) \|", readme, flags=re.MULTILINE))
    settings = {name: default for name, _, default, _ in table()}
    assert set(documented) == set(settings)
    for name, default in settings.items():
        if isinstance(default, str | int) and default != "":
            assert documented[name] == f"`{default}`", name


def test_every_room_has_a_readme():
    assert [room for room in (*ROOMS, "build", "tests") if not (ROOT / room / "README.md").exists()] == []


def test_hazards_and_tests_speak_of_the_same_ids():
    states = dict(
        re.findall(r"^\| (HZ-\d\d) \| .*? \| (shown|open) \|", (ROOT / "HAZARDS.md").read_text("utf-8"), re.M)
    )
    assert sorted(states) == [f"HZ-{number:02d}" for number in range(1, 31)]
    marked = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        marked |= set(re.findall(r"hazard\(\s*\"(HZ-\d\d)\"", path.read_text("utf-8")))
    assert marked <= set(states)
    assert {hazard for hazard, state in states.items() if state == "shown"} <= marked


@needs_git
def test_the_repository_holds_no_addresses_of_registries_and_no_machine_paths():
    places = re.compile(r"(?<![\w.])/(?:work|root|farm)/|pypi\.org|registry\.npmjs|files\.pythonhosted")
    wrong = []
    for name in TRACKED:
        path = ROOT / name
        if path.suffix in {".png", ".jpg"} or name == "tests/unit/test_house.py" or not path.is_file():
            continue
        if places.search(path.read_text("utf-8", errors="replace")):
            wrong.append(name)
    assert wrong == []
    assert "uv.lock" not in TRACKED


@needs_git
def test_the_folder_build_is_tracked_and_is_no_package():
    assert "build/dev.py" in TRACKED
    assert not (ROOT / "build" / "__init__.py").exists()
    assert not [name for name in TRACKED if name.startswith("out/")]


def test_the_lock_pins_every_package_by_hash():
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    packages = [line for line in lines if re.match(r"[a-z0-9].*==", line)]
    assert len(packages) > 50
    assert all(line.rstrip().endswith("\\") for line in packages)


@pytest.mark.parametrize("module", ["workstation.cli", "workstation.settings", "resources.problems"])
def test_the_command_line_answers_before_anything_slow_is_imported(module):
    slow = ("pynetdicom", "fastapi", "uvicorn", "httpx", "alembic", "PySide6", "sqlalchemy")
    code = f"import sys, {module}; print([name for name in {slow!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"
