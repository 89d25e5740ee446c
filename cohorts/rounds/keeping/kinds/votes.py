"""Votes by name of a step that was decided, and what was noted with them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from cohorts.rounds.act import Acting
from cohorts.rounds.balloting.votes_gone import votes_gone
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.judging.stage_head import Phase, stages_in
from cohorts.rounds.keeping.kind import Item, Kind
from cohorts.store.keys import RoundKey
from cohorts.store.tables import note, passed, sent, vote


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    """By the key of the step; a step in which nobody voted has none.

    Of none while a decision is open again, for then somebody may object to what was counted; and
    not before the days after the decision are over.
    """
    decisions = decisions_in(connection, round_)
    last = standing(decisions)
    if decisions and last is None:
        return ()
    decided = "" if last is None else last.at
    gone = votes_gone(connection, round_)
    cast = set(connection.scalars(select(vote.c.stage).where(vote.c.round == round_).distinct()))
    first = select(passed.c.stage, func.min(passed.c.at).label("at")).group_by(passed.c.stage)
    at = {row.stage: row.at for row in connection.execute(first.where(passed.c.round == round_))}
    return [
        Item(one.key, max(decided, at[one.key]))
        for one in stages_in(connection, round_)
        if one.phase is Phase.DECIDED and one.key in at and one.key in cast - gone
    ]


def erase_votes(doing: Acting, stages: Sequence[str]) -> None:
    """What is said of it here is how a later look knows that they are gone."""
    theirs = select(vote.c.note).where(vote.c.stage.in_(stages), vote.c.note.is_not(None))
    doing.connection.execute(delete(note).where(note.c.key.in_(theirs)))
    for table in (vote, sent):
        doing.connection.execute(delete(table).where(table.c.stage.in_(stages)))
    doing.say({"stages": list(stages)})


VOTES = Kind("votes", 730, _found, erase_votes)
