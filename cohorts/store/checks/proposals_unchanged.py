"""A proposal and a programme are never changed: each is what its digest says."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.canonical import sha256
from cohorts.store.tables import programme, proposal


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each that was."""
    for key, value, digest in connection.execute(
        select(proposal.c.key, proposal.c.value, proposal.c.digest)
    ):
        if sha256(value) != digest:
            yield Problem("store.changed", f"proposal {key}")
    for digest, value in connection.execute(select(programme.c.digest, programme.c.value)):
        if sha256(value) != digest:
            yield Problem("store.changed", f"programme {digest[:16]}")
