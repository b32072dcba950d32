"""Words of the patients pages."""

TEXTS: dict[str, tuple[str, str, str]] = {}
