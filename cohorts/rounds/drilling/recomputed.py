"""Every decision in a copy, recomputed from its dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, select

from cohorts.errors import CohortsError, Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decision import Decision, decisions_in
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.roles import READERS
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, role, round_
from cohorts.words import Language


@dataclass(frozen=True)
class Recomputed:
    """``decisions``: how many came out as they stand; ``passed_over``: how many nobody may read.

    That is so while votes run, or where a tie keeps every reader of the round from somebody in it.
    """

    rounds: int = 0
    decisions: int = 0
    passed_over: int = 0
    problems: tuple[Problem, ...] = ()


def decisions_recomputed(store: Store) -> Recomputed:
    """Read as somebody who may read the round; the copy is not changed."""
    with store.reading() as connection:
        keys = [RoundKey(Key(key)) for key in connection.scalars(select(round_.c.key))]
        asked = {key: (decisions_in(connection, key), _readers(connection, key)) for key in keys}
    told: list[Problem | bool | None] = []
    with TemporaryDirectory() as folder:
        for key, (decisions, readers) in asked.items():
            told += [
                _told(store, readers, key, one, Path(folder) / "dossier.zip") for one in decisions
            ]
    problems = tuple(one for one in told if isinstance(one, Problem))
    return Recomputed(len(keys), told.count(True), told.count(None), problems)


def _told(
    store: Store, readers: tuple[Actor, ...], key: RoundKey, one: Decision, file: Path
) -> Problem | bool | None:
    """True where it holds; None where nobody may read it."""
    place = f"{key} {one.number}"
    for reader in readers:
        try:
            file.write_bytes(dossier(store, reader, key, one.key, Language.NL))
            return replay(file).holds or Problem("drill.decision", place)
        except RefusedError:
            continue
        except CohortsError:
            return Problem("drill.decision", place)
    return None


def _readers(connection: Connection, key: RoundKey) -> tuple[Actor, ...]:
    return tuple(_found(connection, key))


def _found(connection: Connection, key: RoundKey) -> Iterator[Actor]:
    query = (
        select(account.c.key, account.c.name)
        .join(role, role.c.account == account.c.key)
        .where(role.c.round == key, account.c.revoked_at.is_(None))
        .where(role.c.role.in_([one.value for one in READERS]))
        .distinct()
        .order_by(account.c.key)
    )
    for row in connection.execute(query):
        yield Actor(AccountKey(Key(row.key)), row.name)
