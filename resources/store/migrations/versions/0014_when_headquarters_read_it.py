"""A result of headquarters has two times: when it was signed there, and when it came here."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Empty for whatever was signed on this laptop."""
    op.add_column("opinion", sa.Column("stated_at", sa.String(32)))
