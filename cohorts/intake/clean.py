"""``clean.csv``: canonical names, numbers with a point, ISO dates, values joined with ``|``."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from cohorts.applicant import FIELD_NAMES, Applicant
from cohorts.export_gate import gate

FIRST = ("id", "name", "company", "kvk")


def write_clean(applicants: Sequence[Applicant], path: str | Path) -> None:
    """Writes everything that is known of the applicants; reading it back gives the same."""
    extras = sorted({header for a in applicants for header in a.extra})
    order = [*FIRST, *(name for name in FIELD_NAMES if name not in FIRST)]
    used = [
        n for n in order if n in FIRST or any(getattr(a, n) not in (None, ()) for a in applicants)
    ]
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([gate(header) for header in (*used, *extras)])
        for a in applicants:
            cells = [_cell(getattr(a, name)) for name in used]
            writer.writerow([*cells, *(gate(a.extra.get(header, "")) for header in extras)])


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
