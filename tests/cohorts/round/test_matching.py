"""Pairs chosen: each thing once, and worth as much as any choice is."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.round.matching import heaviest

Pair = tuple[int, int]


def each_once(chosen: tuple[Pair, ...]) -> bool:
    return all(len({pair[side] for pair in chosen}) == len(chosen) for side in (0, 1))


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9), min_size=1, max_size=9
    )
)
def test_no_other_choice_is_worth_more(worth: dict[Pair, int]) -> None:
    """Held against every set of pairs in which nothing is taken twice."""
    pairs = sorted(worth)
    chosen = heaviest(np.array(pairs), np.array([worth[pair] for pair in pairs]))
    found = tuple(pairs[place] for place in chosen)
    sets = chain.from_iterable(combinations(pairs, size) for size in range(5))
    best = max(sum(map(worth.__getitem__, one)) for one in sets if each_once(one))
    assert each_once(found)
    assert sum(map(worth.__getitem__, found)) == best


def test_two_small_pairs_are_worth_more_than_one_large() -> None:
    """0–0 counts 5 and bars the rest; 0–1 and 1–0 count 3 each."""
    pairs = np.array([(0, 0), (0, 1), (1, 0)])
    assert heaviest(pairs, np.array([5, 3, 3])) == [1, 2]
    assert heaviest(pairs, np.array([7, 3, 3])) == [0]
