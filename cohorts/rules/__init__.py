"""One file per composition rule: the open set. Rules are found by looking into this folder."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType

from cohorts.rules.rule import Rule


@cache
def rules() -> Mapping[str, type[Rule]]:
    """Name (of the file) → rule, by name. A file that defines no rule is passed over."""
    found: dict[str, type[Rule]] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        rule = _rule_of(import_module(f"{__name__}.{info.name}"))
        if rule is not None:
            found[info.name] = rule
    return found


def _rule_of(module: ModuleType) -> type[Rule] | None:
    own = [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Rule) and kind.__module__ == module.__name__ and kind is not Rule
    ]
    return own[0] if own else None
