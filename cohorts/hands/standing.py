"""Where everybody sits, with what that costs and what the rules find in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cohorts.composing.compose import seats_of
from cohorts.composing.demands import Asked, ask
from cohorts.composing.proposal import Proposal
from cohorts.composing.who_sits import as_composition
from cohorts.round.composition import Composition
from cohorts.round.finding import Finding
from cohorts.round.overrides import OpenBreach
from cohorts.round.round import Round
from cohorts.rules.measuring import Known, Measured, measured, remeasured
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

    @property
    def breaches(self) -> tuple[OpenBreach, ...]:
        """Broken musts, group by group, whether or not they have their reason."""
        return tuple(
            OpenBreach(finding.rule, broken.group, broken.people)
            for finding in self.findings
            for broken in finding.broken
        )

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
        grouping, touched = self.regrouped(seats)
        charges = self.recharged(self.charges, grouping, touched)
        return self.as_in(grouping, touched, charges, Known())

    def regrouped(self, seats: Sequence[tuple[int, int]]) -> tuple[Grouping, set[int]]:
        """The grouping in which each (row, group) sits there, and which groups differ by that."""
        assignment = self.grouping.assignment.copy()
        touched = set()
        for row, group in seats:
            touched |= {int(assignment[row]), group}
            assignment[row] = group
        moved = Grouping(assignment, self.grouping.groups, self.grouping.choices)
        return rechosen(self.asked.task, moved, touched), touched

    def recharged(
        self, known: Sequence[Charge], grouping: Grouping, touched: Collection[int]
    ) -> tuple[Charge, ...]:
        """What each term charges where only the groups ``touched`` are not as in ``known``."""
        pairs = zip(self.asked.task.terms, known, strict=True)
        return tuple(term.recharge(charge, grouping, touched) for term, charge in pairs)

    def as_in(
        self, grouping: Grouping, touched: set[int], charges: tuple[Charge, ...], known: Known
    ) -> Standing:
        """The standing of ``grouping``, which differs in the groups ``touched`` and costs that."""
        composition = _reseated(self.composition, grouping, self.round, touched)
        numbers = {group + 1 for group in touched if group < grouping.groups}
        found = tuple(remeasured(one, composition, numbers, known) for one in self.measured)
        return Standing(self.asked, self.round, grouping, composition, charges, found)


def _reseated(
    before: Composition, grouping: Grouping, round_: Round, touched: set[int]
) -> Composition:
    """The composition of ``grouping``, which differs from ``before`` in these groups only."""
    people = round_.applicants
    left = before.not_placed
    if grouping.outside in touched:
        left = tuple(people[row] for row in grouping.members(grouping.outside))
    groups = {
        group + 1: tuple(people[row] for row in grouping.members(group))
        for group in touched - {grouping.outside}
    }
    choices = {
        name: {n: tuple(map(int, taken[n - 1])) for n, members in groups.items() if members}
        for name, taken in grouping.choices.items()
    }
    return before.reseated(groups, left, choices)
