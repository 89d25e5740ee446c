"""A round begins: a name, a programme, and an organiser."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.programme.programme import Programme, presets
from cohorts.rounds.accounts.staff_name import one_line
from cohorts.rounds.act import acting
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import keep_stood
from cohorts.rounds.asking.stood import Stood
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import Role
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import account, role
from cohorts.store.tables import round_ as round_table

OBJECT = "round"


def new_round(store: Store, actor: Actor, name: str, programme: str | Programme) -> RoundKey:
    """Whoever makes it is its organiser. ``programme``: the name of a preset, or one that was read.

    Raises InputError where the name or the programme cannot be, RefusedError where the actor is
    neither the administrator nor the organiser of another round.
    """
    called = one_line(name)
    preset = programme if isinstance(programme, str) else programme.name
    if isinstance(programme, str) and preset not in presets():
        raise InputError(
            Problem("programme.unknown", preset, {"given": preset, "known": presets()})
        )
    with store.writing() as connection:
        check_may_begin(connection, actor)
        key = begun(connection, actor, called, preset)
        with acting(connection, actor, key, "round.new", object_=OBJECT):
            if isinstance(programme, Programme):
                stood = Stood(programme, programme)
                keep_stood(connection, key, stood, keys_in(connection, key))
            return key


def begun(connection: Connection, actor: Actor, name: str, preset: str) -> RoundKey:
    """The row of a round, and its first role."""
    key = RoundKey(new_key())
    row = {"key": key, "name": name, "preset": preset, "made_at": now()}
    connection.execute(insert(round_table), row)
    made_organiser(connection, actor, key)
    return key


def made_organiser(connection: Connection, actor: Actor, round_: RoundKey) -> None:
    """Of a round in which nobody has a role yet."""
    row = {"round": round_, "account": actor.key, "role": Role.ORGANISER.value}
    connection.execute(insert(role), row)


def check_may_begin(connection: Connection, actor: Actor) -> None:
    """Raises RefusedError."""
    here = account.c.key == actor.key
    found = connection.scalar(
        select(account.c.administrator).where(here, account.c.revoked_at.is_(None))
    )
    organises = select(role.c.round).where(
        role.c.account == actor.key, role.c.role == Role.ORGANISER.value
    )
    if found is None or not (found or connection.scalar(organises.limit(1))):
        raise RefusedError(Problem("rounds.may_not_begin"))
