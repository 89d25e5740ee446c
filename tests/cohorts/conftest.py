"""What every test may ask for: a store, on both databases. No test waits for a password."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cohorts.rounds.accounts import password
from tests.cohorts.rounds.accounts.quick_hash import QUICK
from tests.cohorts.store.compiled_once import compiled_once
from tests.cohorts.store.kept import empty_file, own_database, server_url, store, store_url

__all__ = ["empty_file", "own_database", "server_url", "store", "store_url"]


@pytest.fixture(autouse=True, scope="session")
def _quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(password, "HASHER", QUICK)
        yield


@pytest.fixture(autouse=True, scope="session")
def _compiled() -> Iterator[None]:
    with compiled_once():
        yield
