"""Faults that are known and not mended yet, each with why: to be empty in a release."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """``pattern``: found in the block, names and answers as ``◦``; ``why`` it still stands."""

    kind: str
    pattern: str
    why: str


TITLES = "the titles of the rules on likeness are being mended where likeness is"
KNOWN: tuple[Known, ...] = (
    Known(
        "a parenthesis repeats the words before it",
        r"\((?:question|themes|vraagstuk|thema's)\)",
        TITLES,
    ),
)
