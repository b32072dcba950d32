"""The DICOM side: the door that cameras knock on, and what happens to their pictures before Success is said."""
