"""Every text exists in every language, with the same blanks."""

import string
from datetime import date

import pytest

from workstation.gui.people_text import day_text
from workstation.gui.words import IN_FILES, LANGUAGES, TEXTS, Words, file_of, grouped, texts_of
from workstation.gui.words.linguist import read
from workstation.gui.words.plurals import CATEGORIES, category


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


HOW = "put its English into a table of gui/words, then: build/words.py put KEY ar='…' hi='…' es='…' (CONTRIBUTING.md)"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert Words("en")("strip.space", n=1150) == "Space for 1,150 patients"
    assert "١١٥٠" in Words("ar")("strip.space", n=1150)


def test_arabic_facts_are_joined_by_a_comma_because_a_dot_reads_as_a_zero() -> None:
    assert Words("ar").join(["٥٨ ذ", "", "١٢ د"]) == "٥٨ ذ، ١٢ د"
    assert Words("en").join(["58 M", "", "12 min"]) == "58 M · 12 min"


def test_an_arabic_decimal_has_a_mark_that_is_no_zero() -> None:
    assert [Words(code).decimal(5.249, 2) for code in ("en", "ar")] == ["5.25", "٥\u066b٢٥"]


def test_a_number_of_ours_stays_left_to_right_in_arabic() -> None:
    assert Words("ar").island("C7A-00042-7") == "\u2066C7A-00042-7\u2069"
    assert Words("en").island("C7A-00042-7") == "C7A-00042-7"


def test_a_language_that_we_do_not_have_is_spoken_as_english() -> None:
    assert Words("xx")("undo") == "Undo"


COUNTED = sorted(key[:-4] for key in TEXTS if key.endswith(".one") and f"{key[:-4]}.many" in TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_leaves_a_blank_out_or_has_one_of_its_own(language: str) -> None:
    texts = texts_of(language)
    wrong = [key for key in TEXTS if blanks(texts[key]) - {"n"} != blanks(TEXTS[key]) - {"n"}]
    assert wrong == []
    lost = [key for key in TEXTS if not key.endswith(".one") and "n" in blanks(TEXTS[key]) - blanks(texts[key])]
    assert lost == []
    forms = [
        key
        for key in texts.keys() - TEXTS.keys()
        if blanks(texts[key]) - blanks(TEXTS[f"{key.partition('#')[0]}.many"])
    ]
    assert forms == []


@pytest.mark.parametrize("language", IN_FILES)
def test_every_text_is_translated_and_nothing_is_translated_that_nobody_says(language: str) -> None:
    known = read(file_of(language))
    wanted = {key for key in TEXTS if key.removesuffix(".one").removesuffix(".many") not in COUNTED} | set(COUNTED)
    assert wanted - known.keys() == set(), HOW
    assert known.keys() - wanted == set(), "build/words.py update"
    assert [key for key, message in known.items() if not message.is_finished] == [], HOW


@pytest.mark.parametrize("language", IN_FILES)
def test_what_was_translated_is_what_is_said_in_english_now(language: str) -> None:
    known = read(file_of(language))
    assert [key for key, one in known.items() if one.source != TEXTS.get(key, TEXTS.get(f"{key}.many"))] == [], HOW


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_every_form_that_the_language_needs(language: str) -> None:
    texts = texts_of(language)
    if language in IN_FILES:
        missing = [f"{key}#{one}" for key in COUNTED for one in CATEGORIES[language] if f"{key}#{one}" not in texts]
        assert missing == []
    said = {n: Words(language).counted("inbox.pictures", n) for n in (0, 1, 2, 3, 11, 100)}
    assert len({text.translate(DIGITS) for text in said.values()}) >= len(CATEGORIES[language]) - (language == "ar")


DIGITS = str.maketrans("", "", "0123456789٠١٢٣٤٥٦٧٨٩")


def test_arabic_counts_in_six_forms() -> None:
    """CLDR 45: zero, one, two, few (3 to 10), many (11 to 99), other (100, 101, 102)."""
    named = [category("ar", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111, 200)]
    assert named == ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many", "other"]
    assert Words("ar").counted("inbox.pictures", 2) == "صورتان"
    assert Words("ar").counted("inbox.pictures", 3) == "٣ صور"
    assert Words("ar").counted("inbox.pictures", 11) == "١١ صورة"


def test_hindi_says_none_as_it_says_one() -> None:
    assert [category("hi", n) for n in (0, 1, 2)] == ["one", "one", "other"]
    assert [category("es", n) for n in (0, 1, 2)] == ["other", "one", "other"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "1,234,567"), ("hi", "12,34,567"), ("es", "1.234.567")], ids=["en", "hi", "es"]
)
def test_long_numbers_are_grouped_as_the_country_groups_them(language: str, text: str) -> None:
    assert grouped(1_234_567, language) == text


def test_spanish_dates_have_their_little_words() -> None:
    assert day_text(date(2026, 11, 21), Words("es"), weekday=True) == "sábado 21 de noviembre de 2026"
    assert day_text(date(2026, 11, 21), Words("es"), year=False) == "21 de noviembre"
