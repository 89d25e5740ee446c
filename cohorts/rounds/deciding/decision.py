"""A decision as it is kept: who signed which proposal, when, and how far people deviated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

from sqlalchemy import Connection, select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.deviation import Deviation
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, event, note, proposal
from cohorts.store.tables import decision as table

DecisionKey = NewType("DecisionKey", Key)
DECISION = "decision"
"""The object of these acts."""
DECIDED = "decision.decide"
"""The act; the event of the n-th is that of decision n."""


@dataclass(frozen=True)
class Decision:
    """One of them.

    ``number``: from 1; ``proposal_number``: as the page calls the proposal. ``by``: the name of
    who was logged in. ``head``: of the log, once it was decided. ``reopened_at``: "" where it
    stands. A ``reason`` that was erased is "";
    ``reason_salt``: with which the log knows its digest.
    """

    key: DecisionKey
    number: int
    proposal: ProposalKey
    proposal_number: int
    signed: str
    reason: str
    reason_salt: str
    deviation: Deviation
    at: str
    by: str
    head: str
    event: int
    reopened_at: str = ""
    reopened_by: str = ""
    reopened_reason: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was not reopened."""
        return not self.reopened_at


def decisions_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[Decision, ...]:
    """Every decision of a round, the newest last. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return decisions_in(connection, round_)


def standing(decisions: Sequence[Decision]) -> Decision | None:
    """The one that stands: the newest, unless it was reopened."""
    return decisions[-1] if decisions and decisions[-1].stands else None


def opened_again(decisions: Sequence[Decision]) -> bool:
    """Whether there was one that stood, and none stands now."""
    return bool(decisions) and not decisions[-1].stands


def decisions_in(connection: Connection, round_: RoundKey) -> tuple[Decision, ...]:
    """The same within an act or a look."""
    by, again = account.alias(), account.alias()
    why, why_again = note.alias(), note.alias()
    found = connection.execute(
        select(
            table,
            proposal.c.number.label("proposal_number"),
            by.c.name.label("by_name"),
            again.c.name.label("again_name"),
            why.c.text.label("reason"),
            why_again.c.text.label("again_reason"),
        )
        .join(proposal, proposal.c.key == table.c.proposal)
        .join(by, by.c.key == table.c.by)
        .outerjoin(again, again.c.key == table.c.reopened_by)
        .outerjoin(why, why.c.key == table.c.note)
        .outerjoin(why_again, why_again.c.key == table.c.reopened_note)
        .where(table.c.round == round_)
        .order_by(table.c.number)
    ).all()
    events = connection.execute(
        select(event.c.number, event.c.hash)
        .where(event.c.chain == round_, event.c.act == DECIDED)
        .order_by(event.c.number)
    ).all()
    return tuple(
        Decision(
            key=row.key,
            number=row.number,
            proposal=row.proposal,
            proposal_number=row.proposal_number,
            signed=row.signed,
            reason=row.reason or "",
            reason_salt=row.note or "",
            deviation=Deviation(**json.loads(row.deviation)),
            at=row.at,
            by=row.by_name,
            head=logged.hash,
            event=logged.number,
            reopened_at=row.reopened_at or "",
            reopened_by=row.again_name or "",
            reopened_reason=row.again_reason or "",
        )
        for row, logged in zip(found, events, strict=True)
    )
