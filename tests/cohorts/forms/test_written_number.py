"""Numbers in forms are exact, and one that nobody could write out is no number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cohorts.forms.written_number import as_written


@pytest.mark.parametrize(
    ("given", "exact"),
    [
        (0.1, Fraction(1, 10)),
        ("0,5", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        (".25", Fraction(1, 4)),
        (1e-7, Fraction(1, 10**7)),
        (-3, Fraction(-3)),
    ],
)
def test_it_is_as_it_stands_there(given: object, exact: Fraction) -> None:
    assert as_written(given) == exact


@pytest.mark.parametrize(
    "given", ["1e99999999", "1e-99999999", "9" * 41, "1/0", "nan", "inf", "", "half", True, "1_0"]
)
def test_all_else_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        as_written(given)
