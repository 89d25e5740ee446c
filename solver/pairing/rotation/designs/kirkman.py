"""Kirkman systems of 3q people, q = 6t + 1 a prime power: everybody meets everybody once.

Ray-Chaudhuri & Wilson 1971, theorem 5. People are (c, x): c one of three copies, x one of a field
of q, g a generator of it. One round, to which every element of the field is added in turn:
{(0, 0), (1, 0), (2, 0)}; {(c, g^j), (c, g^(j+2t)), (c, g^(j+4t))} for j < t and each c; and
{(0, g^j), (1, g^(j+2t)), (2, g^(j+4t))} for those j of which the rest modulo 2t is t or more. Each
of the other such triples, with every element added, is a round of its own: 9t + 1 rounds.
"""

from __future__ import annotations

import numpy as np

from solver.pairing.rotation.designs.design import Design
from solver.pairing.rotation.designs.finite_field import Field, field, prime_power

SIZE = 3
Triple = tuple[tuple[int, int], ...]


def kirkman(q: int) -> Design | None:
    """Q tables of three; None where the construction does not hold."""
    if q % 6 != 1 or prime_power(q) is None:
        return None
    numbers, t = field(q), q // 6
    powers = _powers(numbers, q)
    mixed = [
        tuple((c, powers[(j + 2 * t * c) % (q - 1)]) for c in range(SIZE)) for j in range(q - 1)
    ]
    pure = [
        tuple((c, powers[j + 2 * t * k]) for k in range(SIZE))
        for c in range(SIZE)
        for j in range(t)
    ]
    base = [tuple((c, 0) for c in range(SIZE)), *pure]
    base += [triple for j, triple in enumerate(mixed) if j % (2 * t) >= t]
    rounds = [[_plus(numbers, triple, by) for triple in base] for by in range(q)]
    rounds += [
        [_plus(numbers, triple, by) for by in range(q)]
        for j, triple in enumerate(mixed)
        if j % (2 * t) < t
    ]
    seats = np.zeros((len(rounds), SIZE * q), dtype=np.int64)
    for r, triples in enumerate(rounds):
        for table, triple in enumerate(triples):
            seats[r, [c * q + x for c, x in triple]] = table
    return Design(f"Kirkman system of {SIZE * q}", q, SIZE, seats)


def _plus(numbers: Field, triple: Triple, by: int) -> Triple:
    return tuple((c, int(numbers.plus[x, by])) for c, x in triple)


def _powers(numbers: Field, q: int) -> list[int]:
    """The powers of the first element that has all but 0 among them."""
    for g in range(2, q):
        powers = [1]
        while (product := int(numbers.times[powers[-1], g])) != 1:
            powers.append(product)
        if len(powers) == q - 1:
            return powers
    raise ValueError(q)
