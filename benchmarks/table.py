"""A table in plain text, a line at a time: each row is printed when it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class Table:
    """Columns of the given widths; the first to the left, the others to the right."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        self.widths = widths

    def head(self) -> str:
        """The names of the columns."""
        return self._line(list(self.widths))

    def row(self, record: Mapping[str, Any]) -> str:
        """A record; – where it says nothing."""
        return self._line([shown(record.get(name)) for name in self.widths])

    def _line(self, cells: Sequence[str]) -> str:
        first, *others = zip(cells, self.widths.values(), strict=True)
        left = f"{first[0]:<{first[1]}}"
        return "  ".join([left, *(f"{cell:>{width}}" for cell, width in others)]).rstrip()


def shown(value: Any) -> str:
    """A value in a cell."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
