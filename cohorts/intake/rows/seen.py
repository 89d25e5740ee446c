"""What is seen in a table, by which a row is somebody: what the others have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cohorts.intake.fields.headers import plain
from cohorts.intake.rows.above import Above
from cohorts.intake.rows.headings import Rows, filled
from cohorts.intake.rows.sums import begins_like_a_sum
from cohorts.intake.table import Cell, is_empty

MOST = 0.8
"""Share of the rows that fill a column which a person fills."""
HOW_ANSWERED = frozenset({"response type", "status", "distribution channel", "distributionchannel"})


@dataclass
class Seen:
    """``common``: columns that most people fill; ``said``: what the headers say, plain.

    ``last``: number of the last row that may add up; ``labels``: of rows that are one merged text;
    ``kept``: the people so far, ``group``: those since the last row that is nobody.
    """

    headers: list[str]
    levels: list[list[Cell]]
    rows: Rows
    common: frozenset[int]
    said: frozenset[str]
    answered: tuple[int, ...]
    last: int
    labels: frozenset[int] = frozenset()
    kept: Above = field(default_factory=Above)
    group: Above = field(default_factory=Above)

    def lacks(self, cells: Sequence[Cell]) -> bool:
        """Whether something is not there that nearly everybody filled in."""
        return not self.common <= set(filled(cells))

    @cached_property
    def values(self) -> dict[str, set[int]]:
        """Plain text → the columns in which it stands."""
        found: dict[str, set[int]] = {}
        for _, cells in self.rows:
            for i in filled(cells):
                found.setdefault(plain(str(cells[i])), set()).add(i)
        return found


def seen_in(headers: list[Cell], levels: Rows, rows: Rows, labels: frozenset[int]) -> Seen:
    """Looks at all rows; those that begin like a sum tell nothing of what people fill in."""
    people = [filled(cells) for _, cells in rows if not begins_like_a_sum(cells)]
    widest = max(map(len, people), default=0)
    whole = [places for places in people if 2 * len(places) > widest]
    counted = Counter(i for columns in whole for i in columns)
    common = frozenset(i for i, count in counted.items() if count >= MOST * len(whole))
    names = ["" if is_empty(h) else " ".join(str(h).split()) for h in headers]
    told = [cell for _, cells in levels for cell in cells if not is_empty(cell)]
    said = frozenset(plain(str(cell)) for cell in (*names, *told)) - {""}
    answered = tuple(i for i, name in enumerate(names) if plain(name) in HOW_ANSWERED)
    last = next((n for n, cells in reversed(rows) if len(filled(cells)) > 1), 0)
    above = [cells for _, cells in levels]
    return Seen(names, above, rows, common, said, answered, last, labels)
