"""The log grows only: the database itself refuses to change or remove a row of it."""

from __future__ import annotations

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
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def keep_append_only(connection: Connection) -> None:
    """From now on. Rows of ``said`` can be removed: erasing somebody does."""
    for statement in STATEMENTS[connection.dialect.name]:
        connection.exec_driver_sql(statement)
