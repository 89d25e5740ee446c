"""The store of this server: one for all who look."""

from __future__ import annotations

import os
from functools import cache

from cohorts.store.place import url_of
from cohorts.store.store import Store, opened


@cache
def store() -> Store:
    """Opened at the first look."""
    return opened(url_of(os.environ))
