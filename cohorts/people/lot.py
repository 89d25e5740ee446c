"""The lot that decides between equals: published with its seed, so that anyone draws it again."""

from __future__ import annotations

import hashlib


def lot(seed: int, who: str) -> bytes:
    """SHA-256 of ``seed:who``; of two people who stand equal the lower goes first."""
    return hashlib.sha256(f"{seed}:{who}".encode()).digest()
