"""A district of invented people, and the same people as somebody else wrote them down a year later. Repeats by its seed."""

import random
from collections.abc import Callable
from datetime import UTC, datetime

from resources.store.rows import PatientDetails, PatientRow

WHEN = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SPELLINGS = [
    ("Lakshmi", "Laxmi", "Laksmi"), ("Mohammed", "Muhammad", "Mohamed", "Mohammad"), ("Sita", "Seeta", "Sitha"),
    ("Ajay", "Ajai"), ("Krishna", "Krishnaa", "Krisna"), ("Fatima", "Fathima", "Fatimah"), ("Ganesh", "Ganesha"),
    ("Sunita", "Suneeta", "Sunitha"), ("Vijay", "Wijay", "Vijai"), ("Shanti", "Santi", "Shanthi"),
    ("Geeta", "Gita", "Geetha"), ("Aisha", "Ayesha", "Aysha"), ("Yusuf", "Yousuf", "Yusoof"), ("Rajesh", "Rajes"),
    ("Poonam", "Punam"), ("Sarita", "Saritha"), ("Mahesh", "Mahes"), ("Zainab", "Zaynab", "Zeinab"),
    ("Kavita", "Kavitha"), ("Anita", "Aneeta", "Anitha"), ("Ramesh", "Rames"), ("Suresh", "Sures"), ("Asha", "Aasha"),
    ("Omar", "Umar"), ("Chandra", "Chandhra"), ("Meena", "Mina"), ("Leela", "Lila"), ("Usha", "Oosha"),
    ("Parvati", "Parvathi"), ("Savitri", "Savithri"), ("Ibrahim", "Ebrahim"), ("Hussain", "Husain", "Hussein"),
    ("Joseph", "Josef"), ("Thomas", "Tomas"), ("Mary", "Mari"), ("Elizabeth", "Elisabeth"), ("Arjun", "Arjoon"),
    ("Radha", "Raadha"), ("Kamala", "Kamla"), ("Gauri", "Gowri", "Gouri"), ("Deepak", "Dipak"), ("Neelam", "Nilam"),
]  # fmt: skip
FAMILIES = [
    ("Devi", "Devee"), ("Singh", "Sing"), ("Kumar", "Kumaar"), ("Reddy", "Reddi"), ("Patel", "Pattel"), ("Das", "Dass"),
    ("Sharma", "Sarma"), ("Pillai", "Pillay"), ("Khan", "Kan"), ("Begum", "Begam"), ("Nair", "Nayar"), ("Rao", "Row"),
    ("Gupta", "Guptha"), ("Verma", "Varma"), ("Iyer", "Aiyar"), ("Chaudhary", "Choudhury"), ("Mishra", "Misra"),
    ("Yadav", "Yadaw"), ("Bibi", "Bebe"), ("Ansari", "Ansaari"), ("Thapa", "Tapa"), ("Gurung", "Gurong"),
    ("Tamang", "Tamanga"), ("Fernandes", "Fernandez"), ("D'Souza", "Dsouza"), ("Ahmed", "Ahmad"), ("Ali", "Aly"),
    ("Hassan", "Hasan"), ("Rahman", "Rehman"), ("Mandal", "Mondal"), ("Banerjee", "Banerji"), ("Ghosh", "Ghose"),
    ("Bhat", "Bhatt"), ("Joshi", "Joshy"), ("Kulkarni", "Kulkarny"), ("Gowda", "Gauda"), ("Naidu", "Nayudu"),
    ("Shetty", "Shetti"), ("Menon", "Menan"), ("Kurian", "Kuriyan"),
]  # fmt: skip
NATIVE = {
    "Lakshmi": "लक्ष्मी", "Mohammed": "محمد", "Sita": "सीता", "Ajay": "अजय", "Krishna": "कृष्ण", "Fatima": "فاطمة",
    "Sunita": "सुनीता", "Omar": "عمر", "Ibrahim": "ابراهيم", "Zainab": "زينب", "Kamala": "कमला", "Radha": "राधा",
    "Devi": "देवी", "Singh": "सिंह", "Kumar": "कुमार", "Khan": "خان", "Ali": "علي", "Ahmed": "احمد", "Sharma": "शर्मा",
}  # fmt: skip
HEADS = ("Mel", "Ala", "Tir", "Kov", "Per", "Sam", "Nar", "Cha", "Bel", "Gan", "Ram", "Vad", "Sul", "Pon", "Kar")
TAILS = ("ur", "pur", "gaon", "palli", "nagar", "kottai", "wadi", "abad")


def a_district(people: int, seed: int = 1) -> list[PatientRow]:
    """So many people; some of their names are common and some rare, as in life."""
    rng = random.Random(seed)
    return [_somebody(rng, place) for place in range(people)]


def _somebody(rng: random.Random, place: int) -> PatientRow:
    given, family = (_often_the_first(rng, names)[0] for names in (SPELLINGS, FAMILIES))
    given += rng.choice(["", "", "", "amma", "bai", " " + _often_the_first(rng, SPELLINGS)[0]])
    details = PatientDetails(
        given_name=given,
        family_name=family,
        sex=rng.choice("FM"),
        birth_year=rng.randrange(1936, 2012),
        village=rng.choice(HEADS) + rng.choice(TAILS),
        phone="9" + "".join(rng.choice("0123456789") for _ in range(9)) if rng.random() < 0.5 else "",
    )
    return PatientRow(place, f"uuid-{place}", f"{place}", f"C7A-{place:05}-0", details, 1, WHEN, WHEN)


def _often_the_first(rng: random.Random, names: list[tuple[str, ...]]) -> tuple[str, ...]:
    return names[min(int(rng.expovariate(3.0 / len(names))), len(names) - 1)]


def written_again(row: PatientRow, rng: random.Random) -> PatientDetails:
    """The same person as the next volunteer hears and types them: another spelling, a slip or another script, and a rough age."""
    how = rng.choice(WAYS)
    given, family = how(row.details.given_name, row.details.family_name, rng)
    if rng.random() < 0.15:
        given, family = family, given
    born = (row.details.birth_year or 1960) + rng.choice([-2, -1, -1, 0, 0, 0, 1, 1, 2])
    village = row.details.village if rng.random() < 0.9 else _a_slip(row.details.village, rng)
    native = not f"{given}{family}".isascii()
    return PatientDetails(
        given_name="" if native else given,
        family_name="" if native else family,
        native_name=f"{given} {family}" if native else "",
        sex=row.details.sex,
        birth_year=born,
        village=village,
        phone=row.details.phone if rng.random() < 0.3 else "",
    )


def _respelt(text: str, rng: random.Random) -> str:
    """Each word in another of its known spellings."""
    known = {names[0]: names for names in (*SPELLINGS, *FAMILIES)}
    words = [known.get(word, (word,)) for word in text.split()]
    return " ".join(rng.choice(names[1:] or names) for names in words)


def _a_slip(text: str, rng: random.Random) -> str:
    """One letter too many, too few, another one, or two that changed places."""
    at = rng.randrange(1, len(text))
    return rng.choice([
        text[:at] + text[at + 1 :],
        text[:at] + text[at - 1] + text[at:],
        text[:at] + rng.choice("aeiousnrt") + text[at + 1 :],
        text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
    ])  # fmt: skip


def _in_own_script(given: str, family: str, rng: random.Random) -> tuple[str, str]:
    words = f"{given} {family}".split()
    if all(word in NATIVE for word in words):
        return " ".join(NATIVE[word] for word in given.split()), NATIVE[family]
    return _respelt(given, rng), _respelt(family, rng)


WAYS: list[Callable[[str, str, random.Random], tuple[str, str]]] = [
    lambda given, family, rng: (_respelt(given, rng), _respelt(family, rng)),
    lambda given, family, rng: (_respelt(given, rng), family),
    lambda given, family, rng: (_a_slip(given, rng), family),
    lambda given, family, rng: (given, _a_slip(family, rng)),
    _in_own_script,
]
