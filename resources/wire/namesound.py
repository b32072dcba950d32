"""How a name sounds: one spelling for Lakshmi, Laxmi and लक्ष्मी, for Mohammed, Muhammad and محمد (hazard HZ-08). Pure.

For finding people only: it throws away more than an identity may lose, so nothing is ever filed, joined or written down by it.
Letters of other scripts are read by their Unicode names (DEVANAGARI LETTER KA, ARABIC LETTER MEEM); a script that is not known
here stays as it is.
"""

import unicodedata
from functools import lru_cache
from itertools import pairwise

from resources.wire.matching import folded

INDIC = frozenset(
    {"DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA"}
)
_INDIC_VOWELS = {
    "A": "a", "AA": "a", "I": "i", "II": "i", "U": "u", "UU": "u", "E": "e", "EE": "e", "AI": "ai", "O": "o", "OO": "o",
    "AU": "au", "VOCALIC R": "ri", "VOCALIC RR": "ri", "CANDRA E": "e", "CANDRA O": "o", "SHORT E": "e", "SHORT O": "o",
}  # fmt: skip
_INDIC_CONSONANTS = {"CA": "ch", "CHA": "ch", "KSSA": "ksh", "SSA": "sh", "LLLA": "zh", "LLLLA": "zh", "RRA": "r"}
_ARABIC = {
    "ALEF": "a", "BEH": "b", "PEH": "p", "TEH": "t", "THEH": "s", "JEEM": "j", "TCHEH": "ch", "HAH": "h", "KHAH": "kh",
    "DAL": "d", "THAL": "z", "REH": "r", "ZAIN": "z", "SEEN": "s", "SHEEN": "sh", "SAD": "s", "DAD": "d", "TAH": "t",
    "ZAH": "z", "AIN": "a", "GHAIN": "gh", "FEH": "f", "QAF": "q", "KAF": "k", "KEHEH": "k", "GAF": "g", "LAM": "l",
    "MEEM": "m", "NOON": "n", "HEH": "h", "WAW": "w", "YEH": "i", "FARSI YEH": "i", "YEH BARREE": "e",
    "ALEF MAKSURA": "a", "TEH MARBUTA": "a", "HEH GOAL": "h", "HEH DOACHASHMEE": "h", "NOON GHUNNA": "n", "TTEH": "t",
    "DDAL": "d", "RREH": "r", "JEH": "j", "HAMZA": "",
}  # fmt: skip
_CYRILLIC = {
    "A": "a", "BE": "b", "VE": "v", "GHE": "g", "DE": "d", "IE": "e", "IO": "e", "ZHE": "j", "ZE": "z", "I": "i",
    "SHORT I": "i", "KA": "k", "EL": "l", "EM": "m", "EN": "n", "O": "o", "PE": "p", "ER": "r", "ES": "s", "TE": "t",
    "U": "u", "EF": "f", "HA": "h", "TSE": "ts", "CHE": "ch", "SHA": "sh", "SHCHA": "sh", "HARD SIGN": "", "YERU": "i",
    "SOFT SIGN": "", "E": "e", "YU": "iu", "YA": "ia",
}  # fmt: skip
_SAME = (
    ("tch", "ch"), ("sch", "sh"), ("ch", "1"), ("ck", "k"), ("c", "k"), ("1", "c"), ("x", "ks"), ("q", "k"),
    ("ph", "f"), ("w", "v"), ("z", "s"), ("y", "i"), ("ee", "i"), ("ea", "i"), ("oo", "u"), ("ou", "u"), ("au", "o"),
    ("e", "i"), ("o", "u"),
)  # fmt: skip
VOWELS = frozenset("aiu")


def sounds(text: str) -> list[str]:
    """The parts of a name as they sound, in the order they stand."""
    return [sound for part in folded(latin(text)) if (sound := _sound(part))]


def bones(sound: str) -> str:
    """What is left without vowels, as Arabic writes it; a vowel at the beginning is only said to be one."""
    first = "a" if sound[:1] in VOWELS else sound[:1]
    return first + "".join(char for char in sound[1:] if char not in VOWELS)


def latin(text: str) -> str:
    """Letters of other scripts by their sound; everything else as it stands."""
    if text.isascii():
        return text
    made: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        said = _letter(char)
        if said is None:
            made.append(char)
        elif said.startswith("-"):  # a vowel sign or a virama takes the place of the inherent a
            made[-1:] = [made[-1].removesuffix("a") if made else "", said[1:]]
        else:
            made.append(said)
    return "".join(made)


@lru_cache(maxsize=4096)
def _letter(char: str) -> str | None:
    script, _, name = unicodedata.name(char, "").partition(" ")
    if script in INDIC:
        return _indic(name)
    if name.startswith("LETTER "):
        plain = name.removeprefix("LETTER ").partition(" WITH ")[0]
        return _ARABIC.get(plain) if script == "ARABIC" else None
    if script == "CYRILLIC":
        return _CYRILLIC.get(name.rpartition("LETTER ")[2])
    return "" if script == "ARABIC" and unicodedata.combining(char) else None


def _indic(name: str) -> str | None:
    kind, _, letter = name.partition(" ")
    if kind == "LETTER":
        if letter in _INDIC_VOWELS:
            return _INDIC_VOWELS[letter]
        return _INDIC_CONSONANTS.get(letter, letter.lower().removesuffix("a")) + "a"
    if name.startswith("VOWEL SIGN "):
        return "-" + _INDIC_VOWELS.get(name.removeprefix("VOWEL SIGN "), "")
    return {"SIGN VIRAMA": "-", "SIGN ANUSVARA": "n", "SIGN CANDRABINDU": "n", "SIGN VISARGA": "h"}.get(
        name, "" if kind == "SIGN" else None
    )


@lru_cache(maxsize=65536)
def _sound(part: str) -> str:
    for written, said in _SAME:
        part = part.replace(written, said)
    once = part[:1] + "".join(char for before, char in pairwise(part) if char != before)
    plain = once[:1] + once[1:].replace("h", "")
    return plain[:-1] if len(plain) > 2 and plain.endswith("a") else plain
