"""Who may take a round along: whoever organises it, until it holds what members said."""

from __future__ import annotations

from sqlalchemy import Connection, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.installing import check_administrator
from cohorts.rounds.act import check_role
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import Phase, stages_in
from cohorts.rounds.roles import ORGANISERS, READERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.tables import interest, vote

AUDITORS = frozenset({Role.AUDITOR})


def check_may_export(connection: Connection, actor: Actor, round_: RoundKey) -> None:
    """Votes stand in it by name, so then only an auditor of the round, or the administrator.

    Raises RefusedError; also while votes are taken or talked about, whoever asks.
    """
    check_role(connection, actor, round_, READERS)
    if not _holds_votes(connection, round_):
        check_role(connection, actor, round_, ORGANISERS)
        return
    for one in stages_in(connection, round_):
        if one.phase in (Phase.JUDGING, Phase.TALKING):
            facts = {"stage": one.plan.stage.title, "number": one.number}
            raise RefusedError(Problem("rounds.votes_open", "", facts))
    if not _is_trusted(connection, actor, round_):
        raise RefusedError(Problem("rounds.holds_votes"))


def _holds_votes(connection: Connection, round_: RoundKey) -> bool:
    tables = (vote, interest)
    queries = (select(one.c.account).where(one.c.round == round_).limit(1) for one in tables)
    return any(connection.scalar(query) is not None for query in queries)


def _is_trusted(connection: Connection, actor: Actor, round_: RoundKey) -> bool:
    """Whether they are an auditor of it, or administer the installation."""
    try:
        check_role(connection, actor, round_, AUDITORS)
    except RefusedError:
        try:
            check_administrator(connection, actor)
        except RefusedError:
            return False
    return True
