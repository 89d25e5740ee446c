"""Rules that count members per value: one term for all values, or one for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from solver.terms import Tally

Bounds = tuple[int, int]


def tallies(
    key: str,
    given: Sequence[Sequence[str]],
    bounds: Mapping[str, Bounds],
    *,
    never_alone: bool = False,
) -> list[Tally]:
    """What is asked of each value: at least and at most so many members of a group.

    ``given``: the values of each row, each once. Where nobody has two of the values it is one
    term, called ``key``; otherwise one per value, called ``key.value``.
    """
    if not bounds:
        return []
    number = {value: i for i, value in enumerate(bounds)}
    codes = [[number[v] for v in values if v in number] for values in given]
    if all(len(found) <= 1 for found in codes):
        code = [found[0] if found else -1 for found in codes]
        return [_tally(key, code, list(bounds.values()), never_alone=never_alone)]
    return [
        _tally(
            f"{key}.{value}",
            [0 if number[value] in found else -1 for found in codes],
            [between],
            never_alone=never_alone,
        )
        for value, between in bounds.items()
    ]


def by_term(key: str, names: Iterable[str], per_value: Mapping[str, int]) -> dict[str, int]:
    """Name of a term → amount, from the amount per value; ``names``: of all the terms."""
    amounts = dict.fromkeys(names, 0)
    for value, amount in per_value.items():
        amounts[key if key in amounts else f"{key}.{value}"] += amount
    return amounts


def _tally(name: str, code: list[int], bounds: list[Bounds], *, never_alone: bool) -> Tally:
    low, high = np.array(bounds, dtype=np.int64).T
    return Tally(
        name=name,
        code=np.array(code, dtype=np.int64),
        low=low.copy(),
        high=high.copy(),
        amount=np.ones(len(code), dtype=np.int64),
        never_alone=never_alone,
        price=1,
    )
