"""Of a round at most one decision stands, the last; each is of a proposal of it, and was logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, or_, select

from cohorts.errors import Problem
from cohorts.store.tables import decision, event, proposal

DECIDED = "decision.decide"
"""The act of which each decision has one event."""


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each decision, and each round, of which that is not so."""
    last = select(decision.c.round, func.max(decision.c.number).label("number"))
    newest = last.group_by(decision.c.round).subquery()
    stands = decision.c.reopened_at.is_(None)
    earlier = decision.join(newest, newest.c.round == decision.c.round)
    two = (
        select(decision.c.key)
        .select_from(earlier)
        .where(stands, decision.c.number < newest.c.number)
    )
    for key in connection.scalars(two.order_by(decision.c.key)):
        yield Problem("store.two_decisions", f"decision {key}")
    half = or_(
        and_(stands, decision.c.reopened_by.is_not(None)),
        and_(~stands, decision.c.reopened_by.is_(None)),
    )
    elsewhere = select(decision.c.key).join(proposal, proposal.c.key == decision.c.proposal)
    wrong = elsewhere.where(or_(half, proposal.c.round != decision.c.round))
    for key in connection.scalars(wrong.order_by(decision.c.key)):
        yield Problem("store.unfit", f"decision {key}")
    kept = Counter(connection.scalars(select(decision.c.round)))
    logged = Counter(connection.scalars(select(event.c.chain).where(event.c.act == DECIDED)))
    for round_ in sorted(kept.keys() | logged.keys()):
        if kept[round_] != logged[round_]:
            yield Problem("store.unlogged", f"decision {round_}")
