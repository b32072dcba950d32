"""What the acceptance sentences have at hand: a real window."""

from support.dressing import look, nothing_runs_on, wear

__all__ = ["look", "nothing_runs_on", "wear"]
