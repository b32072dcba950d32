"""The picture inside a stored file, as the JPEG that the camera made. Decodes nothing, and alters nothing."""

from typing import BinaryIO

from resources.problems import Damaged
from resources.wire.part10 import read_part10
from resources.wire.uids import JPEG_BASELINE

_ENCAPSULATED = b"\xe0\x7f\x10\x00OB\x00\x00\xff\xff\xff\xff"
_END = b"\xff\xd9"  # EOI, ITU-T T.81 B.1.1.3


def jpeg_of(stream: BinaryIO) -> bytes | None:
    """The only frame of a Part 10 file in JPEG Baseline (PS3.5 A.4.1); ``None`` where the picture is anything else.

    Raises:
        Damaged: the file says that it holds one, and does not.
    """
    if read_part10(stream).transfer_syntax_uid != JPEG_BASELINE:
        return None
    from pydicom import dcmread
    from pydicom.encaps import get_frame

    stream.seek(0)
    try:
        head = dcmread(stream, stop_before_pixels=True, force=True)
        frames = int(head.get("NumberOfFrames") or 1)
        if stream.read(len(_ENCAPSULATED)) != _ENCAPSULATED or frames != 1:
            return None
        frame = bytes(get_frame(stream, 0, number_of_frames=1))
    except Exception as error:
        raise Damaged("The picture of this instance cannot be taken out of its file.") from error
    return frame[:-1] if frame.endswith(_END + b"\0") else frame
