"""Who sits where in a kept proposal, and who was set aside, by key and without opening it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from cohorts.round.set_aside import Aside
from cohorts.store.keys import PersonKey, ProposalKey
from cohorts.store.tables import proposal


def seats_in(connection: Connection, key: ProposalKey) -> Mapping[PersonKey, int | None]:
    """Everybody who takes part → the number of their group; None: no place."""
    value = _value(connection, key)
    left = {one["id"]: None for one in value["not_placed"] if one["kind"] == "not_placed"}
    groups = value["groups"]
    return {**left, **{who: one["number"] for one in groups for who in one["members"]}}


def aside_in(connection: Connection, key: ProposalKey) -> frozenset[PersonKey]:
    """Everybody who applied and takes no part, but for those who had stopped."""
    left = _value(connection, key)["not_placed"]
    return frozenset(one["id"] for one in left if one["kind"] in {*Aside} - {Aside.GONE})


def _value(connection: Connection, key: ProposalKey) -> dict[str, Any]:
    query = select(proposal.c.value).where(proposal.c.key == key)
    found: dict[str, Any] = json.loads(connection.execute(query).scalar_one())
    return found
