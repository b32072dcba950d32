"""Translators work with Qt Linguist: our files are its files, and what they save comes back."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest

import workstation.gui.words
from workstation.gui.words import IN_FILES, file_of, texts_of
from workstation.gui.words.linguist import Message, read, written
from workstation.gui.words.linguist import texts_of as spoken

ROOT = Path(__file__).resolve().parents[4]
RELEASE = Path(PySide6.__file__).parent / "lrelease"


def the_command():
    spec = importlib.util.spec_from_file_location("words_command", ROOT / "build" / "words.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path):
    """A copy of the tables and the files."""
    return Path(shutil.copytree(Path(workstation.gui.words.__file__).parent, tmp_path / "words"))


@pytest.mark.parametrize("language", IN_FILES)
def test_what_is_read_from_a_file_is_written_as_it_was(language):
    path = file_of(language)
    assert written(language, list(read(path).values())) == path.read_text("utf-8")


@pytest.mark.skipif(not RELEASE.exists(), reason="needs Qt's lrelease, which comes with PySide6")
@pytest.mark.parametrize("language", IN_FILES)
def test_qts_own_tool_reads_every_message(language, tmp_path):
    command = [str(RELEASE), "-idbased", str(file_of(language)), "-qm", str(tmp_path / "words.qm")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert f"{len(read(file_of(language)))} finished and 0 unfinished" in said


def test_a_text_that_is_not_finished_or_has_an_empty_form_is_not_spoken(tmp_path):
    path = tmp_path / "es.ts"
    path.write_text(written("es", [Message("a", "x", "A"), Message("b", "x", "{n} b", ("uno", ""), is_counted=True)]))
    assert spoken("es", read(path)) == {}


@pytest.mark.parametrize("language", ["ar", "hi"])
def test_a_file_with_nothing_changed_changes_nothing(language, folder, tmp_path):
    command = the_command()
    command.export(language, tmp_path / "out.ts")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert command.take_in(language, tmp_path / "out.ts", folder) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_what_a_translator_changes_comes_into_the_tables_and_nothing_else_does(folder, tmp_path):
    command, path = the_command(), tmp_path / "hi.ts"
    command.export("hi", path)
    said = texts_of("hi")["rail.camp"]
    path.write_text(
        path.read_text("utf-8").replace(f"<translation>{said}</translation>", '<translation>ए "बी"</translation>'),
        "utf-8",
    )
    changed = [key for key, text in texts_of("hi").items() if text == said]
    assert command.take_in("hi", path, folder) == len(changed)
    source = (folder / "frame.py").read_text("utf-8")
    assert '"rail.camp": ("Camp", "المخيم", "ए \\"बी\\""),' in source
    compile(source, "frame.py", "exec")


def test_a_new_form_of_what_arabic_counts_comes_into_its_file(folder, tmp_path):
    command, path = the_command(), tmp_path / "ar.ts"
    command.export("ar", path)
    path.write_text(path.read_text("utf-8").replace("صورتان معلنتان", "صورتان أُعلنتا"), "utf-8")
    assert command.take_in("ar", path, folder) == 1
    assert "صورتان أُعلنتا" in (folder / "eyecamp_ar.ts").read_text("utf-8")
