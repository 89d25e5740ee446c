"""What people write when they have nothing to write."""

from __future__ import annotations

from cohorts.intake.table import Cell, is_empty

NOTHING = frozenset(
    {
        *("", "n.v.t.", "n.v.t", "nvt", "n/a", "na", "-", "--", "—", ".", "?", "#n/a", "#n/b"),
        *("onbekend", "unknown", "none", "null", "nan", "geen", "anonymous", "anoniem"),
        *("niet van toepassing", "not applicable", "weet ik niet", "geen idee"),
    }
)


def is_missing(cell: Cell) -> bool:
    """Empty, or a word for nothing; never zero."""
    return is_empty(cell) or (isinstance(cell, str) and cell.strip().lower() in NOTHING)
