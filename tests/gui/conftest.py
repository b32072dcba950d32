"""What all GUI tests have at hand."""

from support.dressing import look, nothing_runs_on, wear
from support.reading import open_page, store

__all__ = ["look", "nothing_runs_on", "open_page", "store", "wear"]
