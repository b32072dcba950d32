"""Words of the Inbox."""

TEXTS: dict[str, tuple[str, str, str]] = {}
