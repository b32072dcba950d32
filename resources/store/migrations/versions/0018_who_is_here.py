"""Who is here, by their latest change: counted, listed and asked what is new without reading every person's row."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """One index in place of another; no row changes."""
    op.drop_index(op.f("ix_patient_changed_at"), "patient")
    here = sa.text("forgotten_at IS NULL")
    op.create_index("ix_patient_here", "patient", ["changed_at"], sqlite_where=here)
