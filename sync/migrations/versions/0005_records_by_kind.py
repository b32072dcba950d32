"""How many records of each kind still have to go is asked after every change: counted from an index."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """An index only; no row changes."""
    op.create_index("ix_record_kind", "record", ["kind", "state"])
