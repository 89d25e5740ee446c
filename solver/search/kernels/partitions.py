"""Every way to divide a few rows over groups: what each subset costs as a group, and the best sum.

A subset of the rows is a number, bit i for row i. What a grouping costs is the sum of what each
group costs by itself and of what those outside do: the changes of the kernels add up that way, but
for the capacity of options, which the caller looks after.
"""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import choice
from solver.search.kernels.block_amount import changes
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.dispatch import apply_move
from solver.search.kernels.kinds import CHOSEN, TOGETHER
from solver.search.kernels.memory import (
    CHOICES,
    END,
    KIND,
    MUSTS,
    NOBODY,
    OF_ALL,
    WEIGHT,
    WISHES,
    K,
    N,
)

NEVER = 2**62
BROKEN, SPLIT, OWN, SHARED = range(4)
"""Columns of the costs of a subset: units of breach; groups that hard sets are spread over; points
the group has of its own; points of the whole, such as sets that are spread."""


@compiled
def _cheapest(m: IntArray, o: int, group: int) -> int:
    """Points of the cheapest options that no member refuses; NEVER where there are too few."""
    options, left, least = m[o + choice.OPTIONS], m[o + choice.TAKE], 0
    refused = o + m[o + choice.REFUSED] + group * options
    costs = o + m[o + choice.COSTS] + group * options
    taken, at = -NEVER, -1
    while left > 0:
        best, cost = -1, NEVER
        for option in range(options):
            value = m[costs + option]
            later = value > taken or (value == taken and option > at)
            if m[refused + option] == 0 and later and value < cost:
                best, cost = option, value
        if best < 0:
            return NEVER
        least, taken, at, left = least + cost, cost, best, left - 1
    return least * m[o + choice.PRICE]


@inlined
def _step(
    m: IntArray, pairs: IntArray, i: int, a: int, b: int, group: int, here: IntArray, rest: IntArray
) -> None:
    """Takes into ``here``, of ``group``, and into ``rest`` (4,) what i changes from a to b."""
    for k in range(m[WISHES], m[CHOICES]):
        kind = m[m[k] + KIND]
        if kind != CHOSEN:
            more, other = changes(m, pairs, m[k], i, a, NOBODY, b)
            if a != group:
                more, other = other, more
            column = SHARED
            if k >= m[MUSTS]:
                column = SPLIT if kind == TOGETHER else BROKEN
            here[column if k >= m[OF_ALL] else OWN] += m[m[k] + WEIGHT] * more
            rest[column] += m[m[k] + WEIGHT] * other


@inlined
def _note(costs: IntArray, rest: IntArray, subset: int, here: IntArray, outside: IntArray) -> None:
    """Row ``subset`` of ``costs`` and ``rest`` becomes ``here`` and ``outside``."""
    for column in range(4):
        costs[subset, column] = here[column]
        rest[subset, column] = outside[column]


@compiled
def cost_subsets(
    m: IntArray,
    pairs: IntArray,
    amounts: IntArray,
    group: int,
    here: IntArray,
    outside: IntArray,
    costs: IntArray,
    rest: IntArray,
) -> None:
    """Fills in what every subset costs as ``group``, and those outside while it is placed.

    Everybody is outside, then and now. ``here``, ``outside`` (4,): the costs of an empty group and
    of everybody outside; ``costs``, ``rest`` (2^n, 4). Each step moves one row (a Gray code).
    """
    subset = 0
    _note(costs, rest, subset, here, outside)
    for number in range(1, 1 << m[N]):
        i = 0
        while (number >> i) & 1 == 0:
            i += 1
        enters = (subset >> i) & 1 == 0
        a, b = (m[K], group) if enters else (group, m[K])
        _step(m, pairs, i, a, b, group, here, outside)
        apply_move(m, pairs, amounts, i, a, NOBODY, b)
        subset ^= 1 << i
        _note(costs, rest, subset, here, outside)
        for k in range(m[CHOICES], m[END]):
            if subset > 0:
                least = _cheapest(m, m[k], group)
                if least == NEVER:
                    costs[subset, BROKEN] += 1
                else:
                    costs[subset, OWN] += least
    for i in range(m[N]):
        if (subset >> i) & 1 == 1:
            apply_move(m, pairs, amounts, i, group, NOBODY, m[K])


@compiled
def add_group(
    costs: IntArray,
    fits: IntArray,
    may_close: bool,
    by_worst: bool,
    most: int,
    split: IntArray,
    value: IntArray,
    new_split: IntArray,
    new_value: IntArray,
    taken: IntArray,
) -> None:
    """One group more: the best value by open groups and by who is placed, (K+1, 2^n) each.

    ``fits`` (f,): the subsets that may be this group; those with more than ``most`` points of their
    own may not. Smallest ``split`` first, then the smallest sum of points, or the smallest worst
    group. ``taken``: the subset that is this group there, 0 for none, -1 where nothing is.
    """
    counts, subsets = split.shape
    for count in range(counts):
        for placed in range(subsets):
            new_value[count, placed], new_split[count, placed] = NEVER, NEVER
            taken[count, placed] = -1
            if may_close and value[count, placed] < NEVER:
                new_value[count, placed] = value[count, placed]
                new_split[count, placed] = split[count, placed]
                taken[count, placed] = 0
    for subset in fits:
        own, torn = costs[subset, OWN], costs[subset, SPLIT]
        if own > most:
            continue
        others = (subsets - 1) ^ subset
        before = others
        while True:
            for count in range(counts - 1):
                if value[count, before] < NEVER:
                    if by_worst:
                        points = max(value[count, before], own)
                    else:
                        points = value[count, before] + own + costs[subset, SHARED]
                    parts = split[count, before] + torn
                    after = before | subset
                    best = new_split[count + 1, after]
                    if parts < best or (parts == best and points < new_value[count + 1, after]):
                        new_split[count + 1, after] = parts
                        new_value[count + 1, after] = points
                        taken[count + 1, after] = subset
            if before == 0:
                break
            before = (before - 1) & others
