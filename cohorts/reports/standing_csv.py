"""``standing.csv``: the standing of everybody, fit to be given to composing as ``--merit``."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from fractions import Fraction

from cohorts.committee.sureness.whole_count import WholeCount
from cohorts.words.export_gate import gate

THOUSANDTHS = 1_000
SCALES = tuple(Fraction(10) ** power for power in range(7))


def standing_csv(whole: WholeCount) -> str:
    """``applicant_id,merit,place,chosen,judged,panels_in,panels,name``; UTF-8 without BOM, LF.

    In the order of the outcome, then who stayed below the quorum, without a place.
    """
    merit, elected = merits(whole), whole.elected
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    columns = ("applicant_id", "merit", "place", "chosen", "judged", "panels_in", "panels", "name")
    writer.writerow(columns)
    places: dict[str, int | str] = {c: place for place, c in enumerate(whole.order, 1)}
    chosen = set(elected.chosen)
    for candidate in (*whole.order, *elected.below_quorum):
        writer.writerow(
            [
                gate(candidate),
                merit[candidate],
                places.get(candidate, ""),
                "yes" if candidate in chosen else "no",
                whole.heard[candidate].judged,
                whole.sureness.times_in.get(candidate, 0),
                whole.sureness.draws,
                gate(whole.election.names.get(candidate, candidate)),
            ]
        )
    return out.getvalue()


def merits(whole: WholeCount) -> Mapping[str, str]:
    """Points of 0 and more with three decimals, that are equal for equals and for nobody else.

    Where who was judged has a figure of their own: that, raised so that nobody is below 0, and
    times ten, a hundred … as far as thousandths do not tell two figures apart; whom nobody judged
    stands just below all of them. Elsewhere: how many come behind. Who stayed below the quorum has
    0, and everybody else at least a thousandth more.
    """
    figures = _figures(whole)
    lowest = min(figures.values(), default=Fraction(0))
    below = whole.elected.below_quorum
    least = Fraction(1, THOUSANDTHS) if below else Fraction(0)
    raised = {c: f - min(lowest, Fraction(0)) for c, f in figures.items()}
    points = _apart(raised) or _apart({c: Fraction(r) for c, r in _ranks(figures).items()})
    lift = least if min(points.values(), default=1) == 0 else Fraction(0)
    merit = {c: f"{float(point + lift):.3f}" for c, point in points.items()}
    return {**merit, **dict.fromkeys(below, "0.000")}


def _figures(whole: WholeCount) -> dict[str, Fraction]:
    if whole.figures:
        standing = whole.elected.standing
        unheard = min(standing.values()) - Fraction(1, THOUSANDTHS)
        return {c: standing.get(c, unheard) for c in whole.order}
    return {c: Fraction(place) for place, c in enumerate(reversed(whole.order))}


def _apart(figures: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """In thousandths, on the first scale on which no two that differ become the same; else none."""
    differ = len(set(figures.values()))
    for scale in SCALES:
        rounded = {
            c: Fraction(round(figure * scale * THOUSANDTHS), THOUSANDTHS)
            for c, figure in figures.items()
        }
        if len(set(rounded.values())) == differ:
            return rounded
    return {}


def _ranks(figures: Mapping[str, Fraction]) -> dict[str, int]:
    """How many different figures are lower."""
    order = {figure: rank for rank, figure in enumerate(sorted(set(figures.values())))}
    return {c: order[figure] for c, figure in figures.items()}
