"""The log as a chain: each event carries the hash of the one before.

A hash is SHA-256 of the canonical JSON of an event without its hash. What an event says of people
is no part of it: only its salted digest is, with the key of whom it is about, so that value and
salt can be erased and the chain still verifies. It also holds the digest of the seals of every row
that the transaction wrote before it: a change of a kept row is a change without an event.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from cohorts.store.canonical import canonical, digest, sha256
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey
from cohorts.store.sealing.seals import keep_seals, sealed_now, told_of
from cohorts.store.sealing.touched import touched
from cohorts.store.tables import event, said

INSTALLATION = Key("")
"""The chain of what belongs to no round."""
BEGINNING = "0" * 64
SALT_BYTES = 16


@dataclass(frozen=True)
class Saying:
    """A part of what an event says; ``person``: whom it is about, erased with them.

    What is about nobody stays, and may name nobody.
    """

    value: object
    person: PersonKey | None = None


def append(
    connection: Connection,
    chain: Key,
    *,
    actor: Key,
    act: str,
    object_: str = "",
    revision: int = 0,
    about: Sequence[PersonKey] = (),
    sayings: Sequence[Saying] = (),
) -> str:
    """One event more; gives its hash, the head of the chain.

    It is about everybody that something is said of, too.
    """
    number, before = head(connection, chain)
    seals = sealed_now(connection, touched(connection).take())
    everybody = dict.fromkeys([*about, *(one.person for one in sayings if one.person)])
    salted = [(one, secrets.token_hex(SALT_BYTES)) for one in sayings]
    row = {
        "chain": chain,
        "number": number + 1,
        "at": now(),
        "actor": actor,
        "act": act,
        "object": object_,
        "revision": revision,
        "about": json.dumps(list(everybody)),
        "digests": json.dumps(
            [[digest(canonical(one.value), salt), one.person] for one, salt in salted]
        ),
        "rows": told_of(seals),
        "before": before,
    }
    row["hash"] = sha256(canonical(row))
    connection.execute(insert(event), row)
    keep_seals(connection, chain, number + 1, seals)
    for part, (one, salt) in enumerate(salted):
        value = {"value": canonical(one.value), "salt": salt, "person": one.person}
        place = {"chain": chain, "number": number + 1, "part": part}
        connection.execute(insert(said), place | value)
    return str(row["hash"])


def head(connection: Connection, chain: Key) -> tuple[int, str]:
    """The number and the hash of the last event; 0 and zeros where there is none."""
    last = select(func.max(event.c.number)).where(event.c.chain == chain).scalar_subquery()
    found = connection.execute(
        select(event.c.number, event.c.hash).where(event.c.chain == chain, event.c.number == last)
    ).one_or_none()
    return (0, BEGINNING) if found is None else (found.number, found.hash)
