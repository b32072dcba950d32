"""What headquarters read: each result in each version, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Rows are only added; what became of one is written beside it."""
    op.create_table(
        "heard",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("patient_uuid", sa.String(36), nullable=False),
        sa.Column("opinions", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("settled_by", sa.String(64), nullable=False),
        sa.UniqueConstraint("server", "key", "digest"),
    )
    op.create_index("ix_heard_state", "heard", ["state"])
