"""What the bottom of the page says, and what its one button does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class NextStep:
    """``about``: what happens next, in a sentence; ``button``: None: there is nothing to do.

    ``room``: of the page that the button leads to, "": it stays here.
    """

    about: str
    button: str | None = None
    act: Callable[[], object] | None = None
    disabled: bool = False
    room: str = ""
