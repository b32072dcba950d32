"""A pretend fundus camera: draws pictures and sends them over a real association, as a camera on the table would."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pydicom
from pynetdicom import AE
from pynetdicom.sop_class import Verification  # type: ignore[attr-defined]

from resources.problems import Unavailable
from resources.store.rows import PatientRow
from resources.terms import Field, Laterality

OP8 = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
JPEG_BASELINE = "1.2.840.10008.1.2.4.50"


@dataclass(frozen=True)
class Shot:
    """One press of the shutter. ``person`` empty: the operator forgot to choose; ``side`` empty: the camera does not know."""

    jpeg: bytes
    person: PatientRow | None
    side: Laterality | None
    aim: Field
    taken_at: datetime
    study_uid: str


@dataclass
class PretendCamera:
    """Sends to one station; ``sent`` remembers the Part 10 bytes of everything that was acknowledged."""

    host: str
    port: int
    called_ae_title: str
    ae_title: str = "CAM1"
    sent: dict[str, bytes] = field(default_factory=dict)

    def echo(self) -> bool:
        """C-ECHO: whether the station answers."""
        association = self._association([(Verification, None)])
        status = association.send_c_echo()
        association.release()
        return bool(status) and status.Status == 0x0000

    def send(self, pictures: Sequence[bytes]) -> list[int]:
        """C-STORE Part 10 files over one association; gives the status of each."""
        association = self._association([(OP8, JPEG_BASELINE)])
        statuses = []
        for part10 in pictures:
            data_set = pydicom.dcmread(io.BytesIO(part10))
            answer = association.send_c_store(data_set)
            statuses.append(int(answer.Status) if answer else 0xFFFF)
            if statuses[-1] == 0x0000:
                self.sent[str(data_set.SOPInstanceUID)] = part10
        association.release()
        return statuses

    def _association(self, contexts: Sequence[tuple[str, str | None]]) -> AE:
        ae = AE(ae_title=self.ae_title)
        for abstract, transfer in contexts:
            ae.add_requested_context(abstract, transfer)
        association = ae.associate(self.host, self.port, ae_title=self.called_ae_title)
        if not association.is_established:
            raise Unavailable("The station does not answer the pretend camera.")
        return association
