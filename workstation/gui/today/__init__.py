"""The home board: who waits, who is at the camera, who is to be read, and what headquarters has confirmed."""
