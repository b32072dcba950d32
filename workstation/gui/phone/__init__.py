"""A volunteer's phone takes the headshot: the code on the screen, and the photo that comes by it."""
