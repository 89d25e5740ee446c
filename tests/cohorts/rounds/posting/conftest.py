"""A round that is proposed, and a mail server."""

from __future__ import annotations

import pytest

from cohorts.store.store import Store
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round
from tests.cohorts.rounds.posting.a_mail_server import box

__all__ = ["box"]


@pytest.fixture
def here(store: Store) -> Decided:
    return proposed_round(store, "kennissessie")
