"""Simulated annealing: two readers take over one reading of each other.

So what each reads stays as much, and everything keeps as many readers. What a move costs is the
change of the sum over pairs of the square of how often they meet.
"""

from __future__ import annotations

from solver.quantise import BoolArray, IntArray
from solver.search.kernels.compiled import compiled, inlined
from solver.search.splitmix import drawn, first_of, mixed, most_uphill, second_of


@inlined
def _leave(meets: IntArray, panel: IntArray, count: int, place: int, reader: int) -> int:
    """Others at this dossier meet the reader once less: the change of the sum of squares."""
    change = 0
    for q in range(count):
        if q != place:
            other = panel[q]
            change += 1 - 2 * meets[reader, other]
            meets[reader, other] -= 1
            meets[other, reader] -= 1
    return change


@inlined
def _join(meets: IntArray, panel: IntArray, count: int, place: int, reader: int) -> int:
    change = 0
    for q in range(count):
        if q != place:
            other = panel[q]
            change += 1 + 2 * meets[reader, other]
            meets[reader, other] += 1
            meets[other, reader] += 1
    return change


@inlined
def _keep(reads: BoolArray, best: BoolArray, sums: IntArray) -> None:
    sums[1] = sums[0]
    for i in range(reads.shape[0]):
        for a in range(reads.shape[1]):
            best[i, a] = reads[i, a]


@compiled
def anneal_readers(
    panels: IntArray,
    counts: IntArray,
    reads: BoolArray,
    allowed: BoolArray,
    meets: IntArray,
    best: BoolArray,
    seed: IntArray,
    temperatures: IntArray,
    proposals: int,
    table: IntArray,
    sums: IntArray,
) -> None:
    """``panels`` (d, r) the readers of each, ``counts`` (d,) how many; ``meets`` (m, m).

    The best is looked for where a temperature ends: to copy it at every step takes longest of all.
    ``temperatures``: each for so many ``proposals``, times 2^20. ``sums``: now, the best so far,
    and where to stop. All but ``allowed``, ``temperatures`` and ``table`` are changed.
    """
    d = reads.shape[0]
    for step in range(temperatures.size):
        temperature = temperatures[step]
        for _ in range(proposals):
            z = drawn(seed)
            i = first_of(z, d)
            j = second_of(z, d)
            y = mixed(z)
            p = first_of(y, counts[i])
            q = second_of(y, counts[j])
            a = panels[i, p]
            b = panels[j, q]
            if i == j or a == b or reads[i, b] or reads[j, a]:
                continue
            if not allowed[i, b] or not allowed[j, a]:
                continue
            change = _leave(meets, panels[i], counts[i], p, a)
            change += _leave(meets, panels[j], counts[j], q, b)
            change += _join(meets, panels[i], counts[i], p, b)
            change += _join(meets, panels[j], counts[j], q, a)
            if (change << 20) > most_uphill(z, temperature, table):
                _leave(meets, panels[i], counts[i], p, b)
                _leave(meets, panels[j], counts[j], q, a)
                _join(meets, panels[i], counts[i], p, a)
                _join(meets, panels[j], counts[j], q, b)
                continue
            panels[i, p] = b
            panels[j, q] = a
            reads[i, a] = False
            reads[i, b] = True
            reads[j, b] = False
            reads[j, a] = True
            sums[0] += change
            if sums[0] <= sums[2]:
                _keep(reads, best, sums)
                return
        if sums[0] < sums[1]:
            _keep(reads, best, sums)
