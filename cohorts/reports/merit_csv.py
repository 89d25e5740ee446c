"""``merit.csv``: everybody's points, exactly, so that a composition can be computed again."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

from cohorts.round.round import Round


def merit_csv(round_: Round) -> str:
    """A row each, by id: a number with at most three decimals, else a fraction."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["applicant_id", "merit"])
    for who, units in sorted((round_.merit or {}).items()):
        points = Fraction(units, round_.point)
        thousandths = points * 1000
        exact = f"{float(points):.3f}".rstrip("0").rstrip(".")
        writer.writerow([who, exact if thousandths.denominator == 1 else str(points)])
    return out.getvalue()
