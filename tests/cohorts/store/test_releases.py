"""A database of an older release is copied, brought up to date and examined; a newer one is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from cohorts.errors import InputError, StoreError
from cohorts.store.place import data_folder, file_of
from cohorts.store.releases import MIGRATIONS, known
from cohorts.store.store import Store, opened
from cohorts.store.tables import metadata
from cohorts.store.upgrading import bring_up_to_date
from tests.cohorts.store.a_round import fill

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "r98"
down_revision = "{before}"


def upgrade() -> None:
    table = sa.table("round", sa.column("name"))
    op.execute(sa.update(table).values(name="as the later release has it"))
    op.execute("{also}")
"""


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        fill(connection)
    return store


def later(folder: Path, also: str) -> Path:
    """The migrations of a release after this one."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    text_ = LATER.format(before=known()[-1], also=also)
    (folder / "versions" / "r98_later.py").write_text(text_, encoding="utf-8")
    return folder


def name_of(store: Store) -> str:
    with store.reading() as connection:
        return str(connection.scalar(text("SELECT name FROM round")))


def copies(store: Store) -> list[Path]:
    file = file_of(store.url)
    return list(data_folder().glob("*.dump") if file is None else file.parent.glob("rounds-*"))


def back(store: Store) -> None:
    """Of this release again, for the doctor."""
    with store.writing() as connection:
        this = {"this": known()[-1]}
        connection.execute(text("UPDATE alembic_version SET version_num = :this"), this)


def test_the_tables_are_what_the_migrations_make(store: Store) -> None:
    """If not: ``python -m tests.cohorts.store.write_migration``; after a release, a new one."""
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_an_older_one_is_copied_and_brought_up_to_date(filled: Store, tmp_path: Path) -> None:
    folder = later(tmp_path / "migrations", "SELECT 1")
    bring_up_to_date(filled, folder)
    assert name_of(filled) == "as the later release has it"
    (copy,) = copies(filled)
    assert copy.stat().st_size > 1_000
    bring_up_to_date(filled, folder)
    assert copies(filled) == [copy]
    back(filled)


def test_where_something_does_not_hold_nothing_changes(filled: Store, tmp_path: Path) -> None:
    folder = later(tmp_path / "migrations", "UPDATE programme SET value = 'x'")
    with pytest.raises(StoreError, match="not_upgraded"):
        bring_up_to_date(filled, folder)
    assert name_of(filled) == "Najaar"
    assert len(copies(filled)) == 1


def test_a_newer_one_is_refused_and_left_alone(filled: Store, tmp_path: Path) -> None:
    bring_up_to_date(filled, later(tmp_path / "migrations", "SELECT 1"))
    with pytest.raises(InputError, match="newer"):
        opened(filled.url)
    assert name_of(filled) == "as the later release has it"
    back(filled)
