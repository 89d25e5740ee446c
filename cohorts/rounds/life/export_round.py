"""A round as one zip: everything that is kept of it, and nobody's way in."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.accounts.installing import log
from cohorts.rounds.act import acting, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.named_votes import TAKEN
from cohorts.rounds.balloting.reason_to_see import reason_to_see, say_reason
from cohorts.rounds.life.may_export import check_may_export
from cohorts.rounds.life.opened_by_people import opened_by_people
from cohorts.rounds.life.round_file import as_files
from cohorts.rounds.life.travelling import rows_of
from cohorts.rounds.packed import pack
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def export_round(store: Store, actor: Actor, round_: RoundKey, *, reason: str = "") -> bytes:
    """The same bytes for the same round, wherever it is kept.

    That it was taken along is logged in the chain of the installation; where votes stand in it by
    name in its own too, with the ``reason`` for it, which then stands in the file. Raises
    RefusedError where the round is not theirs to take along, or votes are taken in it now;
    InputError where votes stand in it and the reason is too short or too long.
    """
    with store.writing() as connection:
        if check_may_export(connection, actor, round_):
            why = reason_to_see(reason)
            with acting(connection, actor, round_, TAKEN, object_="ballots") as doing:
                say_reason(doing, why)
        log(connection, actor, "rounds.export", round=round_)
    with look(store, actor, round_, may=READERS) as connection:
        check_may_export(connection, actor, round_)
        return round_bytes(connection, store.url, round_)


def round_bytes(connection: Connection, url: str, round_: RoundKey) -> bytes:
    """The zip, for whom the role was checked."""
    opened = opened_by_people(connection, url, round_)
    return pack(as_files(rows_of(connection, round_), opened))
