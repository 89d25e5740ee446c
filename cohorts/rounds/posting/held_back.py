"""Whose letter is not written though they are in the round: what they said since goes before it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.deciding.late_in import late_in
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


class Held(StrEnum):
    """LEAVES: said on the telephone that they do not take part.

    SAID_YES: said yes when the groups were made already, so that a place is looked for.
    """

    LEAVES = "leaves"
    SAID_YES = "said_yes"


def held_back(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey | None
) -> Mapping[PersonKey, Held]:
    """Of those whom this stage decided on; of the decision that stands where none is named.

    Raises RefusedError.
    """
    people, leaving = people_of(store, actor, round_), leaving_of(store, actor, round_)
    there = leaving & people.who.keys()
    if stage is not None:
        with look(store, actor, round_, may=READERS) as connection:
            return dict.fromkeys(there & gone_on_in(connection, stage).keys(), Held.LEAVES)
    last = standing(decisions_of(store, actor, round_))
    if last is None:
        return {}
    made, keys = proposal_of(store, actor, round_, last.proposal), people.keys
    everybody = (*made.round.applicants, *(one.applicant for one in made.round.set_aside))
    decided = {keys.of[a.id] for a in everybody if a.id in keys.of}
    late = late_in(store, actor, round_, made)
    return dict.fromkeys(there & decided, Held.LEAVES) | dict.fromkeys(late, Held.SAID_YES)
