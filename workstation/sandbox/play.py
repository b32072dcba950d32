"""The sandbox, put together: a temporary folder, invented people, a pretend camera and headquarters, a station."""

import random
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from resources.store import patients, workitems
from resources.store.keys import KeyFile
from resources.store.rows import PatientDetails, PatientRow
from resources.terms import Field, Laterality, Origin
from workstation.compose import Station, open_station
from workstation.imaging.drawn_faces import headshot
from workstation.sandbox.camera import PretendCamera, Shot
from workstation.sandbox.headquarters import PretendHeadquarters
from workstation.settings import Settings

SETTING = (
    (Laterality.RIGHT, Field.MACULA),
    (Laterality.RIGHT, Field.DISC),
    (Laterality.LEFT, Field.MACULA),
    (Laterality.LEFT, Field.DISC),
)
"""The four pictures of a person."""


@dataclass
class Play:
    """A folder, its settings, and a headquarters that can be cut off."""

    folder: Path
    settings: Settings
    hq: PretendHeadquarters
    rng: random.Random

    @property
    def key_file(self) -> KeyFile:
        """What opens the throw-away station."""
        return KeyFile(self.folder / "key")

    def open(self) -> Station:
        """The station, not started yet."""
        return open_station(self.settings, self.key_file)

    def new_uid(self) -> str:
        """A UID as a camera makes them."""
        return f"2.25.{uuid.UUID(bytes=self.rng.randbytes(16), version=4).int}"

    def camera(self, station: Station, ae_title: str = "CAM1") -> PretendCamera:
        """A camera that is set up for this station."""
        host, port = station.listener.address
        called = station.settings.dicom.ae_title
        return PretendCamera(host, port, called, self.new_uid, station.store.clock, ae_title)

    def sitting(self, person: PatientRow | None, seed: int, count: int = 4) -> list[Shot]:
        """The pictures of one person, all of one study."""
        study_uid = self.new_uid()
        return [
            Shot(person, eye, aim, study_uid, number, seed * 2 + (eye is Laterality.LEFT), disease=seed % 3)
            for number, (eye, aim) in enumerate(SETTING[:count], start=1)
        ]


@contextmanager
def a_play() -> Iterator[Play]:
    """Everything, in a temporary folder that goes away at the end."""
    with tempfile.TemporaryDirectory(prefix="eyecamp-sandbox-") as name:
        hq = PretendHeadquarters()
        hq.start()
        try:
            yield Play(Path(name), _settings(Path(name) / "station", hq.url), hq, random.Random(2026))  # noqa: S311
        finally:
            hq.stop()


def register(station: Station, people: list[PatientDetails]) -> list[PatientRow]:
    """Register invented people, each with a drawn headshot and a place in the queue."""
    return [_register(station, details, seed) for seed, details in enumerate(people, start=1)]


def _register(station: Station, details: PatientDetails, seed: int) -> PatientRow:
    face = face_of(details, seed)
    blob = station.store.vault.admit(face)
    with station.store.write(Origin.PERSON, "sandbox") as unit:
        row = patients.register(unit, details)
        patients.set_photo(unit, row.uuid, blob, mime="image/jpeg", width=512, height=512)
        workitems.schedule(unit, row.uuid)
        return row


def face_of(details: PatientDetails, seed: int) -> bytes:
    """The drawn headshot of somebody invented."""
    return headshot(seed=seed, sex=details.sex, age=2026 - (details.birth_year or 1970))


def _settings(folder: Path, hq_url: str) -> Settings:
    plain = Settings(data_dir=folder)
    return replace(
        plain,
        language="en",
        camp=replace(plain.camp, name="Camp 7 Melur", prefix="C7", letter="A"),
        rest=replace(plain.rest, port=0),
        dicom=replace(plain.dicom, port=0),
        hq=replace(plain.hq, dicomweb_url=hq_url),
        sync=replace(plain.sync, interval=2),
        storage=replace(plain.storage, floor_bytes=0),
    )
