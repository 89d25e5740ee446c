"""How often people decided otherwise than was counted, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.round.left_at import Why
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.go_on import BY_PEOPLE
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Changed:
    """``name``: of the applicant; ``on``: as people decided; ``reason``: "" where erased."""

    name: str
    on: bool
    reason: str


@dataclass(frozen=True)
class StageDeviation:
    """``came``: how many came to it; ``count``: of how many it was decided otherwise.

    ``changed``: those whom the reader may read of, by name. ``uncounted``: whether the rule could
    not count what was cast, so that it was decided by people alone.
    """

    stage: StageHead
    came: int
    count: int
    changed: tuple[Changed, ...]
    uncounted: bool = False


def deviations_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[StageDeviation, ...]:
    """Of every stage that is decided, in order. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        known = people_in_store(connection, store.url, round_).shown
        away = blocked(own_interests(connection, round_, actor.key))
        names = {who: a.label for who, a in known.items() if who not in away}
        return tuple(_found(connection, round_, names))


def _found(
    connection: Connection, round_: RoundKey, names: dict[PersonKey, str]
) -> Iterator[StageDeviation]:
    for head in stages_in(connection, round_):
        if head.phase is not Phase.DECIDED:
            continue
        passed = gone_on_in(connection, head.key)
        other = {who: one for who, one in passed.items() if one.why == BY_PEOPLE}
        told = (
            Changed(names[who], one.on, one.reason) for who, one in other.items() if who in names
        )
        changed = tuple(sorted(told, key=lambda one: one.name.casefold()))
        uncounted = any(one.why == Why.UNCOUNTED for one in passed.values())
        yield StageDeviation(head, len(passed), len(other), changed, uncounted)
