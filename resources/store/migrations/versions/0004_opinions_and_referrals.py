"""Staff, opinions and referrals: whose hand, what was said of an eye, who must be seen."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "staff",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("initials", sa.String(length=4), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("pin_hash", sa.String(length=128), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.String(32), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("left_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("name", name=op.f("uq_staff_name")),
        sa.UniqueConstraint("uuid", name=op.f("uq_staff_uuid")),
    )
    op.create_table(
        "opinion",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("eye", sa.String(length=1), nullable=False),
        sa.Column("instance_uid", sa.String(length=64), nullable=False),
        sa.Column("absent", sa.String(length=128), nullable=False),
        sa.Column("scheme", sa.String(length=64), nullable=False),
        sa.Column("scheme_version", sa.String(length=16), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("is_preview", sa.Boolean(), nullable=False),
        sa.Column("quality", sa.String(length=16), nullable=False),
        sa.Column("screen_check", sa.String(length=32), nullable=False),
        sa.Column("is_second", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("replaces", sa.JSON(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("signed_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_opinion_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_opinion_uuid")),
    )
    op.create_index(op.f("ix_opinion_instance_uid"), "opinion", ["instance_uid"], unique=False)
    op.create_index("ix_opinion_visit", "opinion", ["patient_pk", "day"], unique=False)
    op.create_table(
        "referral",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("decided_by", sa.String(length=64), nullable=False),
        sa.Column("told_at", sa.String(32), nullable=True),
        sa.Column("told_by", sa.String(length=64), nullable=False),
        sa.Column("told_how", sa.String(length=32), nullable=False),
        sa.Column("attended_at", sa.String(32), nullable=True),
        sa.Column("attended_by", sa.String(length=64), nullable=False),
        sa.Column("closed_at", sa.String(32), nullable=True),
        sa.Column("closed_by", sa.String(length=64), nullable=False),
        sa.Column("closed_why", sa.String(length=256), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_referral_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_referral_uuid")),
    )
    op.create_index(op.f("ix_referral_closed_at"), "referral", ["closed_at"], unique=False)
    op.create_index(op.f("ix_referral_patient_pk"), "referral", ["patient_pk"], unique=False)
