"""The ties of members as they stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select

from cohorts.rounds.interests.barred import barred_in
from cohorts.rounds.judging.stage_head import StageHead, StageKey
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey
from cohorts.store.tables import interest as table
from cohorts.store.tables import stage as stages


@dataclass(frozen=True)
class Interest:
    """``late``: told after votes began; ``ruling``: what the chair said of it then, if anything.

    ``stage``: in which it was told. ``barred``: they know the company, and the chair decided that
    they do not judge it.
    """

    tie: Tie
    late: bool
    ruling: str | None
    at: str
    stage: StageKey
    barred: bool = False

    @property
    def blocks(self) -> bool:
        """Whether they may not read, vote on or count the applicant."""
        return self.barred or self.tie.blocks


Interests = Mapping[AccountKey, Mapping[PersonKey, Interest]]


def interests_in(
    connection: Connection, round_: RoundKey, at: StageHead | None = None
) -> Interests:
    """Of every member: applicant → what they said last; as it stood in the stage ``at``.

    So what is said in a later stage changes nothing of a count that was made before.
    """
    found: dict[AccountKey, dict[PersonKey, Interest]] = {}
    out = barred_in(connection, round_, at)
    for whose, person, *told in connection.execute(_said(round_, at)):
        own = found.setdefault(AccountKey(Key(whose)), {})
        own[PersonKey(Key(person))] = _interest(tuple(told), (whose, person) in out)
    return found


def own_interests(
    connection: Connection, round_: RoundKey, account: AccountKey, at: StageHead | None = None
) -> Mapping[PersonKey, Interest]:
    """Of one member."""
    found = connection.execute(_said(round_, at).where(table.c.account == account))
    out = barred_in(connection, round_, at)
    return {
        PersonKey(Key(person)): _interest(tuple(told), (whose, person) in out)
        for whose, person, *told in found
    }


def blocked(said: Mapping[PersonKey, Interest]) -> frozenset[PersonKey]:
    """Whom this member may not read, vote on, count or infer anything of."""
    return frozenset(who for who, one in said.items() if one.blocks)


def blocked_for(ties: Interests, person: PersonKey) -> frozenset[AccountKey]:
    """Which members may not, with this applicant."""
    return frozenset(who for who, said in ties.items() if person in said and said[person].blocks)


def unsaid(
    said: Mapping[PersonKey, Interest], candidates: Iterable[PersonKey], there: Container[PersonKey]
) -> tuple[PersonKey, ...]:
    """Of whom they have said nothing yet: until that is done no dossier opens.

    ``there``: who is still in the round; of who stopped or was erased nothing can be said.
    """
    return tuple(who for who in candidates if who not in said and who in there)


def _said(round_: RoundKey, at: StageHead | None) -> Select[Any]:
    """Of whom, about whom, and what, as :func:`_interest` takes it; in the order of the stages.

    So of each the last that was said comes last.
    """
    told = (table.c.tie, table.c.late, table.c.ruling, table.c.at, table.c.stage)
    query = select(table.c.account, table.c.person, *told)
    query = query.join(stages, stages.c.key == table.c.stage).where(table.c.round == round_)
    if at is not None:
        query = query.where(stages.c.number <= at.number)
    return query.order_by(stages.c.number)


_Told: TypeAlias = tuple[str, bool, str | None, str, str]


@lru_cache(maxsize=4_096)
def _interest(told: _Told, barred: bool) -> Interest:
    """One for all who are told alike: a thousand at once mostly are, and every vote asks them."""
    tie, late, ruling, at, stage = told
    return Interest(Tie(tie), late, ruling, at, StageKey(Key(stage)), barred)
