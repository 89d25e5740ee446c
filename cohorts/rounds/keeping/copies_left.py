"""The copies that the program left beside the database: told to who erases, and removed."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.errors import Problem, StaleError
from cohorts.rounds.accounts.installing import installing, is_administrator, log
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import READERS
from cohorts.store.copies_beside import copies_beside, remove_copy
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class CopiesLeft:
    """``at``: when each was made, the oldest first. ``may``: whether they may remove them."""

    at: tuple[str, ...]
    may: bool


def copies_left(store: Store, actor: Actor, round_: RoundKey) -> CopiesLeft:
    """Of the whole installation, not of this round alone. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        found = copies_beside(store.url)
        return CopiesLeft(tuple(one.at for one in found), is_administrator(connection, actor))


def remove_copies(store: Store, actor: Actor, listed: tuple[str, ...]) -> int:
    """Those that were ``listed``, by when they were made; gives how many. They cannot come back.

    It is in the log before a file goes. Raises RefusedError where the actor is not the
    administrator, StaleError where others are there by now, StoreError.
    """
    with installing(store, actor) as connection:
        found = copies_beside(store.url)
        if tuple(one.at for one in found) != listed:
            raise StaleError(Problem("rounds.stale_unknown"))
        log(connection, actor, "store.remove_copies", copies=len(found), at=list(listed))
    for one in found:
        remove_copy(one)
    return len(found)
