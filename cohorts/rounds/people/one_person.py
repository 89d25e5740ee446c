"""Which keys of a round are one person: what files showed, and what somebody answered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import identity, upload

Pair = tuple[PersonKey, PersonKey]


def one_of(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, PersonKey]:
    """Another key of somebody → the key by which the versions know them.

    What somebody answered goes above what a file showed.
    """
    apart = frozenset(map(frozenset, answered(connection, round_, same=False)))
    shown = [pair for pair in _shown(connection, round_) if frozenset(pair) not in apart]
    step = {other: own for own, other in (*shown, *answered(connection, round_, same=True))}
    return {key: _end(key, step) for key in step}


def answered(connection: Connection, round_: RoundKey, *, same: bool) -> tuple[Pair, ...]:
    """Pairs of which somebody said that they are one person, or two."""
    found = connection.execute(
        select(identity.c.a, identity.c.b)
        .where(identity.c.round == round_, identity.c.same == same)
        .order_by(identity.c.a, identity.c.b)
    )
    return tuple((PersonKey(Key(row.a)), PersonKey(Key(row.b))) for row in found)


def _shown(connection: Connection, round_: RoundKey) -> Iterator[Pair]:
    """Pairs that a file showed to be one person: the key that counts first."""
    reports = connection.scalars(
        select(upload.c.report)
        .where(upload.c.round == round_, upload.c.confirmed_at.is_not(None))
        .order_by(upload.c.number)
    )
    for report in reports:
        yield from (tuple(pair) for pair in json.loads(report)["one"])


def _end(key: PersonKey, step: Mapping[PersonKey, PersonKey]) -> PersonKey:
    seen = {key}
    while (after := step.get(key)) is not None and after not in seen:
        seen.add(after)
        key = after
    return key
