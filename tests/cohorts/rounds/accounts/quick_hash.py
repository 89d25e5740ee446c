"""Passwords that are hashed in a moment: what is slow on purpose is no part of what is tested."""

from __future__ import annotations

from argon2 import PasswordHasher

from cohorts.rounds.accounts import password

SLOW = password.HASHER
"""As it is outside the tests."""
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
