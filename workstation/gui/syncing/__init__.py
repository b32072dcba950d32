"""What headquarters has confirmed, what goes next, and what happened."""
