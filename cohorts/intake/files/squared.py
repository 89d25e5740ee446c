"""Rows of any width as a table: every row as wide as the headers, every header a name."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.intake.files.grid import check_shape
from cohorts.intake.rows.headings import Rows
from cohorts.intake.table import Cell, Table, is_empty
from cohorts.round.remark import Remark
from cohorts.words.export_gate import ungate


def squared(file: str, kind: str, detail: str, headers: list[Cell], rows: Rows) -> Table:
    """Raises InputError for too many columns, rows or cells, and for rows wider than the headers.

    Empty rows are left out, and so are columns without a header and without a single value.
    """
    check_shape(len(rows), len(headers), file)
    wide = [n for n, cells in rows if any(not is_empty(c) for c in cells[len(headers) :])]
    if wide:
        shown = tuple(str(n) for n in wide[:10])
        wider = {"rows": shown, "count": len(wide), "columns": len(headers), "kind": kind}
        raise InputError(Problem("intake.row_too_wide", file, wider))
    filled = [(n, cells) for n, cells in rows if any(not is_empty(c) for c in cells)]
    width = len(headers)
    whole = [(n, tuple(c[:width]) + (None,) * (width - len(c))) for n, c in filled]
    kept = [
        i
        for i in range(width)
        if not is_empty(headers[i]) or any(not is_empty(c[i]) for _, c in whole)
    ]
    names = _named(headers)
    return Table(
        file,
        kind,
        detail,
        tuple(names[i] for i in kept),
        tuple((n, tuple(cells[i] for i in kept)) for n, cells in whole),
        # a workbook leaves out empty cells at the end of a row; in a CSV that is a fault
        tuple(Remark("intake.short_row", n) for n, c in filled if kind == "csv" and len(c) < width),
    )


def _named(headers: list[Cell]) -> tuple[str, ...]:
    """Headers as text: stripped, a blank one by its place, a repeated one with its number."""
    names: dict[str, None] = {}
    for place, cell in enumerate(headers, 1):
        bare = f"#{place}" if is_empty(cell) else ungate(" ".join(str(cell).split()))
        name, number = bare, 1
        while name in names:
            number += 1
            name = f"{bare} ({number})"
        names[name] = None
    return tuple(names)
