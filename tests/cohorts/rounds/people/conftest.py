"""A round to act in, on both databases."""

from __future__ import annotations

import pytest

from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.life.new_round import new_round
from cohorts.store.store import Store
from tests.cohorts.rounds.people.acted import Acted


@pytest.fixture
def acted(store: Store) -> Acted:
    """An empty round, and its organiser."""
    actor = first_account(store, "Ans")
    return Acted(store, actor, new_round(store, actor, "Najaar", "businessversneller"))
