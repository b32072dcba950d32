"""What the acceptance sentences have at hand: a real window, and a station of their own."""

from support.dressing import look, nothing_runs_on, wear
from support.reading import store

__all__ = ["look", "nothing_runs_on", "store", "wear"]
