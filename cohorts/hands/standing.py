"""Where everybody sits, with what that costs and what the rules find in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cohorts.composing.compose import seats_of
from cohorts.composing.demands import Asked, ask
from cohorts.composing.proposal import Proposal
from cohorts.composing.who_sits import as_composition
from cohorts.round.composition import Composition
from cohorts.round.finding import Finding
from cohorts.round.round import Round
from cohorts.rules.measuring import Measured, measured, remeasured
from solver.choices import rechosen
from solver.grouping import Grouping
from solver.score import Score, score_of
from solver.terms import Charge
from solver.terms.choice import choices_of


@dataclass(frozen=True, eq=False)
class Standing:
    """A grouping with its score and findings: what a change is measured from.

    ``charges``: what each term of the task charges; ``measured``: what each rule finds.
    """

    asked: Asked
    round: Round
    grouping: Grouping
    composition: Composition
    charges: tuple[Charge, ...]
    measured: tuple[Measured, ...]

    @classmethod
    def of(cls, asked: Asked, round_: Round, grouping: Grouping) -> Standing:
        """Scored and measured by the definitions."""
        composition = as_composition(grouping, round_)
        return cls(
            asked,
            round_,
            grouping,
            composition,
            tuple(term.charge(grouping) for term in asked.task.terms),
            tuple(measured(rule, composition, round_) for rule in asked.rules),
        )

    @cached_property
    def score(self) -> Score:
        """The score by the terms' definitions."""
        return score_of(self.asked.task, self.grouping, self.charges)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What each rule finds."""
        return tuple(one.finding for one in self.measured)

    @classmethod
    def of_proposal(cls, proposal: Proposal) -> Standing:
        """The standing of a proposal, with its own rules and choices."""
        round_, composition = proposal.round, proposal.composition
        members = {n: [a.id for a in group] for n, group in composition.groups.items()}
        was = proposal.standing
        asked = ask(proposal.programme, round_).with_floor(was.floor if was else None)
        choices = {}
        for term in choices_of(asked.task.terms):
            table = np.full((round_.groups, term.take), -1, dtype=np.int64)
            for number, options in composition.choices.get(term.name, {}).items():
                table[number - 1] = options
            choices[term.name] = table
        grouping = Grouping(seats_of(members, round_), round_.groups, choices)
        return cls.of(asked, round_, grouping)

    def seated(self, seats: Sequence[tuple[int, int]]) -> Standing:
        """Another standing in which each (row, group from 0; K is outside) sits there.

        Only the groups that this touches are charged and measured anew.
        """
        assignment = self.grouping.assignment.copy()
        touched = set()
        for row, group in seats:
            touched |= {int(assignment[row]), group}
            assignment[row] = group
        moved = Grouping(assignment, self.grouping.groups, self.grouping.choices)
        grouping = rechosen(self.asked.task, moved, touched)
        return self._after(grouping, touched)

    def _after(self, grouping: Grouping, touched: set[int]) -> Standing:
        task, round_ = self.asked.task, self.round
        composition = _reseated(self.composition, grouping, round_, touched)
        numbers = {group + 1 for group in touched if group < grouping.groups}
        charges = (
            term.recharge(known, grouping, touched)
            for term, known in zip(task.terms, self.charges, strict=True)
        )
        found = (
            remeasured(rule, known, self.composition, composition, numbers, round_)
            for rule, known in zip(self.asked.rules, self.measured, strict=True)
        )
        return Standing(self.asked, round_, grouping, composition, tuple(charges), tuple(found))


def _reseated(
    before: Composition, grouping: Grouping, round_: Round, touched: set[int]
) -> Composition:
    """The composition of ``grouping``, which differs from ``before`` in these groups only."""
    people = round_.applicants
    groups = dict(before.groups)
    for group in touched - {grouping.outside}:
        groups.pop(group + 1, None)
        members = grouping.members(group)
        if members.size:
            groups[group + 1] = tuple(people[row] for row in members)
    left = before.not_placed
    if grouping.outside in touched:
        left = tuple(people[row] for row in grouping.members(grouping.outside))
    ordered = {number: groups[number] for number in sorted(groups)}
    choices = {
        name: {number: tuple(int(o) for o in taken[number - 1]) for number in ordered}
        for name, taken in grouping.choices.items()
    }
    return Composition(ordered, left, choices)
