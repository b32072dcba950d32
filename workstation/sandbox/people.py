"""Invented people: names of many places, ages of a screening camp. The same seed gives the same people."""

import random
from collections.abc import Iterator

from resources.store.rows import PatientDetails

NAMES = (
    ("Lakshmi", "Devi", "லட்சுமி தேவி", "F", 1964),
    ("Ramesh", "Kumar", "रमेश कुमार", "M", 1968),
    ("Khadija", "Noor", "خديجة نور", "F", 1963),
    ("Abdul", "Rahman", "عبد الرحمن", "M", 1955),
    ("Mary", "Thomas", "", "F", 1960),
    ("Nguyễn Thị", "Hoa", "", "F", 1969),
    ("Gurpreet", "Singh", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "M", 1962),
    ("Sunita", "Tamang", "सुनिता तामाङ", "F", 1987),
    ("Peter", "Okello", "", "M", 1974),
    ("Fatima", "Begum", "فاطمہ بیگم", "F", 1971),
    ("Joseph", "Fernandes", "", "M", 1958),
    ("Amina", "Yusuf", "", "F", 1982),
    ("Murugan", "Selvam", "முருகன் செல்வம்", "M", 1977),
    ("Saroja", "Pillai", "சரோஜா பிள்ளை", "F", 1953),
    ("Tashi", "Dolma", "བཀྲ་ཤིས་སྒྲོལ་མ", "F", 1966),
    ("Omar", "Farouk", "عمر فاروق", "M", 1965),
)
VILLAGES = ("Melur North", "Alagar", "Kottampatti", "Melur South", "Vellalore", "Thumbaipatti")


def invented(count: int, seed: int = 7) -> Iterator[PatientDetails]:
    """So many people; after the sixteenth the given and family names are mixed anew."""
    rng = random.Random(seed)  # noqa: S311 - drawn people, not secrets
    for index in range(count):
        given, family, native, sex, born = NAMES[index % len(NAMES)]
        if index >= len(NAMES):
            family, native = rng.choice(NAMES)[1], ""
            born += rng.randrange(-12, 12)
        yield PatientDetails(
            given_name=given,
            family_name=family,
            native_name=native,
            sex=sex,
            birth_year=born,
            village=rng.choice(VILLAGES),
            phone=f"90000 {rng.randrange(10000, 99999)}",
            consent=True,
            diabetic_since=2026 - rng.randrange(2, 20) if rng.random() < 0.6 else None,
        )
