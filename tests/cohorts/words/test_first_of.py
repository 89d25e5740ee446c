"""Never one alone is left to count."""

from __future__ import annotations

import pytest

from cohorts.words.first_of import first_of


@pytest.mark.parametrize(("n", "shown"), [(0, 0), (4, 4), (5, 5), (6, 4), (20, 4)])
def test_of_five_the_fifth_is_named_and_of_six_two_are_left(n: int, shown: int) -> None:
    assert len(first_of(range(n), 4)) == shown
