"""Votes are by members, on who could be chosen, before the deadline, and not against a tie."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.checks.json_can_be_read import can_be_read
from cohorts.store.tables import interest, member, stage, vote

UNOPENED = frozenset({"planned", "interests"})
"""Phases in which there can be no vote."""
BLOCKS = frozenset({"handles", "personal", "abstains"})
"""Ties after which nobody votes on this applicant."""
BY_HAND = frozenset({"page", "paper"})
"""How a member votes; else it is what a ruling of the chair does to a vote of theirs."""


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each vote of which that is not so."""
    seats = {(row.round, row.account) for row in connection.execute(select(member))}
    candidates = dict(_candidates(connection))
    blocked = _blocked(connection)
    votes = select(vote, stage.c.round.label("whose"), stage.c.phase, stage.c.closes_at).join(
        stage, stage.c.key == vote.c.stage
    )
    order = (vote.c.stage, vote.c.account, vote.c.person, vote.c.number)
    for row in connection.execute(votes.order_by(*order)):
        ours = row.round == row.whose and (row.round, row.account) in seats
        ours = ours and row.phase not in UNOPENED and row.person in candidates[row.stage]
        late = row.closes_at is None or row.at >= row.closes_at
        since = blocked.get((row.stage, row.account, row.person))
        tied = since is not None and since < row.at
        if not ours or (row.how in BY_HAND and (late or tied)):
            place = f"vote {row.stage} {row.account} {row.person} {row.number}"
            yield Problem("store.unfit", place)


def _candidates(connection: Connection) -> Iterator[tuple[str, frozenset[str]]]:
    for key, named in connection.execute(select(stage.c.key, stage.c.candidates)):
        yield key, frozenset(json.loads(named) if named and can_be_read(named) else ())


def _blocked(connection: Connection) -> Mapping[tuple[str, str, str], str]:
    """Stage, account and person → since when; as it was said in that stage itself."""
    said = select(interest).where(interest.c.tie.in_(BLOCKS))
    return {(row.stage, row.account, row.person): row.at for row in connection.execute(said)}
