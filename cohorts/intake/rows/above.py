"""What stands above a row, column by column: each row is added up once, and not for each below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cohorts.intake.rows.headings import filled
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount, value_of
from cohorts.intake.values.number_style import Style, style_told, styles_told

READ_IN = (Style.DUTCH, Style.ENGLISH)


@dataclass
class Amounts:
    """The amounts of one column. ``told``: the styles that they tell.

    ``sums``, ``counts``: of what can be read, by the style in which it is read.
    """

    told: set[Style] = field(default_factory=set)
    sums: dict[Style, float] = field(default_factory=lambda: dict.fromkeys(READ_IN, 0))
    counts: dict[Style, int] = field(default_factory=lambda: dict.fromkeys(READ_IN, 0))

    def add(self, cell: Cell) -> None:
        """One more."""
        self.told |= styles_told([cell])
        for style in READ_IN:
            if (value := value_of(cell, style)) is not None:
                self.sums[style] += value
                self.counts[style] += 1

    def style_with(self, cell: Cell) -> Style:
        """The style of the column with one cell more; Dutch where it is mixed."""
        style = style_told(self.told | styles_told([cell]))
        return Style.DUTCH if style is Style.MIXED else style


@dataclass
class Above:
    """The rows above; ``rows``: how many. They are added up when somebody asks."""

    rows: int = 0
    _everywhere: frozenset[int] | None = None
    _columns: dict[int, Amounts] = field(default_factory=dict)
    _waiting: list[Sequence[Cell]] = field(default_factory=list)

    def add(self, cells: Sequence[Cell]) -> None:
        """One more row."""
        self.rows += 1
        self._waiting.append(cells)

    def amounts(self, column: int) -> Amounts:
        """What stands in a column."""
        self._add_up()
        return self._columns.get(column, Amounts())

    @property
    def everywhere(self) -> frozenset[int]:
        """The columns that each of them fills."""
        self._add_up()
        return self._everywhere or frozenset()

    def _add_up(self) -> None:
        for cells in self._waiting:
            places = filled(cells)
            here = frozenset(places)
            self._everywhere = here if self._everywhere is None else self._everywhere & here
            for i in places:
                if is_amount(cells[i]):
                    self._columns.setdefault(i, Amounts()).add(cells[i])
        self._waiting = []
