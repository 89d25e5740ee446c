"""How the composition got better while it was searched for: a line that falls in steps."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cohorts.composing.improved import Step
from cohorts.composing.proposal import Proposal
from cohorts.words import Language, say
from cohorts.words.phrase import exactly
from solver.pricing import POINT

NINE_TENTHS = 0.1
LEFT = (1.0, 0.1, 0.01, 0.0)
"""Ticks of the upright axis: of the whole improvement so much was still to come."""
DONE = (0.0, 0.25, 0.5, 0.75, 1.0)
Tick = tuple[float, str]


@dataclass(frozen=True)
class Searched:
    """``line``: a path in a square of 100, from above to below; ``rows``: work and points."""

    title: str
    about: str
    line: str
    ticks: tuple[Tick, ...]
    works: tuple[Tick, ...]
    rows: tuple[tuple[str, str], ...]


def searched(proposal: Proposal, language: Language) -> Searched | None:
    """None where nothing was searched, nothing got better, or people were moved since."""
    fair = proposal.round.fairness
    seen = list(_seen(proposal.story, fair=fair))
    if len(seen) < 2:  # noqa: PLR2004 - one point is no line
        return None
    first, last = seen[0][1], seen[-1][1]
    left = [(done, (value - last) / (first - last)) for done, value in seen]
    early = next(done for done, rest in left if rest <= NINE_TENTHS)
    ends = proposal.story[-1].done
    about = say("report.searched_fair" if fair else "report.searched_about", language)
    still = "report.searched_to_end" if ends >= 1 else "report.searched_until"
    return Searched(
        title=say("report.searched", language, percent=percent(early)),
        about=f"{about} {say(still, language, percent=percent(ends))}",
        line=_line(left),
        ticks=tuple((_height(rest), f"{100 * rest:g}%") for rest in LEFT),
        works=tuple((100 * done, f"{100 * done:g}%") for done in DONE),
        rows=tuple(_rows(seen, language)),
    )


def _rows(seen: list[tuple[float, int]], language: Language) -> Iterator[tuple[str, str]]:
    """Work done, and points; what a reader cannot tell from the row before is left out."""
    before = ""
    for done, value in seen:
        told = exactly(round(value / POINT, 1), language)
        if told != before:
            yield f"{percent(done)}%", told
        before = told


def percent(done: float) -> int:
    """So much of the work, rounded up: what came by then had come."""
    return max(math.ceil(round(100 * done, 6)), 1)


def _seen(story: tuple[Step, ...], *, fair: bool) -> Iterable[tuple[float, int]]:
    """(share of the work, points) of each step at which the points fell that count first.

    Points of likeness above what is enough come before the others: only steps without more of them
    than there are in the end are one measure.
    """
    least: int | None = None
    for step in story:
        value = step.worst if fair else step.soft
        one_measure = fair or step.alike == story[-1].alike
        if one_measure and (least is None or value < least):
            least = value
            yield step.done, value


def _height(rest: float) -> float:
    """From the top, 0, to the bottom, 100: each tenth of what is left is about as far down."""
    return round(100 * (1 - math.log1p(99 * rest) / math.log(100)), 1)


def _line(left: list[tuple[float, float]]) -> str:
    """Along at what was the best, down where something better was found."""
    start, *steps = [(round(100 * done, 1), _height(rest)) for done, rest in left]
    drawn = "".join(f"H{x:g}V{y:g}" for x, y in steps)
    return f"M{start[0]:g} {start[1]:g}{drawn}H100"
