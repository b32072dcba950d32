"""Two records may be one person, by a link that can be taken apart."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """One table; nobody is joined."""
    op.create_table(
        "link",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("into_pk", sa.Integer(), nullable=False),
        sa.Column("is_joined", sa.Boolean(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_link_patient_pk")),
        sa.ForeignKeyConstraint(["into_pk"], ["patient.pk"], name=op.f("fk_link_into_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_link_uuid")),
    )
    for column in ("patient_pk", "into_pk"):
        op.create_index(op.f(f"ix_link_{column}"), "link", [column], unique=False)
