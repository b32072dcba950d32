"""Text of a data set in any Specific Character Set (0008,0005), PS3.3 C.12.1.1.2 and PS3.5 6.1.2. Never raises, never warns.

pydicom could do this, but it warns with the value in hand, and a warning with a person's name in it must not exist. What
cannot be read becomes U+FFFD; where no character set is declared and the bytes are UTF-8, they are read as that.
"""

import re
from collections.abc import Sequence

_LATIN = "latin_1"
_CODECS = {
    "6": _LATIN,  # ASCII; its upper half is not defined, Latin-1 is what most senders mean by it
    "13": "shift_jis",
    "100": _LATIN,
    "101": "iso8859_2",
    "109": "iso8859_3",
    "110": "iso8859_4",
    "126": "iso8859_7",
    "127": "iso8859_6",
    "138": "iso8859_8",
    "144": "iso8859_5",
    "148": "iso8859_9",
    "166": "tis_620",
    "203": "iso8859_15",
    "58": "gb2312",
    "87": "iso2022_jp",
    "149": "euc_kr",
    "159": "iso2022_jp_2",
    "192": "utf_8",
}
_WHOLE = {"GB18030": "gb18030", "GBK": "gbk", "ISO 2022 GBK": "gbk", "ISO 2022 58": "gb2312"}
_ESCAPES = {
    b"(B": _LATIN,
    b"(J": "shift_jis",
    b")I": "shift_jis",
    b"-A": _LATIN,
    b"-B": "iso8859_2",
    b"-C": "iso8859_3",
    b"-D": "iso8859_4",
    b"-F": "iso8859_7",
    b"-G": "iso8859_6",
    b"-H": "iso8859_8",
    b"-L": "iso8859_5",
    b"-M": "iso8859_9",
    b"-T": "tis_620",
    b"-b": "iso8859_15",
    b"$)A": "gb2312",
    b"$)C": "euc_kr",
    b"$B": "iso2022_jp",
    b"$(D": "iso2022_jp_2",
}  # PS3.3 Tables C.12-3 and C.12-4, without the ESC
_ESCAPE = re.compile(rb"\x1b(\$[()][A-Z]|\$[A-Z]|[()\-.][A-Za-z])")
_BREAK = re.compile(rb"[\\^=\t\n\f\r]")  # each gives the first character set back, PS3.5 6.1.2.5.3
_TERM = re.compile(r"ISO(?:_IR|[ _]2022[ _]IR)[ _](\d+)")


def codecs_of(specific_character_set: str) -> Sequence[str]:
    """Python's codecs for the terms of (0008,0005), first value first; empty where none is declared or known."""
    terms = [term.strip().upper().replace("-", "_") for term in specific_character_set.split("\\")]
    codecs = [_codec(term) for term in terms]
    if not any(codecs):
        return ()
    return tuple(codec or _LATIN for codec in codecs)


def _codec(term: str) -> str:
    matched = _TERM.fullmatch(term)
    return _CODECS.get(matched.group(1), "") if matched else _WHOLE.get(term, "")


def text_of(value: bytes, codecs: Sequence[str] = ()) -> str:
    """The text of a value, without the padding around it."""
    return decoded(value, codecs).strip(" \0")


def decoded(value: bytes, codecs: Sequence[str]) -> str:
    """The text of a value with its padding."""
    if b"\x1b" in value:
        return _escaped(value, codecs[0] if codecs else _LATIN)
    if value.isascii():
        return value.decode("ascii")
    return value.decode(codecs[0], "replace") if codecs else _undeclared(value)


def _undeclared(value: bytes) -> str:
    try:
        return value.decode("utf_8")
    except UnicodeDecodeError:
        return value.decode(_LATIN)


def _escaped(value: bytes, first: str) -> str:
    """Code extensions of ISO 2022: each stretch after an escape sequence has the character set that it names."""
    pieces: list[str] = []
    starts = [match.start() for match in _ESCAPE.finditer(value)]
    for start, end in zip([0, *starts], [*starts, len(value)], strict=True):
        stretch = value[start:end]
        escape = _ESCAPE.match(stretch)
        if escape is None:
            pieces.append(stretch.decode(first, "replace"))
        else:
            pieces.append(_stretch(stretch, escape, first))
    return "".join(pieces)


def _stretch(stretch: bytes, escape: re.Match[bytes], first: str) -> str:
    codec = _ESCAPES.get(escape.group(1), first)
    if codec.startswith("iso2022"):  # these codecs read the escape themselves; G0, so no break may stand inside
        return stretch.decode(codec, "replace")
    text = stretch[escape.end() :]
    broken = _BREAK.search(text)
    here, rest = (text, b"") if broken is None else (text[: broken.start()], text[broken.start() :])
    return here.decode(codec, "replace") + rest.decode(first, "replace")
