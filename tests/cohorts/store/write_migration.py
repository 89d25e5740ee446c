"""Writes the first migration anew from the tables.

``python -m tests.cohorts.store.write_migration``: only while no release keeps rounds yet; later a
change of a table is a migration of its own.
"""

from __future__ import annotations

import subprocess
import sys

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import UpgradeOps
from sqlalchemy import create_engine

from cohorts.store.releases import MIGRATIONS
from cohorts.store.tables import metadata

FILE = MIGRATIONS / "versions" / "r01_first.py"
HEAD = '''"""The first release that keeps rounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from cohorts.store.migrations.append_only import keep_append_only

revision = "r01"
down_revision = None


def upgrade() -> None:
    """All tables."""
    '''
TAIL = """
    keep_append_only(op.get_bind())
"""


def main() -> None:
    """Of a database in which nothing stands."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        made = produce_migrations(MigrationContext.configure(connection), metadata).upgrade_ops
    engine.dispose()
    code = render_python_code(made or UpgradeOps())
    lines = [line for line in code.splitlines() if "# ###" not in line]
    FILE.write_text(HEAD + "\n".join(lines).strip() + TAIL, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", FILE], check=True)


if __name__ == "__main__":
    main()
