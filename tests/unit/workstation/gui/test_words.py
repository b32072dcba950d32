"""Every text exists in every language, with the same blanks."""

import string

import pytest

from workstation.gui.words import LANGUAGES, TEXTS, Words


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_text_is_there_in_every_language_with_the_same_blanks(key: str) -> None:
    texts = TEXTS[key]

    assert len(texts) == len(LANGUAGES)
    assert all(texts)
    wanted = blanks(texts[0]) - {"n"}  # a singular may write the one as a word
    assert all(blanks(text) - {"n"} == wanted for text in texts)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert Words("en")("strip.space", n=1150) == "Space for 1,150 patients"
    assert "١١٥٠" in Words("ar")("strip.space", n=1150)


def test_arabic_facts_are_joined_by_a_comma_because_a_dot_reads_as_a_zero() -> None:
    assert Words("ar").join(["٥٨ ذ", "", "١٢ د"]) == "٥٨ ذ، ١٢ د"
    assert Words("en").join(["58 M", "", "12 min"]) == "58 M · 12 min"


def test_a_number_of_ours_stays_left_to_right_in_arabic() -> None:
    assert Words("ar").island("C7A-00042-7") == "\u2066C7A-00042-7\u2069"
    assert Words("en").island("C7A-00042-7") == "C7A-00042-7"


def test_a_language_that_we_do_not_have_is_spoken_as_english() -> None:
    assert Words("xx")("undo") == "Undo"
