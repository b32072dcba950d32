"""What graders may say about an eye, and what follows from it. Pure: no clock, no table, no screen; nothing is ever guessed."""
