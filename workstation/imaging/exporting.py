"""Writing pictures out as DICOM files for somebody else, with what was put right applied. The station's own bytes stay."""

import os
from collections.abc import Iterator
from pathlib import Path

from resources.problems import Conflict, NotFound
from resources.store import Store, patients, station, studies
from resources.store.copies import copy_of
from resources.store.rows import InstanceRow, StudyRow
from resources.store.vault import problem_of
from resources.wire.document import document_of


def write_out(store: Store, target: Path, patient_key: str | None = None) -> int:
    """One file for each instance, in a folder for each study, named by our own ids. How many were written.

    Raises NotFound for nobody, Conflict for a folder that is not empty, StorageFull; NotFound when all the others were written,
    and some originals are at headquarters only.
    """
    if target.exists() and any(target.iterdir()):
        raise Conflict("That folder is not empty. Choose an empty one, so that nothing is mixed up.")
    with store.read() as unit:
        wanted = (
            studies.of_patient(unit, patients.find(unit, patient_key).uuid) if patient_key else studies.listed(unit)
        )
        issuer = station.camp(unit).prefix
    every = [(study, instance) for study in wanted for instance in study.instances if instance.digest]
    places = [(study, one) for study, one in every if not store.vault.is_away(one.digest or "")]
    try:
        for number, (study, instance) in enumerate(places, start=1):
            _write(store, target / study.public_id / f"{number:06d}.dcm", instance, study, issuer)
    except OSError as reason:
        raise problem_of(reason) from reason
    if missing := len(every) - len(places):
        raise NotFound(f"{len(places)} pictures were written. Of {missing} more the original is at headquarters only.")
    return len(places)


def write_one(store: Store, instance_uid: str, path: Path) -> None:
    """One instance into that file: of a PDF the document itself, of anything else the DICOM file with what was put right.

    Raises NotFound, Damaged, StorageFull.
    """
    with store.read() as unit:
        instance = studies.instance(unit, instance_uid)
        study, issuer = studies.study(unit, instance.study_uid), station.camp(unit).prefix
    try:
        with path.open("wb") as file:
            for piece in (
                _document(store, instance) if instance.is_pdf else copy_of(store.vault, instance, study, issuer)[1]
            ):
                file.write(piece)
    except OSError as reason:
        raise problem_of(reason) from reason


def _document(store: Store, instance: InstanceRow) -> Iterator[bytes]:
    with store.vault.open(instance.digest or "") as stream:
        yield from document_of(stream)


def _write(store: Store, path: Path, instance: InstanceRow, study: StudyRow, issuer: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _, pieces = copy_of(store.vault, instance, study, issuer)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
