"""The database still holds us to what it should: tables, columns, keys, and the log that grows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKeyConstraint,
    Table,
    UniqueConstraint,
    inspect,
    text,
)

from cohorts.errors import Problem
from cohorts.store.migrations.append_only import GUARDS
from cohorts.store.tables import metadata

GUARDED = {
    "sqlite": text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"),
    "postgresql": text(
        "SELECT t.tgname, pg_get_triggerdef(t.oid) || ' ' || p.prosrc FROM pg_trigger t"
        " JOIN pg_proc p ON p.oid = t.tgfoid"
        " JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = current_schema()::regnamespace"
        " WHERE NOT t.tgisinternal AND t.tgenabled = 'O'"
    ),
}
"""Name and text of every trigger that is on."""
Seen = set[tuple[Any, ...]]


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each table that lacks a column or constraint, and each guard that is gone."""
    there = _there(connection)
    for table in metadata.sorted_tables:
        if lacks := _wanted(table) - there.get(table.name, set()):
            what = sorted({str(one[1]) for one in lacks})
            yield Problem("store.loosened", f"{table.name} {', '.join(what)}")
    dialect = connection.dialect.name
    found = {row[0]: row[1] for row in connection.execute(GUARDED[dialect])}
    for name, words in GUARDS[dialect].items():
        if not all(word in found.get(name, "") for word in words):
            yield Problem("store.unguarded", f"event {name}")


def _wanted(table: Table) -> Seen:
    """Each thing that is asked of a table; first its kind, then the columns it is about."""
    wanted: Seen = {_column(column) for column in table.columns}
    wanted.add(("key", _listed(column.name for column in table.primary_key.columns)))
    for one in table.constraints:
        if isinstance(one, UniqueConstraint):
            wanted.add(("unique", _listed(one.columns.keys())))
        if isinstance(one, ForeignKeyConstraint):
            wanted.add(("foreign", _listed(one.columns.keys()), one.referred_table.name))
    return wanted


def _column(column: Column[Any]) -> tuple[Any, ...]:
    return ("column", column.name, bool(column.nullable))


def _there(connection: Connection) -> dict[str, Seen]:
    """Table → the same of what the database has."""
    looking = inspect(connection)
    found: dict[str, Seen] = {}
    for (_, table), columns in looking.get_multi_columns().items():
        found[table] = {("column", one["name"], one["nullable"]) for one in columns}
    for (_, table), key in looking.get_multi_pk_constraint().items():
        found[table].add(("key", _listed(key["constrained_columns"])))
    for (_, table), uniques in looking.get_multi_unique_constraints().items():
        found[table] |= {("unique", _listed(one["column_names"])) for one in uniques}
    for (_, table), keys in looking.get_multi_foreign_keys().items():
        found[table] |= {
            ("foreign", _listed(one["constrained_columns"]), one["referred_table"]) for one in keys
        }
    return found


def _listed(names: Any) -> str:
    return "+".join(map(str, names))
