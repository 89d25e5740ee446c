"""Phragmén's loads: a seat is carried by those who want who sits on it, as evenly as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from typing_extensions import override

from cohorts.committee.counting.elected import Step
from cohorts.committee.counting.seat_by_seat import Filling
from cohorts.committee.counting.wishes import Wish, alike


class Loads(Filling):
    """``loads``: what each wish carries at the start, per unit of power; below 0: has it left over.

    Whoever comes next is the one whose supporters then carry the least, all of them equally: (price
    + Σ power · load) / Σ power over the wishes that name this candidate.
    """

    def __init__(
        self,
        wishes: Sequence[Wish],
        prices: Mapping[str, Fraction],
        loads: Sequence[Fraction] = (),
        gone: Sequence[str] = (),
    ) -> None:
        self._wishes, self._prices = wishes, prices
        self._loads = list(loads) or [Fraction(0)] * len(wishes)
        self._of: dict[str, list[int]] = defaultdict(list)
        self._number = len(gone)
        for number, wish in enumerate(wishes):
            for name in wish.names.difference(gone):
                self._of[name].append(number)
        self._power = {c: sum(wishes[i].power for i in of) for c, of in self._of.items()}
        self._due = {
            c: prices[c] + sum(wishes[i].power * self._loads[i] for i in of)
            for c, of in self._of.items()
        }
        self._next = {c: self._due[c] / self._power[c] for c in self._of}

    @override
    def coming(self) -> tuple[str, ...]:
        least = min(self._next.values(), default=None)
        return tuple(c for c, load in self._next.items() if load == least)

    @override
    def take(self, candidate: str) -> Step:
        load = self._next.pop(candidate)
        touched: set[str] = set()
        for number in self._of.pop(candidate):
            wish, more = self._wishes[number], load - self._loads[number]
            self._loads[number] = load
            touched |= (left := wish.names & self._next.keys())
            for name in left:
                self._due[name] += wish.power * more
        for name in touched:
            self._next[name] = self._due[name] / self._power[name]
        self._number += 1
        return Step(
            "count_steps.phragmen_seat",
            {"place": self._number, "candidate": candidate, "load": load},
        )

    @override
    def alike(self, candidates: Sequence[str]) -> bool:
        return alike(self._wishes, self._prices, candidates)
