"""What is said in place of a picture that there is none of, or that nobody here can show. Pure; the next step stands below it."""

from resources.store.rows import InstanceRow
from workstation.gui.words import Words

STANDARD = "1.2.840.10008."
"""The root of DICOM's own UIDs (PS3.6); any other class is its maker's own."""


def unshown(row: InstanceRow, words: Words) -> str:
    """One plain sentence."""
    if row.is_pdf:
        return words("viewer.is-pdf")
    if not row.sop_class_uid.startswith(STANDARD):
        return words("tile.forward-only")
    return words("viewer.undecodable" if row.has_pixels else "viewer.no-pixels")


def file_name(row: InstanceRow) -> str:
    """What a copy of it is called, until somebody says otherwise: by its number alone, so that no name gets out."""
    kind = "pdf" if row.is_pdf else "dcm"
    return f"{row.uuid}.{kind}"
