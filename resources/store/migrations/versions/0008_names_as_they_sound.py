"""People are found as their name sounds, in any spelling and script; those who are here already too."""

import sqlalchemy as sa
from alembic import op

from resources.wire.namesound import sounds

revision = "0008"
down_revision = "0007"

NAMES = ("given_name", "family_name", "native_name")


def upgrade() -> None:
    """A column of its own: what other surfaces search stays what it was."""
    op.add_column("patient", sa.Column("sound_words", sa.Text(), nullable=False, server_default=""))
    patient = sa.table("patient", sa.column("pk"), sa.column("sound_words"), *(sa.column(name) for name in NAMES))
    bind = op.get_bind()
    for row in bind.execute(sa.select(patient)).all():
        heard = " ".join(sound for name in NAMES for sound in sounds(getattr(row, name)))
        bind.execute(sa.update(patient).where(patient.c.pk == row.pk).values(sound_words=f" {heard} "))
