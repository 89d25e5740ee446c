"""The ties of members as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey
from cohorts.store.tables import interest as table


@dataclass(frozen=True)
class Interest:
    """``late``: told after votes began; ``ruling``: what the chair said of it then, if anything."""

    tie: Tie
    late: bool
    ruling: str | None
    at: str


Interests = Mapping[AccountKey, Mapping[PersonKey, Interest]]


def interests_in(connection: Connection, round_: RoundKey) -> Interests:
    """Of every member: applicant → what they said."""
    found: dict[AccountKey, dict[PersonKey, Interest]] = {}
    for row in connection.execute(select(table).where(table.c.round == round_)):
        own = found.setdefault(AccountKey(Key(row.account)), {})
        own[PersonKey(Key(row.person))] = Interest(Tie(row.tie), row.late, row.ruling, row.at)
    return found


def own_interests(
    connection: Connection, round_: RoundKey, account: AccountKey
) -> Mapping[PersonKey, Interest]:
    """Of one member."""
    query = select(table).where(table.c.round == round_, table.c.account == account)
    return {
        PersonKey(Key(row.person)): Interest(Tie(row.tie), row.late, row.ruling, row.at)
        for row in connection.execute(query)
    }


def blocked(said: Mapping[PersonKey, Interest]) -> frozenset[PersonKey]:
    """Whom this member may not read, vote on, count or infer anything of."""
    return frozenset(who for who, one in said.items() if one.tie.blocks)


def unsaid(
    said: Mapping[PersonKey, Interest], candidates: Iterable[PersonKey]
) -> tuple[PersonKey, ...]:
    """Of whom they have said nothing yet: until that is done no dossier opens."""
    return tuple(who for who in candidates if who not in said)
