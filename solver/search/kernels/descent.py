"""Downhill by the score itself, level by level, until no single move gains."""

from __future__ import annotations

from solver.lowered.counted import ALIKE_ABOVE, GROUPS_OFF, LOTS, NOT_PLACED, SHARED, WORST
from solver.quantise import IntArray
from solver.search.kernels import above_bound, choice, ranks, structure
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.dispatch import apply_move, apply_option, price_musts, wished
from solver.search.kernels.fairness import worse, worse_option
from solver.search.kernels.memory import (
    ALIKE,
    CHOICES,
    END,
    FAIR,
    HIGH,
    LIKE,
    LOW,
    MAY_CLOSE,
    NOBODY,
    OF_ALL,
    OPEN,
    PLACES_HIGH,
    WISHED,
    WISHES,
    K,
    N,
    group_of,
    size_of,
)
from solver.search.kernels.moves import alone_to, first_closed, may_shift

Levels = tuple[int, int, int, int, int, int, int]
"""A score, level by level: compared as such, field by field; but for standing, which comes third.

A move that opens a group, or changes an option, changes nothing in who is placed, or how many.
"""


@compiled
def levels_of(amounts: IntArray, is_breach: IntArray) -> Levels:
    """The score."""
    hard = 0
    for k in range(amounts.size):
        hard += is_breach[k] * amounts[k]
    off, worst, above = amounts[GROUPS_OFF], amounts[WORST], amounts[ALIKE_ABOVE]
    return hard, amounts[NOT_PLACED], off, worst, above, amounts[SHARED], amounts[LOTS]


@inlined
def is_less(one: Levels, other: Levels) -> bool:
    """Whether a score comes before another."""
    for k in range(7):
        if one[k] != other[k]:
            return one[k] < other[k]
    return False


@inlined
def _seating(m: IntArray, i: int, a: int, j: int, b: int) -> int:
    """Below, at or above 0: what a move does to who is placed, and to how many groups are open."""
    if j < 0:
        if a == m[K] or b == m[K]:
            return -1 if a == m[K] else 1
        closes = size_of(m, a) == 1
        off = abs(m[OPEN] - closes - m[WISHED]) - abs(m[OPEN] - m[WISHED])
        if off != 0:
            return off
    return ranks.change(m, a, i, j) + ranks.change(m, b, j, i)


@compiled
def gains(
    m: IntArray, pairs: IntArray, is_breach: IntArray, broken: bool, i: int, a: int, j: int, b: int
) -> bool:
    """Whether the score falls when i goes from a to b and j (or nobody: -1) from b to a.

    No group may open by it. ``broken``: something is broken now, which a move might mend.
    """
    soft = _seating(m, i, a, j, b)
    one = other = 0
    for level in (WISHES, LIKE, OF_ALL):
        if soft != 0:
            break
        more, more_b = wished(m, pairs, level, i, a, j, b)
        if level == WISHES:
            one, other = more, more_b
            soft = worse(m, i, a, j, b, one, other) if m[FAIR] == 1 else 0
        elif level == LIKE:
            soft = above_bound.above(m, more + more_b)
        else:
            soft = one + other + more + more_b
    if soft == 0:
        soft = structure.lots(m, a, i, j) + structure.lots(m, b, j, i)
    if soft >= 0 and not broken:
        return False
    hard = price_musts(m, pairs, is_breach, i, a, j, b)
    return hard < 0 or (hard == 0 and soft < 0)


@inlined
def option_gains(m: IntArray, o: int, group: int, slot: int, option: int) -> bool:
    """Whether the score falls when an open group takes ``option`` in ``slot``."""
    hard = choice.breaches_of_change(m, o, group, slot, option)
    if hard != 0:
        return hard < 0
    more = m[o + choice.PRICE] * choice.points_of_change(m, o, group, slot, option)
    if m[o + choice.IS_LIKENESS] == 1:
        return above_bound.above(m, more) < 0
    if m[FAIR] == 1:
        worst = worse_option(m, group, more)
        if worst != 0:
            return worst < 0
    return more < 0


@inlined
def _choose_for(m: IntArray, row: int, group: int) -> None:
    """A closed group takes what suits ``row`` best, should it open with that row alone."""
    for k in range(m[CHOICES], m[END]):
        o = m[k]
        first = o + m[o + choice.TAKEN] + group * m[o + choice.OPTIONS]
        for slot in range(m[o + choice.TAKE]):
            best = -1
            for option in range(m[o + choice.OPTIONS]):
                taken = False
                for before in range(slot):
                    taken = taken or m[first + before] == option
                if not taken and (best < 0 or choice.suits_more(m, o, row, option, best)):
                    best = option
            m[first + slot] = best


@compiled
def _opens(
    m: IntArray,
    pairs: IntArray,
    amounts: IntArray,
    is_breach: IntArray,
    i: int,
    b: int,
    now: Levels,
) -> bool:
    """Opens the closed group b with row i alone if that gains; ``now`` is the score, then kept.

    Tried and taken back: the change of what is shared by all groups adds up in no other way.
    """
    a = group_of(m, i)
    if a != m[K]:
        apply_move(m, pairs, amounts, i, a, NOBODY, m[K])
    _choose_for(m, i, b)
    apply_move(m, pairs, amounts, i, m[K], NOBODY, b)
    if is_less(levels_of(amounts, is_breach), now):
        return True
    apply_move(m, pairs, amounts, i, b, NOBODY, m[K])
    if a != m[K]:
        apply_move(m, pairs, amounts, i, m[K], NOBODY, a)
    return False


@inlined
def _touch(m: IntArray, changed: IntArray, tick: int, a: int, b: int, everything: bool) -> None:
    """Remembers when groups changed, by which the price of moves between them may have."""
    if everything or m[FAIR] == 1 or m[ALIKE] == 1:
        for group in range(m[K] + 1):
            changed[group] = tick
    else:
        changed[a] = tick
        changed[b] = tick


@inlined
def _options(m: IntArray, amounts: IntArray, changed: IntArray, tick: int) -> int:
    """Changes every option that gains; returns how many did."""
    gained = 0
    for k in range(m[CHOICES], m[END]):
        o = m[k]
        for group in range(m[K]):
            for slot in range(m[o + choice.TAKE]):
                for option in range(m[o + choice.OPTIONS]):
                    free = choice.is_free(m, o, group, option)
                    if free and option_gains(m, o, group, slot, option):
                        apply_option(m, amounts, o, group, slot, option)
                        _touch(m, changed, tick, group, group, m[MAY_CLOSE] == 1)
                        gained += 1
    return gained


@inlined
def _may_open(m: IntArray, i: int, b: int, broken: bool) -> bool:
    """Whether opening the closed group b with row i alone could gain anything."""
    a = group_of(m, i)
    if m[m[HIGH] + b] < 1 or (m[m[LOW] + b] > 1 and not broken):
        return False
    if a == m[K]:
        return m[N] - size_of(m, a) < m[PLACES_HIGH]
    return True


@compiled
def sweep(
    m: IntArray,
    pairs: IntArray,
    near: IntArray,
    amounts: IntArray,
    is_breach: IntArray,
    changed: IntArray,
    number: int,
    every_pair: bool,
) -> tuple[int, int]:
    """Once over all options, moves of one row and swaps; takes whatever gains, at once.

    ``changed`` (K+1,): when each group last changed; ``number`` of this sweep, from 1: a move
    between two groups that have not changed since it was last priced is not priced again.
    Without ``every_pair`` a row swaps with its near rows only, and moves to their groups, outside
    or to a closed group. Returns what was priced and what gained; nothing gained: no single move
    does.
    """
    n, priced = m[N], 0
    gained = _options(m, amounts, changed, number * n)
    now = levels_of(amounts, is_breach)
    partners = n if every_pair else near.shape[1]
    everywhere = every_pair or partners == 0
    places, closed = m[K] + 1 if everywhere else partners + 2, first_closed(m)
    for i in range(n):
        tick = number * n + i
        for target in range(places + partners):
            a, j = group_of(m, i), -1
            if target < places:
                b, last = alone_to(m, near, i, target, closed, everywhere), tick - n
            else:
                rank = target - places
                j = rank if every_pair else near[i, rank]
                b, last = group_of(m, j), number * n + j if j < i else (number - 1) * n + j
                if not every_pair:
                    last = tick - n
            if a == b or (changed[a] < last and changed[b] < last):
                continue
            opens = j < 0 and b < m[K] and size_of(m, b) == 0
            if opens:
                if not _may_open(m, i, b, now[0] > 0):
                    continue
                priced += 1
                if not _opens(m, pairs, amounts, is_breach, i, b, now):
                    continue
            else:
                if j < 0 and not may_shift(m, i, b):
                    continue
                priced += 1
                if not gains(m, pairs, is_breach, now[0] > 0, i, a, j, b):
                    continue
                opens = j < 0 and size_of(m, a) == 1
                apply_move(m, pairs, amounts, i, a, j, b)
            gained += 1
            now = levels_of(amounts, is_breach)
            _touch(m, changed, tick, a, b, opens)
            if opens:
                closed = first_closed(m)
    return priced, gained
