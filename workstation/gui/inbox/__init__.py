"""Pictures without a person: whose they are, and which eye."""
