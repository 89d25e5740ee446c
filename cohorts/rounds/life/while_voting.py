"""What of the log tells, while votes run, who votes when or how often: told after the close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from cohorts.rounds.happened import Happened
from cohorts.rounds.judging.stage_head import Phase, stages_in
from cohorts.store.keys import RoundKey

VOTING = (Phase.JUDGING, Phase.TALKING)
UNTIL_CLOSED = ("ballot.vote", "ballot.send", "ballot.offer")


def voting_since(connection: Connection, round_: RoundKey) -> str | None:
    """When the first vote opened that is not closed; None: none runs."""
    opened = [one.opened_at for one in stages_in(connection, round_) if one.phase in VOTING]
    return min(filter(None, opened), default=None)


def unnumbered(events: Iterable[Happened], since: str | None) -> tuple[Happened, ...]:
    """The same, without the numbers from ``since`` on: between two of them votes can be counted."""
    return tuple(
        replace(one, number=0) if since is not None and one.at >= since else one for one in events
    )
