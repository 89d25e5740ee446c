"""Whether somebody organises the round: what they may do in an archived one too is drawn by it."""

from __future__ import annotations

from cohorts.pages.here import Here
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.roles import ORGANISERS


def organises(here: Here) -> bool:
    """Also where the round is put away, so that :attr:`Here.reads_only` says no."""
    return any(
        one.key == here.round and not one.roles.isdisjoint(ORGANISERS)
        for one in rounds_of(here.store, here.actor)
    )
