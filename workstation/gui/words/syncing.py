"""Words of the Sync page."""

TEXTS: dict[str, tuple[str, str, str]] = {}
