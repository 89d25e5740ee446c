"""That a grouping differs from an earlier one, as demands: so many of its pairs may come back."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from solver.alternatives.difference import pairs_in, pairs_of
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Budget


def unlike(task: Task, earlier: Grouping, differ: Fraction, name: str) -> list[Budget]:
    """Demands that whoever places as many as ``earlier`` differs from it by ``differ`` at least.

    Of either's pairs no more than a share of 1 − ``differ`` are common. One limit says so of
    ``earlier``; a second one of the other, where groups may have other sizes and so fewer pairs.
    """
    edges, placed = pairs_of(earlier), int(earlier.sizes().sum())
    again = share_of(1 - differ, pairs_in(np.array([placed])))
    none = np.zeros((task.n, task.groups + 1), dtype=np.int64)
    every = np.ones(len(edges), dtype=np.int64)
    kept = int(again * len(edges))
    demands = [Budget(name=name, edges=edges, costs=every, seats=none, most=kept)]
    least = fewest_pairs(task, placed)
    if least < len(edges):
        demands.append(
            Budget(
                name=f"{name}, of fewer pairs",
                edges=edges,
                costs=again.denominator * every,
                seats=none,
                most=0,
                free=again.numerator * _pairs_by_size(task.n),
            )
        )
    if least == 0 and differ > 0:
        # whoever has no pairs at all differs from nobody
        demands.append(
            Budget(
                name=f"{name}, with pairs",
                edges=edges[:0],
                costs=every[:0],
                seats=none,
                most=-1,
                free=_pairs_by_size(task.n),
            )
        )
    return demands


def share_of(share: Fraction, most: int) -> Fraction:
    """The largest fraction that is not above ``share`` and whose denominator is at most ``most``.

    No count out of ``most`` or fewer is above the one and not above the other; and its numbers are
    small, where those of a share that was a float need not be. ``share`` is from 0 to 1.
    """
    near = share.limit_denominator(max(most, 1))
    if near <= share:
        return near
    # the one before it in the Farey sequence: near - it = 1 / (the product of their denominators)
    first = pow(near.numerator, -1, near.denominator)
    lower = first + (max(most, 1) - first) // near.denominator * near.denominator
    return Fraction((near.numerator * lower - 1) // near.denominator, lower)


def fewest_pairs(task: Task, placed: int) -> int:
    """No grouping that places so many rows has fewer pairs: as even as the bounds allow.

    Where groups may close, as if none needed a first member.
    """
    sizes = np.zeros_like(task.low) if task.may_close else task.low.copy()
    for _ in range(placed - int(sizes.sum())):
        room = np.flatnonzero(sizes < task.high)
        sizes[room[np.argmin(sizes[room])]] += 1
    return pairs_in(sizes)


def _pairs_by_size(n: int) -> IntArray:
    """(n+1,) pairs in a group, by its size."""
    sizes = np.arange(n + 1, dtype=np.int64)
    pairs: IntArray = sizes * (sizes - 1) // 2
    return pairs
