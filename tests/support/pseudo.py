"""Languages that nobody speaks: forty per cent longer than English, accented, and the same from right to left."""

from workstation.gui.style.look import Look
from workstation.gui.words import Words

ACCENTED = str.maketrans("AEIOUaeiouycnszCNSZ", "ÅÉÎÖÛåéîöüýçñšžÇÑŠŽ")
LONGER = 0.4
RLM = "\u200f"  # RIGHT-TO-LEFT MARK, UAX #9


def lengthened(text: str) -> str:
    """The text with marks on its letters and so much more of it, in words of at most eight letters."""
    more = round(len(text) * LONGER)
    words = [part for start in range(0, more, 9) if (part := "ñ" * min(8, more - start - 1))]
    return " ".join([text.translate(ACCENTED), *words]) if len(text) > 3 else text.translate(ACCENTED)


class PseudoWords(Words):
    """English, made long; mirrored where asked for."""

    def __init__(self, *, mirrored: bool) -> None:
        super().__init__("en")
        self._mirrored = mirrored

    @property
    def is_right_to_left(self) -> bool:
        return self._mirrored

    def __call__(self, key: str, **values: object) -> str:
        said = lengthened(super().__call__(key, **values))
        return f"{RLM}{said}" if self._mirrored else said


def a_pseudo_look(percent: int, *, mirrored: bool) -> Look:
    look = Look("daylight", "en", percent)
    look.words = PseudoWords(mirrored=mirrored)
    return look
