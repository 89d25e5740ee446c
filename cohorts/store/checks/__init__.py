"""What must hold of a store: one file a check, found here. Each defines ``check(connection)``."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module

from sqlalchemy import Connection

from cohorts.errors import Problem

Check = Callable[[Connection], Iterator[Problem]]
"""Gives a problem for each thing that does not hold; its place is a table and a key."""


@cache
def checks() -> Mapping[str, Check]:
    """Name of the file → its check, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").check for name in names}
