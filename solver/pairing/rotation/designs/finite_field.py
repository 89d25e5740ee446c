"""Fields of prime and prime-power order, as tables of sums and products.

An element of a field of p^m is a polynomial over the integers modulo p of degree below m, written
as a number in base p; products are taken modulo the first polynomial of degree m without a divisor.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from solver.quantise import IntArray

Polynomial = tuple[int, ...]
"""Coefficients, the constant first."""


@dataclass(frozen=True, eq=False)
class Field:
    """``plus`` and ``times`` (q, q)."""

    plus: IntArray
    times: IntArray


def prime_power(q: int) -> tuple[int, int] | None:
    """P and m with q = p^m and p prime; None where there are none."""
    p = next((d for d in range(2, q + 1) if q % d == 0), 0)
    m = 0
    while p and q % p == 0:
        q //= p
        m += 1
    return (p, m) if p and q == 1 else None


@cache
def field(q: int) -> Field:
    """The field of q elements; q must be a prime power."""
    power = prime_power(q)
    if power is None:
        raise ValueError(q)
    p, m = power
    elements: list[Polynomial] = [tuple(reversed(e)) for e in product(range(p), repeat=m)]
    number = {element: at for at, element in enumerate(elements)}
    by = _irreducible(p, m)
    plus = np.zeros((q, q), dtype=np.int64)
    times = np.zeros((q, q), dtype=np.int64)
    for a, one in enumerate(elements):
        for b, other in enumerate(elements):
            plus[a, b] = number[tuple((x + y) % p for x, y in zip(one, other, strict=True))]
            times[a, b] = number[_rest(_product(one, other, p), by, p)]
    return Field(plus, times)


def _product(one: Polynomial, other: Polynomial, p: int) -> Polynomial:
    made = [0] * (len(one) + len(other) - 1)
    for i, x in enumerate(one):
        for j, y in enumerate(other):
            made[i + j] = (made[i + j] + x * y) % p
    return tuple(made)


def _rest(one: Polynomial, by: Polynomial, p: int) -> Polynomial:
    """What is left of one after division by a polynomial whose highest coefficient is 1."""
    rest, degree = list(one), len(by) - 1
    for at in range(len(rest) - 1, degree - 1, -1):
        factor = rest[at]
        for k, coefficient in enumerate(by):
            rest[at - degree + k] = (rest[at - degree + k] - factor * coefficient) % p
    return tuple((rest + [0] * degree)[:degree])


def _irreducible(p: int, m: int) -> Polynomial:
    """The first of degree m that no polynomial of a lower degree divides."""
    divisors = [
        (*low, 1) for degree in range(1, m // 2 + 1) for low in product(range(p), repeat=degree)
    ]
    candidates = ((*low, 1) for low in product(range(p), repeat=m))
    return next(c for c in candidates if all(any(_rest(c, d, p)) for d in divisors))
