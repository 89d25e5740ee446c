"""One line of *Wat nu*: a sentence that leads somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """``room``: the page it leads to; ``at``: when it was.

    ``next``, ``button``: what the bottom of the page says of it where it is the first that waits.
    """

    text: str
    room: str
    query: Mapping[str, str] = field(default_factory=dict)
    next: str = ""
    button: str = ""
    at: str = ""
