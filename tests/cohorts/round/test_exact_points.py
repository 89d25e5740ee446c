"""Points as integers: the order and the equality of the fractions, always."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cohorts.round.exact_points import MOST, exact_points
from cohorts.round.merit import THOUSANDTHS

FIGURES = st.fractions(min_value=0, max_value=10**6)


@given(st.lists(FIGURES, min_size=1, max_size=12))
def test_nobodys_order_or_equality_changes(figures: list[Fraction]) -> None:
    found = exact_points(dict(enumerate(figures)))
    for i, one in enumerate(figures):
        for j, other in enumerate(figures):
            assert (one < other) == (found[i] < found[j])
    if found.exact:
        assert all(Fraction(found[i], found.point) == one for i, one in enumerate(figures))


def test_thirds_are_exact_and_decimals_stay_thousandths() -> None:
    assert exact_points({"a": Fraction("7.125")}).point == THOUSANDTHS
    found = exact_points({"a": Fraction(7, 9), "b": Fraction(7, 10)})
    assert (found["a"], found["b"], found.point, found.exact) == (7000, 6300, 9000, True)


def test_what_no_common_multiple_can_hold_still_differs() -> None:
    near = Fraction(1, 3) + Fraction(1, 10**30)
    figures = {"a": Fraction(1, 3), "b": near, "c": Fraction(1, 3), "d": Fraction(10**6, 7)}
    found = exact_points(figures)
    assert not found.exact
    assert max(found.values()) <= MOST
    assert found["a"] == found["c"]
    assert found["b"] - found["a"] == 1
    assert abs(Fraction(found["d"], found.point) - figures["d"]) <= Fraction(1, found.point)
