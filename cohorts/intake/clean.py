"""``clean.csv``: canonical names, numbers with a point, ISO dates, values joined with ``|``."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from cohorts.intake.fields.column_kinds import BANDS, SINGLE, YEARS
from cohorts.intake.table import Cell, Table
from cohorts.intake.whole import write_whole
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.round.remark import NOBODY_AGREED, noticed
from cohorts.words.export_gate import gate

FIRST = ("id", "name", "company", "kvk")


def is_clean(table: Table) -> bool:
    """Whether this is a file that was written here, so that nothing in it needs guessing."""
    if table.kind != "csv" or table.headers[: len(FIRST)] != FIRST:
        return False
    numbers = {*BANDS, *SINGLE, *YEARS}
    columns = [i for i, header in enumerate(table.headers) if header in numbers]
    return all(_is_written(cells[i]) for _, cells in table.rows for i in columns)


def _is_written(cell: Cell) -> bool:
    """Nothing, or a number the way ``_cell`` writes it."""
    text = str(cell or "")
    try:
        return not text or text in (str(_cell(float(text))), f"'{_cell(float(text))}")
    except ValueError:
        return False


def write_clean(applicants: Sequence[Applicant], path: str | Path) -> None:
    """Writes everything that is known of the applicants; reading it back gives the same."""
    write_whole({Path(path): as_csv(applicants)})


def as_csv(applicants: Sequence[Applicant]) -> str:
    """``clean.csv`` as text: the fields somebody has, then the extra columns."""
    extras = sorted({header for a in applicants for header in a.extra})
    order = [*FIRST, *(name for name in FIELD_NAMES if name not in FIRST)]
    known = {n for n in order if any(getattr(a, n) not in (None, ()) for a in applicants)}
    known |= {"consent"} if any(r.code == NOBODY_AGREED for r in noticed(applicants)) else set()
    # an open end is an empty cell, which means so only where its column is there
    known |= {end for name in BANDS & known for end in (f"{name}_low", f"{name}_high")}
    used = [n for n in order if n in FIRST or n in known]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([gate(header) for header in (*used, *extras)])
    for a in applicants:
        cells = [_cell(getattr(a, name)) for name in used]
        writer.writerow([*cells, *(gate(a.extra.get(header, "")) for header in extras)])
    return out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return gate("|".join(value))
    if isinstance(value, float):
        return int(value) if value.is_integer() else repr(value)
    return gate(value)
