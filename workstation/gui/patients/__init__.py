"""People: finding, registering, and one person's page."""
