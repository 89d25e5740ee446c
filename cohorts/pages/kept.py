"""The store of this server: one for all who look."""

from __future__ import annotations

import os
from functools import cache

from cohorts.store.store import Store, opened


@cache
def store() -> Store:
    """Opened at the first look."""
    return opened(os.environ["COHORTS_DATABASE_URL"])
