"""In which proposals somebody who was erased still has a seat."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection, or_, select

from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import applicant, proposal

Emptied = Mapping[int, tuple[PersonKey, ...]]
"""Number of a group → who of it was erased."""


def emptied(connection: Connection, round_: RoundKey) -> Mapping[str, Emptied]:
    """Proposal → its groups with a seat of theirs; only proposals that have one."""
    gone = select(applicant.c.key).where(
        applicant.c.round == round_, applicant.c.erased_at.is_not(None)
    )
    keys = frozenset(connection.scalars(gone))
    if not keys:
        return {}
    named = or_(*(proposal.c.value.contains(key) for key in sorted(keys)))
    query = select(proposal.c.key, proposal.c.value).where(proposal.c.round == round_, named)
    found = {row.key: _empty_in(row.value, keys) for row in connection.execute(query)}
    return {key: groups for key, groups in found.items() if groups}


def _empty_in(value: str, gone: frozenset[str]) -> Emptied:
    groups = json.loads(value)["groups"]
    seats = {group["number"]: [one for one in group["members"] if one in gone] for group in groups}
    return {
        number: tuple(PersonKey(Key(one)) for one in members)
        for number, members in seats.items()
        if members
    }
