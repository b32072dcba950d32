"""The data dictionary (PS3.6) by tag and by keyword; pydicom's copy, which is imported at the first question."""

import re
from functools import cache

_EIGHT = re.compile(r"[0-9A-Fa-f]{8}", re.ASCII)
_GUESSED = {"US or SS": "US", "OB or OW": "OW", "US or OW": "OW", "US or SS or OW": "OW", "NONE": "UN"}
"""What a VR that depends on the rest of the data set is taken for. Signed pixels make SS of ``US or SS``."""


@cache
def vr_of(tag: int, *, signed: bool = False) -> str:
    """The VR that the dictionary gives to an attribute; UN for a private or unknown one (PS3.5 6.2.2)."""
    if not tag & 0xFFFF:
        return "UL"
    if tag >> 16 & 1:
        return "LO" if 0x10 <= tag & 0xFFFF <= 0xFF else "UN"  # private creators, PS3.5 7.8.1
    from pydicom.datadict import dictionary_VR

    try:
        found = dictionary_VR(tag)
    except KeyError:
        return "UN"
    return "SS" if signed and found == "US or SS" else _GUESSED.get(found, found)


@cache
def keyword_of(tag: int) -> str:
    """The keyword, empty for private and unknown attributes."""
    from pydicom.datadict import keyword_for_tag

    return keyword_for_tag(tag)


@cache
def tag_named(keyword: str) -> str | None:
    """Eight upper-case hex digits for a keyword or for such digits; ``None`` for what is neither."""
    if _EIGHT.fullmatch(keyword):
        return keyword.upper()
    from pydicom.datadict import tag_for_keyword

    found = tag_for_keyword(keyword) if keyword else None
    return None if found is None else f"{found:08X}"
