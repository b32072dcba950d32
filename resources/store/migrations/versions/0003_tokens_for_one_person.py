"""A token may be good for the records of one person only."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nobody's token is limited so far."""
    op.add_column("token", sa.Column("patient_uuid", sa.String(length=64), nullable=False, server_default=""))
