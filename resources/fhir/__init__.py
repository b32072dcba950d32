"""Seeds 001 and 004: ImagingStudy, Patient and Endpoint of FHIR STU3, under an organisation or under /fhir."""
