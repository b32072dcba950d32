"""Small previews of pictures that headquarters has and this laptop has not yet."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """One table, beside the studies."""
    op.create_table(
        "preview",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("instance_uid", sa.String(length=64), nullable=False),
        sa.Column("series_uid", sa.String(length=64), nullable=False),
        sa.Column("study_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("laterality", sa.String(length=1), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Integer(), nullable=False),
        sa.Column("acquired", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("came_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_preview_patient_pk_patient")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_preview")),
        sa.UniqueConstraint("instance_uid", name=op.f("uq_preview_instance_uid")),
    )
    op.create_index(op.f("ix_preview_patient_pk"), "preview", ["patient_pk"], unique=False)
