"""The closed lists that every room shares, with their DICOM and FHIR codes. Nothing here touches a file or a socket."""

from enum import StrEnum


class Laterality(StrEnum):
    """Which eye an instance shows, as Image Laterality (0020,0062). Unknown is ``None``, never a member: nothing guesses it."""

    RIGHT = "R"
    LEFT = "L"
    BOTH = "B"

    @property
    def word(self) -> str:
        """RIGHT, LEFT or BILATERAL, as seed 000 writes it."""
        return {"R": "RIGHT", "L": "LEFT", "B": "BILATERAL"}[self.value]

    @property
    def eye(self) -> str:
        """OD, OS or OU, as clinicians write it."""
        return {"R": "OD", "L": "OS", "B": "OU"}[self.value]

    @property
    def snomed(self) -> str:
        """The SNOMED CT code that FHIR STU3 carries (HL7 value set bodysite-laterality)."""
        return {"R": "419465000", "L": "419161000", "B": "51440002"}[self.value]

    @classmethod
    def of(cls, text: str | None) -> "Laterality | None":
        """Read any of the spellings (R, RIGHT, OD …); ``None`` for anything that does not say an eye."""
        folded = (text or "").strip().upper()
        for side in cls:
            if folded in (side.value, side.word, side.eye):
                return side
        return cls.BOTH if folded == "BOTH" else None


class Origin(StrEnum):
    """Who caused a Change. Changes that came from headquarters do not travel back to it."""

    CAMERA = "camera"
    PERSON = "person"
    REST = "rest"
    IMPORT = "import"
    STATION = "station"
    HQ = "hq"


class Kind(StrEnum):
    """What a Change is about."""

    PATIENT = "patient"
    PHOTO = "photo"
    STUDY = "study"
    SERIES = "series"
    INSTANCE = "instance"
    PREVIEW = "preview"
    WORKITEM = "workitem"
    HELD = "held"
    TURN = "turn"
    PERFORMED_STEP = "performed-step"
    COMMITMENT = "commitment"
    CLINIC = "clinic"
    CARE_STATION = "care-station"
    CLINIC_STATION = "clinic-station"
    CAMERA = "camera"
    OPINION = "opinion"
    REFERRAL = "referral"
    QUALITY = "quality"
    SCREEN_CHECK = "screen-check"
    ANNOTATION = "annotation"
    STAFF = "staff"
    LINK = "link"
    CARD = "card"
    LETTER = "letter"
    CAMP_DAY = "camp-day"


class Operation(StrEnum):
    """What happened to it."""

    CREATE = "create"
    AMEND = "amend"
    FORGET = "forget"


class Availability(StrEnum):
    """Instance Availability (0008,0056), also FHIR's required binding."""

    ONLINE = "ONLINE"
    NEARLINE = "NEARLINE"
    OFFLINE = "OFFLINE"
    UNAVAILABLE = "UNAVAILABLE"


class WorkitemState(StrEnum):
    """Procedure Step State (0074,1000), PS3.4 CC.1.1."""

    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN PROGRESS"
    COMPLETED = "COMPLETED"
    CANCELED = "CANCELED"


class StepState(StrEnum):
    """Performed Procedure Step Status (0040,0252), PS3.3 C.4.14."""

    IN_PROGRESS = "IN PROGRESS"
    COMPLETED = "COMPLETED"
    DISCONTINUED = "DISCONTINUED"


class Field(StrEnum):
    """What part of the eye was aimed at: the protocol's places on the screen."""

    MACULA = "macula"
    DISC = "disc"
    EXTERNAL = "external"


class Unmatched(StrEnum):
    """Why a picture waits in the Inbox instead of filing itself (hazard HZ-20)."""

    NO_NUMBER = "no-number"
    NOT_OUR_NUMBER = "not-our-number"
    WRONG_CHECK_DIGIT = "wrong-check-digit"
    UNKNOWN_NUMBER = "unknown-number"
    OTHER_SEX = "other-sex"
    OTHER_BIRTH_YEAR = "other-birth-year"
    OTHER_NAME = "other-name"
    TWO_PEOPLE_ONE_STUDY = "two-people-one-study"
    MOVED_OUT = "moved-out"
    NOT_AT_CAMERA = "not-at-camera"


class StaffRole(StrEnum):
    """What somebody does in the camp."""

    VOLUNTEER = "volunteer"
    GRADER = "grader"
    DOCTOR = "doctor"
    LEAD = "lead"
