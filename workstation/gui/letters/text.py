"""What a letter says, as plain texts in one language. Pure: made of one frozen value, and of nothing that was not signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from resources.grading.outcome import Presence
from resources.grading.schemes import Outcome
from resources.store.letters import EyeFacts, LetterFacts, LetterRow
from resources.store.opinions import OpinionRow
from resources.store.staff import initials_of
from workstation.gui import claims
from workstation.gui.grades import absence_words, grade_text
from workstation.gui.mark_words import mark_words
from workstation.gui.people_text import age_sex, born, day_text, name_of, time_text
from workstation.gui.words import Words

MONTHS_TO_REFER = 3


@dataclass(frozen=True, slots=True)
class EyeText:
    """One eye in words: which one, what was found, and what stands in the place of a picture."""

    heading: str
    lines: tuple[str, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class LetterText:
    """The whole letter. ``mark`` says that it is a copy, or what it replaces."""

    language: str
    place: str
    name: str
    native: str
    person: str
    number_word: str
    number: str
    mark: str
    heading: claims.Claim
    sentence: str
    eyes: tuple[EyeText, EyeText]
    blanks: tuple[str, ...]
    small: tuple[str, ...]
    printed: str
    page: str


def text_of(facts: LetterFacts, by: str, words: Words, zone: tzinfo) -> LetterText:
    """The letter that ``by`` prints now. Dates have the month as a word (HZ-25)."""
    patient, printed_on = facts.patient, facts.at.astimezone(zone).date()
    heading, sentence = claims.letter(facts.decision, _until(facts, words), words)
    moment = {"day": day_text(printed_on, words), "time": time_text(facts.at, zone, words)}
    wanted = facts.decision.outcome in (Outcome.REFER, Outcome.URGENT)
    name = name_of(patient)
    native = patient.details.native_name
    right, left = (_eye(eye, words) for eye in facts.eyes)
    return LetterText(
        language=words.language,
        place=words("letter.on", camp=facts.camp, day=day_text(facts.day, words, weekday=True)),
        name=name,
        native=native if native != name else "",
        person=words.join([age_sex(patient, facts.day, words), born(patient, words), patient.details.village]),
        number_word=words("letter.number"),
        number=patient.number or patient.public_id,
        mark=_mark(facts.former, words, zone, is_copy=facts.is_same),
        heading=heading,
        sentence=sentence,
        eyes=(right, left),
        blanks=(words("letter.where"), words("letter.when")) if wanted else (),
        small=tuple(
            part
            for part in (
                words("letter.worse"),
                *(_drawn(eye, words) for eye in facts.eyes),
                _readers(facts, words, zone),
                _rule(facts, words),
            )
            if part
        ),
        printed=words("letter.printed", by=by, **moment),
        page=words("letter.page", n="{n}"),
    )


def _until(facts: LetterFacts, words: Words) -> str:
    months = {Outcome.RESCREEN: facts.decision.months, Outcome.REFER: MONTHS_TO_REFER}.get(facts.decision.outcome, 0)
    return day_text(after_months(facts.day, months), words) if months else ""


def after_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _mark(former: LetterRow | None, words: Words, zone: tzinfo, *, is_copy: bool) -> str:
    if former is None:
        return ""
    on = day_text(former.printed_at.astimezone(zone).date(), words)
    at = time_text(former.printed_at, zone, words)
    return words("letter.copy" if is_copy else "letter.replaces", day=on, time=at)


def _eye(eye: EyeFacts, words: Words) -> EyeText:
    """Heading in words and letters, so that nobody must know what OD means."""
    heading = f"{claims.eye(eye.eye, words).text} ({words.island(eye.eye.eye)})"
    empty = words("letter.no-picture" if eye.presence is not Presence.IMAGED else "letter.picture-elsewhere")
    return EyeText(heading, tuple(_found(eye.said, words)) or _unsaid(eye, words), empty)


def _found(said: Sequence[OpinionRow], words: Words) -> list[str]:
    """Each finding with its scheme; where two people read the eye, with the initials of who said it."""
    has_two = len({row.reader for row in said}) > 1
    lines = [(line, initials_of(row.reader)) for row in said for line in _lines(row, words)]
    return [f"{line} ({hand})" if has_two else line for line, hand in lines]


def _lines(row: OpinionRow, words: Words) -> list[str]:
    grade = row.said.grade
    if grade is None:
        return [absence_words(row.said.absent, words)]
    return [grade_text(grade, finding, words) for finding, _ in grade.codes]


def _unsaid(eye: EyeFacts, words: Words) -> tuple[str, ...]:
    return (words("letter.unread"),) if eye.presence is Presence.IMAGED else ()


def _drawn(eye: EyeFacts, words: Words) -> str:
    """The measurements and notes on the picture of that eye, each with the initials of its hand."""
    said = [(mark_words(row.mark, words), initials_of(row.reader)) for row in eye.marks]
    lines = [f"{what} ({hand})" for what, hand in said if what]
    which = words.island(eye.eye.eye)
    return words("letter.drawn", eye=which, what=words.listed(lines)) if lines else ""


def _readers(facts: LetterFacts, words: Words, zone: tzinfo) -> str:
    """Whoever signed, with initials and the day (HZ-22)."""
    hands = {row.reader: row for row in facts.readers}
    named = [
        f"{row.reader} ({initials_of(row.reader)}), {day_text(row.as_of.astimezone(zone).date(), words)}"
        for row in hands.values()
    ]
    return words("letter.read-by", readers=words.join(named)) if named else ""


def _rule(facts: LetterFacts, words: Words) -> str:
    return words("letter.rule", rule=words.island(facts.decision.rule)) if facts.decision.rule else ""
