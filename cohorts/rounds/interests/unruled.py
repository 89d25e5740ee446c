"""Ties that were told while votes were taken and of which nobody ruled what they mean yet."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.interests.interest import Interests, blocked_for, interests_in
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.members.presiding import presiding
from cohorts.rounds.people.version_rows import erased_of
from cohorts.store.keys import AccountKey, PersonKey, RoundKey

Unruled = tuple[AccountKey, PersonKey]
"""Who told it, and of whom."""


def unruled(
    connection: Connection, round_: RoundKey, head: StageHead, ties: Interests
) -> tuple[Unruled, ...]:
    """Those of this stage; of who was erased there is nothing to rule any more."""
    gone = erased_of(connection, round_)
    return tuple(
        (member, person)
        for member, said in ties.items()
        for person, one in said.items()
        if one.late and one.stage == head.key and one.ruling is None and person not in gone
    )


def check_all_ruled(connection: Connection, round_: RoundKey, head: StageHead) -> None:
    """Raises RefusedError, which says who has to do what; never whom it is about."""
    ties = interests_in(connection, round_, head)
    left = unruled(connection, round_, head, ties)
    if not left:
        return
    now = interests_in(connection, round_)
    heard = all(presiding(connection, round_, blocked_for(now, person)) for _, person in left)
    code = "interests.unruled" if heard else "interests.nobody_rules"
    raise RefusedError(Problem(code, "", {"count": len(left)}))
