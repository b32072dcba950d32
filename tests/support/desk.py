"""The camera's desk: a store, a listener with worklist, steps and commitment, and somebody who calls people to cameras."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydicom import dcmread
from pydicom.dataset import Dataset
from support.shared import tool
from support.stations import Clock, a_store, lakshmi

from resources.store import Store, filing, patients, studies, turns
from resources.store.rows import PatientRow, StudyRow
from resources.terms import Origin
from resources.wire.camerarules import CameraRules
from workstation.listener.commitment import CallingBack, Committing
from workstation.listener.receive import Receiver
from workstation.listener.scp import Listener
from workstation.listener.services import Services
from workstation.listener.steps import Steps
from workstation.listener.worklist import Worklist


@dataclass
class CameraDesk:
    store: Store
    clock: Clock
    listener: Listener
    calling_back: CallingBack
    rules: dict[str, CameraRules] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return self.listener.address[1]

    @property
    def sentences(self) -> list[str]:
        return [note.sentence for note in self.listener.notes()]

    def registers(self, **details: object) -> PatientRow:
        with self.store.write(Origin.PERSON, "grace") as unit:
            return patients.register(unit, lakshmi(**details))

    def calls(self, person: PatientRow, station: str = "CAM1") -> None:
        with self.store.write(Origin.PERSON, "grace") as unit:
            turns.call(unit, person.uuid, station)

    def of(self, person: PatientRow) -> list[StudyRow]:
        with self.store.read() as unit:
            return studies.of_patient(unit, person.uuid)

    def inbox(self) -> list[StudyRow]:
        with self.store.read() as unit:
            return studies.inbox(unit)

    def held(self) -> int:
        with self.store.read() as unit:
            return len(filing.held(unit))


@contextmanager
def a_camera_desk(
    folder: Path,
    *,
    rules: Sequence[CameraRules] = (),
    shows_waiting: bool = False,
    store: Store | None = None,
    **options,
) -> Iterator[CameraDesk]:
    clock = options.setdefault("clock", Clock())
    kept = store or a_store(folder, **options)
    known = {one.ae_title: one for one in rules}  # a test may change them while it runs

    def rules_of(ae_title: str) -> CameraRules:
        return known.get(ae_title) or CameraRules(ae_title)

    calling_back = CallingBack(kept, rules_of=rules_of, calling_ae="EYECAMP", doctor=lambda: listener.doctor)
    others = Services(
        Worklist(kept, rules_of=rules_of, shows_waiting=shows_waiting),
        Steps(kept, rules_of=rules_of),
        Committing(kept, rules_of=rules_of, wake=calling_back.wake),
    )
    listener = Listener(Receiver(kept, rules_of=rules_of), port=0, others=others)
    listener.start()
    try:
        yield CameraDesk(kept, clock, listener, calling_back, known)
    finally:
        calling_back.stop()
        listener.stop()
        if store is None:
            kept.close()


KEYS = (
    "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "AccessionNumber", "StudyInstanceUID",
    "RequestedProcedureID", "RequestedProcedureDescription", "ReferringPhysicianName",
)  # fmt: skip
STEP_KEYS = (
    "Modality", "ScheduledStationAETitle", "ScheduledProcedureStepStartDate", "ScheduledProcedureStepStartTime",
    "ScheduledProcedureStepID", "ScheduledProcedureStepDescription",
)  # fmt: skip


def findscu(port: int, folder: Path, *keys: str, title: str = "CAM1", options: Sequence[str] = ()) -> list[Dataset]:
    """What dcmtk's worklist client is answered; ``keys`` are ``PatientID=…`` or ``Modality=OP``."""
    found = folder / "found"
    found.mkdir(exist_ok=True)
    for old in found.iterdir():
        old.unlink()
    asked = dict.fromkeys([*KEYS, *STEP_KEYS], "") | dict(key.split("=", 1) for key in keys)
    step = "ScheduledProcedureStepSequence[0]."
    flags = [
        part
        for key, value in asked.items()
        for part in ("-k", f"{step if key in STEP_KEYS or key == 'ScheduledProcedureStepStatus' else ''}{key}={value}")
    ]
    command = [tool("/usr/bin/findscu"), "-W", "-X", "-od", str(found), "-aet", title, *options, *flags]
    ran = subprocess.run([*command, "127.0.0.1", str(port)], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    return [dcmread(path, force=True) for path in sorted(found.iterdir())]
