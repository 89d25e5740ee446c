"""Borda: points for everybody one stands above."""

from __future__ import annotations

from fractions import Fraction
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
        points = dict.fromkeys(election.candidates, Fraction(0))
        power = dict.fromkeys(election.candidates, Fraction(0))
        for order in as_orders(election, self.unranked):
            for candidate, part in self._parts(order):
                points[candidate] += order.power * part
                power[candidate] += order.power
        standing = {c: points[c] / power[c] if power[c] else None for c in election.candidates}
        return heard_first(standing, seats, seed)

    def _parts(self, order: Order) -> list[tuple[str, Fraction]]:
        """Of each placed the part of the others below; who is alone has no others."""
        others = sum(map(len, order.tiers)) - 1
        below, found = others + 1, []
        for tier in order.tiers:
            below -= len(tier)
            shared = Fraction(len(tier) - 1, 2) if self.equals == "half" else Fraction(0)
            if others:
                found += [(candidate, (below + shared) / others) for candidate in tier]
        return found
