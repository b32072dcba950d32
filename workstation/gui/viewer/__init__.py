"""Reading: the pair of eyes at full size. OD is on the screen's left in every language; there is no flip."""
