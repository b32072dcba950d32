"""What all GUI tests have at hand."""

from support.bystick import other
from support.dressing import look, nothing_runs_on, wear
from support.reading import open_page, store
from support.referring import referrals_page

__all__ = ["look", "nothing_runs_on", "open_page", "other", "referrals_page", "store", "wear"]
