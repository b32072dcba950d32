"""What an instance says about itself, as a frozen value. Filled by ``wire.dicom``; pixels are never part of it."""

from dataclasses import dataclass

from resources.terms import Laterality


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the sender says this is, decoded but otherwise as it came (PS3.3 C.7.1.1)."""

    patient_id: str = ""
    issuer: str = ""
    name: str = ""
    """Person Name with its component and representation delimiters, e.g. ``Devi^Lakshmi=லட்சுமி``."""
    birth_date: str = ""
    """DA, or whatever stood there."""
    sex: str = ""
    age: str = ""
    """AS, e.g. 062Y."""


@dataclass(frozen=True, slots=True)
class Header:
    """The attributes of one instance that filing, listing and searching need. Empty text and ``None`` mean absent."""

    sop_class_uid: str
    instance_uid: str
    study_uid: str
    series_uid: str
    transfer_syntax_uid: str
    identity: Identity = Identity()
    character_set: str = ""
    accession_number: str = ""
    study_id: str = ""
    study_date: str = ""
    study_time: str = ""
    study_description: str = ""
    referring_physician: str = ""
    modality: str = ""
    series_number: int | None = None
    series_description: str = ""
    station_name: str = ""
    manufacturer: str = ""
    model_name: str = ""
    instance_number: int | None = None
    image_type: str = ""
    """Backslash-separated, as in the data set."""
    image_laterality: str = ""
    """(0020,0062), as it came."""
    frame_laterality: str = ""
    """Frame Laterality (0020,9072) of the functional groups when all frames agree; ``?`` when they do not."""
    series_laterality: str = ""
    """(0020,0060), as it came."""
    measurement_laterality: str = ""
    """(0024,0113), as it came."""
    image_position_code: str = ""
    """Code Value of the first Relative Image Position (0022,001D)."""
    content_date: str = ""
    content_time: str = ""
    acquisition_date: str = ""
    acquisition_time: str = ""
    acquisition_datetime: str = ""
    timezone: str = ""
    rows: int | None = None
    columns: int | None = None
    frames: int | None = None
    samples_per_pixel: int | None = None
    bits_allocated: int | None = None
    photometric: str = ""
    burned_in_annotation: str = ""
    has_pixels: bool = False
    """A Pixel Data, Float Pixel Data or Double Float Pixel Data element is there."""
    calling_ae_title: str = ""
    """Source AE Title (0002,0016) of the file meta, where there is one."""

    @property
    def acquired(self) -> str:
        """When it was taken by the camera's clock, as a DT; empty where nothing says so."""
        return (
            self.acquisition_datetime
            or (self.acquisition_date + self.acquisition_time)
            or (self.content_date + self.content_time)
        )

    @property
    def laterality(self) -> Laterality | None:
        """The eye that is stated: image, frame, series or measurement; two that disagree are unknown (HZ-02)."""
        said = (
            self.image_laterality,
            self.frame_laterality,
            self.series_laterality,
            self.measurement_laterality,
        )
        stated = {text.strip() for text in said if text.strip()}
        only = stated.pop() if len(stated) == 1 else ""
        return Laterality(only) if only in ("R", "L", "B") else None
