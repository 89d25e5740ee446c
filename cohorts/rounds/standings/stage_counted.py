"""Everybody who came to a stage, and why they do not go on as it was counted."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.standings.votes_counted import Counted, counted_in
from cohorts.store.keys import PersonKey, RoundKey


def stage_counted(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> Mapping[PersonKey, str]:
    """Person → a word of :class:`Why`; "": goes on. Raises RefusedError before the close."""
    return why_each(counted_in(connection, round_, head, people))


def why_each(counted: Counted) -> Mapping[PersonKey, str]:
    """The same of a stage that was counted."""
    on = {counted.keys[a.id]: "" for a in counted.outcome.on}
    return on | {counted.keys[one.applicant.id]: one.why.value for one in counted.outcome.left}
