"""The camera doctor's sentences in the language of the window. What it does not know it leaves as it was said.

The listener writes English, for its log too; here each form is recognised and said again. Names of objects stay as DICOM
spells them.
"""

import re

from workstation.gui.words import Words

FORMS = tuple((re.compile(form), key) for form, key in (
    (r"It offered nothing\.", "doctor.offered-nothing"),
    (r"It offered only (?P<what>.+); not accepted\.", "doctor.not-accepted"),
    (r"It offered (?P<what>.+); accepted\. It also asked for (?P<rest>.+); not accepted\.", "doctor.partly"),
    (r"It offered (?P<what>.+); accepted\.", "doctor.accepted"),
    (r"It sent 1 picture; all kept\.", "doctor.one-kept"),
    (r"It sent (?P<n>\d+) pictures; all kept\.", "doctor.all-kept"),
    (r"(?P<n>\d+) pictures? could not be kept: .*", "doctor.not-kept"),
    (r"It called us (?P<what>.+); our name is (?P<rest>.+)\. Accepted\.", "doctor.misnamed"),
    (r"It tested the connection\.", "doctor.tested"),
    (r"It aborted\.", "doctor.aborted"),
    (r"It went without saying goodbye\.", "doctor.left"),
    (r"It broke off inside a picture; .*", "doctor.broke-off"),
    (r"It said nothing for too long\.", "doctor.silent"),
    (r"It stopped in the middle of a message\.", "doctor.stopped"),
    (r"It was turned away: .*", "doctor.turned-away"),
    (r"It was cut off: .*", "doctor.cut-off"),
))  # fmt: skip


def said(sentence: str, words: Words) -> str:
    """That sentence in this language; in English it is the doctor's own, with its reason."""
    if words.language == "en":
        return sentence
    for form, key in FORMS:
        if found := form.fullmatch(sentence):
            blanks = {
                name: int(text) if name == "n" else words.island(text) for name, text in found.groupdict().items()
            }
            return words(key, **blanks)
    return words.island(sentence)
