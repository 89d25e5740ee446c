"""What stands above, added up row by row, beside the same added up at once."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.intake.rows import above
from cohorts.intake.rows.above import Above
from cohorts.intake.rows.sums import adds_up
from cohorts.intake.values.amounts import is_amount, value_of
from cohorts.intake.values.number_style import Style, style_of

CELL = st.sampled_from(("", "Anke", "3", "1.250", "1,250", "12.50", "12,50", "1e3", "7%")) | (
    st.integers(0, 9) | st.none()
)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=6)


@settings(max_examples=200, deadline=None)
@given(rows=TABLE, cell=CELL, early=st.booleans())
def test_a_column_is_what_all_its_cells_say(
    rows: list[list[str | int | None]], cell: str | int | None, early: bool
) -> None:
    stands = Above()
    for row in rows:
        stands.add(row)
        if early:
            stands.amounts(0)
    told = [row[1] for row in rows if is_amount(row[1])]
    style = style_of([*told, cell])
    style = Style.DUTCH if style is Style.MIXED else style
    values = [value for one in told if (value := value_of(one, style)) is not None]
    found = stands.amounts(1)
    assert found.style_with(cell) is style
    assert (found.sums[style], found.counts[style]) == (sum(values), len(values))


def test_a_sum_is_that_of_the_rows_above() -> None:
    """3 + 4 = 7 in both columns; 8 is neither the sum, the mean 3.5 nor the number 2."""
    stands = Above()
    stands.add(["Anke", 3, "3"])
    stands.add(["Bas", 4, "4"])
    assert adds_up(["Totaal", 7, "7"], stands)
    assert not adds_up(["Totaal", 7, "8"], stands)


def test_each_row_is_added_up_once_however_often_it_is_asked() -> None:
    stands = Above()
    with patch.object(above, "value_of", wraps=value_of) as read:
        for number in range(20):
            stands.add(["Anke", number])
            adds_up(["Bas", 1], stands, by_sum=True)
    assert read.call_count == 2 * 20
