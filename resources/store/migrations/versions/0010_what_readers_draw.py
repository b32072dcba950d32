"""Lengths, arrows, ellipses and notes beside pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """One table."""
    op.create_table(
        "annotation",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("instance_uid", sa.String(length=64), nullable=False),
        sa.Column("frame", sa.Integer(), nullable=False),
        sa.Column("shape", sa.String(length=16), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spacing", sa.JSON(), nullable=False),
        sa.Column("replaces", sa.String(length=36), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_annotation_uuid")),
    )
    op.create_index(op.f("ix_annotation_instance_uid"), "annotation", ["instance_uid"], unique=False)
