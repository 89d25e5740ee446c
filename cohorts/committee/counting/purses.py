"""Equal shares: everybody has an equal purse, and who want the same person pay for the seat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm

from typing_extensions import override

from cohorts.committee.counting.elected import Step
from cohorts.committee.counting.seat_by_seat import Filling
from cohorts.committee.counting.wishes import Wish, alike, whole_powers


class Purses(Filling):
    """``purse``: what each unit of power has at the start. ``most``: no more seats than these.

    Who comes next is bought at the smallest share q for which Σ power · min(purse, q) over the
    wishes that name this candidate is the price; nobody who wants that candidate pays above q.
    Purses are whole numbers over one unit that grows with each seat, as in
    :class:`cohorts.committee.counting.loads.Loads`.
    """

    def __init__(
        self, wishes: Sequence[Wish], prices: Mapping[str, Fraction], purse: Fraction, most: int
    ) -> None:
        self.wishes, self.prices, self._most = wishes, prices, most
        self._powers, self._parts = whole_powers(wishes)
        self._unit = lcm(purse.denominator, *(price.denominator for price in prices.values()))
        self._left = [int(purse * self._unit)] * len(wishes)
        self.bought: list[str] = []
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, wish in enumerate(wishes):
            for name in wish.names:
                self._of[name].append(number)
        self._share = {c: share for c in self._of if (share := self._share_of(c)) is not None}
        self._stale: set[str] = set()

    @property
    def purses(self) -> list[Fraction]:
        """What each unit of power has left, wish by wish."""
        return [Fraction(left, self._unit) for left in self._left]

    @override
    def coming(self) -> tuple[str, ...]:
        """Purses only get emptier, so shares only grow: only of the least it matters by how much.

        Whoever could not be paid never can.
        """
        if len(self.bought) == self._most:
            return ()
        while self._share:
            least = min(self._share.values())
            found = [c for c, share in self._share.items() if share == least]
            stale = self._stale.intersection(found)
            if not stale:
                return tuple(found)
            self._renew(stale)
        return ()

    @override
    def take(self, candidate: str) -> Step:
        share = self._share.pop(candidate)
        self.bought.append(candidate)
        self._grow(share.denominator // gcd(share.denominator, self._unit))
        pays = share.numerator * (self._unit // share.denominator)
        for number in self._of[candidate]:
            self._left[number] -= min(self._left[number], pays)
            self._stale |= self.wishes[number].names
        return Step(
            "count_steps.equal_shares_seat",
            {"place": len(self.bought), "candidate": candidate, "share": share},
        )

    @override
    def alike(self, candidates: Sequence[str]) -> bool:
        return alike(self.wishes, self.prices, candidates)

    def _renew(self, stale: set[str]) -> None:
        for name in stale:
            now = self._share_of(name)
            if now is None:
                del self._share[name]
            else:
                self._share[name] = now
        self._stale -= stale

    def _grow(self, times: int) -> None:
        """The unit so many times smaller: what is counted in it becomes so many times more."""
        if times > 1:
            self._unit *= times
            self._left = [left * times for left in self._left]

    def _share_of(self, candidate: str) -> Fraction | None:
        """The smallest share that pays for it; None: together they have too little."""
        due = int(self.prices[candidate] * self._unit) * self._parts
        payers = sorted(self._of[candidate], key=self._left.__getitem__)
        power = sum(self._powers[i] for i in payers)
        for number in payers:
            if self._left[number] * power >= due:
                return Fraction(due, power * self._unit)
            due -= self._left[number] * self._powers[number]
            power -= self._powers[number]
        return None
