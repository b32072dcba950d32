"""The key of an event report is its Message ID, so it is never given twice."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """What waits keeps its number."""
    with op.batch_alter_table("notice", recreate="always", table_kwargs={"sqlite_autoincrement": True}):
        pass
