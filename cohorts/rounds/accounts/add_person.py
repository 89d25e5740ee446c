"""Somebody of the staff: an account, what they may be in a round, and a way in."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.account_named import account_named
from cohorts.rounds.accounts.first_account import made_account
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.installing import installing, log
from cohorts.rounds.accounts.spend_link import new_link
from cohorts.rounds.accounts.staff_name import one_line
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def add_person(
    store: Store, actor: Actor, name: str, round_: RoundKey | None = None, role: Role | None = None
) -> str | None:
    """Gives them an account and the secret of their personal address, and a role in a round.

    Who has an account under that name gets the role only, and no address (None). Raises
    RefusedError where the actor is not the administrator, or there is no such round; InputError
    where the name cannot be, or is there and no role is given.
    """
    called = one_line(name)
    with installing(store, actor) as connection:
        known = account_named(connection, called)
        if known is not None and round_ is None:
            raise InputError(Problem("accounts.name_taken", called))
        whose = known.actor if known else made_account(connection, called)
        if known is None:
            log(connection, actor, "accounts.add", account=whose.key)
        if round_ is not None:
            granted(connection, actor, round_, whose, role or Role.ORGANISER)
        return None if known else new_link(connection, whose.key)
