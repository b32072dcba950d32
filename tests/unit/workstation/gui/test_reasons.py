"""Why something does not go to headquarters is said in the language of the screen."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sync
from resources import problems
from resources.wire import jpeg, picture
from sync import plan
from sync.answers import ATTRIBUTE_WORDS, StowAnswer, reason_sentence
from sync.status import State
from sync.sticks import removals
from workstation import imaging
from workstation.gui.inbox.bringing import sentences as sentences_of
from workstation.gui.problems import KEYS, told
from workstation.gui.reasons import known, said, said_of_file, said_or_unknown
from workstation.gui.words import IN_FILES, Words, texts_of
from workstation.imaging.importing import Row
from workstation.imaging.photographs import MIRRORED

NOTES = ("It waits in the Inbox", "Another picture has", "Converted from", "Turned upright", "Written again")
"""What is said of a file that was taken."""
MARCH = {"ar": "مارس", "hi": "मार्च", "es": "marzo"}
ELSEWHERE = {"sticks", "leaving", "status", "fhirmap", "estimate", "quoting"}
"""What these say has words of its own in the window, or is for headquarters."""


def sentences(path: Path) -> Iterator[str]:
    """What stands in that module as a sentence, with an X where something is put in."""
    tree = ast.parse(path.read_text("utf-8"))
    unsaid = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    unsaid |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in parts)
        is_text = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        if is_text and id(node) not in unsaid and re.fullmatch(r"[A-Z].* .*\.", text):
            yield text


SENTENCES = sorted(
    {
        text
        for path in Path(sync.__file__).parent.glob("*.py")
        if path.stem not in ELSEWHERE
        for text in sentences(path)
        if "but X X." not in text  # what differs: below
    }
    | {*removals.SENTENCES.values(), removals.STILL_SHOWN}
)


def test_every_reason_of_sync_has_words() -> None:
    assert len(SENTENCES) > 60
    unknown = [text for text in SENTENCES if known(text) is None]
    assert unknown == [], (
        "put the sentence into gui/words/reasons.py as hq.…, then build/words.py put (CONTRIBUTING.md)"
    )


@pytest.mark.parametrize("language", IN_FILES)
def test_no_reason_is_english_on_another_screen(language: str) -> None:
    words = Words(language)
    for text in SENTENCES:
        assert said(text, words) and said(text, words) != text, text
        if language in ("ar", "hi"):
            assert english(said(text, words)) == [], text


IMAGING = Path(imaging.__file__).parent
OF_FILES = sorted(
    {
        text
        for path in (
            *(IMAGING / f"{name}.py" for name in ("finding", "importing", "zips")),
            Path(jpeg.__file__),
            Path(picture.__file__),
        )
        for text in sentences(path)
        if "--" not in text and not text.startswith(NOTES)
    }
)


def test_every_reason_why_a_file_is_not_taken_has_words() -> None:
    assert len(OF_FILES) > 25 and "This ZIP is empty." in OF_FILES
    unknown = [text for text in OF_FILES if known(text) is None]
    assert unknown == [], (
        "put it into gui/words/importing.py as import.why-…, then build/words.py put (CONTRIBUTING.md)"
    )


@pytest.mark.parametrize("language", IN_FILES)
def test_no_reason_of_a_file_is_english_on_another_screen(language: str) -> None:
    words = Words(language)
    for text in OF_FILES:
        assert said(text, words) and said(text, words) != text, text
        if language in ("ar", "hi"):
            assert english(said(text, words)) == [], text
    odd = f"{MIRRORED} Its camera says that it was taken on 03 March 2021; it is filed under today."
    assert said_of_file(odd, words).startswith(said(MIRRORED, words))
    assert MARCH[language] in said_of_file(odd, words) and "March" not in said_of_file(odd, words)
    assert said_of_file("The dog ate it. And the cat.", words) == ""
    assert said_of_file(odd, Words("en")) == odd


def test_what_was_not_taken_is_named_with_its_reason_in_the_language_of_the_screen() -> None:
    row = Row("/media/stick/notes.txt", "skipped", "This is not a picture we know.")
    assert sentences_of([row], Words("en")) == ["1 file was not taken: notes.txt. This is not a picture we know"]
    (spanish,) = sentences_of([row], Words("es"))
    assert spanish.endswith("notes.txt. No es una imagen que conozcamos")


def english(text: str) -> list[str]:
    """Latin words that are no name of a thing."""
    names = {"Eyecamp", "FHIR", "https", "host", "dicom", "web", "ZIP", "JPEG", "PNG", "MB"}
    return [word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in names]


@pytest.mark.parametrize("language", IN_FILES)
def test_what_was_put_in_is_put_in_again(language: str) -> None:
    words = Words(language)
    assert "0A12" in said(reason_sentence(0x0A12), words)
    found = plan.Finding(None, ("laterality", "patient_id"))
    differ = plan.after_asking(State.ACCEPTED, found, 0).sentence
    parts = [words(f"hq.part-{name}") for name in found.differences]
    assert all(part in said(differ, words) for part in parts)
    assert english(said(differ, words)) == [] or language == "es"
    nested = f"This laptop's own copy cannot be sent. {reason_sentence(0x0122)}"
    assert said(reason_sentence(0x0122), words) in said(nested, words)


def test_every_part_that_can_differ_has_a_word() -> None:
    assert {f"hq.part-{name}": text for name, text in ATTRIBUTE_WORDS.items()}.items() <= texts_of("en").items()


@pytest.mark.parametrize("language", IN_FILES)
def test_a_reason_without_words_is_said_in_general_and_a_missing_one_not_at_all(language: str) -> None:
    words = Words(language)
    assert said_or_unknown("Something quite new happened.", words) == words("hq.unknown")
    assert said_or_unknown("", words) == ""
    assert said_or_unknown("Something quite new happened.", Words("en")) == "Something quite new happened."


@pytest.mark.parametrize("language", IN_FILES)
@pytest.mark.parametrize("kind", sorted(KEYS, key=lambda kind: kind.__name__))
def test_no_problem_is_english_on_another_screen(kind: type[problems.Problem], language: str) -> None:
    line = told(kind("Something quite new happened."), Words(language)).line
    assert line and "quite new" not in line


def test_after_every_failure_of_a_push_the_reason_has_words() -> None:
    for reason in (0x0110, 0x0111, 0x0117, 0x0122, 0x0124, 0xC122, 0xA700, 0xA900, 0xC001, 0x1234):
        move = plan.after_stow(StowAnswer(failed={"1.2": reason}), "1.2", 0)
        assert known(move.sentence) is not None
