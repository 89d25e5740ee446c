"""The best composition of few people by trying every division, from the terms' definitions alone.

Slow and plain, and no line shared with the search: each subset of the people is priced as a group
by ``Term.charge``; then the best sum over all divisions into groups, by dynamic programming over
who is placed. What belongs to no single group is exact too: sets that are spread over groups,
totals, merit, places, the number of groups, the worst group and the lots.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np

from benchmarks.every_trade import NEVER, SPLIT, Priced, best_alike
from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.score import Score, standing_of
from solver.task import Task
from solver.terms import Choice, Together
from solver.terms.choice import choices_of


def best_score(task: Task) -> Score | None:
    """The smallest score of all groupings; None where each breaks something.

    Of a task with a margin, by the floor that the best answer by standing leaves. Raises
    AssertionError where it is not ``understood``.
    """
    task = floored(task)
    if not understood(task):
        raise AssertionError("what one group costs bears on another")
    members = (np.arange(1 << task.n).reshape(-1, 1) >> np.arange(task.n)) & 1 == 1
    known: dict[bytes, Priced] = {}
    groups = []
    for group in range(task.groups):
        alike = b"".join(
            [
                *(term.tells_apart(group) for term in task.terms),
                bytes([int(task.low[group]), int(task.high[group])]),
            ]
        )
        if alike not in known:
            known[alike] = _priced(task, members, group)
        groups.append(known[alike])
    rest = _outside(task, members)
    if not any(term.compares_sizes for term in task.terms):
        return _best_of(task, groups, rest)
    sizes = members.sum(axis=1)
    spans = (
        [replace(g, fits=g.fits & (sizes >= least) & (sizes <= least + 1)) for g in groups]
        for least in range(1, task.n + 1)
    )
    found = (_best_of(task, within, rest) for within in spans)
    return min((one for one in found if one is not None), default=None)


def floored(task: Task) -> Task:
    """A task with the floor that follows from its margin."""
    if task.standing is None or not task.margin or task.floor is not None:
        return task
    best = best_score(replace(task, margin=0))
    if best is None:
        return replace(task, floor=0)
    highest_first = np.unique(task.standing)[::-1]
    total = sum(int(v) * -n for v, n in zip(highest_first, best.standing, strict=True))
    return replace(task, floor=total - task.margin)


def understood(task: Task) -> bool:
    """Whether groups can be priced one by one.

    Not so where they share out an option or a limit, or where even sizes of groups that may close
    are a wish.
    """
    scarce = any((term.capacity < task.groups).any() for term in choices_of(task.terms))
    scarce = scarce or any(term.spends_together for term in task.terms)
    return not scarce and not any(t.compares_sizes and not t.is_hard for t in task.terms)


def _best_of(task: Task, groups: list[Priced], rest: Priced) -> Score | None:
    """The smallest score of divisions into such groups."""
    most = NEVER
    if task.fair:
        worst = _smallest(task, rest, _divided(task, groups, most, by_worst=True), by_worst=True)
        if worst is None:
            return None
        most = worst.worst
    if task.alike is not None:
        return best_alike(task, groups, rest, most)
    return _smallest(
        task, rest, _divided(task, groups, most, by_worst=False), by_worst=False, worst=most
    )


def _priced(task: Task, members: BoolArray, group: int) -> Priced:
    """Every subset as the only group there is."""
    sizes = members.sum(axis=1)
    fits = (sizes >= task.low[group]) & (sizes <= task.high[group])
    own, shared, alike = (np.zeros(sizes.size, dtype=np.int64) for _ in range(3))
    for subset in np.flatnonzero(fits):
        rows = np.flatnonzero(members[subset])
        seats = np.full(task.n, task.groups, dtype=np.int64)
        seats[rows] = group
        grouping = Grouping(seats, task.groups)
        left = {"own": 0, "alike": 0}
        for term in task.terms:
            counted = alike if term.name in task.alike_terms else None
            if isinstance(term, Together):
                touched = sum(bool(np.isin(rows, one).any()) for one in term.sets)
                split = SPLIT if term.price is None else term.price
                (shared if counted is None else counted)[subset] += touched * split
                continue
            if counted is None:
                counted = own
            if isinstance(term, Choice):
                least = _options(term, rows)
                fits[subset] &= least is not None
                counted[subset] += least or 0
            else:
                charge = term.charge(grouping)
                fits[subset] &= charge.breaches[group] == 0
                counted[subset] += charge.points[group]
                left["own" if counted is own else "alike"] += int(charge.rest[group])
        # what is per member is divided once in a group, in each level of the score
        own[subset] += left["own"] // rows.size
        alike[subset] += left["alike"] // rows.size
    return Priced(fits, own, shared, alike)


def _options(term: Choice, rows: IntArray) -> int | None:
    """Points of the cheapest options that everybody allows; None where there are none."""
    sums = [
        term.price * int(term.cost[rows][:, taken].sum())
        for taken in map(list, combinations(range(term.options), term.take))
        if term.allowed[rows][:, taken].all()
    ]
    return min(sums, default=None)


def _outside(task: Task, members: BoolArray) -> Priced:
    """(2^n,) of who is placed: whether that may be, and what it costs apart from the groups."""
    size = members.shape[0]
    placed = members.sum(axis=1)
    fits = (placed >= task.places.low) & (placed <= task.places.high)
    shared, alike = (np.zeros(size, dtype=np.int64) for _ in range(2))
    for subset in np.flatnonzero(fits):
        rows = np.flatnonzero(members[subset])
        grouping = Grouping(np.where(members[subset], 0, task.groups), task.groups)
        for term in task.terms:
            counted = alike if term.name in task.alike_terms else shared
            if isinstance(term, Together):
                unit = SPLIT if term.price is None else term.price
                for one in term.sets:
                    inside = np.isin(one, rows)
                    # spread over one group too few to count, or over outside as one more
                    counted[subset] += unit * (bool(term.all_or_none and (~inside).any()) - 1)
                    counted[subset] += unit * bool(not term.all_or_none and not inside.any())
            elif not isinstance(term, Choice):
                charge = term.charge(grouping)
                fits[subset] &= charge.breaches[-1] == 0
                counted[subset] += charge.points[-1]
    return Priced(fits, np.zeros(size, dtype=np.int64), shared, alike)


def _divided(task: Task, groups: list[Priced], most: int, *, by_worst: bool) -> IntArray:
    """(K+1, 2^n, 2): by open groups and who is placed the least shared, then own, points.

    NEVER where there is no such division. By the worst group the second is its points.
    """
    subsets = np.arange(1 << task.n)
    best = np.full((task.groups + 1, subsets.size, 2), NEVER, dtype=np.int64)
    best[0, 0] = (0, -NEVER if by_worst else 0)
    for group in groups:
        after = best.copy() if task.may_close else np.full_like(best, NEVER)
        for subset in np.flatnonzero(group.fits & (group.own <= most)):
            free = subsets[(subsets & subset) == 0]
            before, joined = best[:-1, free], free | subset
            splits = (group.shared[subset] // SPLIT) * SPLIT
            points = group.own[subset] + group.shared[subset] - splits
            held = np.where(before[..., 0] < NEVER, before[..., 0] + splits, NEVER)
            value = (
                np.maximum(before[..., 1], group.own[subset])
                if by_worst
                else before[..., 1] + points
            )
            there = after[1:, joined]
            less = (held < there[..., 0]) | ((held == there[..., 0]) & (value < there[..., 1]))
            less &= held < NEVER
            after[1:, joined] = np.where(less[..., None], np.stack([held, value], axis=-1), there)
        best = after
    return best


def _smallest(
    task: Task, rest: Priced, best: IntArray, *, by_worst: bool, worst: int = 0
) -> Score | None:
    """The smallest score among the divisions that break nothing."""
    counts, subsets = np.nonzero((best[..., 0] < NEVER) & rest.fits)
    found: list[Score] = []
    for count, subset in zip(counts.tolist(), subsets.tolist(), strict=True):
        splits, value = (int(x) for x in best[count, subset])
        beside = int(rest.shared[subset])
        whole = splits + beside
        if by_worst:
            # points of the whole are part of ``beside`` alone here: only the splits must be gone
            whole = splits + (beside + SPLIT // 2) // SPLIT * SPLIT
            points = 0
        else:
            points = value + whole
        if abs(whole) >= SPLIT // 2:
            continue
        placed = [row for row in range(task.n) if subset >> row & 1]
        found.append(
            Score(
                hard=0,
                not_placed=task.n - len(placed),
                groups_off=abs(count - task.wished_groups),
                standing=standing_of(task, np.isin(np.arange(task.n), placed)),
                alike=0,
                worst=(value if count else 0) if by_worst else (worst if task.fair else 0),
                points=points,
                lot=0 if by_worst else sum(int(task.last[row]) for row in placed),
            )
        )
    return min(found, default=None)
