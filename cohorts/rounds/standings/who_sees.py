"""How much of a closed or decided stage somebody may see, by their roles and their ties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, interests_in, own_interests
from cohorts.rounds.judging.came_to import came_to
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_in
from cohorts.rounds.members.member import members_in
from cohorts.rounds.members.presiding import presiding
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.roles import Role
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.tables import account, role

STANDING_SEERS = frozenset({Role.ORGANISER, Role.AUDITOR})
"""Beside who acts as chair: a deputy who does not is a member."""


class Sight(StrEnum):
    """NOTHING: that it is closed. OUTCOME: who goes on. RANGES: the standing, unmasking nobody.

    EXACT: the count itself, without names of voters.
    """

    NOTHING = "nothing"
    OUTCOME = "outcome"
    RANGES = "ranges"
    EXACT = "exact"


@dataclass(frozen=True)
class Sees:
    """``kept_from``: of whom they may see nothing, by key."""

    sight: Sight
    kept_from: frozenset[PersonKey]


def sees(
    connection: Connection, round_: RoundKey, head: StageHead, actor: Actor, people: KeptPeople
) -> Sees:
    """Whoever is kept from one who came sees no standing: a hole in a list tells who is in it.

    The exact count is for who does nothing in the round but audit it: who judges knows a vote, and
    who organises must not be able to solve one.
    """
    came = _came(connection, round_, head, people)
    away = blocked(own_interests(connection, round_, actor.key)) & came
    roles = roles_of(connection, round_, actor)
    decided = head.phase is Phase.DECIDED
    if away or (
        roles.isdisjoint(STANDING_SEERS) and not _presides(connection, round_, actor, came)
    ):
        return Sees(Sight.OUTCOME if decided else Sight.NOTHING, away)
    return Sees(Sight.EXACT if roles == {Role.AUDITOR} else Sight.RANGES, away)


def kept_from(
    connection: Connection, round_: RoundKey, head: StageHead, actor: Actor, people: KeptPeople
) -> frozenset[PersonKey]:
    """Who came to it and is nothing for them to see, by any tie they ever told in the round."""
    own = blocked(own_interests(connection, round_, actor.key))
    return own & _came(connection, round_, head, people) if own else own


def _came(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> frozenset[PersonKey]:
    """Everybody of whom something may show in it."""
    earlier = [one for one in stages_in(connection, round_) if one.number < head.number]
    came: Collection[PersonKey] = came_to(connection, people, earlier[-1] if earlier else None)
    here = {*head.candidates, *came, *gone_on_in(connection, head.key)}
    return frozenset(here & people.who.keys())


def _presides(
    connection: Connection, round_: RoundKey, actor: Actor, came: frozenset[PersonKey]
) -> bool:
    """Whether they act as chair here: a deputy does where the chair is kept from one who came."""
    ties = interests_in(connection, round_)
    away = [who for who, said in ties.items() if blocked(said) & came]
    return actor.key in {one.key for one in presiding(connection, round_, away)}


def check_may_decide(
    connection: Connection, round_: RoundKey, head: StageHead, actor: Actor, people: KeptPeople
) -> None:
    """Raises RefusedError for who is kept from somebody in it: who decides must see it all."""
    away = kept_from(connection, round_, head, actor, people)
    check_not_tied(connection, round_, actor, away)


def check_not_tied(
    connection: Connection, round_: RoundKey, actor: Actor, people: Collection[PersonKey]
) -> None:
    """Of whatever is decided, told or taken along about ``people``: their own ties do not bar it.

    Raises RefusedError for who sits, or ever sat, in the committee and is kept from one of them.
    """
    if not blocked(own_interests(connection, round_, actor.key)).isdisjoint(people):
        raise RefusedError(Problem("standings.kept_from"))


def roles_of(connection: Connection, round_: RoundKey, actor: Actor) -> frozenset[Role]:
    """What they are in the round."""
    here = (role.c.round == round_, role.c.account == actor.key)
    return frozenset(Role(one) for one in connection.scalars(select(role.c.role).where(*here)))


def only_audits(connection: Connection, round_: RoundKey, actor: Actor) -> bool:
    """Whether they do nothing in the round but audit it, and never sat in its committee."""
    return roles_of(connection, round_, actor) == {Role.AUDITOR} and not members_in(
        connection, round_, actor.key
    )


def others_who_decide(connection: Connection, round_: RoundKey, actor: Actor) -> tuple[str, ...]:
    """The other organisers, by name. All of them: who of them is kept from whom does not show."""
    query = (
        select(account.c.name)
        .join(role, role.c.account == account.c.key)
        .where(role.c.round == round_, role.c.role == Role.ORGANISER.value)
        .where(account.c.key != actor.key, account.c.revoked_at.is_(None))
        .order_by(account.c.name, account.c.key)
    )
    return tuple(connection.scalars(query))
