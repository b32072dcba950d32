"""What a camera says of its work by MPPS (PS3.4 annex F): a step that begins, and its end with the pictures it made."""

from pydicom.dataset import Dataset

MPPS = "1.2.840.10008.3.1.2.3.3"
OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"


def a_step(study_uid: str = "", patient_id: str = "", status: str = "IN PROGRESS") -> Dataset:
    scheduled = Dataset()
    scheduled.StudyInstanceUID, scheduled.ScheduledProcedureStepID = study_uid, "1"
    ds = Dataset()
    ds.ScheduledStepAttributesSequence = [scheduled]
    ds.PatientID, ds.PatientName = patient_id, "Devi^Lakshmi"
    ds.PerformedProcedureStepStatus, ds.PerformedStationAETitle, ds.Modality = status, "CAM1", "OP"
    ds.PerformedSeriesSequence = []
    return ds


def the_end(*instances: str, status: str = "COMPLETED") -> Dataset:
    ds = Dataset()
    ds.PerformedProcedureStepStatus = status
    series = Dataset()
    series.SeriesInstanceUID, series.ReferencedImageSequence = "1.2.3.9", []
    for uid in instances:
        image = Dataset()
        image.ReferencedSOPClassUID, image.ReferencedSOPInstanceUID = OP, uid
        series.ReferencedImageSequence.append(image)
    ds.PerformedSeriesSequence = [series]
    return ds
