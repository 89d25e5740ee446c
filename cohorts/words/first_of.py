"""The first few of many, so that never one alone is left to count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

One = TypeVar("One")


def first_of(many: Sequence[One], most: int) -> Sequence[One]:
    """At most ``most``, and one more where only that one would be left: naming it is as short."""
    return many if len(many) <= most + 1 else many[:most]
