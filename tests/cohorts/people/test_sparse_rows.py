"""Sparse rows beside the same rows written out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.people import sparse_rows
from cohorts.people.sparse_rows import SparseRows

WIDTH = 5
ROW = st.dictionaries(st.integers(0, WIDTH - 1), st.integers(-4, 4).map(float), max_size=WIDTH)
ROWS = st.lists(ROW, max_size=7)


def sparse(rows: list[dict[int, float]]) -> SparseRows:
    return SparseRows.of([row.items() for row in rows], WIDTH)


def whole(rows: list[dict[int, float]]) -> np.ndarray:
    table = np.zeros((len(rows), WIDTH))
    for i, row in enumerate(rows):
        for column, value in row.items():
            table[i, column] = value
    return table


def test_a_product_by_hand() -> None:
    """(1, 0, 2) with (3, 5, 0) and (0, 0, 4): 1 × 3 = 3, and 2 × 4 = 8."""
    one = SparseRows.of([[(0, 1.0), (2, 2.0)]], 3)
    others = SparseRows.of([[(0, 3.0), (1, 5.0)], [(2, 4.0)]], 3)
    assert one.dots(others).tolist() == [[3.0, 8.0]]


@settings(max_examples=100, deadline=None)
@given(one=ROWS, other=ROWS, at_once=st.integers(1, 9))
def test_products_are_those_of_the_whole_tables(
    one: list[dict[int, float]], other: list[dict[int, float]], at_once: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sparse_rows, "AT_ONCE", at_once)
        found = sparse(one).dots(sparse(other))
    assert np.array_equal(found, whole(one) @ whole(other).T)


@settings(max_examples=50, deadline=None)
@given(rows=ROWS, data=st.data())
def test_rows_taken_and_tables_beside_each_other(
    rows: list[dict[int, float]], data: st.DataObject
) -> None:
    places = st.lists(st.integers(0, len(rows) - 1), max_size=5) if rows else st.just([])
    at = np.array(data.draw(places), dtype=np.int64)
    table, every = sparse(rows), np.arange(len(rows))
    assert np.array_equal(table.taken(at).dots(table), (whole(rows) @ whole(rows).T)[at])
    twice = table.beside(table, 2.0)
    assert twice.width == 2 * WIDTH
    both = np.hstack([whole(rows), whole(rows)]) * 2
    assert np.array_equal(twice.taken(every).dots(twice), both @ both.T)
