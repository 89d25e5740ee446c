"""Whose letter is not written though they are in the round: what they said since goes before it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.leaving import leaving_of
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


class Held(StrEnum):
    """LEAVES: said on the telephone that they do not take part."""

    LEAVES = "leaves"


def held_back(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey | None
) -> Mapping[PersonKey, Held]:
    """Of those whom this stage decided on; of the decision that stands where none is named.

    Raises RefusedError.
    """
    people, leaving = people_of(store, actor, round_), leaving_of(store, actor, round_)
    decided = (
        _by_decision(store, actor, round_)
        if stage is None
        else _by_stage(store, actor, round_, stage)
    )
    return {who: Held.LEAVES for who in people.who if who in leaving and who in decided}


def _by_stage(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> frozenset[PersonKey]:
    with look(store, actor, round_, may=READERS) as connection:
        return frozenset(gone_on_in(connection, stage))


def _by_decision(store: Store, actor: Actor, round_: RoundKey) -> frozenset[PersonKey]:
    last = standing(decisions_of(store, actor, round_))
    if last is None:
        return frozenset()
    made = proposal_of(store, actor, round_, last.proposal).round
    keys = people_of(store, actor, round_).keys.of
    everybody = (*made.applicants, *(one.applicant for one in made.set_aside))
    return frozenset(keys[a.id] for a in everybody if a.id in keys)
