"""It is written down that people were told which group they are in, or that they have none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.round.set_aside import Aside
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decision import (
    Decision,
    DecisionKey,
    decisions_in,
    decisions_of,
    standing,
)
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.late_in import late_in
from cohorts.rounds.deciding.told_of import How
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import told as table

TOLD = "told"
"""The object of this act."""


def tell(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    people: Sequence[ApplicantId],
    how: How,
    *,
    on: datetime | None = None,
    seen: int | None = None,
) -> int:
    """Each was told the group they have by the decision that stands, or that they have none.

    So may be who was set aside before its groups were made. ``on``: when they heard it, with its
    zone; None: now. Gives the revision. Raises RefusedError where nothing is decided, InputError
    for somebody who had not applied then, had stopped, or said yes since the groups were made, and
    for a moment that is still to come, StaleError.
    """
    last = standing(decisions_of(store, actor, round_))
    if last is None:
        raise RefusedError(Problem("deciding.not_decided"))
    proposal = proposal_of(store, actor, round_, last.proposal)
    aside = (one for one in proposal.round.set_aside if one.why is not Aside.GONE)
    seats = {**{one.applicant.id: None for one in aside}, **seats_of(proposal)}
    unknown = [who for who in people if who not in seats]
    if unknown or not people:
        raise InputError(Problem("deciding.tell_whom", "", {"count": len(unknown)}))
    late = late_in(store, actor, round_, proposal)
    with act(store, actor, round_, "told.tell", may=ORGANISERS, object_=TOLD, seen=seen) as doing:
        check_stands(doing.connection, round_, last.key)
        of = keys_in(doing.connection, round_).of
        check_not_tied(doing.connection, round_, actor, {of[who] for who in people})
        yes = {of[who] for who in people} & late
        if yes:
            raise InputError(Problem("deciding.tell_said_yes", "", {"count": len(yes)}))
        groups = {of[who]: seats[who] for who in people}
        keep_told(doing, last.proposal, groups, How(how), on=_heard(on))
        return doing.revision


def keep_told(
    doing: Acting,
    proposal: ProposalKey,
    groups: Mapping[PersonKey, int | None],
    how: How,
    *,
    on: str | None = None,
) -> None:
    """Within an act: each of these heard their group by this proposal, or that they have none.

    ``on``: when they heard it; None: now.
    """
    count = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.round == doing.round)
    first = doing.connection.execute(count).scalar_one() + 1
    at, rows = now(), []
    for number, (who, group) in enumerate(groups.items(), first):
        row = {"round": doing.round, "number": number, "person": who, "group": group}
        row |= {"proposal": proposal, "how": how.value}
        rows.append(row | {"on": on, "at": at, "by": doing.actor.key})
    doing.connection.execute(insert(table), rows)
    doing.about(*groups)
    said = {"proposal": proposal, "how": how.value, "groups": dict(groups)}
    doing.say(said | ({} if on is None else {"on": on}))


def _heard(on: datetime | None) -> str | None:
    """In the clock of the store."""
    if on is None:
        return None
    if on > datetime.fromisoformat(now()):
        raise InputError(Problem("deciding.told_later"))
    return on.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def check_stands(connection: Connection, round_: RoundKey, decision: DecisionKey) -> Decision:
    """The decision, within an act. Raises RefusedError where it does not stand."""
    last = standing(decisions_in(connection, round_))
    if last is None or last.key != decision:
        raise RefusedError(Problem("deciding.not_decided"))
    return last
