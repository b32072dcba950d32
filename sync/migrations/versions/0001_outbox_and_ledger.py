"""The first tables of sync: what must still travel, where each reader stands, and what headquarters has confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything from nothing. Receipts can be added and never changed: the database itself refuses."""
    op.create_table(
        "outbox",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("instance_uid", sa.String(64), nullable=False, unique=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.String(32)),
        sa.Column("lease_until", sa.String(32)),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
    )
    op.create_index("ix_outbox_state", "outbox", ["state", "next_at"])
    op.create_table(
        "sync_fact",
        sa.Column("name", sa.String(128), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "receipt",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("instance_uid", sa.String(64), nullable=False),
        sa.Column("headquarters", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_receipt_instance_uid", "receipt", ["instance_uid", "n"])
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER receipt_no_{what.lower()} BEFORE {what} ON receipt "
            "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
        )
