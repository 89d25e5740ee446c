"""Statements that are compiled once for all stores of a kind of database.

SQLAlchemy keeps what it compiled by engine, of which each test has two: a fifth of all their time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.util import LRUCache

from cohorts.store import connecting

MANY = 4000
"""Statements, of which a test asks some two hundred."""


class OfAKind(LRUCache[Any, Any]):
    """By what is asked; without the dialect, an object of each engine's own, before it."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key[1:], value)


@contextmanager
def compiled_once() -> Iterator[None]:
    """For every store that is opened in the block."""
    kinds: dict[str, OfAKind] = {}

    def made(url: str, **options: Any) -> Engine:
        engine = create_engine(url, **options)
        engine._compiled_cache = kinds.setdefault(engine.dialect.name, OfAKind(MANY))
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connecting, "create_engine", made)
        yield
