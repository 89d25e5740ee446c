"""A group that may have fewer members than is asked of the others, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Smaller:
    """``size``: with how many it may go on; ``reason``: in somebody's words ("": not known)."""

    size: int
    reason: str
