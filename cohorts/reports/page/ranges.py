"""The groups beside each other in one number: a line a group, a dot a member, one scale."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from cohorts.composing.proposal import Proposal
from cohorts.reports.called import called
from cohorts.reports.chance import times
from cohorts.reports.page.axis import Axis
from cohorts.words import Language, say

MOST_LINES = 30
SHUFFLES = 200
CLEARLY = 1.5
SAME = 1.05
Value = tuple[float, str]


@dataclass(frozen=True)
class Dot:
    """``at``: 0 (left) to 100 (right); ``tip``: who, and how much."""

    at: float
    tip: str


@dataclass(frozen=True)
class Line:
    """One group; ``start`` and ``width`` in per cent of the axis, the rest in words."""

    group: int
    dots: tuple[Dot, ...]
    start: float
    width: float
    middle_at: float
    smallest: str
    middle: str
    largest: str


@dataclass(frozen=True)
class Spread:
    """``title`` says what one sees, ``about`` sets it beside chance; ``rest``: folded away."""

    title: str
    about: str
    name: str
    unit: str
    ends: tuple[str, str]
    ticks: tuple[tuple[float, str], ...]
    everyone: Line
    lines: tuple[Line, ...]
    rest: tuple[Line, ...]


def spread_of(proposal: Proposal, axis: Axis, language: Language) -> Spread | None:
    """None where fewer than two groups know two values."""
    known = {
        n: [(v, a.label) for a in members if (v := a.number(axis.field)) is not None]
        for n, members in proposal.composition.groups.items()
    }
    known = {n: sorted(values) for n, values in known.items() if len(values) > 1}
    if len(known) < 2:  # noqa: PLR2004 - one group has nothing to be compared with
        return None
    apart = {n: axis.apart(v for v, _ in values) for n, values in known.items()}
    here, chance = median(apart.values()), _by_chance(axis, list(known.values()))
    widest = sorted(known, key=lambda n: (-apart[n], n))
    lines = [_line(n, known[n], axis, language) for n in widest]
    everyone = sorted(value for values in known.values() for value in values)
    alike = (chance - 1) / max(here - 1, 1e-9) if axis.log else chance / max(here, 1e-9)
    return Spread(
        title=say(
            "report.spread_alike" if alike >= CLEARLY else "report.spread_mixed",
            language,
            field=axis.field,
            group=called(proposal.programme, widest[0], language),
        ),
        about=_about(axis, here, chance, language),
        name=axis.name(language),
        unit=axis.unit,
        ends=axis.ends,
        ticks=tuple((axis.at(t), axis.shown(t, language)) for t in axis.ticks()),
        everyone=_line(0, everyone, axis, language),
        lines=_by_middle(lines[:MOST_LINES]),
        rest=_by_middle(lines[MOST_LINES:]),
    )


def _by_middle(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.middle_at, line.group)))


def _line(group: int, values: Sequence[Value], axis: Axis, language: Language) -> Line:
    low, middle, high = values[0][0], median(v for v, _ in values), values[-1][0]
    dots = () if group == 0 else values
    return Line(
        group=group,
        dots=tuple(Dot(axis.at(v), f"{who}: {axis.shown(v, language)}") for v, who in dots),
        start=axis.at(low),
        width=round(axis.at(high) - axis.at(low), 1),
        middle_at=axis.at(middle),
        smallest=axis.shown(low, language),
        middle=axis.shown(middle, language),
        largest=axis.shown(high, language),
    )


def _by_chance(axis: Axis, groups: list[list[Value]]) -> float:
    """How far apart a typical random group of the same sizes is: mean over fixed shuffles."""
    drawn = random.Random(0)  # noqa: S311 - a fixed seed, so that the page is always the same
    pool = [v for values in groups for v, _ in values]
    found = []
    for _ in range(SHUFFLES):
        drawn.shuffle(pool)
        rest = iter(pool)
        found.append(median(axis.apart([next(rest) for _ in values]) for values in groups))
    return fmean(found)


def _about(axis: Axis, here: float, chance: float, language: Language) -> str:
    if axis.log:
        facts = {"here": times(here, language), "chance": times(chance, language)}
        same = here < SAME
        return say("report.spread_same" if same else "report.spread_times", language, **facts)
    facts = {"here": axis.distance(here, language), "chance": axis.distance(chance, language)}
    key = "report.spread_years" if axis.unit == "year" else "report.spread_less"
    return say(key, language, **facts)
