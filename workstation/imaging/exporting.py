"""Writing pictures out as DICOM files for somebody else, with what was put right applied. The station's own bytes stay."""

import os
from pathlib import Path

from resources.problems import Conflict
from resources.store import Store, patients, studies
from resources.store.published import published
from resources.store.vault import problem_of


def write_out(store: Store, target: Path, patient_key: str | None = None) -> int:
    """One file for each instance, in a folder for each study, named by our own ids. How many were written.

    Raises NotFound for nobody, Conflict for a folder that is not empty, StorageFull.
    """
    if target.exists() and any(target.iterdir()):
        raise Conflict("That folder is not empty. Choose an empty one, so that nothing is mixed up.")
    with store.read() as unit:
        wanted = (
            studies.of_patient(unit, patients.find(unit, patient_key).uuid) if patient_key else studies.listed(unit)
        )
        places = [(f"{row.public_id}", instance) for row in wanted for instance in row.instances if instance.digest]
    try:
        for number, (folder, instance) in enumerate(places, start=1):
            _write(store, target / folder / f"{number:06d}.dcm", instance.instance_uid)
    except OSError as reason:
        raise problem_of(reason) from reason
    return len(places)


def _write(store: Store, path: Path, instance_uid: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (
        published(store, instance_uid) as copy,
        os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file,
    ):
        for piece in copy.pieces:
            file.write(piece)
