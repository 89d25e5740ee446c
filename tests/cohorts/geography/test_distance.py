"""Which points may lie close: none that does is passed over."""

from __future__ import annotations

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cohorts.geography.distance import Point, hectometres, near_pairs

ZWOLLE, KAMPEN, BREDA = (52.51, 6.09), (52.56, 5.91), (51.59, 4.78)
NEAR_BY = st.tuples(st.floats(51, 53), st.floats(4, 7))
ANYWHERE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_only_who_lies_close_is_looked_at() -> None:
    """Zwolle and Kampen lie 13 km apart, Breda more than 100 km away."""
    assert near_pairs([ZWOLLE, BREDA, KAMPEN], 25).tolist() == [[0, 2]]


@settings(max_examples=200, deadline=None)
@given(
    points=st.lists(NEAR_BY | ANYWHERE, max_size=8),
    within=st.sampled_from((0.0, 1.0, 25.0, 300.0, 20_000.0)),
)
@example(points=[(0.0, -179.99), (0.0, 179.99), (90.0, 0.0), (90.0, 120.0)], within=25.0)
def test_every_pair_that_lies_so_close_is_there_once(points: list[Point], within: float) -> None:
    found = [(int(i), int(j)) for i, j in near_pairs(points, within)]
    assert len(set(found)) == len(found)
    assert all(i < j for i, j in found)
    close = {
        (i, j)
        for i, j in combinations(range(len(points)), 2)
        if hectometres(points[i], points[j]) <= round(10 * within)
    }
    assert close <= set(found)
