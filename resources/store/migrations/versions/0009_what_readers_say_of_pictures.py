"""The quality of single pictures, and the daily look at this laptop's screen."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Two tables."""
    op.create_table(
        "quality",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("instance_uid", sa.String(length=64), nullable=False),
        sa.Column("quality", sa.String(length=16), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("said_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_quality_uuid")),
    )
    op.create_index(op.f("ix_quality_instance_uid"), "quality", ["instance_uid"], unique=False)
    op.create_table(
        "screen_check",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_seen", sa.Boolean(), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("checked_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_screen_check_uuid")),
    )
    op.create_index(op.f("ix_screen_check_day"), "screen_check", ["day"], unique=False)
