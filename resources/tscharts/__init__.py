"""Seed 003: headshots as tscharts clients read and write them."""
