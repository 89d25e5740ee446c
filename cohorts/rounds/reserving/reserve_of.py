"""The reserve of the decision that stands: who was asked, and whose turn it is."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.people.applicant import Applicant
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.given_rows import given_in
from cohorts.rounds.calling.who_leaves import leaving_in
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.people.kept_people import KeptPeople, keys_in, people_in_store
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.reserving.asked_rows import Answer, Asking, asked_in
from cohorts.rounds.reserving.reserve_order import reserve_order
from cohorts.rounds.roles import READERS
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Reserve:
    """``order``: who may still be asked, by turn; ``asked``: for a place of this decision.

    ``by_points``: the order is that of the points, else of the lot. ``withheld``: a tie keeps
    whoever looks from somebody of it, so that both are empty: a hole tells who is in it.
    """

    proposal: ProposalKey
    order: tuple[PersonKey, ...]
    asked: tuple[Asking, ...]
    by_points: bool
    withheld: bool = False


def reserve_of(store: Store, actor: Actor, round_: RoundKey) -> Reserve | None:
    """None where nothing is decided, or everybody has a place. Raises RefusedError."""
    last = standing(decisions_of(store, actor, round_))
    if last is None:
        return None
    made = proposal_of(store, actor, round_, last.proposal)
    order = reserve_order(made)
    if not order:
        return None
    with look(store, actor, round_, may=READERS) as connection:
        by_points = made.round.merit is not None
        of = keys_in(connection, round_).of
        away = blocked(own_interests(connection, round_, actor.key))
        if not away.isdisjoint(of[a.id] for a in order if a.id in of):
            return Reserve(last.proposal, (), (), by_points, withheld=True)
        return reserve_in(connection, store.url, round_, last.proposal, order, by_points=by_points)


def reserve_in(
    connection: Connection,
    url: str,
    round_: RoundKey,
    proposal: ProposalKey,
    order: tuple[Applicant, ...],
    *,
    by_points: bool,
) -> Reserve:
    """The same where the role was checked; ``order``: of the proposal as it was opened.

    Who said no is not asked again, and who let the time pass not for a place of this decision.
    """
    people = people_in_store(connection, url, round_)
    found = asked_in(connection, round_)
    here = tuple(one for one in found if one.proposal == proposal)
    refused = {one.person for one in found if one.answer is Answer.NO}
    over = refused | {one.person for one in here} | _stopped(connection, round_, people)
    keys = (people.keys.of.get(a.id) for a in order)
    left = tuple(key for key in keys if key in people.who and key not in over)
    return Reserve(proposal, tuple(key for key in left if key is not None), here, by_points)


def _stopped(connection: Connection, round_: RoundKey, people: KeptPeople) -> frozenset[PersonKey]:
    given = given_in(connection, round_, people)
    gone = {people.keys.of[one] for one in given.get("gone") or ()}
    return leaving_in(connection, round_) | gone


def promised(reserve: Reserve, here: Container[PersonKey]) -> tuple[Asking, ...]:
    """For whom a place is kept: said yes, or may still; none who left. ``here``: who takes part."""
    yes = (one for one in reserve.asked if one.answer is Answer.YES)
    return tuple(one for one in (*waiting_for(reserve), *yes) if one.person in here)


def waiting_for(reserve: Reserve) -> tuple[Asking, ...]:
    """Who was asked and may still answer."""
    moment = now()
    return tuple(one for one in reserve.asked if one.waits(moment))
