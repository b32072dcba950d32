"""What the Camp page shows of cameras, as frozen values, from the store and from what the listener remembers. Decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from resources.problems import Invalid
from resources.store import numbers, turns
from resources.store.rows import CameraSample
from resources.store.store import Store
from resources.wire.camerarules import CameraRules, Trust, checked, stripped
from workstation.camerabook import CameraBook
from workstation.gui.words import Words

WORTH_SAYING = timedelta(minutes=2)
"""A clock that is wrong by less is not spoken of (hazard HZ-11)."""
LATEST = 5
"""Pictures in the preview of a rule."""


class Device(Protocol):
    """A calling AE title, as the listener last heard it."""

    @property
    def calling_ae(self) -> str: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def last_heard(self) -> datetime: ...  # noqa: D102
    @property
    def stored(self) -> int: ...  # noqa: D102


class Note(Protocol):
    """One line of the camera doctor."""

    @property
    def at(self) -> datetime: ...  # noqa: D102
    @property
    def calling_ae(self) -> str: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def sentence(self) -> str: ...  # noqa: D102
    @property
    def went_well(self) -> bool: ...  # noqa: D102
    @property
    def times(self) -> int: ...  # noqa: D102


class Hears(Protocol):
    """The listener, as far as this page needs it."""

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""

    def notes(self) -> Sequence[Note]:
        """What devices did lately, oldest first."""

    def cameras(self) -> Sequence[Device]:
        """Who was heard."""


class Echoed(Protocol):
    """What came of a test echo. ``finding`` is a word of ``listener/echo.py``."""

    @property
    def finding(self) -> str: ...  # noqa: D102
    @property
    def milliseconds(self) -> int: ...  # noqa: D102
    @property
    def went_well(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True)
class Facts:
    """What the station is set to, for "This camp"."""

    camp: str = ""
    numbers: str = ""
    organization: str = ""
    team: tuple[str, ...] = ()
    language: str = ""
    protocol: str = ""
    grading: str = ""
    zone: str = ""
    free_bytes: int = 0
    free_patients: int = 0


@dataclass(frozen=True)
class Services:
    """What the page asks for. Every callable may take long, and is called off the GUI thread."""

    hears: Hears
    book: CameraBook
    echo: Callable[[CameraRules], Echoed]
    facts: Callable[[], Facts]
    backup: Callable[[Path, str], Any]
    ae_title: str = "EYECAMP"
    listen_at: Callable[[str], None] | None = None
    """Open the listener to a network; ``None`` where the configuration has decided."""
    practise: Callable[[], object] | None = None


@dataclass(frozen=True)
class CameraView:
    """One camera of the list."""

    rules: CameraRules
    seconds: float | None = None
    stored: int = 0
    address: str = ""
    ahead: timedelta | None = None

    @property
    def is_new(self) -> bool:
        """It was heard, and nobody has said anything of it."""
        return self.rules == CameraRules(self.rules.ae_title) and self.seconds is not None


@dataclass(frozen=True)
class CampView:
    """The page's cameras at one moment; ``notes`` newest first."""

    cameras: tuple[CameraView, ...]
    notes: tuple[Note, ...]
    here: tuple[str, int]

    def find(self, ae_title: str) -> CameraView | None:
        """One camera."""
        return next((one for one in self.cameras if one.rules.ae_title == ae_title), None)

    def notes_of(self, ae_title: str) -> tuple[Note, ...]:
        """What that one did."""
        return tuple(note for note in self.notes if note.calling_ae.strip() == ae_title)

    @property
    def stranger(self) -> CameraView | None:
        """A new sender whose pictures are here and of whom nobody has said anything."""
        return next((one for one in reversed(self.cameras) if one.is_new and one.stored), None)


def read_camp(store: Store, services: Services) -> CampView:
    """How it stands now: those with rules first, then new ones as they were heard."""
    now, book = store.clock(), services.book
    heard = {device.calling_ae.strip(): device for device in services.hears.cameras()}
    titles = list(dict.fromkeys([*(rules.ae_title for rules in book.everyone()), *heard]))
    with store.read() as unit:
        clocks = {title: turns.clock_ahead(unit, title) for title in titles}
    seen = tuple(_view(book.rules(title), heard.get(title), now, clocks[title]) for title in titles)
    return CampView(seen, tuple(reversed(services.hears.notes())), services.hears.address)


def _view(rules: CameraRules, device: Device | None, now: datetime, ahead: timedelta | None) -> CameraView:
    if device is None:
        return CameraView(rules, ahead=ahead)
    return CameraView(rules, max(0.0, (now - device.last_heard).total_seconds()), device.stored, device.address, ahead)


def clock_sentence(ahead: timedelta | None, words: Words) -> str:
    """ "Its clock is 37 min ahead"; nothing while it is near enough, or not known."""
    if ahead is None or abs(ahead) < WORTH_SAYING:
        return ""
    minutes = round(abs(ahead).total_seconds() / 60)
    unit, n = ("minutes", minutes)
    if minutes >= 48 * 60:
        unit, n = "days", round(minutes / 1440)
    elif minutes >= 120:
        unit, n = "hours", round(minutes / 60)
    return words(f"camp.clock-{'ahead' if ahead > timedelta() else 'behind'}", by=words(f"camp.{unit}", n=n))


def reading_of(sample: CameraSample, strip: str, words: Words) -> str:
    """How a rule reads the Patient ID of one picture, and what follows from it."""
    number = stripped(sample.patient_id, strip)
    if not number:
        return words("rules.no-number")
    read = numbers.read(number)
    verdict = "not-ours" if read is None else "ours" if read.is_right else "wrong-digit"
    said = words("rules.reads", said=words.island(sample.patient_id), number=words.island(number))
    return words.join([said, words(f"rules.{verdict}")])


def problem_of(said: CameraRules) -> Invalid | None:
    """Why these rules cannot be kept; ``None`` when they can."""
    try:
        checked(said)
    except Invalid as problem:
        return problem
    return None


def blocked(rules: CameraRules) -> CameraRules:
    """The same camera, turned away."""
    return replace(rules, trust=Trust.BLOCKED)
