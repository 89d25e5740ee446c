"""Who of the reserve was asked for which free place, as the store has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.store.keys import Key, PersonKey, ProposalKey, RoundKey
from cohorts.store.tables import account
from cohorts.store.tables import reserve as table

RESERVE = "reserve"
"""The object of these acts."""


class Answer(StrEnum):
    """What somebody said who was asked."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Asking:
    """``until``: before when they may answer; ``proposal``: the decided one. ``by``: a name.

    ``answered_at``: "" where nothing was answered.
    """

    number: int
    person: PersonKey
    proposal: ProposalKey
    group: int
    until: str
    answer: Answer | None
    answered_at: str
    at: str
    by: str

    def waits(self, moment: str) -> bool:
        """Whether an answer may still come."""
        return self.answer is None and moment < self.until


def asked_in(connection: Connection, round_: RoundKey) -> tuple[Asking, ...]:
    """All of a round, the newest last, where the role was checked."""
    rows = connection.execute(
        select(table, account.c.name)
        .join(account, account.c.key == table.c.by)
        .where(table.c.round == round_)
        .order_by(table.c.number)
    )
    return tuple(
        Asking(
            row.number,
            PersonKey(Key(row.person)),
            ProposalKey(Key(row.proposal)),
            row.group,
            row.until,
            None if row.answer is None else Answer(row.answer),
            row.answered_at or "",
            row.at,
            row.name,
        )
        for row in rows
    )


def yes_in(connection: Connection, round_: RoundKey, proposal: ProposalKey) -> tuple[Asking, ...]:
    """Of who said yes to a place that came free in this proposal, also where they left since."""
    found = asked_in(connection, round_)
    return tuple(one for one in found if one.proposal == proposal and one.answer is Answer.YES)
