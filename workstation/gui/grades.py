"""What a code is called on the screen, and how a grade is read out: always with its scheme (HZ-21). Pure."""

from resources.grading.schemes import UNGRADABLE, Grade, scheme_of
from resources.store.opinions import Said
from workstation.gui.words import TEXTS, Words

YES_OR_NO = {"rim-notch", "disc-haemorrhage", "operable"}


def code_words(scheme: str, finding: str, code: str, words: Words) -> str:
    """What a code is called in the window's language; a code without a word is its own."""
    if code == UNGRADABLE:
        return words("grade.ungradable")
    if finding in YES_OR_NO:
        return words("grade.yes" if code in ("1", "yes") else "grade.no")
    key = f"grade.{scheme}.{finding}.{code}"
    return words(key) if key in TEXTS else code


def finding_words(scheme: str, finding: str, words: Words) -> str:
    """What a finding is called, without its scheme."""
    return words(f"grading.{scheme}.{finding}").partition(" · ")[0]


def grade_text(grade: Grade, finding: str, words: Words) -> str:
    """ "ICDR 2 moderate", "macular oedema ICDR 1 away from centre"; of an unknown scheme, as it came."""
    code = grade.get(finding)
    stated = words.island(f"{grade.scheme} {code}")
    scheme = scheme_of(grade)
    if scheme is None or not scheme.knows(grade):
        return stated
    word = code_words(grade.scheme, finding, code, words)
    first = "" if finding == scheme.findings[0].name else finding_words(grade.scheme, finding, words)
    parts = [first, stated, word if word != code else ""]
    text = " ".join(part for part in parts if part)
    return _uncapped(text) if words.language == "en" else text


def grade_line(grade: Grade, words: Words) -> str:
    """All that a grade says, in one line."""
    return ", ".join(grade_text(grade, name, words) for name, _ in grade.codes)


def said_line(said: Said, words: Words) -> str:
    """One opinion: the eye, and its grade or why there is none."""
    eye = words.island(said.eye.eye)
    if said.grade is not None:
        line = f"{eye} {grade_line(said.grade, words)}"
        return words("grading.from-preview", said=line) if said.is_preview else line
    return words("absence.line", eye=eye, why=absence_words(said.absent, words))


def absence_words(absent: str, words: Words) -> str:
    """Why there is no picture of an eye, in the window's language; a reason from elsewhere as it came."""
    why = words(f"absence.{absent}") if f"absence.{absent}" in TEXTS else absent
    return why[:1].lower() + why[1:] if words.language == "en" else why


def _uncapped(text: str) -> str:
    """Words inside a sentence begin small; codes and schemes stay as they are."""
    return " ".join(word if word.isupper() or not word.istitle() else word.lower() for word in text.split())
