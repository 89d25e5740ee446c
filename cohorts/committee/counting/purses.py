"""Equal shares: everybody has an equal purse, and who want the same person pay for the seat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from typing_extensions import override

from cohorts.committee.counting.elected import Step
from cohorts.committee.counting.seat_by_seat import Filling
from cohorts.committee.counting.wishes import Wish, alike


class Purses(Filling):
    """``purse``: what each unit of power has at the start. ``most``: no more seats than these.

    Who comes next is bought at the smallest share q for which Σ power · min(purse, q) over the
    wishes that name this candidate is the price; nobody who wants that candidate pays above q.
    """

    def __init__(
        self, wishes: Sequence[Wish], prices: Mapping[str, Fraction], purse: Fraction, most: int
    ) -> None:
        self.wishes, self.prices, self._most = wishes, prices, most
        self.purses = [purse] * len(wishes)
        self.bought: list[str] = []
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, wish in enumerate(wishes):
            for name in wish.names:
                self._of[name].append(number)
        self._share = {c: share for c in self._of if (share := self._share_of(c)) is not None}

    @override
    def coming(self) -> tuple[str, ...]:
        if len(self.bought) == self._most:
            return ()
        least = min(self._share.values(), default=None)
        return tuple(c for c, share in self._share.items() if share == least)

    @override
    def take(self, candidate: str) -> Step:
        share = self._share.pop(candidate)
        self.bought.append(candidate)
        touched: set[str] = set()
        for number in self._of[candidate]:
            self.purses[number] -= min(self.purses[number], share)
            touched |= self.wishes[number].names & self._share.keys()
        for name in touched:  # purses only get emptier: who could not be paid never can
            now = self._share_of(name)
            if now is None:
                del self._share[name]
            else:
                self._share[name] = now
        return Step(
            "count_steps.equal_shares_seat",
            {"place": len(self.bought), "candidate": candidate, "share": share},
        )

    @override
    def alike(self, candidates: Sequence[str]) -> bool:
        return alike(self.wishes, self.prices, candidates)

    def _share_of(self, candidate: str) -> Fraction | None:
        """The smallest share that pays for it; None: together they have too little."""
        due = self.prices[candidate]
        payers = sorted(self._of[candidate], key=self.purses.__getitem__)
        power = sum((self.wishes[i].power for i in payers), Fraction(0))
        for number in payers:
            if self.purses[number] * power >= due:
                return due / power
            due -= self.purses[number] * self.wishes[number].power
            power -= self.wishes[number].power
        return None
