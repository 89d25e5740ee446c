"""The key of a rule or a condition that is added: its kind, and a number where that is taken."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count


def free_key(kind: str, taken: Collection[str]) -> str:
    """``kind``, or ``kind-2`` and so on where that is taken."""
    if kind not in taken:
        return kind
    return next(key for n in count(2) if (key := f"{kind}-{n}") not in taken)
