"""A diary of the station: what happened, with counts and UIDs, never with names or birth dates."""

import logging
import logging.handlers
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)-7s %(threadName)-14s %(name)s: %(message)s"
QUIET = ("pydicom", "pynetdicom", "httpx", "httpcore", "uvicorn", "PIL", "alembic")
"""Libraries that print data sets or addresses: only their errors are kept."""


class OneLine(logging.Formatter):
    """One record, one line: control characters cannot forge another."""

    def format(self, record: logging.LogRecord) -> str:
        """As usual, with line breaks of the message escaped; a traceback keeps its own."""
        text = super().format(record)
        head, _, trace = text.partition("\nTraceback")
        safe = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in head)
        return safe + ("\nTraceback" + trace if trace else "")


def begin(folder: Path | None, *, to_stderr: bool) -> None:
    """Write to ``folder``/eyecamp.log, ten files of 2 MB, and to stderr where asked."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    handlers: list[logging.Handler] = [logging.StreamHandler()] if to_stderr else []
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "eyecamp.log"
        handlers.append(logging.handlers.RotatingFileHandler(path, maxBytes=2 << 20, backupCount=10, encoding="utf-8"))
        path.chmod(0o600)
    for handler in handlers:
        handler.setFormatter(OneLine(FORMAT))
        root.addHandler(handler)
