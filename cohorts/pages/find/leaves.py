"""Whether somebody said on the telephone that they do not take part."""

from __future__ import annotations

from cohorts.pages.here import Here
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.who_leaves import LEAVING
from cohorts.store.keys import PersonKey


def leaves(here: Here, person: PersonKey) -> Called | None:
    """What their last call came to; None: they said no such thing."""
    calls = calls_of(here.store, here.actor, here.round).get(person, ())
    return calls[-1].state if calls and calls[-1].state in LEAVING else None
