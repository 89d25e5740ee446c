"""Passwords: argon2id, with the memory and time that its library advises."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from cohorts.errors import InputError, Problem

SHORTEST, LONGEST = 10, 500
"""Signs. Length is what makes a password strong; kinds of signs are not asked."""
HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """What is kept of it. Raises InputError where it is too short or too long."""
    spelled = _spelled(password)
    if not SHORTEST <= len(spelled) <= LONGEST:
        facts = {"shortest": SHORTEST, "longest": LONGEST}
        raise InputError(Problem("accounts.password_length", "", facts))
    return HASHER.hash(spelled)


def is_right(kept: str | None, password: str) -> bool:
    """Whether it is; as slow where there is none to compare with."""
    try:
        HASHER.verify(kept or _nobodys(), _spelled(password)[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody's password")


def _spelled(password: str) -> str:
    """However a keyboard composes its signs."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())
