"""Roles of a round: given and taken by the administrator, and logged in the chain of the round."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import acting
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.store.tables import role
from cohorts.store.tables import round_ as round_table

OBJECT = "roles"


def granted(
    connection: Connection, actor: Actor, round_: RoundKey, whose: Actor, given: Role
) -> None:
    """A role more, once. Raises RefusedError where there is no such round."""
    _check_round(connection, round_)
    here = (role.c.round == round_, role.c.account == whose.key, role.c.role == given)
    if connection.scalar(select(role.c.role).where(*here)) is not None:
        return
    with acting(connection, actor, round_, "roles.grant", object_=OBJECT) as doing:
        row = {"round": round_, "account": whose.key, "role": given.value}
        connection.execute(insert(role), row)
        doing.say({"account": whose.key, "name": whose.name, "role": given.value})


def withdrawn(connection: Connection, actor: Actor, round_: RoundKey, whose: Actor) -> None:
    """No role is left in that round. Raises RefusedError where there is no such round."""
    _check_round(connection, round_)
    here = (role.c.round == round_, role.c.account == whose.key)
    if connection.scalar(select(role.c.role).where(*here)) is None:
        return
    with acting(connection, actor, round_, "roles.withdraw", object_=OBJECT) as doing:
        connection.execute(delete(role).where(*here))
        doing.say({"account": whose.key, "name": whose.name})


def _check_round(connection: Connection, round_: RoundKey) -> None:
    if connection.scalar(select(round_table.c.key).where(round_table.c.key == round_)) is None:
        raise RefusedError(Problem("rounds.not_yours"))
