"""How many ties block in a stage: a warning in numbers, without a name of anybody."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, interests_in, own_interests
from cohorts.rounds.interests.told_ties import FEW, judges_left
from cohorts.rounds.judging.stage_head import StageKey, stage_in
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

MANY = Fraction(1, 3)
"""Who may not judge more of the candidates than this hardly judges among them all."""


@dataclass(frozen=True)
class Conflicted:
    """``few``: how many judges are left of each applicant with fewer than ``FEW``, ascending.

    ``many``: how many members may not judge more than ``MANY`` of the candidates.
    """

    judges: int
    few: tuple[int, ...]
    many: int


def conflicted(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> Conflicted:
    """For organiser and auditor; of whom they are kept from themselves nothing counts in it.

    Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        head = stage_in(connection, round_, stage)
        ties, judges = interests_in(connection, round_, head), judges_in(connection, round_, head)
        here = set(head.candidates) - blocked(own_interests(connection, round_, actor.key))
        left = judges_left(ties, [one.key for one in judges], here)
        most = MANY * len(here)
        return Conflicted(
            len(judges),
            tuple(sorted(one for one in left.values() if one < min(FEW, len(judges)))),
            sum(len(blocked(ties.get(one.key, {})) & here) > most for one in judges),
        )
