"""Whatever the database no longer holds us to is named, and by the same words on both databases."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import text

from cohorts.store.checks.schema_holds import check
from cohorts.store.store import Store
from tests.cohorts.store.tampering import UndoneError

LOOSENED = {
    "sqlite": {
        "DROP TRIGGER event_no_update": "store.unguarded event event_no_update",
        "DROP TRIGGER event_no_delete": "store.unguarded event event_no_delete",
        "DROP TABLE visit": "store.loosened visit account, at, round, round+account",
        "ALTER TABLE note RENAME COLUMN text TO words": "store.loosened note text",
    },
    "postgresql": {
        "DROP TRIGGER event_no_change ON event": "store.unguarded event event_no_change",
        "ALTER TABLE event DISABLE TRIGGER ALL": "store.unguarded event event_no_change",
        "CREATE OR REPLACE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN NULL; END $$": "store.unguarded event event_no_change",
        "ALTER TABLE decision DROP CONSTRAINT uq_decision_round": (
            "store.loosened decision round+number"
        ),
        "ALTER TABLE told DROP CONSTRAINT fk_told_person": "store.loosened told person",
        "ALTER TABLE role DROP CONSTRAINT pk_role": "store.loosened role round+account+role",
        "ALTER TABLE note ALTER COLUMN text DROP NOT NULL": "store.loosened note text",
    },
}


def loosened(store: Store, statement: str) -> list[str]:
    """What is found after it, which is undone."""
    found: list[str] = []
    with suppress(UndoneError), store.writing() as connection:
        connection.execute(text(statement))
        found += [f"{problem.code} {problem.place}" for problem in check(connection)]
        raise UndoneError
    return found


def test_what_was_loosened_is_named(store: Store) -> None:
    for statement, told in LOOSENED[store.url.split("+")[0].split(":")[0]].items():
        assert loosened(store, statement) == [told]
