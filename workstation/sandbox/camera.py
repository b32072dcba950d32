"""A pretend fundus camera: takes drawn pictures and sends them over a real association, as a camera on the table would."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pydicom
from pynetdicom import AE
from pynetdicom.association import Association

from resources.problems import Unavailable
from resources.store.rows import PatientRow
from resources.terms import Field, Laterality
from resources.wire.header import Identity
from resources.wire.photograph import Sitting, photograph
from workstation.imaging.drawn_eyes import fundus
from workstation.sandbox.resting import use_resting_associations

OP8 = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
VERIFICATION = "1.2.840.10008.1.1"
SUCCESS = 0x0000


@dataclass(frozen=True)
class Shot:
    """One press of the shutter. Without ``person`` the operator forgot to choose one, and the camera does not say which eye."""

    person: PatientRow | None
    eye: Laterality
    aim: Field
    study_uid: str
    number: int
    seed: int
    disease: int = 0


@dataclass
class PretendCamera:
    """Sends to one station; ``sent`` remembers the Part 10 bytes of everything that was acknowledged."""

    host: str
    port: int
    called_ae_title: str
    new_uid: Callable[[], str]
    clock: Callable[[], datetime]
    ae_title: str = "CAM1"
    size: int = 1200
    sent: dict[str, bytes] = field(default_factory=dict)

    def echo(self) -> bool:
        """C-ECHO: whether the station answers."""
        association = self._association(VERIFICATION)
        answer = association.send_c_echo()
        association.release()
        return "Status" in answer and int(answer.Status) == SUCCESS

    def take(self, shot: Shot) -> bytes:
        """A Part 10 file: a drawn retina as an Ophthalmic Photography 8 Bit instance."""
        identity = Identity()
        if shot.person is not None:
            details = shot.person.details
            identity = Identity(
                patient_id=shot.person.number or "", name=shot.person.person_name.partition("=")[0], sex=details.sex
            )
        sitting = Sitting(
            identity=identity,
            laterality=shot.eye,
            field=shot.aim,
            taken_at=self.clock(),
            study_uid=shot.study_uid,
            series_uid=f"{shot.study_uid}.1",
            instance_number=shot.number,
        )
        jpeg = fundus(shot.eye, shot.aim, seed=shot.seed, disease=shot.disease, size=self.size)
        made = photograph(jpeg, sitting, self.new_uid)
        part10 = made.file_meta + made.data_set
        return part10 if shot.person is not None else _without_eye(part10)

    def send(self, pictures: Sequence[bytes]) -> list[int]:
        """C-STORE Part 10 files over one association; gives the status of each."""
        association = self._association(OP8, JPEG_BASELINE)
        statuses = []
        for part10 in pictures:
            data_set = pydicom.dcmread(io.BytesIO(part10))
            answer = association.send_c_store(data_set)
            statuses.append(int(answer.Status) if "Status" in answer else 0xFFFF)
            if statuses[-1] == SUCCESS:
                self.sent[str(data_set.SOPInstanceUID)] = part10
        association.release()
        return statuses

    def _association(self, abstract_syntax: str, transfer_syntax: str | None = None) -> Association:
        use_resting_associations()
        ae = AE(ae_title=self.ae_title)
        ae.add_requested_context(abstract_syntax, transfer_syntax)
        association = ae.associate(self.host, self.port, ae_title=self.called_ae_title)
        if not association.is_established:
            raise Unavailable("The station does not answer the pretend camera.")
        return association


def _without_eye(part10: bytes) -> bytes:
    data_set = pydicom.dcmread(io.BytesIO(part10))
    del data_set.ImageLaterality
    out = io.BytesIO()
    data_set.save_as(out, enforce_file_format=True)
    return out.getvalue()
