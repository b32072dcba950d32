"""Headshots by webcam: which there are, the live picture, and what stands in the way. A webcam never takes an eye."""
