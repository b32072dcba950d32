"""Who was at which camera from when to when, what cameras say they did, and what they ask to be safe."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Three tables."""
    op.create_table(
        "turn",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("station_ae_title", sa.String(length=16), nullable=False),
        sa.Column("workitem_uid", sa.String(length=64), nullable=False),
        sa.Column("began_at", sa.String(32), nullable=False),
        sa.Column("ended_at", sa.String(32), nullable=True),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_turn_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index(op.f("ix_turn_began_at"), "turn", ["began_at"], unique=False)
    op.create_index(op.f("ix_turn_patient_pk"), "turn", ["patient_pk"], unique=False)
    op.create_table(
        "performed_step",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("step_uid", sa.String(length=64), nullable=False),
        sa.Column("workitem_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=True),
        sa.Column("station_ae_title", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("announced", sa.JSON(), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.String(32), nullable=False),
        sa.Column("ended_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_performed_step_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("step_uid", name=op.f("uq_performed_step_step_uid")),
    )
    for column in ("began_at", "patient_pk", "workitem_uid"):
        op.create_index(op.f(f"ix_performed_step_{column}"), "performed_step", [column], unique=False)
    op.create_table(
        "commitment",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("transaction_uid", sa.String(length=64), nullable=False),
        sa.Column("station_ae_title", sa.String(length=16), nullable=False),
        sa.Column("references", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.String(32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.String(32), nullable=True),
        sa.Column("taken_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint(
            "transaction_uid", "station_ae_title", name=op.f("uq_commitment_transaction_uid_station_ae_title")
        ),
    )
    op.create_index(op.f("ix_commitment_next_try_at"), "commitment", ["next_try_at"], unique=False)
