"""Cameras that a person has given rules."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """One row for each calling AE title, and the pictures of a camera found quickly."""
    op.create_table(
        "camera",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("ae_title", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("strip", sa.String(length=64), nullable=False),
        sa.Column("charset", sa.String(length=16), nullable=False),
        sa.Column("name_order", sa.String(length=16), nullable=False),
        sa.Column("clock_ahead", sa.Integer(), nullable=True),
        sa.Column("trust", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("ae_title", name=op.f("uq_camera_ae_title")),
    )
    op.create_index(op.f("ix_instance_calling_ae_title"), "instance", ["calling_ae_title"], unique=False)
