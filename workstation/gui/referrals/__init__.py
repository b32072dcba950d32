"""Who must be seen, and whether somebody has told them."""
