"""Seed 002: DICOMweb studies and workitems."""
