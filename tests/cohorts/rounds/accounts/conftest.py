"""Passwords that are hashed in a moment: what is slow on purpose is no part of what is tested."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from cohorts.rounds.accounts import password


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(password, "HASHER", quick)
