#!/usr/bin/env python3
"""How long a search over 20,000 people takes, as the window makes it: `python tests/bench/search.py [PEOPLE]`.

Makes a station in a temporary folder (a minute or two; this disk does not wait for fsync), then asks each question 20 times: the
search alone, the search with what the list shows of each person, and the look-alikes of somebody who is being registered. Prints
the median and the worst of each. Asserts nothing.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.district import a_district, written_again  # noqa: E402
from support.stations import a_store  # noqa: E402

from resources.store import Store, patients  # noqa: E402
from resources.store.vault import Disk  # noqa: E402
from resources.terms import Origin  # noqa: E402
from workstation.gui.patients.crowd import Crowd, known  # noqa: E402
from workstation.gui.patients.look_alikes import look_alikes  # noqa: E402
from workstation.gui.patients.patients_page import read_found  # noqa: E402

TIMES = 20
IN_A_UNIT = 1000


def filled(folder: Path, count: int) -> Store:
    """A station with so many people."""
    store = a_store(folder, disk=Disk(fsync=lambda _: None, sync_folder=lambda _: None))
    district = a_district(count)
    for start in range(0, count, IN_A_UNIT):
        with store.write(Origin.IMPORT, "bench") as unit:
            for row in district[start : start + IN_A_UNIT]:
                patients.register(unit, row.details)
    return store


def measure(title: str, work: Callable[[], object]) -> None:
    """Say how long it took, in milliseconds."""
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    say(f"{title:<44}{statistics.median(taken):8.1f} ms, worst {max(taken):8.1f} ms")


def say(line: str) -> None:
    """To the terminal."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Fill, then ask."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder), count)
        with store.read() as unit:
            everybody = patients.listed(unit, limit=count)
        one = everybody[count // 2]
        questions = {
            "three letters": "lak",
            "a given name": "Laxmi",
            "both names, other spellings": "Fathima Ansaari",
            "a name in another script": "लक्ष्मी",
            "a number": str(one.number),
            "a phone": next(row.details.phone for row in everybody if row.details.phone),
            "nobody": "zzzz",
        }
        for title, text in questions.items():
            measure(f"search list, {title}", lambda text=text: read_found(store, text, lambda _: {}))
            measure(f"search box, {title}", lambda text=text: read_found(store, text, lambda _: {}, 5))
        crowd, rng = Crowd(known(row) for row in everybody), random.Random(2)
        look_alikes(one.details, crowd, 2026)
        measure("look-alikes while typing", lambda: look_alikes(written_again(rng.choice(everybody), rng), crowd, 2026))
        store.close()


if __name__ == "__main__":
    main()
