"""One file per kind of condition for taking part; kinds are found by looking into this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cohorts.conditions.condition import Condition
from cohorts.forms.open_set import members_of


@cache
def conditions() -> Mapping[str, type[Condition]]:
    """Name (of the file) → condition, by name."""
    return members_of(__name__, __path__, Condition)  # type: ignore[type-abstract] # never called itself


__all__ = ["Condition", "conditions"]
