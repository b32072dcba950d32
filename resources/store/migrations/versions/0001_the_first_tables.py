"""The first tables: people, photos, studies, workitems, the change feed, tokens and facts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything from nothing."""
    op.create_table(
        "audit",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("target", sa.String(length=256), nullable=False),
        sa.Column("outcome", sa.Integer(), nullable=False),
        sa.Column("client_data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_table(
        "care_station",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("uid", sa.String(length=64), nullable=False),
        sa.Column("operation", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("study_uid", sa.String(length=64), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_kind_uid", "change", ["kind", "uid"], unique=False)
    op.create_index(op.f("ix_change_study_uid"), "change", ["study_uid"], unique=False)
    op.create_table(
        "clinic",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("location", sa.String(length=128), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_table(
        "fact",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "held",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("data_set_digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("instance_uid", sa.String(length=256), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("calling_ae_title", sa.String(length=16), nullable=False),
        sa.Column("received_at", sa.String(32), nullable=False),
        sa.Column("settled_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_held_uuid")),
    )
    op.create_index(op.f("ix_held_digest"), "held", ["digest"], unique=False)
    op.create_index(op.f("ix_held_instance_uid"), "held", ["instance_uid"], unique=False)
    op.create_table(
        "notice",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("ae_title", sa.String(length=16), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index(op.f("ix_notice_ae_title"), "notice", ["ae_title"], unique=False)
    op.create_table(
        "patient",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=64), nullable=False),
        sa.Column("public_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=True),
        sa.Column("family_name", sa.String(length=64), nullable=False),
        sa.Column("given_name", sa.String(length=64), nullable=False),
        sa.Column("native_name", sa.String(length=128), nullable=False),
        sa.Column("sex", sa.String(length=1), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("village", sa.String(length=64), nullable=False),
        sa.Column("phone", sa.String(length=32), nullable=False),
        sa.Column("phone_owner", sa.String(length=32), nullable=False),
        sa.Column("diabetic_since", sa.Integer(), nullable=True),
        sa.Column("consent", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("identifiers", sa.JSON(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("name_key", sa.String(length=160), nullable=False),
        sa.Column("name_words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("number", name=op.f("uq_patient_number")),
        sa.UniqueConstraint("public_id", name=op.f("uq_patient_public_id")),
        sa.UniqueConstraint("uuid", name=op.f("uq_patient_uuid")),
    )
    op.create_index(op.f("ix_patient_changed_at"), "patient", ["changed_at"], unique=False)
    op.create_index(op.f("ix_patient_name_key"), "patient", ["name_key"], unique=False)
    op.create_table(
        "subscription",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("ae_title", sa.String(length=16), nullable=False),
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("deletion_lock", sa.Boolean(), nullable=False),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("ae_title", "target", "filter", name=op.f("uq_subscription_ae_title_target_filter")),
    )
    op.create_index(op.f("ix_subscription_target"), "subscription", ["target"], unique=False)
    op.create_table(
        "token",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("secret_digest", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("revoked_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("name", name=op.f("uq_token_name")),
        sa.UniqueConstraint("secret_digest", name=op.f("uq_token_secret_digest")),
    )
    op.create_table(
        "clinic_station",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("clinic_pk", sa.Integer(), nullable=False),
        sa.Column("care_station_pk", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("name_es", sa.String(length=128), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("away_minutes", sa.Integer(), nullable=False),
        sa.Column("will_return_at", sa.String(32), nullable=False),
        sa.Column("active_patient_pk", sa.Integer(), nullable=True),
        sa.Column("next_patient_pk", sa.Integer(), nullable=True),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["active_patient_pk"], ["patient.pk"], name=op.f("fk_clinic_station_active_patient_pk")
        ),
        sa.ForeignKeyConstraint(
            ["care_station_pk"], ["care_station.pk"], name=op.f("fk_clinic_station_care_station_pk")
        ),
        sa.ForeignKeyConstraint(["clinic_pk"], ["clinic.pk"], name=op.f("fk_clinic_station_clinic_pk")),
        sa.ForeignKeyConstraint(["next_patient_pk"], ["patient.pk"], name=op.f("fk_clinic_station_next_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index(op.f("ix_clinic_station_care_station_pk"), "clinic_station", ["care_station_pk"], unique=False)
    op.create_index(op.f("ix_clinic_station_clinic_pk"), "clinic_station", ["clinic_pk"], unique=False)
    op.create_table(
        "photo",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("clinic_pk", sa.Integer(), nullable=True),
        sa.Column("care_station_pk", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text_digest", sa.String(length=64), nullable=True),
        sa.Column("mime", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["care_station_pk"], ["care_station.pk"], name=op.f("fk_photo_care_station_pk")),
        sa.ForeignKeyConstraint(["clinic_pk"], ["clinic.pk"], name=op.f("fk_photo_clinic_pk")),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_photo_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("uuid", name=op.f("uq_photo_uuid")),
    )
    op.create_index(op.f("ix_photo_care_station_pk"), "photo", ["care_station_pk"], unique=False)
    op.create_index(op.f("ix_photo_clinic_pk"), "photo", ["clinic_pk"], unique=False)
    op.create_index(op.f("ix_photo_digest"), "photo", ["digest"], unique=False)
    op.create_index(op.f("ix_photo_patient_pk"), "photo", ["patient_pk"], unique=False)
    op.create_table(
        "study",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=64), nullable=False),
        sa.Column("public_id", sa.String(length=64), nullable=False),
        sa.Column("study_uid", sa.String(length=64), nullable=False),
        sa.Column("source_study_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=True),
        sa.Column("identity", sa.JSON(), nullable=False),
        sa.Column("name_key", sa.String(length=160), nullable=False),
        sa.Column("name_words", sa.Text(), nullable=False),
        sa.Column("sent_id", sa.String(length=64), nullable=False),
        sa.Column("unmatched", sa.String(length=32), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=True),
        sa.Column("study_date", sa.String(length=8), nullable=False),
        sa.Column("study_time", sa.String(length=16), nullable=False),
        sa.Column("study_id", sa.String(length=16), nullable=False),
        sa.Column("accession_number", sa.String(length=64), nullable=False),
        sa.Column("description", sa.String(length=256), nullable=False),
        sa.Column("referrer", sa.String(length=256), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_study_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("public_id", name=op.f("uq_study_public_id")),
        sa.UniqueConstraint("study_uid", name=op.f("uq_study_study_uid")),
        sa.UniqueConstraint("uuid", name=op.f("uq_study_uuid")),
    )
    op.create_index(op.f("ix_study_changed_at"), "study", ["changed_at"], unique=False)
    op.create_index("ix_study_listing", "study", ["study_date", "study_uid"], unique=False)
    op.create_index(op.f("ix_study_name_key"), "study", ["name_key"], unique=False)
    op.create_index(op.f("ix_study_patient_pk"), "study", ["patient_pk"], unique=False)
    op.create_index(op.f("ix_study_sent_id"), "study", ["sent_id"], unique=False)
    op.create_index(op.f("ix_study_source_study_uid"), "study", ["source_study_uid"], unique=False)
    op.create_index(op.f("ix_study_started_at"), "study", ["started_at"], unique=False)
    op.create_table(
        "workitem",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("workitem_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_pk", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("station_ae_title", sa.String(length=16), nullable=False),
        sa.Column("label", sa.String(length=64), nullable=False),
        sa.Column("priority", sa.String(length=8), nullable=False),
        sa.Column("scheduled_at", sa.String(32), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=True),
        sa.Column("ended_at", sa.String(32), nullable=True),
        sa.Column("study_uid", sa.String(length=64), nullable=False),
        sa.Column("accession_number", sa.String(length=16), nullable=False),
        sa.Column("transaction_uid", sa.String(length=64), nullable=True),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["patient_pk"], ["patient.pk"], name=op.f("fk_workitem_patient_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("workitem_uid", name=op.f("uq_workitem_workitem_uid")),
    )
    op.create_index(op.f("ix_workitem_patient_pk"), "workitem", ["patient_pk"], unique=False)
    op.create_index(op.f("ix_workitem_scheduled_at"), "workitem", ["scheduled_at"], unique=False)
    op.create_index(op.f("ix_workitem_state"), "workitem", ["state"], unique=False)
    op.create_table(
        "series",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("series_uid", sa.String(length=64), nullable=False),
        sa.Column("source_series_uid", sa.String(length=64), nullable=False),
        sa.Column("study_pk", sa.Integer(), nullable=False),
        sa.Column("modality", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("description", sa.String(length=256), nullable=False),
        sa.Column("laterality", sa.String(length=1), nullable=True),
        sa.Column("station_name", sa.String(length=64), nullable=False),
        sa.Column("manufacturer", sa.String(length=64), nullable=False),
        sa.Column("model_name", sa.String(length=64), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["study_pk"], ["study.pk"], name=op.f("fk_series_study_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("series_uid", name=op.f("uq_series_series_uid")),
        sa.UniqueConstraint("study_pk", "source_series_uid", name=op.f("uq_series_study_pk_source_series_uid")),
    )
    op.create_index("ix_series_listing", "series", ["study_pk", "forgotten_at", "modality"], unique=False)
    op.create_index(op.f("ix_series_source_series_uid"), "series", ["source_series_uid"], unique=False)
    op.create_table(
        "instance",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("instance_uid", sa.String(length=64), nullable=False),
        sa.Column("series_pk", sa.Integer(), nullable=False),
        sa.Column("sop_class_uid", sa.String(length=64), nullable=False),
        sa.Column("transfer_syntax_uid", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=128), nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("laterality", sa.String(length=1), nullable=True),
        sa.Column("laterality_stated", sa.String(length=1), nullable=True),
        sa.Column("laterality_by", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=True),
        sa.Column("columns", sa.Integer(), nullable=True),
        sa.Column("frames", sa.Integer(), nullable=True),
        sa.Column("bits_allocated", sa.Integer(), nullable=True),
        sa.Column("photometric", sa.String(length=32), nullable=False),
        sa.Column("has_pixels", sa.Boolean(), nullable=False),
        sa.Column("acquired", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("data_set_digest", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("calling_ae_title", sa.String(length=16), nullable=False),
        sa.Column("received_at", sa.String(32), nullable=False),
        sa.Column("hidden", sa.String(length=128), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("forgotten_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["series_pk"], ["series.pk"], name=op.f("fk_instance_series_pk")),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("instance_uid", name=op.f("uq_instance_instance_uid")),
        sa.UniqueConstraint("uuid", name=op.f("uq_instance_uuid")),
    )
    op.create_index(op.f("ix_instance_digest"), "instance", ["digest"], unique=False)
    op.create_index("ix_instance_listing", "instance", ["series_pk", "forgotten_at", "digest"], unique=False)
    op.create_index(op.f("ix_instance_received_at"), "instance", ["received_at"], unique=False)
    op.create_table(
        "attribute_set",
        sa.Column("instance_pk", sa.Integer(), nullable=False),
        sa.Column("attributes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["instance_pk"], ["instance.pk"], name=op.f("fk_attribute_set_instance_pk")),
        sa.PrimaryKeyConstraint("instance_pk"),
    )
