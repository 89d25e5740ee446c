"""Who was told a place is told one of the proposal: that they have there, or that there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.canonical import sha256
from cohorts.store.tables import applicant, identity, proposal, told


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each that was told otherwise."""
    several = {key for row in connection.execute(select(identity)) for key in (row.a, row.b)}
    places: dict[str, Mapping[str, object] | None] = {}
    rows = (
        select(
            told,
            proposal.c.value,
            proposal.c.digest,
            proposal.c.round.label("whose"),
            applicant.c.round.label("of"),
        )
        .join(proposal, proposal.c.key == told.c.proposal)
        .join(applicant, applicant.c.key == told.c.person)
        .order_by(told.c.round, told.c.number)
    )
    for row in connection.execute(rows):
        if row.proposal not in places:
            # from one that was changed, which another check tells, nothing can be read
            intact = sha256(row.value) == row.digest
            places[row.proposal] = _places(row.value) if intact else None
        placed = places[row.proposal]
        if placed is None:
            continue
        # whoever turned out to be two had a place by either key
        right = placed.get(row.person) == row.group or row.person in several
        if not right or {row.whose, row.of} != {row.round}:
            yield Problem("store.unfit", f"told {row.round} {row.number}")


def _places(value: str) -> dict[str, object]:
    """Person → number of their group, of everybody who has one."""
    groups = json.loads(value)["groups"]
    return {who: group["number"] for group in groups for who in group["members"]}
