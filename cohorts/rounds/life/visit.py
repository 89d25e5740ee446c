"""When somebody last looked at a round."""

from __future__ import annotations

from sqlalchemy import ColumnElement, insert, select, update

from cohorts.rounds.act import check_role
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import visit as visit_table


def last_visit(store: Store, actor: Actor, round_: RoundKey) -> str | None:
    """When it was; None: never. Raises RefusedError where the round is not theirs to see."""
    with store.reading() as connection:
        check_role(connection, actor, round_, EVERYBODY)
        return connection.scalar(select(visit_table.c.at).where(*_here(actor, round_)))


def visit(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Now. It changes nothing of the round, so nothing is logged.

    Raises RefusedError where the round is not theirs to see.
    """
    with store.writing() as connection:
        check_role(connection, actor, round_, EVERYBODY)
        here = update(visit_table).where(*_here(actor, round_)).values(at=now())
        if not connection.execute(here).rowcount:
            row = {"round": round_, "account": actor.key, "at": now()}
            connection.execute(insert(visit_table), row)


def _here(actor: Actor, round_: RoundKey) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (visit_table.c.round == round_, visit_table.c.account == actor.key)
