"""The first release that keeps rounds."""

from __future__ import annotations

from alembic import op

from cohorts.store.migrations.append_only import keep_append_only
from cohorts.store.tables import metadata

revision = "r01"
down_revision = None


def upgrade() -> None:
    """All tables."""
    metadata.create_all(op.get_bind())
    keep_append_only(op.get_bind())
