"""Who may take a round along: whoever organises it, until it holds what members said."""

from __future__ import annotations

from sqlalchemy import Connection, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import check_role, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.named_votes import check_sits_not
from cohorts.rounds.balloting.reason_to_see import reason_to_see
from cohorts.rounds.judging.stage_head import Phase, stages_in
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import ORGANISERS, READERS, Role
from cohorts.rounds.standings.who_sees import check_not_tied, roles_of
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import interest, vote

OPEN = (Phase.JUDGING, Phase.TALKING)
"""While votes are taken or talked about."""


def check_may_export(connection: Connection, actor: Actor, round_: RoundKey) -> bool:
    """Gives whether votes and ties stand in it by name.

    Then only an auditor of the round takes it along, who sits in no committee of it and never did,
    and is kept from nobody: as with votes by name. Raises RefusedError; also while votes are taken
    or talked about, whoever asks.
    """
    check_role(connection, actor, round_, READERS)
    if not holds_votes_in(connection, round_):
        check_role(connection, actor, round_, ORGANISERS)
        return False
    for one in stages_in(connection, round_):
        if one.phase in OPEN:
            facts = {"stage": one.plan.stage.title, "number": one.number}
            raise RefusedError(Problem("rounds.votes_open", "", facts))
    if Role.AUDITOR not in roles_of(connection, round_, actor):
        raise RefusedError(Problem("rounds.holds_votes"))
    check_sits_not(connection, round_, actor)
    check_not_tied(connection, round_, actor, keys_in(connection, round_).ids)
    return True


def check_take_along(store: Store, actor: Actor, round_: RoundKey, reason: str = "") -> None:
    """Whether the file of the round would be given, before it is asked for and that is logged.

    Raises RefusedError as :func:`check_may_export` does; InputError for no reason where one is due.
    """
    with look(store, actor, round_, may=READERS) as connection:
        if check_may_export(connection, actor, round_):
            reason_to_see(reason)


def holds_votes(store: Store, actor: Actor, round_: RoundKey) -> bool:
    """Whether votes or ties stand in it by name. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return holds_votes_in(connection, round_)


def holds_votes_in(connection: Connection, round_: RoundKey) -> bool:
    """The same where the role was checked."""
    tables = (vote, interest)
    queries = (select(one.c.account).where(one.c.round == round_).limit(1) for one in tables)
    return any(connection.scalar(query) is not None for query in queries)
