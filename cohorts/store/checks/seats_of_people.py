"""Whoever sits in a proposal, or has no place in it, is somebody of its round."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.tables import applicant, proposal


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each proposal with somebody else in it."""
    known: dict[str, set[str]] = {}
    for person, round_ in connection.execute(select(applicant.c.key, applicant.c.round)):
        known.setdefault(round_, set()).add(person)
    columns = (proposal.c.key, proposal.c.round, proposal.c.value)
    for key, round_, value in connection.execute(select(*columns)):
        stated = json.loads(value)
        seated = {who for group in stated.get("groups", ()) for who in group["members"]}
        seated |= {left["id"] for left in stated.get("not_placed", ())}
        if seated - known.get(round_, set()):
            yield Problem("store.nowhere", f"proposal {key}")
