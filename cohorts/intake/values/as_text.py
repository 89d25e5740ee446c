"""A cell as text."""

from __future__ import annotations

from cohorts.intake.table import Cell, is_empty
from cohorts.words.export_gate import ungate


def clean_line(cell: Cell) -> str:
    """A cell as one line of text."""
    return " ".join(clean_text(cell).split())


def clean_text(cell: Cell) -> str:
    """A cell as text: whole numbers without a point; "" for an empty one."""
    if is_empty(cell):
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return ungate(str(cell).replace("\r\n", "\n").replace("\r", "\n").strip())
