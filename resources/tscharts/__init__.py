"""Seed 003: pictures of people, and what they name, as the tscharts server answers under /tscharts/v1."""
