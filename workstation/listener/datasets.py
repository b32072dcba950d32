"""The data sets of DIMSE requests and answers, as the DICOM JSON Model: the same that the surfaces match and show."""

from resources.wire.coding import EXPLICIT, IMPLICIT
from resources.wire.dataset import read_elements
from resources.wire.dicomjson import Json, json_of
from resources.wire.elements import Limits
from resources.wire.fromjson import Manner, message
from resources.wire.uids import IMPLICIT_LITTLE
from workstation.listener.seams import Request

_LIMITS = Limits(elements=20_000, depth=16)


def asked(request: Request) -> Json:
    """The data set of a request. Raises Damaged or Invalid."""
    return json_of(read_elements(request.data, request.context.transfer_syntax, _LIMITS)) if request.data else {}


def written(data_set: Json, transfer_syntax: str, *, character_set: str = "ISO_IR 192", codec: str = "utf-8") -> bytes:
    """A data set for an answer in ``transfer_syntax``, in UTF-8 unless another character set is asked for."""
    coding = IMPLICIT if transfer_syntax == IMPLICIT_LITTLE else EXPLICIT
    return message(data_set, Manner(coding, character_set, codec))
