"""The words of ballots: which columns are which, and what the words in cells mean."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from cohorts.intake.fields.headers import plain


@cache
def _known() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    text = (files(__package__) / "ballot_words.toml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, tuple[str, ...]]] = tomllib.loads(text)
    return found


def is_called(header: str, column: str) -> bool:
    """Whether this is a header of that kind of column: a key of ``[columns]``."""
    return plain(header) in map(plain, _known()["columns"][column])


@cache
def words_of_cells() -> Mapping[str, str]:
    """What may stand in a cell → a key of ``[cells]``."""
    return {word: key for key, words in _known()["cells"].items() for word in words}
