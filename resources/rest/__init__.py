"""Seed 000: patients, photos and imaging studies as plain JSON under /api."""
