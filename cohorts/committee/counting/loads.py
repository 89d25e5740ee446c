"""Phragmén's loads: a seat is carried by those who want who sits on it, as evenly as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm

from typing_extensions import override

from cohorts.committee.counting.elected import Step
from cohorts.committee.counting.seat_by_seat import Filling
from cohorts.committee.counting.wishes import Wish, alike, whole_powers


class Loads(Filling):
    """``loads``: what each wish carries at the start, per unit of power; below 0: has it left over.

    Whoever comes next is the one whose supporters then carry the least, all of them equally: (price
    + Σ power · load) / Σ power over the wishes that name this candidate. All of it is counted in
    whole numbers, loads over one ``unit`` that grows with each seat: fractions would take most of
    the time, and are as exact.
    """

    def __init__(
        self,
        wishes: Sequence[Wish],
        prices: Mapping[str, Fraction],
        loads: Sequence[Fraction] = (),
        gone: Sequence[str] = (),
    ) -> None:
        self._wishes, self._prices = wishes, prices
        loads = loads or [Fraction(0)] * len(wishes)
        self._powers, parts = whole_powers(wishes)
        denominators = (one.denominator for one in (*loads, *prices.values()))
        self._unit = lcm(*denominators)
        self._loads = [int(load * self._unit) for load in loads]
        self._of: dict[str, list[int]] = defaultdict(list)
        self._number = len(gone)
        for number, wish in enumerate(wishes):
            for name in wish.names.difference(gone):
                self._of[name].append(number)
        self._power = {c: sum(self._powers[i] for i in of) for c, of in self._of.items()}
        self._due = {
            c: int(prices[c] * self._unit) * parts
            + sum(self._powers[i] * self._loads[i] for i in of)
            for c, of in self._of.items()
        }

    @override
    def coming(self) -> tuple[str, ...]:
        least, found = (1, 0), list[str]()  # above every load
        for candidate, due in self._due.items():
            power = self._power[candidate]
            one, other = due * least[1], least[0] * power
            if one < other or not found:
                least, found = (due, power), [candidate]
            elif one == other:
                found.append(candidate)
        return tuple(found)

    @override
    def take(self, candidate: str) -> Step:
        due, power = self._due.pop(candidate), self._power[candidate]
        load = Fraction(due, power * self._unit)
        common = gcd(due, power)
        self._grow(power // common)
        now = due // common
        for number in self._of.pop(candidate):
            more = self._powers[number] * (now - self._loads[number])
            self._loads[number] = now
            for name in self._wishes[number].names & self._due.keys():
                self._due[name] += more
        self._number += 1
        return Step(
            "count_steps.phragmen_seat",
            {"place": self._number, "candidate": candidate, "load": load},
        )

    @override
    def alike(self, candidates: Sequence[str]) -> bool:
        return alike(self._wishes, self._prices, candidates)

    def _grow(self, times: int) -> None:
        """The unit so many times smaller: what is counted in it becomes so many times more."""
        if times > 1:
            self._unit *= times
            self._loads = [load * times for load in self._loads]
            self._due = {c: due * times for c, due in self._due.items()}
