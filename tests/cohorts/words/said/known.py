"""Faults that are known and not mended yet, each with why: to be empty in a release."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """``pattern``: found in the block, names and answers as ``◦``; ``why`` it still stands."""

    kind: str
    pattern: str
    why: str


KNOWN: tuple[Known, ...] = ()
