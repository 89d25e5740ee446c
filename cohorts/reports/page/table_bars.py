"""How evenly a field is spread, as a bar for each table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.after.rotation.spread_over import Trait
from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.reports.tables_said import how_even, session_called
from cohorts.words import Language, say

SHADES = 6
"""So many values have a shade of their own; the commonest ones, where there are more."""
OTHERS, UNKNOWN = SHADES, SHADES + 1


@dataclass(frozen=True)
class Part:
    """A part of a bar: its width in per cent, its shade, and what it says."""

    width: float
    shade: int
    text: str


@dataclass(frozen=True)
class Bar:
    """One table: its number, its parts, and the numbers of people behind them."""

    table: int
    parts: tuple[Part, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Spread:
    """One field: what is said of it, the legend (shade, text) and the bars by session.

    ``values``: what the numbers behind a bar count.
    """

    title: str
    said: tuple[str, ...]
    legend: tuple[tuple[int, str], ...]
    values: tuple[str, ...]
    sessions: tuple[tuple[str, tuple[Bar, ...]], ...]


def spreads_of(plan: TablesPlan, language: Language) -> list[Spread]:
    """One for each field that was asked."""
    return [_spread(plan, number, language) for number in range(len(plan.traits))]


def _spread(plan: TablesPlan, number: int, language: Language) -> Spread:
    trait = plan.traits[number]
    often = Counter(value for had in trait.holds for value in had)
    shown = sorted(value for value, _ in often.most_common(SHADES))
    legend = [(shade, trait.label(value, language)) for shade, value in enumerate(shown)]
    if len(often) > len(shown):
        legend.append((OTHERS, say("rotation.others", language)))
    if trait.unknown:
        legend.append((UNKNOWN, say("rotation.unknown", language)))
    largest = max(len(people) for tables in plan.sittings for people in tables)
    rows = plan.round_.rows
    sessions = []
    for session, tables in enumerate(plan.sittings):
        bars = []
        for table, people in enumerate(tables, 1):
            here = Counter(_shade(trait.holds[rows[one]], shown) for one in people)
            total = max(sum(here.values()), 1)
            scale = 100 * len(people) / largest / total
            parts = tuple(
                Part(round(here[shade] * scale, 2), shade, f"{text}: {here[shade]}")
                for shade, text in legend
                if here[shade]
            )
            bars.append(
                Bar(table, parts, _counts(trait, [trait.holds[rows[one]] for one in people]))
            )
        sessions.append((session_called(plan, session, language), tuple(bars)))
    title = trait.called(language)
    said = tuple(how_even(plan, number, language))
    values = [trait.label(value, language) for value in range(len(trait.values))]
    values += [say("rotation.unknown", language)] if trait.unknown else []
    shown_as = title[:1].upper() + title[1:]
    return Spread(shown_as, said, tuple(legend), tuple(values), tuple(sessions))


def _counts(trait: Trait, held: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """How many have each value; last of how many nothing is known, where that is so of anybody."""
    often = Counter(value for had in held for value in had)
    unknown = (sum(not had for had in held),) if trait.unknown else ()
    return (*(often[value] for value in range(len(trait.values))), *unknown)


def _shade(had: tuple[int, ...], shown: list[int]) -> int:
    """The shade of what somebody has; of several values the first."""
    if not had:
        return UNKNOWN
    return shown.index(had[0]) if had[0] in shown else OTHERS
