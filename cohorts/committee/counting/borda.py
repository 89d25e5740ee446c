"""Borda: points for everybody one stands above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import ClassVar, Literal

from typing_extensions import override

from cohorts.committee.counting.as_orders import Order, Unranked, as_orders
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.heard_first import heard_first
from cohorts.committee.votes import Asked, Election
from cohorts.words.texts import texts


class Borda(CountingRule):
    """The mean, over who placed somebody, of the part of the others that stand below.

    With complete orders that is Borda's sum of points, divided by the most there can be. Who may
    not judge somebody leaves that figure just as it is without their ballot. Who places one only
    compares nobody, and says nothing.
    ``equals``: of each that shares one's place half a point (``half``, as P. Emerson's and most
    texts have it), or nothing (``none``). ``unranked``: see :data:`Unranked`.
    """

    TITLE = texts(nl="Borda-punten", en="Borda points")
    ABOUT = texts(
        nl="Ieder zet de kandidaten op volgorde. Een punt voor elke kandidaat die lager staat, een "
        "half voor wie gelijk staat, gedeeld door de meeste punten die iemand zo kan geven. Het "
        "gemiddelde telt, van wie iemand een plaats gaf.",
        en="Everyone puts the candidates in order. One point for each candidate placed lower, half "
        "for an equal, divided by the most that such an order can give. The mean counts, over "
        "those who gave somebody a place.",
    )
    WHEN = texts(
        nl="Goed als iedereen alles op volgorde zet en eerlijk stemt. Zoekt wie breed gedragen is. "
        "Gevoelig voor wie een sterke tegenstander expres onderaan zet.",
        en="Good where everyone orders everything and votes honestly. It finds who has wide "
        "support. Placing a strong rival last on purpose pays.",
    )
    PAPER = "J.-C. de Borda, Mémoire sur les élections au scrutin (1781, printed 1784)"
    ASKS: ClassVar = frozenset({Asked.ORDER, Asked.SCORES})
    EFFORT: ClassVar = 7

    equals: Literal["half", "none"] = "half"
    unranked: Unranked = "silent"

    @property
    @override
    def silence_lowers(self) -> bool:
        return self.unranked == "last"

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        points: Counter[tuple[str, int]] = Counter()
        power: Counter[str] = Counter()
        cast = list(as_orders(election, self.unranked))
        unit = lcm(*(order.power.denominator for order in cast))
        for order in cast:
            one, most = int(order.power * unit), 2 * self._others(order)
            for candidate, halves in self._halves(order):
                points[candidate, most] += one * halves
                power[candidate] += one
        return heard_first(_means(election.candidates, points, power), seats, seed)

    def _others(self, order: Order) -> int:
        """How many stand beside each who is placed."""
        return sum(map(len, order.tiers)) - 1

    def _halves(self, order: Order) -> list[tuple[str, int]]:
        """Of each placed how many half points; who is alone has no others, and none."""
        others = self._others(order)
        below, found = others + 1, []
        for tier in order.tiers:
            below -= len(tier)
            shared = len(tier) - 1 if self.equals == "half" else 0
            if others:
                found += [(candidate, 2 * below + shared) for candidate in tier]
        return found


def _means(
    candidates: Sequence[str], points: Mapping[tuple[str, int], int], power: Mapping[str, int]
) -> dict[str, Fraction | None]:
    """The mean part of each. ``points``: by candidate and by the most there could be.

    Ballots that place as many are added in whole numbers first: sums of fractions take most of the
    time.
    """
    found = dict.fromkeys(candidates, Fraction(0))
    for (candidate, most), halves in points.items():
        found[candidate] += Fraction(halves, most)
    return {c: found[c] / power[c] if power.get(c) else None for c in candidates}
