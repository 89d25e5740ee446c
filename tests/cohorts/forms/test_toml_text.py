"""A table as TOML is the same table when it is read."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.forms.toml_text import as_toml
from cohorts.programme.frozen import frozen
from cohorts.programme.programme import load_programme, presets

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
PLAIN = (
    NAMES
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
)


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_it_is_read_back_as_it_was(table: dict[str, Any]) -> None:
    assert tomllib.loads(as_toml(table)) == table


@pytest.mark.parametrize("name", presets())
def test_a_programme_can_be_written(name: str) -> None:
    table = frozen(load_programme(name))
    assert tomllib.loads(as_toml(table)) == table
