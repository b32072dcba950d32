"""What a drawing on a picture says, on the screen and in a letter: its length, or its note. Pure."""

from resources.store.annotations import Mark, Shape
from workstation.gui.words import Words


def mark_words(mark: Mark, words: Words) -> str:
    """A length in millimetres where the file says how large a pixel is, and in pixels; else the note, which may be empty."""
    if mark.shape is not Shape.RULER:
        return mark.text
    pixels = words("mark.pixels", n=round(mark.pixels))
    if mark.millimetres is None:
        return words.island(pixels)
    key = "mark.about-mm" if mark.spacing and mark.spacing.is_about else "mark.mm"
    return words.join([words(key, n=words.decimal(mark.millimetres, 2)), words.island(pixels)])
