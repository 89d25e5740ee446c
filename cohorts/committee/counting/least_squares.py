"""Worth of dossiers and mildness of judges with the least squares, in fractions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True)
class Reading:
    """One score, and how much its judge counts."""

    judge: str
    dossier: str
    score: Fraction
    power: Fraction


Effects: TypeAlias = dict[str, Fraction]


def fitted(readings: Sequence[Reading]) -> tuple[Effects, Effects]:
    """(worth of each dossier, mildness of each judge) that leave the least squared error.

    Squares are weighed by the power of the judge; mildness is 0 on average, by that power. Reading
    must be connected: then there is just one answer. Worth leaves the equations by
    ``worth = mean of (score - mildness)``, and one linear equation a judge is left.
    """
    power = {r.judge: r.power for r in readings}
    of_judge, of_dossier = defaultdict(list), defaultdict(list)
    for reading in readings:
        of_judge[reading.judge].append(reading)
        of_dossier[reading.dossier].append(reading)
    total = {d: sum((r.power for r in rs), Fraction(0)) for d, rs in of_dossier.items()}
    mean = {d: sum(r.power * r.score for r in rs) / total[d] for d, rs in of_dossier.items()}
    judges = list(power)
    place = {judge: i for i, judge in enumerate(judges)}
    rows = []
    for judge in judges[1:]:  # the first stands at 0, and all are shifted afterwards
        row = [Fraction(0)] * (len(judges) + 1)
        for own in of_judge[judge]:
            row[place[judge]] += 1
            row[-1] += own.score - mean[own.dossier]
            for other in of_dossier[own.dossier]:
                row[place[other.judge]] -= other.power / total[own.dossier]
        rows.append(row[1:])
    solved = [Fraction(0), *_solved(rows)]
    shift = sum((power[j] * solved[place[j]] for j in judges), Fraction(0)) / sum(power.values())
    mildness = {j: solved[place[j]] - shift for j in judges}
    worth = {
        d: sum((r.power * (r.score - mildness[r.judge]) for r in rs), Fraction(0)) / total[d]
        for d, rs in of_dossier.items()
    }
    return worth, mildness


def _solved(rows: list[list[Fraction]]) -> list[Fraction]:
    """Of as many equations as unknowns, each with its right side last: Gauss and Jordan."""
    for i in range(len(rows)):
        pivot = next(k for k in range(i, len(rows)) if rows[k][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(len(rows)):
            if k != i and (factor := rows[k][i]):
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]
