"""Which release a database is of, and how it becomes one of this."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from cohorts.errors import InputError, Problem
from cohorts.store.place import named

MIGRATIONS = Path(__file__).with_name("migrations")
VERSIONS = "versions"
RECORD = "alembic_version"
"""The table in which a database says of which release it is."""
NOTHING = ""
"""The release of a database that is empty."""


def known(folder: Path = MIGRATIONS) -> tuple[str, ...]:
    """The releases, oldest first: a migration's file is called after it, ``r01_…``."""
    files = pkgutil.iter_modules([str(folder / VERSIONS)])
    return tuple(sorted(file.name.split("_")[0] for file in files))


def release_of(connection: Connection, folder: Path = MIGRATIONS) -> str:
    """Of a database. Raises InputError where it is none of ours, or of a newer release."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return NOTHING
    place = named(connection.engine.url.render_as_string(hide_password=False))
    if RECORD not in tables:
        raise InputError(Problem("store.not_ours", place))
    found = connection.scalar(text(f"SELECT version_num FROM {RECORD}"))  # noqa: S608 - our own
    if found not in known(folder):
        raise InputError(Problem("store.newer", place))
    return str(found)


def migrate(connection: Connection, folder: Path = MIGRATIONS) -> None:
    """Brings what is there to this release, within a transaction of the caller."""
    # a third of a second to import, and needed once a release
    config = import_module("alembic.config").Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    import_module("alembic.command").upgrade(config, "head")
