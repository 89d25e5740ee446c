"""One file per composition rule: the open set. Rules are found by looking into this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cohorts.forms.open_set import members_of
from cohorts.rules.rule import Rule


@cache
def rules() -> Mapping[str, type[Rule]]:
    """Name (of the file) → rule, by name."""
    return members_of(__name__, __path__, Rule)  # type: ignore[type-abstract] # never called itself
