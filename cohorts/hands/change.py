"""What it does when people change groups: per rule, as data; nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from cohorts.hands.fit_alone import keys_of_votes
from cohorts.hands.standing import Standing
from cohorts.people.applicant import Applicant
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import Measured
from solver.pricing import POINT
from solver.quantise import FloatArray
from solver.score import Score
from solver.terms import Charge

BEFORE_POINTS = ("not_placed", "groups_off", "standing", "worst", "alike")
"""The levels of a score that come before the points, the first that differs decides."""


@dataclass(frozen=True)
class Move:
    """Somebody goes from a group to another (from 1); None: in no group."""

    person: Applicant
    source: int | None
    target: int | None


@dataclass(frozen=True)
class SizeBreach:
    """A group that becomes, or gets further, too small or too large."""

    group: int
    size: int
    smallest: int
    largest: int


@dataclass(frozen=True)
class RuleChange:
    """One rule: ``points`` more (below zero: better), ``breaches`` of a must more.

    ``worse``: it is broken where it was not, or further; that may be so while elsewhere it is
    mended. ``people``: who is in a breach that was not there before. ``before``, ``after``: what
    the rule finds in each group it changes in, by group; one that opens or closes stands in one.
    ``weighed``: it has points of its own; not so what is a level of the score by itself.
    ``by_group``: the points by group (from 1; OF_ALL: of none), where they differ.
    """

    rule: str
    points: float
    breaches: int
    people: tuple[Applicant, ...]
    before: tuple[GroupFinding, ...]
    after: tuple[GroupFinding, ...]
    worse: bool = False
    weighed: bool = True
    by_group: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Change:
    """All that some moves do. ``rules``: those that change; the others are as they were."""

    moves: tuple[Move, ...]
    rules: tuple[RuleChange, ...]
    sizes: tuple[SizeBreach, ...]
    places_off: int
    before: Score
    after: Score

    @property
    def points(self) -> float:
        """Points more than before; below zero is better."""
        return (self.after.points - self.before.points) / POINT

    @property
    def decided_by(self) -> str | None:
        """The level before the points that decides; None: the points do, or a must that breaks."""
        if self.before.hard != self.after.hard:
            return None
        differ = (n for n in BEFORE_POINTS if getattr(self.before, n) != getattr(self.after, n))
        return next(differ, None)

    @property
    def broken(self) -> tuple[RuleChange, ...]:
        """The musts that would be broken where they are not, or further than they are."""
        return tuple(rule for rule in self.rules if rule.worse)

    @property
    def allowed(self) -> bool:
        """Whether nothing is broken that was not: no must, no size, no number of places."""
        return not self.broken and not self.sizes and self.places_off <= 0

    @property
    def better(self) -> bool:
        """Whether the whole gets a better score."""
        return self.after < self.before


def change(here: Standing, there: Standing) -> Change:
    """What differs between two standings of one round."""
    rules = [
        found
        for before, after in zip(here.measured, there.measured, strict=True)
        if (found := _rule_change(here, there, before, after))
    ]
    whole = Change(
        moves=tuple(_moves(here, there)),
        rules=tuple(rules),
        sizes=tuple(_sizes(here, there)),
        places_off=_places_off(there) - _places_off(here),
        before=here.score,
        after=there.score,
    )
    return _votes_untold(whole, here) if here.round.of_votes else whole


def _votes_untold(found: Change, here: Standing) -> Change:
    """As by how well it fits alone: who got more votes than whom is in no word, order or rank."""
    gone = keys_of_votes(here)
    points = round(sum(one.points for one in found.rules if one.rule in gone) * POINT)
    before = found.before
    return replace(
        found,
        rules=tuple(one for one in found.rules if one.rule not in gone),
        after=replace(
            found.after,
            standing=before.standing,
            points=found.after.points - points,
            lot=before.lot,
        ),
    )


def _moves(here: Standing, there: Standing) -> Iterator[Move]:
    outside = here.grouping.outside
    before, after = here.grouping.assignment, there.grouping.assignment
    for row in np.flatnonzero(before != after):
        source, target = (None if g == outside else int(g) + 1 for g in (before[row], after[row]))
        yield Move(here.round.applicants[row], source, target)


def _sizes(here: Standing, there: Standing) -> Iterator[SizeBreach]:
    before, after = here.grouping.sizes(), there.grouping.sizes()
    for group in map(int, np.flatnonzero(before != after)):
        size = int(after[group])
        off = _size_off(there, group, size)
        if off > _size_off(here, group, int(before[group])):
            low, high = there.asked.task.low[group], there.asked.task.high[group]
            yield SizeBreach(group + 1, size, int(low), int(high))


def _size_off(standing: Standing, group: int, size: int) -> int:
    task = standing.asked.task
    if size == 0 and task.may_close:
        return 0
    return max(int(task.low[group]) - size, size - int(task.high[group]), 0)


def _places_off(standing: Standing) -> int:
    """How many people too few or too many have a place."""
    places = standing.asked.task.places
    placed = int(standing.grouping.sizes().sum())
    return max(places.low - placed, placed - places.high, 0)


def _rule_change(
    here: Standing, there: Standing, before: Measured, after: Measured
) -> RuleChange | None:
    rule, points, breaches, worse, weighed = before.rule, 0, 0, False, False
    by_group = np.zeros(here.grouping.groups + 1)
    for term, a, b in zip(here.asked.task.terms, here.charges, there.charges, strict=True):
        weighed = weighed or term.owner == rule.key
        if term.owner == rule.key and a is not b:
            more = b.breaches - a.breaches
            by_group += _points(b, there) - _points(a, here)
            points += int(b.points.sum()) - int(a.points.sum())
            breaches += int(more.sum())
            worse = worse or bool((more > 0).any())
    differ = after.differs_in(before)
    if not (points or breaches or worse or differ):
        return None
    old = tuple(before.by_group[g] for g in differ if g in before.by_group)
    new = tuple(after.by_group[g] for g in differ if g in after.by_group)
    # elsewhere everybody was in the same breaches before
    broken = ((*old, before.whole), (*new, after.whole)) if worse else ((), ())
    return RuleChange(
        rule.key,
        points / POINT,
        breaches,
        people_in_breach(broken[1], there.round, known=broken[0]),
        old,
        new,
        worse,
        weighed,
        {(int(g) + 1) % (len(by_group)): by_group[g] / POINT for g in np.flatnonzero(by_group)},
    )


def _points(charge: Charge, standing: Standing) -> FloatArray:
    """(K+1,) what a term costs each group, and none; what is per member is not rounded down."""
    sizes = np.append(np.maximum(standing.grouping.sizes(), 1), 1)
    points: FloatArray = charge.points + charge.rest / sizes
    return points


def people_in_breach(
    groups: Sequence[GroupFinding], round_: Round, known: Sequence[GroupFinding] = ()
) -> tuple[Applicant, ...]:
    """Who a broken finding is about, without those about whom ``known`` ones already were."""
    old = {(f.group, person) for f in known if f.broken for person in f.people}
    people = {
        person: None
        for f in groups
        if f.broken
        for person in f.people
        if (f.group, person) not in old
    }
    return tuple(round_.applicants[round_.rows[person]] for person in people)
