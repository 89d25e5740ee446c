"""A composition in which everybody sits where they must: by swaps, each with somebody near."""

from __future__ import annotations

import numpy as np

from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.task import Task
from solver.terms import Place, Stay, Together


def mended(task: Task, seats: IntArray, points: IntArray) -> IntArray:
    """``seats`` (n,) after swaps that bring who must together, and who must to a group they may.

    Sizes stay. ``points`` (n, d): where each row is; the nearest that may leave gives way. What no
    such swap mends stays as it is.
    """
    swaps = _Swaps(task, seats, points)
    for term in task.terms:
        if isinstance(term, Together) and term.is_hard:
            for members in term.sets:
                swaps.gather(members)
    for row in np.flatnonzero(swaps.restricted & ~swaps.held):
        swaps.settle(int(row))
    return swaps.seats


def all_sit(task: Task, grouping: Grouping) -> bool:
    """Whether everybody sits where they must, and with whom."""
    asking = (term for term in task.terms if isinstance(term, Place | Stay | Together))
    return not any(term.charge(grouping).breaches.any() for term in asking)


class _Swaps:
    """The seats, and who keeps theirs."""

    def __init__(self, task: Task, seats: IntArray, points: IntArray) -> None:
        self.seats, self.points, self.outside = seats.copy(), points, task.groups
        whole = Grouping(seats, task.groups)
        self.members = [whole.members(group).copy() for group in range(task.groups + 1)]
        self.places = [t for t in task.terms if isinstance(t, Place) and t.is_hard]
        self.stays = [t for t in task.terms if isinstance(t, Stay) and t.never.any()]
        self.held: BoolArray = np.zeros(task.n, dtype=np.bool_)
        self.restricted: BoolArray = np.zeros(task.n, dtype=np.bool_)
        for place in self.places:
            self.restricted[place.told[~place.allowed.all(axis=1)]] = True
        for stay in self.stays:
            self.restricted[stay.never & (stay.previous >= 0)] = True

    def gather(self, members: IntArray) -> None:
        """Brings the placed members of a set to the one who is restricted, or to any of them."""
        placed = members[self.seats[members] != self.outside]
        if placed.size:
            first = int(placed[np.argmax(self.restricted[placed])])
            self.settle(first)
            for row in placed:
                self._exchange(int(row), int(self.seats[first]))
            self.held[placed] = True

    def settle(self, row: int) -> None:
        """Brings a row to the first group that it may have, where it may not stay."""
        may = self._may(row)
        if not may[self.seats[row]]:
            any(self._exchange(row, int(group)) for group in np.flatnonzero(may))
        self.held[row] = True

    def _may(self, row: int) -> BoolArray:
        """(K+1,) where a row may sit."""
        may = np.ones(self.outside + 1, dtype=np.bool_)
        if self.restricted[row]:
            for place in self.places:
                line = int(np.searchsorted(place.told, row))
                if line < place.told.size and place.told[line] == row:
                    may &= place.allowed[line]
            for stay in self.stays:
                if stay.never[row] and stay.previous[row] >= 0:
                    may &= np.arange(may.size) == stay.previous[row]
        return may

    def _exchange(self, row: int, group: int) -> bool:
        """Swaps a row with the nearest of a group that may sit where it does."""
        here = int(self.seats[row])
        members = self.members[group]
        free = np.flatnonzero(~self.held[members])
        away = ((self.points[members[free]] - self.points[row]) ** 2).sum(axis=1)
        for slot in free[np.argsort(away, kind="stable")] if group != here else []:
            other = int(members[slot])
            if self._may(other)[here]:
                self.seats[row], self.seats[other] = group, here
                members[slot] = row
                self.members[here][self.members[here] == row] = other
                return True
        return False
