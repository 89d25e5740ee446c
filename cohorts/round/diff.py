"""Two compositions beside each other: who moves, who is new or gone, what got better or worse.

Groups are matched by their common members, so that another number is no move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cohorts.people.applicant import ApplicantId
from cohorts.round.matching import heaviest

CLOSE = 0.02
"""A rule that differs by less than this share of chance is as good as before."""


@dataclass(frozen=True)
class RuleStanding:
    """How a rule does: its points, those of random groups, and the groups it is broken in."""

    title: str
    here: float | None
    random: float | None
    broken: int = 0


@dataclass(frozen=True)
class Seating:
    """Who sits where: ``groups`` by number; ``outside``: who is known and has no group."""

    groups: Mapping[int, Collection[ApplicantId]]
    outside: Collection[ApplicantId] = ()
    rules: Mapping[str, RuleStanding] = field(default_factory=dict)

    @cached_property
    def seats(self) -> dict[ApplicantId, int | None]:
        """Everybody, by id; None: no group."""
        seats: dict[ApplicantId, int | None] = dict.fromkeys(self.outside)
        seats |= {person: number for number, group in self.groups.items() for person in group}
        return dict(sorted(seats.items()))


@dataclass(frozen=True)
class Seat:
    """Somebody's group before and after, each by the number of its own time; None: none."""

    person: ApplicantId
    before: int | None
    after: int | None


@dataclass(frozen=True)
class RuleDiff:
    """A rule in both; ``better`` is None where it makes no difference."""

    rule: str
    before: RuleStanding
    after: RuleStanding

    @property
    def better(self) -> bool | None:
        """Fewer groups broken, else fewer points beside chance."""
        if self.before.broken != self.after.broken:
            return self.after.broken < self.before.broken
        one, other = _beside_chance(self.before), _beside_chance(self.after)
        if one is None or other is None or abs(one - other) < CLOSE:
            return None
        return other < one


@dataclass(frozen=True)
class Diff:
    """Numbers ``after`` and ``before``: each composition's own.

    ``matches``: after → before, for every group that has a match; ``opened`` have none before,
    ``closed`` none after. ``moved``: between groups that are not each other's match.
    ``placed``, ``left``: got a group, lost it. ``new``, ``gone``: not known before, not known
    after; with or without a group.
    """

    matches: Mapping[int, int]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    moved: tuple[Seat, ...]
    placed: tuple[Seat, ...]
    left: tuple[Seat, ...]
    new: tuple[Seat, ...]
    gone: tuple[Seat, ...]
    rules: tuple[RuleDiff, ...]

    @property
    def renumbered(self) -> dict[int, int]:
        """Groups with another number: after → before."""
        return {after: before for after, before in self.matches.items() if after != before}

    @property
    def same_seats(self) -> bool:
        """Whether everybody sits with the same people, or has no group, as before."""
        return not (self.moved or self.placed or self.left or self.new or self.gone)


def diff(before: Seating, after: Seating) -> Diff:
    """What differs."""
    matches = matched(before, after)
    old, new = before.seats, after.seats
    both = [Seat(person, old[person], new[person]) for person in old if person in new]
    return Diff(
        matches=matches,
        opened=tuple(sorted(set(after.groups) - set(matches))),
        closed=tuple(sorted(set(before.groups) - set(matches.values()))),
        moved=tuple(s for s in both if _moved(s, matches)),
        placed=tuple(s for s in both if s.before is None and s.after is not None),
        left=tuple(s for s in both if s.before is not None and s.after is None),
        new=tuple(Seat(person, None, seat) for person, seat in new.items() if person not in old),
        gone=tuple(Seat(person, seat, None) for person, seat in old.items() if person not in new),
        rules=tuple(_rules(before, after)),
    )


def matched(before: Seating, after: Seating) -> dict[int, int]:
    """Number after → number before: as many common members as possible, then as many numbers.

    Only groups with a member in common are matched. What is left to choose then follows from the
    numbers alone, so that the same two compositions give the same answer.
    """
    news, olds = sorted(after.groups), sorted(before.groups)
    seat = {person: number for number, group in before.groups.items() for person in group}
    common = Counter(
        (number, seat[person])
        for number in news
        for person in set(after.groups[number])
        if person in seat
    )
    if not common:
        return {}
    pairs = sorted(common)
    worth = [common[new, old] * (len(olds) + 1) + (new == old) for new, old in pairs]
    row, column = ({number: n for n, number in enumerate(side)} for side in (news, olds))
    ends = [(row[new], column[old]) for new, old in pairs]
    return dict(pairs[place] for place in heaviest(np.array(ends), np.array(worth)))


def _moved(seat: Seat, matches: Mapping[int, int]) -> bool:
    if seat.before is None or seat.after is None:
        return False
    return matches.get(seat.after) != seat.before


def _rules(before: Seating, after: Seating) -> Iterator[RuleDiff]:
    for key, standing in after.rules.items():
        if key in before.rules:
            yield RuleDiff(key, before.rules[key], standing)


def _beside_chance(standing: RuleStanding) -> float | None:
    """Its points as a share of those of random groups; lower is better."""
    if standing.here is None:
        return None
    return standing.here / abs(standing.random) if standing.random else standing.here
