"""Who said yes since the groups of a kept proposal were made: whether there is a place is open."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.hears_beside import said_yes_since, still_here
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def late_in(store: Store, actor: Actor, round_: RoundKey, made: Proposal) -> frozenset[PersonKey]:
    """Of those who are here still. Raises RefusedError."""
    of = (store, actor, round_)
    people = people_of(*of)
    staying = still_here(people, asked_of(*of), leaving_of(*of))
    late = said_yes_since(made, people.keys, {who: people.who[who] for who in staying})
    return frozenset(people.keys.of[one.applicant.id] for one in late)
