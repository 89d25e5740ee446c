"""The change of Total; it moves only where somebody enters or leaves outside."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import BODY, K, block
from solver.task import Task
from solver.terms import Total

LOW, HIGH, PLACED, VALUE = range(BODY, BODY + 4)
"""Words: the bounds, the total now; offset of the values (n,)."""


def pack(kind: int, amount: int, weight: int, term: Total, task: Task) -> IntArray:
    """The block of a term; nobody is placed."""
    return block(kind, amount, weight, [term.low, term.high, 0], [term.value])


@inlined
def _step(m: IntArray, o: int, out: int, come: int) -> int:
    value = o + m[o + VALUE]
    return (m[value + out] if out >= 0 else 0) - (m[value + come] if come >= 0 else 0)


@inlined
def _off(m: IntArray, o: int, total: int) -> int:
    return max(m[o + LOW] - total, 0) + max(total - m[o + HIGH], 0)


@inlined
def change(m: IntArray, o: int, group: int, out: int, come: int) -> int:
    """Change of the distance to the bounds when ``out`` leaves and ``come`` enters ``group``."""
    if group < m[K]:
        return 0
    return _off(m, o, m[o + PLACED] + _step(m, o, out, come)) - _off(m, o, m[o + PLACED])


@inlined
def broken(m: IntArray, o: int, group: int, more: int) -> int:
    """1 where ``more`` quanta bring the total outside its bounds, -1 where they bring it back."""
    if group < m[K]:
        return 0
    before = _off(m, o, m[o + PLACED])
    return (1 if before + more > 0 else 0) - (1 if before > 0 else 0)


@inlined
def update(m: IntArray, o: int, group: int, out: int, come: int) -> None:
    """Takes the exchange into the total."""
    if group >= m[K]:
        m[o + PLACED] += _step(m, o, out, come)
