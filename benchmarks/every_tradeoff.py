"""Standing against fit of few people by trying every division, in plain Python.

No line is shared with the solver: the round is lists of numbers, and what is asked of it is counted
here. ``python -m benchmarks.every_tradeoff --rounds 200 [--first 0] [--json]`` holds the curves of
random rounds, and what taking each person left out would cost, against this.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.random_rounds import Dice
from solver.conflict import InfeasibleError
from solver.places import Places
from solver.solution import Effort
from solver.task import Task
from solver.terms import Apart, PairCost, Total
from solver.tradeoff import Tradeoff, taking, tradeoff

Seats = tuple[int, ...]
Curve = list[tuple[int, tuple[int, int]]]
Levels = tuple[int, int, int, int, int]
MANY = 8
"""Of so many people there are no three groups: every division is to be tried."""


@dataclass(frozen=True)
class Asked:
    """A round of n people in ``groups`` groups that nothing tells apart.

    ``costs[i, j]``, i < j: what it costs that two share a group, divided by its size and rounded
    down; ``never``: pairs that may not; ``weights``: at most ``heavy`` of it may be placed in all.
    ``fair``: the group that is worst off comes before the sum.
    """

    n: int
    groups: int
    low: int
    high: int
    places: tuple[int, int]
    may_close: bool
    fair: bool
    standing: tuple[int, ...]
    costs: dict[tuple[int, int], int]
    never: frozenset[tuple[int, int]]
    weights: tuple[int, ...]
    heavy: int

    def task(self) -> Task:
        """The same, as the solver is asked."""
        pairs = sorted(self.costs)
        costs = np.array([self.costs[pair] for pair in pairs], dtype=np.int64)
        never = np.array(sorted(self.never), dtype=np.int64).reshape(-1, 2)
        return Task(
            n=self.n,
            low=np.full(self.groups, self.low),
            high=np.full(self.groups, self.high),
            terms=(
                PairCost(name="fit", n=self.n, edges=np.array(pairs), costs=costs, price=1),
                Apart(name="apart", n=self.n, edges=never),
                Total(name="heavy", value=np.array(self.weights), low=0, high=self.heavy),
            ),
            places=Places(*self.places),
            lot=np.arange(self.n),
            may_close=self.may_close,
            fair=self.fair,
            standing=np.array(self.standing),
        )


def made(seed: int, least: int = 4, most: int = 9) -> Asked:
    """A random round: always the same one for a number."""
    dice = Dice(seed)
    n = dice.randint(least, most)
    groups = dice.choice([1, 2, 2, 3] if n < MANY else [1, 2])
    low = dice.randint(1, max(n // (groups + 1), 1))
    high = dice.randint(low, max(n // groups, low))
    may_close = dice.random() < 0.4
    seated = dice.randint(groups * low, min(groups * high, n))
    pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
    weights = tuple(dice.choice([0, 0, 1, 2]) for _ in range(n))
    return Asked(
        n=n,
        groups=groups,
        low=low,
        high=high,
        places=(0 if may_close else groups * low, seated),
        may_close=may_close,
        fair=dice.random() < 0.3,
        standing=tuple(dice.choice([1, 10]) * dice.randint(0, 9) for _ in range(n)),
        costs={pair: dice.randint(-9, 40) for pair in pairs},
        never=frozenset(dice.sample(pairs, min(dice.randint(0, 3), len(pairs)))),
        weights=weights,
        heavy=dice.choice([sum(weights), max(sum(weights) // 2, 1)]),
    )


def every(asked: Asked) -> Iterator[Seats]:
    """Every division that breaks nothing, once: groups are numbered as they come up; -1: none."""

    def more(seats: list[int], sizes: list[int]) -> Iterator[Seats]:
        row = len(seats)
        if row == asked.n:
            if _holds(asked, seats, sizes):
                yield tuple(seats)
            return
        opened = len(sizes)
        for group in range(-1, min(opened + 1, asked.groups)):
            if group >= 0 and group < opened and sizes[group] == asked.high:
                continue
            friends = [other for other in range(row) if group >= 0 and seats[other] == group]
            if any((other, row) in asked.never for other in friends):
                continue
            after = [*sizes, 1] if group == opened else list(sizes)
            if 0 <= group < opened:
                after[group] += 1
            yield from more([*seats, group], after)

    yield from more([], [])


def _holds(asked: Asked, seats: Sequence[int], sizes: Sequence[int]) -> bool:
    placed = [row for row in range(asked.n) if seats[row] >= 0]
    least, most = asked.places
    return (
        all(size >= asked.low for size in sizes)
        and (asked.may_close or len(sizes) == asked.groups)
        and least <= len(placed) <= most
        and sum(asked.weights[row] for row in placed) <= asked.heavy
    )


def levels(asked: Asked, seats: Seats) -> Levels:
    """Not placed, groups too few, minus the sum of standings, the worst group, points."""
    own = []
    for group in range(max(seats, default=-1) + 1):
        members = [row for row in range(asked.n) if seats[row] == group]
        total = sum(asked.costs[i, j] for i in members for j in members if i < j)
        own.append(total // len(members))
    placed = [row for row in range(asked.n) if seats[row] >= 0]
    return (
        asked.n - len(placed),
        asked.groups - len(own),
        -sum(asked.standing[row] for row in placed),
        max(own, default=0) if asked.fair else 0,
        sum(own),
    )


def curve(found: Sequence[Levels]) -> Curve:
    """(sum of standings, fit) of every point that no other equals or betters in both."""
    first = min((one[:2] for one in found), default=None)
    points = {(-one[2], one[3:]) for one in found if one[:2] == first}
    return sorted(
        (
            (sum_, fit)
            for sum_, fit in points
            if not any(s >= sum_ and f <= fit and (s, f) != (sum_, fit) for s, f in points)
        ),
        reverse=True,
    )


def of(found: Tradeoff) -> Curve:
    """What the solver says, in the same form."""
    return [(p.standing, (p.solution.score.worst, p.solution.score.points)) for p in found.points]


def cheapest(asked: Asked, ways: Sequence[Seats], row: int, floor: int) -> Levels | None:
    """The best levels with a row in it, the sum counted up to a floor; None: it cannot be."""
    found = [levels(asked, seats) for seats in ways if seats[row] >= 0]
    best = min(
        ((one[0], one[1], max(floor + one[2], 0), one[3], one[4], one[2]) for one in found),
        default=None,
    )
    return None if best is None else (best[0], best[1], best[5], best[3], best[4])


def judged(seed: int) -> dict[str, object]:
    """One round: points, whether the curve is right, and whether what each costs is."""
    asked = made(seed)
    ways = list(every(asked))
    right = curve([levels(asked, seats) for seats in ways])
    try:
        found = tradeoff(asked.task(), effort=Effort.QUICK)
    except InfeasibleError:
        return {"round": seed, "n": asked.n, "points": 0, "same": not right, "taken": 0}
    chosen = found.points[len(found.points) // 2]
    now = chosen.solution.score
    wrong, taken = 0, taking(asked.task(), chosen.solution)
    for one in taken:
        best = cheapest(asked, ways, one.row, chosen.standing)
        mine = None
        if one.solution is not None:
            counts = one.solution.score.not_placed, one.solution.score.groups_off
            worst = one.solution.score.worst
            mine = (*counts, -(chosen.standing + one.standing), worst, now.points + one.fit)
        wrong += mine != best or not one.proven
    return {
        "round": seed,
        "n": asked.n,
        "points": len(right),
        "same": of(found) == right and found.complete,
        "taken": len(taken),
        "taken_wrong": wrong,
    }


def main() -> None:
    """Judges so many rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    began = time.monotonic()
    found = [judged(seed) for seed in range(given.first, given.first + given.rounds)]
    told = {
        "rounds": len(found),
        "impossible": sum(one["points"] == 0 for one in found),
        "points": sum(int(str(one["points"])) for one in found),
        "curves_wrong": [one["round"] for one in found if not one["same"]],
        "taken": sum(int(str(one["taken"])) for one in found),
        "taken_wrong": [one["round"] for one in found if one.get("taken_wrong")],
        "seconds": round(time.monotonic() - began, 1),
    }
    print(json.dumps(told) if given.json else "\n".join(f"{k}: {v}" for k, v in told.items()))


if __name__ == "__main__":
    main()
