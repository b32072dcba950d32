"""The UIDs that reading and writing DICOM turns on (PS3.6 Annex A), and what a UID may look like (PS3.5 9)."""

import re

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
INFLATED = {
    DEFLATED: EXPLICIT_LITTLE,
    "1.2.840.10008.1.2.4.95": "1.2.840.10008.1.2.4.94",
    "1.2.840.10008.1.2.4.205": "1.2.840.10008.1.2.4.204",
}
"""Syntaxes whose whole data set is deflated, and the same without (PS3.5 A.5, A.7, A.10)."""
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
NATIVE = frozenset({IMPLICIT_LITTLE, EXPLICIT_LITTLE, DEFLATED, EXPLICIT_BIG, ""})
RLE = "1.2.840.10008.1.2.5"

OPHTHALMIC_PHOTOGRAPHY_8_BIT = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
RAW_DATA = "1.2.840.10008.5.1.4.1.1.66"
MEDIA_DIRECTORY = "1.2.840.10008.1.3.10"

IMPLEMENTATION_CLASS_UID = "2.25.43193239548388025156506284086016820641"
IMPLEMENTATION_VERSION_NAME = "EYECAMP_01"

_DIGITS = re.compile(r"[0-9]+(\.[0-9]+)*", re.ASCII)
_COMPRESSED = "1.2.840.10008.1.2.4."
_IMAGES = re.compile(
    r"1\.2\.840\.10008\.5\.1\.4\.1\.1\."
    r"(1(\.[123](\.1)?)?|2(\.[12])?|3\.1|4(\.[134])?|6\.[12]|7(\.[1-4])?|12\.[12](\.1)?|13\.1\.[1-5]|20|128(\.1)?|130|481\.1"
    r"|77\.1\.(1|2|4|6|1\.1|2\.1|4\.1|5\.[124578]))"
)  # the storage classes of PS3.4 B.5 whose IOD has the Image Pixel Module as mandatory
_ONE_STREAM = re.compile(r"1\.2\.840\.10008\.1\.2\.4\.(9[2345]|10[0-8])(\.1)?")  # Part 2 multi-component, JPIP, video


def is_uid(text: str) -> bool:
    """Whether ``text`` can serve as a UID. A component with leading zeros breaks PS3.5 9.1 but is in the field, so it passes."""
    return len(text) <= 64 and _DIGITS.fullmatch(text) is not None


def has_a_fragment_per_frame(transfer_syntax_uid: str) -> bool:
    """Whether each frame takes at least one fragment of its own (PS3.5 A.4); video is one stream in few fragments."""
    if transfer_syntax_uid == RLE:
        return True
    return transfer_syntax_uid.startswith(_COMPRESSED) and not _ONE_STREAM.fullmatch(transfer_syntax_uid)


def is_image(sop_class_uid: str) -> bool:
    """Whether an instance of this class must hold Pixel Data (PS3.3 A.1.4)."""
    return _IMAGES.fullmatch(sop_class_uid) is not None
