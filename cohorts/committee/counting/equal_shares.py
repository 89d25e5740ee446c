"""The method of equal shares: equal purses, and a declared way to fill what they leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from typing_extensions import override

from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.counting.highest_first import first_by_lot
from cohorts.committee.counting.loads import Loads
from cohorts.committee.counting.purses import Purses
from cohorts.committee.counting.seat_by_seat import Filling, SeatBySeat
from cohorts.committee.counting.wishes import prices, spoken, wishes
from cohorts.committee.counting.yes_rule import YesRule
from cohorts.committee.votes import Election
from cohorts.words.texts import texts

MOST_RAISES = 1_000
"""So many times purses are made larger; then Phragmén's loads fill what is open, and it is said."""

REST = "count_steps.equal_shares_rest_seat"


class Completion(StrEnum):
    """What happens with seats for which nobody has enough left.

    PHRAGMEN: what is left in the purses helps carry them. BUDGET_UP: everybody gets a larger purse,
    seat by seat, until all are filled. NONE: they stay open.
    """

    PHRAGMEN = "phragmen"
    BUDGET_UP = "budget_up"
    NONE = "none"


class EqualShares(YesRule):
    """For seats that cost the same; see :func:`prices` for who said nothing of somebody.

    Where nobody is silent, nobody is unheard (EJR+), with weights too, and before any completion.
    Cheaper seats can break that: all seats may be bought while a group still has money left.
    """

    TITLE = texts(nl="Gelijke beurzen", en="Equal shares")
    ABOUT = texts(
        nl="Ieder krijgt een even grote beurs. Wie dezelfde kandidaat wil, betaalt die plaats "
        "samen; de goedkoopste voor wie betaalt gaat voor. Hoe minder mensen over een kandidaat "
        "stemden, hoe lager de prijs: wie niets zegt, neemt niets weg.",
        en="Everyone gets an equal purse. Those who want the same candidate pay for that place "
        "together; the cheapest for who pays goes first. The fewer people voted on a candidate, "
        "the lower the price: who says nothing takes nothing away.",
    )
    WHEN = texts(
        nl="Wanneer elke groep van gelijkgezinden haar deel van de plaatsen moet krijgen. Dat deel "
        "is zeker waar iedereen over iedereen stemde. Spreek vooraf af hoe plaatsen gevuld worden "
        "waarvoor niemand genoeg over heeft.",
        en="When every group of one mind must get its share of the places. That share is certain "
        "where everyone voted on everyone. Agree beforehand how places are filled for which nobody "
        "has enough left.",
    )
    PAPER = (
        "D. Peters, P. Skowron, Proportionality and the Limits of Welfarism (2020), EC; "
        "completion: P. Faliszewski and others, Participatory Budgeting (2023), IJCAI"
    )
    EFFORT: ClassVar = 8

    completion: Completion = Completion.PHRAGMEN

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        counting, steps = self._counting(election, seats, seed)
        return counting.outcome(steps)

    @override
    def seated(self, election: Election, seats: int, seed: int) -> frozenset[str]:
        return self._counting(election, seats, seed)[0].seated()

    def _counting(
        self, election: Election, seats: int, seed: int
    ) -> tuple[SeatBySeat, Sequence[Step]]:
        shops = _Shops(election, seats, seed)
        up = self.completion is Completion.BUDGET_UP
        of_seats, steps = shops.raised() if up else (seats, ())
        completes = self.completion is not Completion.NONE
        counting = SeatBySeat(
            lambda: _InTwo(shops.purses(of_seats), completes),
            election.candidates,
            seats,
            seed,
            wishes=shops.wishes,
        )
        return counting, steps


class _Shops:
    """Purses of any size for one election."""

    def __init__(self, election: Election, seats: int, seed: int) -> None:
        self._wishes, self._prices = wishes(election), prices(election)
        # where nobody spoke there are no wishes either, and so no purses
        self._everybody = spoken(election) or 1
        self._seats, self._seed = seats, seed

    @property
    def wishes(self) -> int:
        """How many different ones there are."""
        return len(self._wishes)

    def purses(self, of_seats: int) -> Purses:
        """Purses that together pay for so many seats."""
        purse = Fraction(of_seats) / self._everybody
        return Purses(self._wishes, self._prices, purse, self._seats)

    def raised(self) -> tuple[int, Sequence[Step]]:
        """The least number of seats' worth that fills every seat that a vote reaches."""
        reached = frozenset[str]().union(*(wish.names for wish in self._wishes))
        target = min(self._seats, len(reached))
        for of_seats in range(self._seats, self._seats + MOST_RAISES):
            if self._bought(of_seats) == target:
                facts = {"seats": self._seats, "purses": of_seats}
                told = Step("count_steps.equal_shares_raised", facts)
                return of_seats, (told,) if of_seats > self._seats else ()
        return self._seats, (Step("count_steps.equal_shares_not_raised"),)

    def _bought(self, of_seats: int) -> int:
        purses = self.purses(of_seats)
        while coming := purses.coming():
            purses.take(first_by_lot(coming, self._seed))
        return len(purses.bought)


class _InTwo(Filling):
    """First from the purses; then what is left in them helps carry who come next."""

    def __init__(self, purses: Purses, completes: bool) -> None:
        self._purses, self._completes = purses, completes
        self._now: Filling = purses
        self.gives_rest = completes

    @override
    def coming(self) -> tuple[str, ...]:
        if not (coming := self._now.coming()) and self._now is self._purses:
            self._now = Loads(
                self._purses.wishes,
                self._purses.prices,
                [-purse for purse in self._purses.purses],
                self._purses.bought,
            )
            self.gives = self._completes
            coming = self._now.coming()
        return coming

    @override
    def take(self, candidate: str) -> Step:
        step = self._now.take(candidate)
        return step if self._now is self._purses else replace(step, code=REST)

    @override
    def alike(self, candidates: Sequence[str]) -> bool:
        return self._purses.alike(candidates)
