"""Secrets that log in: given once, kept only as their SHA-256, and for a time."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from cohorts.store.canonical import sha256
from cohorts.store.clock import now

TOKEN_BYTES = 32
LONGEST_TOKEN = 200
"""Signs; what is longer is none of ours, and is not looked at."""


def new_token() -> str:
    """One that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    """What is kept of a secret; looking this up by its index tells nothing of the secret."""
    return sha256(token[:LONGEST_TOKEN].encode("utf-8", "replace").decode())


def after(time: timedelta, since: str = "") -> str:
    """That much later than a moment of the store; without one, than its clock."""
    later = datetime.fromisoformat(since or now()).astimezone(UTC) + time
    return later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
