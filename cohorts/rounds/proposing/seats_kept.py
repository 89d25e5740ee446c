"""Who sits where in a kept proposal, by key and without opening it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection, select

from cohorts.store.keys import PersonKey, ProposalKey
from cohorts.store.tables import proposal


def seats_in(connection: Connection, key: ProposalKey) -> Mapping[PersonKey, int | None]:
    """Everybody who takes part → the number of their group; None: no place."""
    query = select(proposal.c.value).where(proposal.c.key == key)
    value = json.loads(connection.execute(query).scalar_one())
    left = {one["id"]: None for one in value["not_placed"] if one["kind"] == "not_placed"}
    groups = value["groups"]
    return {**left, **{who: one["number"] for one in groups for who in one["members"]}}
