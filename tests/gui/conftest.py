"""What all GUI tests have at hand."""

from support.dressing import look, nothing_runs_on, wear

__all__ = ["look", "nothing_runs_on", "wear"]
