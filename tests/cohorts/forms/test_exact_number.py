"""Numbers as they are written, and none that would fill the memory."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cohorts.forms.exact_number import exact_number


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (0.3, Fraction(3, 10)),
        ("0,5", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        (-7, Fraction(-7)),
        (1e-7, Fraction(1, 10**7)),
        (1e300, Fraction(10**300)),
    ],
)
def test_it_is_exactly_what_is_written(given: object, meant: Fraction) -> None:
    assert exact_number(given) == meant


@pytest.mark.parametrize(
    "given", ["1e999999999", "1e-999999999", "1/0", True, float("nan"), float("inf"), "", "9" * 500]
)
def test_what_is_no_number_or_has_no_end_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="no number"):
        exact_number(given)
