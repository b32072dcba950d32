"""Reading tasks as a headquarters gives them: workitems that name a person and pictures, and what is signed here for them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import httpx
from support.grading import icdr
from support.restclient import SECRET
from support.travelling import Laptop, a_laptop
from support.workitems import an_item, kind_of

from resources.store import Store, opinions
from resources.store.opinions import Said
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from resources.wire.dicomjson import name_json
from sync import tasks as tasks_table
from sync.engine import SyncService
from sync.headquarters import HttpHeadquarters
from sync.tasking import Tasks
from sync.taskplan import Step
from sync.tasks import TaskRow

EYES = (Laterality.RIGHT, Laterality.LEFT)


def one(vr: str, value: object) -> dict:
    return {"vr": vr, "Value": [value]}


def code(value: str, scheme: str = "DCM", meaning: str = "") -> dict:
    return {"00080100": one("SH", value), "00080102": one("SH", scheme), "00080104": one("LO", meaning or value)}


def a_task(person: PatientRow, *studies: str, label: str = "Please read", **more: object) -> dict:
    """A workitem that asks for an interpretation of these studies of that person."""
    named = [{"0020000D": one("UI", uid)} for uid in studies]
    return an_item(
        **{
            "00741204": one("LO", label),
            "00100010": one("PN", name_json(person.person_name)),
            "00100020": one("LO", person.number),
            "00100040": one("CS", person.details.sex),
            "00404018": one("SQ", code("110005", meaning="Interpretation")),
            "00404021": {"vr": "SQ", "Value": named},
            **more,
        }
    )


def ask(client: httpx.Client, uid: str, item: dict) -> None:
    """Headquarters puts it on its worklist."""
    answer = client.post(f"/dicom-web/workitems?{uid}", json=[item], headers={"Content-Type": "application/dicom+json"})
    assert answer.status_code == 201, answer.text


def at_hq(client: httpx.Client, uid: str) -> dict:
    """The task as headquarters shows it."""
    found = client.get(f"/dicom-web/workitems/{uid}").json()
    return found[0] if isinstance(found, list) else found


def state_at_hq(client: httpx.Client, uid: str) -> str:
    return at_hq(client, uid)["00741000"]["Value"][0]


def signs(
    store: Store, person: PatientRow, day: date, uids: Sequence[str], grades: str = "00", by: str = "Anjali Kumari"
) -> None:
    """A reader signs both eyes of that visit; ``uids`` are the pictures of the right and of the left eye."""
    said = [Said(eye, icdr(grade), uid) for eye, grade, uid in zip(EYES, grades, uids, strict=True)]
    with store.write(Origin.PERSON, by) as unit:
        opinions.sign(unit, person.uuid, day, said)


class Line(httpx.HTTPTransport):
    """A line that breaks once: before a request of that kind has gone (``after`` false), or when it was answered (``after``).

    Kinds are ``list``, ``look``, ``change`` and ``update``; ``skips``: so many pass before. ``sent`` says what was asked.
    """

    def __init__(self, breaks_at: str = "", *, after: bool = True, times: int = 1) -> None:
        super().__init__()
        self.breaks_at, self.after, self.left = breaks_at, after, times
        self.skips = 0
        self.sent: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        kind = kind_of(request)
        self.sent.append(kind)
        breaks = bool(kind) and kind == self.breaks_at and self.left > 0
        if breaks and self.skips:
            self.skips, breaks = self.skips - 1, False
        if breaks and not self.after:
            self.left -= 1
            raise httpx.ConnectError("no way")
        response = super().handle_request(request)
        if breaks:
            self.left -= 1
            response.close()
            raise httpx.ReadError("the answer was lost")
        return response


@contextmanager
def a_reader(folder: Path, base: str, *, letter: str = "B", line: Line | None = None) -> Iterator[Laptop]:
    """A laptop whose headquarters is the station at that address; its worklist knows it as ``CAMP7``."""
    url = f"{base.rstrip('/')}/dicom-web"

    def connect() -> HttpHeadquarters:
        return HttpHeadquarters(url, token=SECRET, transport=line)

    with a_laptop(folder, letter=letter, connect=None) as laptop:
        tasks = Tasks(laptop.store, Random(1), {"CAMP7"}, "CAMP7")
        laptop.sync = SyncService(laptop.store, connect, headquarters=url, rng=Random(1), tasks=tasks)
        yield laptop


def rows(laptop: Laptop) -> list[TaskRow]:
    """Every task that the laptop knows."""
    with laptop.store.read() as unit:
        servers = [laptop.sync._name]
        return [row for server in servers for row in tasks_table.listed(unit, server, tuple(Step))]


def takes(laptop: Laptop, by: str = "Anjali Kumari") -> TaskRow:
    """Somebody presses "Read this"."""
    [row] = rows(laptop)
    with laptop.store.write(Origin.PERSON, by) as unit:
        return tasks_table.take(unit, row.pk)
