"""What it does when people change groups: per rule, as data; nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cohorts.composing.compose import as_composition, seats_of
from cohorts.composing.demands import Asked, ask
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.round.finding import Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.choices import rechosen
from solver.grouping import Grouping
from solver.pricing import POINT
from solver.score import Score, score


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

    ``people``: who is in a breach that was not there before. ``before``, ``after``: what the rule
    finds in each group it changes in, by group; a group that opens or closes stands in one only.
    """

    rule: str
    points: float
    breaches: int
    people: tuple[Applicant, ...]
    before: tuple[GroupFinding, ...]
    after: tuple[GroupFinding, ...]


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
    def broken(self) -> tuple[RuleChange, ...]:
        """The musts that would be broken more than they are."""
        return tuple(rule for rule in self.rules if rule.breaches > 0)

    @property
    def allowed(self) -> bool:
        """Whether nothing is broken that was not: no must, no size, no number of places."""
        return not self.broken and not self.sizes and self.places_off <= 0

    @property
    def better(self) -> bool:
        """Whether the whole gets a better score."""
        return self.after < self.before


@dataclass(frozen=True, eq=False)
class Standing:
    """A grouping with its score and findings: what a change is measured from."""

    asked: Asked
    round: Round
    grouping: Grouping
    score: Score
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, asked: Asked, round_: Round, grouping: Grouping) -> Standing:
        """Scored and measured by the definitions."""
        composition = as_composition(grouping, round_)
        findings = tuple(rule.measure(composition, round_) for rule in asked.rules)
        return cls(asked, round_, grouping, score(asked.task, grouping), findings)

    @classmethod
    def of_proposal(cls, proposal: Proposal) -> Standing:
        """The standing of a proposal, with its own rules and choices."""
        round_, composition = proposal.round, proposal.composition
        members = {n: [a.id for a in group] for n, group in composition.groups.items()}
        choices = {}
        for name, taken in composition.choices.items():
            take = max((len(options) for options in taken.values()), default=1)
            table = np.full((round_.groups, take), -1, dtype=np.int64)
            for number, options in taken.items():
                table[number - 1] = options
            choices[name] = table
        grouping = Grouping(seats_of(members, round_), round_.groups, choices)
        return cls.of(ask(proposal.programme, round_), round_, grouping)

    def seated(self, seats: Sequence[tuple[int, int]]) -> Standing:
        """Another standing in which each (row, group from 0; K is outside) sits there."""
        assignment = self.grouping.assignment.copy()
        touched = set()
        for row, group in seats:
            touched |= {int(assignment[row]), group}
            assignment[row] = group
        moved = Grouping(assignment, self.grouping.groups, self.grouping.choices)
        grouping = rechosen(self.asked.task, moved, touched)
        return Standing.of(self.asked, self.round, grouping)


def change(here: Standing, there: Standing) -> Change:
    """What differs between two standings of one round."""
    trios = zip(here.asked.rules, here.findings, there.findings, strict=True)
    rules = [
        found
        for rule, before, after in trios
        if (found := _rule_change(here, there, rule, before, after))
    ]
    return Change(
        moves=tuple(_moves(here, there)),
        rules=tuple(rules),
        sizes=tuple(_sizes(here, there)),
        places_off=_places_off(there) - _places_off(here),
        before=here.score,
        after=there.score,
    )


def _moves(here: Standing, there: Standing) -> Iterator[Move]:
    outside = here.grouping.outside
    pairs = zip(here.grouping.assignment, there.grouping.assignment, strict=True)
    for row, (a, b) in enumerate(pairs):
        if a != b:
            source = None if a == outside else int(a) + 1
            target = None if b == outside else int(b) + 1
            yield Move(here.round.applicants[row], source, target)


def _sizes(here: Standing, there: Standing) -> Iterator[SizeBreach]:
    before, after = here.grouping.sizes(), there.grouping.sizes()
    for group, size in enumerate(after):
        off = _size_off(there, group, int(size))
        if off > _size_off(here, group, int(before[group])):
            low, high = there.asked.task.low[group], there.asked.task.high[group]
            yield SizeBreach(group + 1, int(size), int(low), int(high))


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
    here: Standing, there: Standing, rule: Rule, before: Finding, after: Finding
) -> RuleChange | None:
    points, breaches = 0, 0
    for term in here.asked.terms_of(rule.key):
        a, b = term.charge(here.grouping), term.charge(there.grouping)
        points += int(b.points.sum()) - int(a.points.sum())
        breaches += int(b.breaches.sum()) - int(a.breaches.sum())
    one = {f.group: f for f in before.groups}
    other = {f.group: f for f in after.groups}
    differ = [g for g in sorted({*one, *other}) if one.get(g) != other.get(g)]
    if not (points or breaches or differ):
        return None
    return RuleChange(
        rule.key,
        points / POINT,
        breaches,
        people_in_breach(after.groups, there.round, known=before.groups) if breaches > 0 else (),
        tuple(one[g] for g in differ if g in one),
        tuple(other[g] for g in differ if g in other),
    )


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
