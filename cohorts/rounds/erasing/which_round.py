"""In which of somebody's rounds a person is."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.erasing.somebody import somebody_in
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def which_round(store: Store, actor: Actor, called: str) -> RoundKey:
    """The one in which somebody is called so.

    Raises InputError where there is none, or several: one id may be of different people.
    """
    found = []
    for head in rounds_of(store, actor):
        if head.roles.isdisjoint(READERS):
            continue
        with look(store, actor, head.key, may=READERS) as connection:
            try:
                somebody_in(connection, head.key, called)
            except InputError:
                continue
            found.append(head)
    if not found:
        raise InputError(Problem("erasing.nobody", called))
    if len(found) > 1:
        known = [f"{head.name} ({head.key})" for head in found]
        raise InputError(
            Problem("erasing.rounds_several", "--round", {"called": called, "known": known})
        )
    return found[0].key
