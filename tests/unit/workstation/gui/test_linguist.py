"""Translators work with Qt Linguist: our files are its files, and what they save comes back."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest

import workstation.gui.words
from workstation.gui.words import IN_FILES, file_of
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
    """A copy of the files."""
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
    half = Message("b", "x", "{n} b", ("uno", ""), is_counted=True, is_finished=True)
    path.write_text(written("es", [Message("a", "x", "A", ("A",)), half]))
    assert spoken("es", read(path)) == {}


@pytest.mark.parametrize("language", IN_FILES)
def test_files_that_are_up_to_date_stay_as_they_are(language, folder):
    before = (folder / file_of(language).name).read_bytes()
    the_command().update(folder)
    assert (folder / file_of(language).name).read_bytes() == before


def test_a_text_whose_english_changed_is_unfinished_again_and_keeps_what_it_was():
    old = {"a": Message("a", "x", "Camp", ("Campamento",), is_finished=True)}
    [new] = the_command().brought_up([Message("a", "x", "This camp")], old)
    assert (new.source, new.forms, new.is_finished) == ("This camp", ("Campamento",), False)


def test_one_text_is_put_into_the_files_of_its_languages(folder):
    the_command().put("rail.camp", {"hi": 'ए "बी" <सी>', "es": "Sitio"}, folder)
    assert spoken("hi", read(folder / "eyecamp_hi.ts"))["rail.camp"] == 'ए "बी" <सी>'
    assert spoken("es", read(folder / "eyecamp_es.ts"))["rail.camp"] == "Sitio"
    assert (folder / "eyecamp_ar.ts").read_bytes() == file_of("ar").read_bytes()


def test_what_is_counted_is_put_with_every_form_of_the_language(folder):
    the_command().put("inbox.pictures", {"es": "una foto|{n} fotos"}, folder)
    assert spoken("es", read(folder / "eyecamp_es.ts"))["inbox.pictures#one"] == "una foto"
    with pytest.raises(ValueError, match="zero, one, two, few, many, other"):
        the_command().put("inbox.pictures", {"ar": "صورة|صور"}, folder)
    with pytest.raises(ValueError, match="in no table"):
        the_command().put("nobody.says", {"es": "nada"}, folder)
