"""Words of the today pages."""

TEXTS: dict[str, tuple[str, str, str]] = {}
