"""What a sheet shows beside its values: what is hidden, merged, formatted, or went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from xml.parsers import expat

from cohorts.intake.files.sheets.formats import Format
from cohorts.intake.limits import MOST_CELLS, MOST_MERGED, MOST_ROWS, TooMuch

SPARE_ROWS = 20
"""Headers, titles and totals, which are no rows of a table."""
Place = tuple[int, int]
"""Row and column, both from 1."""


class Span(NamedTuple):
    """Merged cells, from corner to corner, all from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Formula(str):
    """A formula of which the file does not hold what came out."""

    __slots__ = ()


class Fault(str):
    """What a spreadsheet shows where a formula went wrong: ``#REF!``."""

    __slots__ = ()


Shown = Formula | Fault | Format


@dataclass
class Look:
    """``shown``: what the cells show where that is another thing than their value.

    ``hidden_columns``: first and last of each stretch. ``pointers``: cells that point at a text
    kept elsewhere; ``text``: signs in all cells,
    where these are counted; ``filled``: rows that hold anything.
    """

    rows: int = 0
    columns: int = 0
    shown: dict[Place, Shown] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    pointers: int = 0
    text: int = 0
    filled: int = 0

    def reach(self, row: int, column: int) -> None:
        """Raises TooMuch where the sheet becomes too large to lay out."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > MOST_CELLS:
            raise TooMuch("intake.reaches_too_far", rows=self.rows, columns=self.columns)

    def fill(self, rows: int = 1) -> None:
        """Raises TooMuch where more rows hold something than a table may have."""
        self.filled += rows
        if self.filled > MOST_ROWS + SPARE_ROWS:
            raise TooMuch("intake.too_many_rows", rows=self.filled, most=MOST_ROWS)

    def merge(self, span: Span) -> None:
        """Raises TooMuch where there are too many."""
        self.merged.append(span)
        if len(self.merged) > MOST_MERGED:
            raise TooMuch("intake.reaches_too_far", rows=span.bottom, columns=span.right)


def parse(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Walks through XML, names without prefixes. Raises ExpatError; also for a definition in it.

    Definitions are refused, for small ones can stand for gigabytes; no workbook has them.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)  # noqa: FBT003 - the parser's own signature


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> Literal[0]:
    raise expat.ExpatError("definitions")
