"""*Niet gelezen, niet meegestemd*: whom a member was kept from, for that member alone."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import VOTERS
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class NotRead:
    """Names. ``late``: (name, since when); these could be read until then, and do not count.

    Which tie it was is no part of it.
    """

    stage: StageHead
    never: tuple[str, ...]
    late: tuple[tuple[str, str], ...]


def not_read(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> NotRead:
    """Of their own ties, as they stand in it. Raises RefusedError for who does not judge there."""
    with look(store, actor, round_, may=VOTERS) as connection:
        head = stage_in(connection, round_, stage)
        check_judges(connection, round_, head, actor)
        people = people_in_store(connection, store.url, round_).shown
        said = own_interests(connection, round_, actor.key, head)
        away = [who for who in head.candidates if who in blocked(said) and who in people]
    names = sorted(away, key=lambda who: people[who].label.casefold())
    return NotRead(
        head,
        tuple(people[who].label for who in names if not said[who].late),
        tuple((people[who].label, said[who].at) for who in names if said[who].late),
    )
