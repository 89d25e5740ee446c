"""One file per counting rule: an open set. Rules are found by looking into this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.forms.open_set import members_of


@cache
def counting_rules() -> Mapping[str, type[CountingRule]]:
    """Name (of the file) → rule, by name."""
    return members_of(__name__, __path__, CountingRule)  # type: ignore[type-abstract] # never called itself
