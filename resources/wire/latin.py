"""A name in the letters that an old camera can show. Pure; a help for the eye, never for telling people apart.

Accents fall away; Indic and Ethiopic letters are spelled by their Unicode names, Arabic ones by a table. It does not follow any
scheme of transliteration to the letter, and what it does not know becomes a question mark.
"""

import re
import unicodedata

_PLAIN = str.maketrans({
    "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
    "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng", "Ŋ": "Ng", "ɛ": "e", "ɔ": "o",
    "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "\u200c": "", "\u200d": "", "ـ": "",
})  # fmt: skip
_ARABIC = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "i", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "ى": "a", "ء": "", "ؤ": "u",
    "ئ": "i", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "i", "ے": "e", "ں": "n", "ٹ": "t", "ڈ": "d",
    "ڑ": "r", "ہ": "h", "ھ": "h", "و": "u", "ي": "i",
}  # fmt: skip
_FIRST = {"و": "w", "ي": "y", "ی": "y"}
_LETTER = re.compile(r"([A-Z]+) (LETTER|VOWEL SIGN|SYLLABLE|SIGN|AU LENGTH|DIGIT) ?([A-Z ]*)")
_FALLING = ("DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI")
"""In these scripts the vowel that is not written falls away at a word's end: Ram, not Rama."""
_SOUNDS = (
    ("glottal ", ""), ("vocalic rr", "ri"), ("vocalic r", "ri"), ("vocalic ll", "li"), ("vocalic l", "li"), ("ssa", "sha"),
    ("ca", "cha"), ("tt", "t"), ("dd", "d"), ("nn", "n"), ("ll", "l"), ("aa", "a"), ("ii", "i"),
    ("uu", "u"), ("ee", "e"), ("oo", "o"),
)  # fmt: skip
_NASAL = ("ANUSVARA", "CANDRABINDU", "BINDI", "TIPPI", "ADAK BINDI")
_MUTE = ("VIRAMA", "HALANT", "AL LAKUNA", "PULLI")
_SILENT = ("VISARGA", "NUKTA", "AVAGRAHA", "ADDAK")


def latin(text: str) -> str:
    """The same in ASCII: ``लक्ष्मी देवी`` is "Lakshmi Devi". The delimiters of a Person Name stay where they are."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    spelled = re.sub(r"[^\s^=\\]+", lambda found: _word(found[0]), plain)
    return re.sub(r"[^\x00-\x7f]", " ", spelled)  # what is left are the blanks of other scripts


def _word(word: str) -> str:
    if word.isascii():
        return word
    spelled = ""
    for place, char in enumerate(word):
        spelled = _with(spelled, char, is_first=place == 0)
    if _name(word[-1])[0] in _FALLING and _name(word[-1])[1] == "LETTER" and len(spelled) > 2:
        spelled = spelled.removesuffix("a")
    cased = any(char.isupper() or char.islower() for char in word)
    return spelled if cased else spelled[:1].upper() + spelled[1:]


def _with(spelled: str, char: str, *, is_first: bool) -> str:
    """What was spelled so far, and one more letter: a vowel sign takes the place of the vowel that is not written."""
    if char in _ARABIC:
        return spelled + (_FIRST.get(char, _ARABIC[char]) if is_first else _ARABIC[char])
    _, kind, sound = _name(char)
    if kind in ("VOWEL SIGN", "AU LENGTH"):
        return spelled.removesuffix("a") + _sound(sound)
    if sound in _MUTE:
        return spelled.removesuffix("a")
    if kind in ("LETTER", "SYLLABLE"):
        return spelled + _sound(sound)
    return spelled + ("n" if sound in _NASAL else _without_accent(char, sound))


def _without_accent(char: str, sound: str) -> str:
    base = unicodedata.normalize("NFKD", char)
    if unicodedata.combining(char) or sound in _SILENT:
        return ""
    ascii_only = "".join(one for one in base if one.isascii())
    return ascii_only or "?"


def _name(char: str) -> tuple[str, str, str]:
    """Script, kind and sound, as Unicode's name of a letter without case says them; empty for any other."""
    found = _LETTER.fullmatch(unicodedata.name(char, ""))
    return (found[1], found[2], found[3]) if found and "LATIN" not in found[1] else ("", "", "")


def _sound(name: str) -> str:
    sound = name.lower()
    for written, said in _SOUNDS:
        sound = sound.replace(written, said)
    return sound.replace(" ", "")
