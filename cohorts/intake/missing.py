"""What people write when they have nothing to write."""

from __future__ import annotations

from cohorts.intake.table import Cell, is_empty

NOTHING = frozenset(
    {
        *[
            "n.v.t.",
            "nvt",
            "n.v.t",
            "n/a",
            "na",
            "-",
            "--",
            "—",
            ".",
            "?",
            "onbekend",
            "unknown",
            "none",
            "null",
            "nan",
            "geen",
        ],
        *("anonymous", "anoniem", "niet van toepassing", "not applicable", "weet ik niet"),
        *("geen idee", "#n/a", "#n/b"),
    }
)


def is_missing(cell: Cell) -> bool:
    """Empty, or a word for nothing; never zero."""
    return is_empty(cell) or (isinstance(cell, str) and cell.strip().lower() in NOTHING)
