"""The votes of a stage as the store has them: the last version of each counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from cohorts.rounds.balloting.vote_value import Judged, judged_of
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.store.keys import AccountKey, Key, PersonKey
from cohorts.store.tables import account, note, vote

PAPER = "paper"
"""How it came, where it was entered from paper."""
AGAIN = "again"
"""The same, where it says no more than that it is to be judged again."""


@dataclass(frozen=True)
class Vote:
    """``number``: of this version, from 1; ``how``: on the page, or on paper entered by ``by``.

    ``entered_by``: the name of who entered it from paper; else "".
    """

    number: int
    turn: int
    judged: Judged
    remark: str
    how: str
    at: str
    by: AccountKey
    entered_by: str = ""


Votes = Mapping[PersonKey, Vote]


def votes_by(connection: Connection, stage: StageKey, account: AccountKey) -> Votes:
    """Of one member."""
    return dict(_rows(connection, _last(stage).where(vote.c.account == account)))


def votes_but_again(
    connection: Connection, stage: StageKey, account: AccountKey, since: str
) -> Votes:
    """Of one member, as if from that moment on nobody had been asked to judge again."""
    theirs = or_(vote.c.how != AGAIN, vote.c.at < since)
    return dict(_rows(connection, _last(stage, theirs).where(vote.c.account == account)))


def all_votes(connection: Connection, stage: StageKey) -> Mapping[AccountKey, Votes]:
    """Of everybody: for counting alone."""
    found: dict[AccountKey, dict[PersonKey, Vote]] = {}
    query = _last(stage)
    for row in connection.execute(query.order_by(vote.c.account, vote.c.person)):
        own = found.setdefault(AccountKey(Key(row.account)), {})
        own[PersonKey(Key(row.person))] = _vote(row)
    return found


def _last(stage: StageKey, *which: ColumnElement[bool]) -> Select[Any]:
    """The last version of every vote, of those that are ``which``."""
    newest = (
        select(vote.c.account, vote.c.person, func.max(vote.c.number).label("number"))
        .where(vote.c.stage == stage, *which)
        .group_by(vote.c.account, vote.c.person)
        .subquery()
    )
    same = and_(
        newest.c.account == vote.c.account,
        newest.c.person == vote.c.person,
        newest.c.number == vote.c.number,
    )
    return (
        select(vote, note.c.text, account.c.name)
        .join(newest, same)
        .join(account, account.c.key == vote.c.by)
        .outerjoin(note, note.c.key == vote.c.note)
        .where(vote.c.stage == stage)
    )


def _rows(connection: Connection, query: Select[Any]) -> Iterator[tuple[PersonKey, Vote]]:
    for row in connection.execute(query.order_by(vote.c.person)):
        yield PersonKey(Key(row.person)), _vote(row)


def _vote(row: Any) -> Vote:
    return Vote(
        row.number,
        row.turn,
        judged_of(row.value),
        row.text or "",
        row.how,
        row.at,
        AccountKey(Key(row.by)),
        row.name if row.how == PAPER else "",
    )
