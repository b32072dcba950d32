"""What is written about people travels too: an entry for each record, and what a person must decide about one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """One row for each record, however often it is edited; disputes stay for ever, both values with them."""
    op.create_table(
        "record",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("patient_uuid", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.String(32)),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("needs_patient", sa.Boolean(), nullable=False),
        sa.Column("remote", sa.Text(), nullable=False),
        sa.Column("made_here", sa.Boolean(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.UniqueConstraint("kind", "uid"),
    )
    op.create_index("ix_record_state", "record", ["state", "next_at"])
    op.create_table(
        "dispute",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("field", sa.String(64), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("mine", sa.Text(), nullable=False),
        sa.Column("theirs", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("choice", sa.String(8), nullable=False),
        sa.Column("settled_by", sa.String(64), nullable=False),
        sa.Column("settled_at", sa.String(32)),
        sa.Column("applied", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_dispute_record", "dispute", ["kind", "uid", "field"])
