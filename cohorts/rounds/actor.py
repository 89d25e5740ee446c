"""Who acts."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.store.keys import AccountKey


@dataclass(frozen=True)
class Actor:
    """Somebody who is logged in. What they may is looked up in each act, never taken from here."""

    key: AccountKey
    name: str
