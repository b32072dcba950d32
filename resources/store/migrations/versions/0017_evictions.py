"""Files that left this laptop because headquarters has every byte of them."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """One row for each file that is on its way out, or gone."""
    op.create_table(
        "eviction",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("instance_uid", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_eviction")),
        sa.UniqueConstraint("digest", name=op.f("uq_eviction_digest")),
        sa.UniqueConstraint("instance_uid", name=op.f("uq_eviction_instance_uid")),
    )
