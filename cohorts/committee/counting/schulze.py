"""Schulze: who wins from whom, two by two, along the strongest chains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from typing_extensions import override

from cohorts.committee.counting.as_orders import Unranked, as_orders
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.counting.strongest_paths import (
    Pairs,
    in_order_of_paths,
    preferred,
    strongest_paths,
)
from cohorts.committee.votes import Asked, Election
from cohorts.words.texts import texts


class Schulze(CountingRule):
    """Winning votes; its order is one of equals in places, and is completed by lot.

    ``unranked``: see :data:`Unranked`; Schulze's own paper places them last. Links are as strong as
    they have votes: a pair that fewer could judge is lighter, won or lost, where there is a cycle.
    """

    TITLE = texts(nl="Schulze (twee aan twee)", en="Schulze (two by two)")
    ABOUT = texts(
        nl="Ieder zet de kandidaten op volgorde. Van elke twee wint wie vaker hoger staat. Wint "
        "niemand van allen, dan beslist de sterkste keten. Wie iemand geen plaats gaf, telt bij "
        "dat paar niet mee.",
        en="Everyone puts the candidates in order. Of each two, who stands higher more often wins. "
        "Where nobody wins from all, the strongest chain decides. Who gave somebody no place does "
        "not count for that pair.",
    )
    WHEN = texts(
        nl="Goed om de beste volgorde te vinden als iedereen op volgorde zet. Een meerderheid kan "
        "alle plaatsen vullen.",
        en="Good for finding the best order where everyone orders. A majority can fill every "
        "place.",
    )
    PAPER = "M. Schulze, A new monotonic, clone-independent … method (2011), Soc. Choice Welf. 36"
    ASKS: ClassVar = frozenset({Asked.ORDER, Asked.SCORES})
    EFFORT: ClassVar = 5

    unranked: Unranked = "silent"

    @property
    @override
    def silence_lowers(self) -> bool:
        return self.unranked == "last"

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        pairs = preferred(as_orders(election, self.unranked), election.candidates)
        strength = strongest_paths(pairs)
        order, drawn = in_order_of_paths(strength, seats, seed)
        steps = tuple(_told(order, pairs, strength, seats))
        return Elected(seats, order[:seats], order[seats:], drawn=drawn, steps=steps)


def _told(order: Sequence[str], pairs: Pairs, strength: Pairs, seats: int) -> Iterator[Step]:
    """Whether the first wins from all, and how the last seat was won from who is next."""
    first, place = order[0], pairs.candidates.index
    if pairs.won[place(first)].sum() == len(order) - 1:
        yield Step("count_steps.schulze_beats_all", {"who": first})
    if seats < len(order) and strength.won[place(order[seats - 1]), place(order[seats])]:
        last, next_ = order[seats - 1], order[seats]
        there, back = strength.between(last, next_), strength.between(next_, last)
        facts = {"who": last, "next": next_, "there": float(there), "back": float(back)}
        yield Step("count_steps.schulze_border", facts)
