"""What a seating comes to, by the definitions, in plain Python: who meets whom, and how evenly.

It shares no line with the search: what that states is held against it before anything is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from cohorts.after.rotation.one_session import OneSession
from cohorts.after.rotation.spread_over import Trait
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair

Sitting = tuple[tuple[ApplicantId, ...], ...]
"""One session: who sits at each of its tables, by id."""


class WrongFiguresError(Exception):
    """What is stated of a seating is not so, or a demand is broken: a fault of ours."""


@dataclass(frozen=True)
class Off:
    """The place where a value is furthest from an even share: ``count`` where ``even`` would be.

    ``session`` and ``table`` from 1; ``value``: its place among those of the trait.
    """

    session: int
    table: int
    value: int
    count: int
    even: Fraction

    @property
    def by(self) -> Fraction:
        """How many people it is off."""
        return abs(self.count - self.even)


@dataclass(frozen=True)
class Evenness:
    """Of one trait: ``uneven``: sum over sessions, tables and values of (count − even)².

    ``even``: the share of the value among all who are there × the size of the table. ``furthest``:
    where it is furthest off; ``off``: at how many tables any value is one person or more off.
    """

    uneven: Fraction
    furthest: Off
    off: int


@dataclass(frozen=True)
class Figures:
    """``meetings``: pair → how often they share a table, at least once, in order.

    ``met_again``: who met before and meets again; ``rather_not``: who shares a table, would rather
    not, and did not meet before. ``repeats``: sum over pairs of max(meetings − 1, 0), where who met
    before, or would rather not, has one meeting already; ``again``: sum over pairs of
    m · (m − 1) / 2, and ``most``: of any one pair, counted likewise.
    """

    meetings: Mapping[Pair, int]
    met_again: tuple[Pair, ...]
    rather_not: tuple[Pair, ...]
    repeats: int
    again: int
    most: int
    evenness: tuple[Evenness, ...]

    @property
    def uneven(self) -> Fraction:
        """Of all traits together."""
        return sum((one.uneven for one in self.evenness), Fraction(0))

    @property
    def more_than_once(self) -> tuple[Pair, ...]:
        """Who shares a table more than once."""
        return tuple(pair for pair, times in self.meetings.items() if times > 1)


def figures_of(
    sittings: Sequence[Sitting],
    traits: Sequence[Trait],
    rows: Mapping[ApplicantId, int],
    met: Iterable[Pair],
    rather_apart: Iterable[Pair],
) -> Figures:
    """The figures of a seating; ``rows``: the row of each person in the traits."""
    met, rather_apart = frozenset(met), frozenset(rather_apart)
    together = Counter(
        pair for tables in sittings for people in tables for pair in combinations(sorted(people), 2)
    )
    counted = together + Counter(met | rather_apart)
    return Figures(
        meetings=dict(sorted(together.items())),
        met_again=tuple(sorted(met & together.keys())),
        rather_not=tuple(sorted((rather_apart - met) & together.keys())),
        repeats=sum(times - 1 for times in counted.values()),
        again=sum(times * (times - 1) // 2 for times in counted.values()),
        most=max(counted.values(), default=0),
        evenness=tuple(_evenness(sittings, trait, rows) for trait in traits),
    )


def _evenness(
    sittings: Sequence[Sitting], trait: Trait, rows: Mapping[ApplicantId, int]
) -> Evenness:
    uneven, off = Fraction(0), 0
    furthest = Off(1, 1, 0, 0, Fraction(0))
    for session, tables in enumerate(sittings, 1):
        there = sum(map(len, tables))
        every = _counts(trait, (one for people in tables for one in people), rows)
        for table, people in enumerate(tables, 1):
            here = _counts(trait, people, rows)
            found = [
                Off(session, table, value, here[value], Fraction(count * len(people), there))
                for value, count in sorted(every.items())
            ]
            uneven += sum((one.by**2 for one in found), Fraction(0))
            off += any(one.by >= 1 for one in found)
            furthest = max((furthest, *found), key=lambda one: one.by)
    return Evenness(uneven, furthest, off)


def _counts(
    trait: Trait, people: Iterable[ApplicantId], rows: Mapping[ApplicantId, int]
) -> Counter[int]:
    """How many have each value."""
    return Counter(value for person in people for value in trait.holds[rows[person]])


def check_seating(
    sittings: Sequence[Sitting], sessions: Sequence[OneSession], apart: frozenset[Pair]
) -> None:
    """Raises WrongFiguresError where a demand of a session is broken."""
    if len(sittings) != len(sessions):
        raise WrongFiguresError("not as many sessions as were asked")
    for tables, asked in zip(sittings, sessions, strict=True):
        seated = [person for people in tables for person in people]
        if sorted(seated) != sorted(asked.there):
            raise WrongFiguresError(f"session {asked.number}: not everybody sits once")
        sizes = zip(tables, asked.tables, strict=True)
        if not all(low <= len(people) <= high for people, (low, high) in sizes):
            raise WrongFiguresError(f"session {asked.number}: a table of another size")
        if not all(person in tables[table - 1] for person, table in asked.hosts.items()):
            raise WrongFiguresError(f"session {asked.number}: a host is elsewhere")
        pairs = {pair for people in tables for pair in combinations(sorted(people), 2)}
        if pairs & (apart | asked.apart):
            raise WrongFiguresError(f"session {asked.number}: who is kept apart shares a table")
