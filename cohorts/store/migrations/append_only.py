"""The log grows only: the database itself refuses to change or remove a row of it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

REFUSAL = "the log is only added to"
SQLITE = tuple(
    f"CREATE TRIGGER event_no_{act.lower()} BEFORE {act} ON event "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for act in ("UPDATE", "DELETE")
)
FUNCTION = f"""
CREATE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""
TRIGGER = """
CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON event
FOR EACH STATEMENT EXECUTE FUNCTION event_stays()
"""
POSTGRESQL = (FUNCTION, TRIGGER)
GUARDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sqlite": {
        f"event_no_{act.lower()}": (f"BEFORE {act}", REFUSAL) for act in ("UPDATE", "DELETE")
    },
    "postgresql": {"event_no_change": ("DELETE", "UPDATE", "TRUNCATE", "event_stays", REFUSAL)},
}
"""Database → trigger → what must stand in it."""
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def keep_append_only(connection: Connection) -> None:
    """From now on. Rows of ``said`` can be removed: erasing somebody does."""
    for statement in STATEMENTS[connection.dialect.name]:
        connection.exec_driver_sql(statement)
