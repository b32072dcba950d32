"""An opinion keeps how large its picture was on the screen."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Empty for whatever was signed before, or elsewhere."""
    op.add_column("opinion", sa.Column("zoom", sa.Double()))
