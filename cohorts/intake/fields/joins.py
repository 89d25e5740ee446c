"""Several columns as one: what is put together, and the table with that column instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cohorts.intake.table import Cell, Table
from cohorts.round.remark import Remark

Say = Callable[[Sequence[Cell]], Cell]


@dataclass(frozen=True)
class Join:
    """``columns`` become one, at the place of the first, under ``header``.

    ``say``: what its cells say together; ``parts``: what each stood for; ``several``: whether
    what they say is several answers, parted by ``|``.
    """

    header: str
    columns: tuple[int, ...]
    say: Say
    code: str
    parts: tuple[str, ...]
    several: bool = False

    @property
    def is_one(self) -> bool:
        """Whether there is anything to put together, or to be said in other words."""
        return len(self.columns) > 1 or (self.several and bool(self.columns))

    @property
    def remark(self) -> Remark:
        """What was put together."""
        facts = {"count": len(self.columns), "columns": tuple(p[:40] for p in self.parts if p)}
        return Remark(self.code, column=self.header, facts=facts)


def put_together(table: Table, joins: Sequence[Join]) -> Table:
    """The table with one column for each join, and a remark about it."""
    if not joins:
        return table
    gone = {i for join in joins for i in join.columns[1:]}
    kept = [i for i in range(len(table.headers)) if i not in gone]
    joins = _with_own_names(table, joins)
    at = {join.columns[0]: join for join in joins}
    rows = tuple(
        (
            number,
            tuple(
                at[i].say([cells[c] for c in at[i].columns]) if i in at else cells[i] for i in kept
            ),
        )
        for number, cells in table.rows
    )
    return replace(
        table,
        headers=tuple(at[i].header if i in at else table.headers[i] for i in kept),
        rows=rows,
        remarks=(*table.remarks, *(join.remark for join in joins)),
        joined=frozenset(join.header for join in joins if join.several),
    )


def _with_own_names(table: Table, joins: Sequence[Join]) -> list[Join]:
    """No header twice: one that is there already gets a number."""
    gone = {table.headers[i] for join in joins for i in join.columns}
    names = set(table.headers) - gone
    own = []
    for join in joins:
        header, number = join.header, 1
        while header in names:
            number += 1
            header = f"{join.header} ({number})"
        names.add(header)
        own.append(replace(join, header=header))
    return own
