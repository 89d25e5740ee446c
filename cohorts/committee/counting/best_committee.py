"""The committee with the most proportional approval, and which others are as good, by CP-SAT."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from cohorts.committee.counting.wishes import Wish
from solver.exact.cp_sat import cp_model
from solver.exact.model import new_solver

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT

MOST_WORK = 60.0
"""Of CP-SAT's deterministic time, for each question; a panel's takes less than a hundredth."""
LARGEST = 2**60
"""Above it sums would not fit in 64 bits."""
AT_ONCE = 30
"""So many lots are weighed in one question."""


class TooLargeError(Exception):
    """Points that are whole numbers do not fit in 64 bits, or no work was left to find anybody."""


def fits(voters: int, wanted: int) -> bool:
    """Whether it can be reckoned with where so many voters of one vote get all they want."""
    whole = lcm(*range(1, wanted + 1))
    return voters * sum(whole // n for n in range(1, wanted + 1)) <= LARGEST


@dataclass(frozen=True)
class Best:
    """``proven`` False: work ran out, and others may have up to ``above`` more, as a part."""

    chosen: frozenset[str]
    proven: bool
    above: Fraction


@dataclass(frozen=True)
class Equal:
    """``parted``: whom the lot parted. ``proven`` False: there may be more of them."""

    parted: frozenset[str]
    proven: bool


class BestCommittee:
    """Σ over wishes of power · (1 + 1/2 + … + 1/u), where u of the wished are chosen.

    Everything is a whole number: powers and 1/j times what makes them so. ``in_order``: all
    candidates, by their lots. Raises TooLargeError.
    """

    def __init__(self, wishes: Sequence[Wish], in_order: Sequence[str], seats: int) -> None:
        self._wishes, self._order, self._seats = wishes, tuple(in_order), seats
        deepest = max((self._depth(wish) for wish in wishes), default=1)
        self._whole = lcm(*range(1, deepest + 1))
        scale = lcm(*(wish.power.denominator for wish in wishes))
        powers = [int(wish.power * scale) for wish in wishes]
        common = gcd(*powers) or 1
        self._powers = [power // common for power in powers]
        if sum(self.points_of(w, p, in_order) for w, p in self._weighed()) > LARGEST:
            raise TooLargeError

    def best(self) -> Best:
        """Among equally good ones that whose lots come first, compared from the first lot on."""
        model = _Model(self)
        model.hint(self._one_by_one())
        chosen, points, bound = model.most(model.points)
        if points < bound:
            return Best(chosen, proven=False, above=Fraction(bound - points, points))
        model.at_least(points)
        model.hint(chosen)
        for start in range(0, len(self._order), AT_ONCE):
            lots = self._order[start : start + AT_ONCE]
            worth = {c: 2**n for n, c in enumerate(reversed(lots))}
            chosen, value, bound = model.most(model.among(worth))
            if value < bound:
                return Best(chosen, proven=False, above=Fraction(0))
            model.fix(lots, chosen)
        return Best(chosen, proven=True, above=Fraction(0))

    def not_always(self, best: frozenset[str]) -> Equal:
        """Who are in some of the equally good committees and not in all; ``best`` is one."""
        model = _Model(self)
        model.at_least(self.points(best))
        always, ever = best, best
        while True:
            model.hint(best)
            worth = {
                c: -1 if c in always else 1 for c in self._order if c in always or c not in ever
            }
            found, new, bound = model.most(model.among(worth))
            if new + len(always) == 0:
                return Equal(ever - always, proven=new == bound)
            always, ever = always & found, ever | found

    def points(self, chosen: Iterable[str]) -> int:
        """Of a committee; all whole numbers, on one scale."""
        those = frozenset(chosen)
        return sum(self.points_of(wish, power, those) for wish, power in self._weighed())

    def points_of(self, wish: Wish, power: int, chosen: Iterable[str]) -> int:
        """What a committee is worth to one wish."""
        got = min(len(wish.names.intersection(chosen)), self._seats)
        return power * sum(self._whole // n for n in range(1, got + 1))

    def post(self, model: CpModel, is_in: dict[str, IntVar]) -> LinearExprT:
        """The points of whoever is in, as an expression."""
        terms = []
        for wish, power in self._weighed():
            steps = [model.new_bool_var("") for _ in range(self._depth(wish))]
            # the first are worth most, and so are taken first
            model.add(sum(steps) <= sum(is_in[c] for c in wish.names))
            terms += [power * (self._whole // n) * step for n, step in enumerate(steps, 1)]
        return sum(terms)

    @property
    def order(self) -> tuple[str, ...]:
        """All candidates, by their lots."""
        return self._order

    @property
    def seats(self) -> int:
        """How many are chosen."""
        return self._seats

    def _depth(self, wish: Wish) -> int:
        return min(len(wish.names), self._seats)

    def _weighed(self) -> Iterable[tuple[Wish, int]]:
        return zip(self._wishes, self._powers, strict=True)

    def _one_by_one(self) -> frozenset[str]:
        """A good committee to begin with: each time who adds most, the lot among equals."""
        chosen: list[str] = []
        while len(chosen) < self._seats:
            left = (c for c in self._order if c not in chosen)
            chosen.append(max(left, key=lambda c: self.points([*chosen, c])))
        return frozenset(chosen)


class _Model:
    """Who is in, as CP-SAT sees it."""

    def __init__(self, of: BestCommittee) -> None:
        self._model = cp_model.CpModel()
        self._in = {c: self._model.new_bool_var(c) for c in of.order}
        self._model.add(sum(self._in.values()) == of.seats)
        self.points = of.post(self._model, self._in)

    def among(self, worth: dict[str, int]) -> LinearExprT:
        """What those who are in are worth together."""
        return sum(worth[c] * self._in[c] for c in worth)

    def at_least(self, points: int) -> None:
        """Only committees with so many points."""
        self._model.add(self.points >= points)

    def fix(self, candidates: Iterable[str], chosen: frozenset[str]) -> None:
        """For these it is settled: in or out as in ``chosen``."""
        for c in candidates:
            self._model.add(self._in[c] == int(c in chosen))

    def hint(self, chosen: frozenset[str]) -> None:
        """Where to begin."""
        self._model.clear_hints()  # type: ignore[no-untyped-call] # ortools states no type
        for c, var in self._in.items():
            self._model.add_hint(var, int(c in chosen))

    def most(self, worth: LinearExprT) -> tuple[frozenset[str], int, int]:
        """Who is in where it is worth most, what that is, and what nothing is worth more than.

        Both are equal where it is proven. Raises TooLargeError where work ran out before anything.
        """
        self._model.maximize(worth)
        solver = new_solver(0, MOST_WORK)
        status = solver.solve(self._model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise TooLargeError
        chosen = frozenset(c for c, var in self._in.items() if solver.boolean_value(var))
        value = solver.value(worth)
        return chosen, value, value if status == cp_model.OPTIMAL else _above(value, solver)


def _above(value: int, solver: cp_model.CpSolver) -> int:
    """A whole number that no committee exceeds: the bound, with room for its rounding."""
    bound = solver.best_objective_bound
    return max(int(bound * (1 + 1e-9)) + 1, value + 1)
