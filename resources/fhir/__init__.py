"""Seeds 001 and 004: FHIR STU3 under an organisation."""
