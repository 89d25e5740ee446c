"""What must hold, written out once more as a plain integer programme, and solved by another engine.

x[i, g] is 1 where person i sits in group g, open[g] where anybody does. What the rules ask stands
in ``second_demands``; this is the frame, the engine and the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from cohorts.round.room import RoomMode
from cohorts.round.round import Round

INFEASIBLE = 2
SECONDS = 60.0
Row = dict[int, float]


class UndecidedError(Exception):
    """The engine ran out of time."""


@dataclass(frozen=True)
class Seats:
    """(n,) the group of each person, K where outside; key of a rule → what each group took."""

    groups: tuple[int, ...]
    taken: Mapping[str, tuple[tuple[int, ...], ...]]


class Rows:
    """Rows of an integer programme over people, groups and whatever helps to say a demand."""

    def __init__(self, round_: Round, *, all_open: bool = False) -> None:
        self.round, self.n, self.k = round_, round_.n, round_.groups
        self.size = self.n * self.k
        self.rows: list[tuple[Row, float, float]] = []
        self.options: dict[str, dict[tuple[int, int], int]] = {}
        self.open = [self.new() for _ in range(self.k)]
        everyone = round_.places.mode is RoomMode.EVERYONE
        for i in range(self.n):
            self.add({self.x(i, g): 1.0 for g in range(self.k)}, float(everyone), 1.0)
        for g in range(self.k):
            here = self.those(range(self.n), g)
            self.add({**here, self.open[g]: -float(round_.smallest)}, 0, self.n)
            self.add({**here, self.open[g]: -float(round_.largest)}, -float(self.n), 0)
            if all_open or not round_.places.may_close:
                self.add({self.open[g]: 1.0}, 1, 1)
        self._places()

    def _places(self) -> None:
        places = self.round.places
        if places.number is not None:
            least = float(places.number) if places.mode is RoomMode.EXACTLY else 0.0
            self.add(self.all_seats(range(self.n)), least, float(places.number))

    def x(self, i: int, g: int) -> int:
        """The variable that person i sits in group g."""
        return i * self.k + g

    def new(self) -> int:
        """One more variable that is 0 or 1."""
        self.size += 1
        return self.size - 1

    def add(self, row: Row, low: float, high: float) -> None:
        """low ≤ row ≤ high."""
        self.rows.append((row, low, high))

    def those(self, people: Iterable[int], g: int) -> Row:
        """How many of these sit in group g."""
        return {self.x(i, g): 1.0 for i in people}

    def all_seats(self, people: Iterable[int]) -> Row:
        """How many of these sit anywhere."""
        return {self.x(i, g): 1.0 for i in people for g in range(self.k)}

    def at_least(self, row: Row, least: float, g: int) -> None:
        """row ≥ least, if group g is open."""
        self.add({**row, self.open[g]: row.get(self.open[g], 0.0) - least}, 0, np.inf)

    def option(self, key: str, option: int, g: int) -> int:
        """The variable that group g takes an option of a rule."""
        taken = self.options.setdefault(key, {})
        if (option, g) not in taken:
            taken[option, g] = self.new()
        return taken[option, g]

    def sit(self, groups: Iterable[int]) -> None:
        """Everybody in this group, K for outside."""
        for i, group in enumerate(groups):
            for g in range(self.k):
                self.add({self.x(i, g): 1.0}, float(g == group), float(g == group))

    def solve(self) -> Seats | None:
        """Seats that meet every row; None: there are none."""
        table = lil_matrix((len(self.rows), self.size))
        for number, (row, _, _) in enumerate(self.rows):
            for variable, factor in row.items():
                table[number, variable] = factor
        low, high = [r[1] for r in self.rows], [r[2] for r in self.rows]
        found = milp(
            np.zeros(self.size),
            constraints=LinearConstraint(table.tocsr(), low, high),
            integrality=np.ones(self.size),
            bounds=Bounds(0, 1),
            options={"time_limit": SECONDS},
        )
        if found.status not in (0, INFEASIBLE):
            raise UndecidedError(found.message)
        return None if found.status == INFEASIBLE else self._seats(np.round(found.x))

    def _seats(self, x: np.ndarray) -> Seats:
        groups = tuple(
            next((g for g in range(self.k) if x[self.x(i, g)]), self.k) for i in range(self.n)
        )
        taken = {
            key: tuple(
                tuple(sorted(o for (o, at), variable in table.items() if at == g and x[variable]))
                for g in range(self.k)
            )
            for key, table in self.options.items()
        }
        return Seats(groups, taken)
