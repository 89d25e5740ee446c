"""Whatever is typed, and whatever file comes after: what was typed holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.what_changes import what_changes
from cohorts.store.place import url_of_file
from tests.cohorts.rounds.people.acted import Acted

CELLS = st.sampled_from(["", "12", "1.250", "10-50", "veel", "Zwolle", "a@b.nl", "Goor"])
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=3, max_size=3)
TYPED = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(["fte", "place", "email", "name"]), CELLS),
    max_size=4,
)


def lines(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """Three people who are surely three."""
    for number, (email, place, fte) in enumerate(rows, 1):
        yield f"{number};Naam{number} Van{number};B{number} Werk{number};{email};{place};{fte}"


@pytest.fixture
def store_url(empty_file: Path, tmp_path: Path) -> str:
    """A file alone: the acts are held on both databases elsewhere."""
    shutil.copyfile(empty_file, tmp_path / "rounds.sqlite")
    return url_of_file(tmp_path / "rounds.sqlite")


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ROWS, TYPED, ROWS)
def test_what_was_typed_holds_over_the_next_file(
    acted: Acted,
    first: list[tuple[str, str, str]],
    typed: list[tuple[int, str, str]],
    then: list[tuple[str, str, str]],
) -> None:
    acted.take(*lines(first), complete=True)
    for number, column, text in typed:
        mend(*acted.here, acted.key(str(number)), {column: text})
    before = acted.people
    cells = {key: one.cells for key, one in before.typed.items()}
    brings = what_changes(acted.drop(*lines(then)))
    after = acted.take(*lines(then), complete=True)
    assert {key: one.cells for key, one in after.typed.items()} == cells
    for key, of in cells.items():
        for column in of:
            assert after.who[key].text(column) == before.who[key].text(column)
            assert column not in [one.column for one in brings.changed.get(key, ())]
    # and the same file again changes nobody
    again = acted.take(*lines(then), complete=True)
    assert again.rows.people == after.rows.people
