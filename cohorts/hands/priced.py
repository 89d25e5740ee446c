"""What each other place would do with somebody, and each swap; the best first."""

from __future__ import annotations

from cohorts.composing import engines
from cohorts.hands.change import Change, change
from cohorts.hands.fit_alone import task_told
from cohorts.hands.layout import Layout
from cohorts.hands.leaving import Leaving
from cohorts.people.applicant import Applicant


def prices_of(now: Layout, row: int) -> dict[int | None, Change]:
    """Group (from 1) → its Change; out (None) where not everybody must have a place."""
    standing, groups = now.standing, now.standing.grouping.groups
    places: list[int | None] = [*range(1, groups + 1)]
    if standing.asked.task.places.low < standing.round.n:
        places.append(None)
    here = int(standing.grouping.assignment[row])
    leaving = Leaving.of(standing, row)
    seats = {place: groups if place is None else place - 1 for place in places}
    return {p: change(leaving.here, leaving.to(s)) for p, s in seats.items() if s != here}


def best_swaps(now: Layout, count: int) -> tuple[Change, ...]:
    """The best of all that people who may move can do."""
    standing = now.standing
    found = engines.cheapest_swaps(task_told(standing), standing.grouping, count, _fixed(now))
    return tuple(sorted((_swap(now, s.i, s.j) for s in found), key=lambda one: one.after))


def swaps_with(now: Layout, row: int, count: int) -> tuple[tuple[Applicant, Change], ...]:
    """With whom, and what it does."""
    standing = now.standing
    found = engines.swaps_of(task_told(standing), standing.grouping, row, count, _fixed(now))
    priced = [(standing.round.applicants[s.j], _swap(now, row, s.j)) for s in found]
    return tuple(sorted(priced, key=lambda one: one[1].after))


def _swap(now: Layout, i: int, j: int) -> Change:
    seats = now.standing.grouping.assignment
    there = now.standing.seated([(i, int(seats[j])), (j, int(seats[i]))])
    return change(now.standing, there)


def _fixed(now: Layout) -> frozenset[int]:
    return frozenset(now.standing.round.rows[one] for one in now.pinned | now.stopped)
