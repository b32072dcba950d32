"""What headquarters asks to be read: each task, how far we are with it, and the key under which it is ours there."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """One row for each task of a headquarters; none is ever deleted."""
    op.create_table(
        "task",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("there", sa.String(16), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("patient_uuid", sa.String(36), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("transaction_uid", sa.String(64), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("finishing", sa.Boolean(), nullable=False),
        sa.Column("wished_by", sa.String(64), nullable=False),
        sa.Column("wished_at", sa.String(32)),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.String(32)),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("settled_by", sa.String(64), nullable=False),
        sa.UniqueConstraint("server", "uid"),
    )
    op.create_index("ix_task_step", "task", ["server", "step"])
