"""The number on a person's card: camp prefix, laptop letter, running number, check digit, e.g. ``C7A-00042-7``. Pure.

Two laptops of a camp have different letters, so they can never give the same number. The check digit is Damm's (2004), over
the whole number: it finds every single wrong digit and every swap of two neighbours.
"""

import re
from dataclasses import dataclass

from resources.problems import Invalid

DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
START = 5
"""The interim digit Damm's algorithm begins with here."""
PATTERN = re.compile(r"([A-Z]{1,3}[0-9]{0,3})([A-Z])-?([0-9]{5,7})-?([0-9])\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read, with a check digit that may be wrong."""

    prefix: str
    letter: str
    running: int
    digit: str

    @property
    def is_right(self) -> bool:
        """The check digit fits."""
        return self.digit == check_digit(self.prefix, self.letter, self.running)

    def __str__(self) -> str:
        return f"{self.prefix}{self.letter}-{self.running:05d}-{self.digit}"


def make(prefix: str, letter: str, running: int) -> str:
    """The number as it is printed."""
    return str(Number(prefix, letter, running, check_digit(prefix, letter, running)))


def read(text: str) -> Number | None:
    """A number of our form, or ``None``; dashes and case do not matter."""
    found = PATTERN.match(text.strip().upper())
    return Number(found[1], found[2], int(found[3]), found[4]) if found else None


def checked_prefix(prefix: str, letter: str) -> tuple[str, str]:
    """The camp prefix and laptop letter in capitals. Raises Invalid for what could not be read back."""
    prefix, letter = prefix.strip().upper(), letter.strip().upper()
    if not re.fullmatch(r"[A-Z]{1,3}[0-9]{0,3}", prefix):
        raise Invalid(
            "A camp prefix is one to three letters, then up to three digits, like C7.", fields={"prefix": prefix}
        )
    if not re.fullmatch(r"[A-Z]", letter):
        raise Invalid("A laptop letter is one letter from A to Z.", fields={"letter": letter})
    return prefix, letter


def check_digit(prefix: str, letter: str, running: int) -> str:
    """One digit over all the others; a letter counts as its place in base 36."""
    interim = START
    for digit in "".join(str(int(char, 36)) for char in f"{prefix}{letter}{running:05d}"):
        interim = int(DAMM[interim][int(digit)])
    return str(interim)
