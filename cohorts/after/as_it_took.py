"""What each group took before, it keeps where it may: its theme, its time, its place to meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cohorts.composing.demands import Asked
from cohorts.composing.proposal import Proposal
from cohorts.people.spelling import same_in
from cohorts.record.document import ProposalDocument
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from solver.choices import rechosen
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.score import score
from solver.terms import Choice
from solver.terms.choice import choices_of


@dataclass(frozen=True)
class Took:
    """What the groups of ``stated`` took, in the option numbers of the round ``now``.

    ``then``: the round of before, which numbered them; None: nobody knows them any
    more, as where the people are others by now.
    """

    stated: ProposalDocument
    then: Round | None
    now: Round

    def of(self, asked: Asked, term: Choice) -> Mapping[int, IntArray]:
        """Group, from 0 → (take,) its options, ascending; absent where one is offered no more."""
        numbers = self._numbers(term, asked)
        found = {
            group.number - 1: [numbers.get(o, -1) for o in group.choices.get(term.name, ())]
            for group in self.stated.groups
        }
        return {
            group: np.sort(np.array(options, dtype=np.int64))
            for group, options in found.items()
            if len(options) == term.take and min(options) >= 0
        }

    def _numbers(self, term: Choice, asked: Asked) -> Mapping[int, int]:
        """The number that an option had → the one it has; nothing where nobody knows them."""
        rule = next((r for r in asked.rules if r.key == term.owner), None)
        if self.then is None or rule is None:
            return {}
        here = {option: number for number, option in enumerate(rule.offers(self.now))}
        then = enumerate(rule.offers(self.then))
        return {number: here[option] for number, option in then if option in here}


def as_it_took(grouping: Grouping, asked: Asked, took: Took) -> Grouping:
    """The same groups, each with its own options among those that fewest members refuse.

    The grouping itself, where that would break more.
    """
    own = dict(grouping.choices)
    for term in choices_of(asked.task.terms):
        taken = own[term.name].copy()
        for group, options in took.of(asked, term).items():
            if group < grouping.groups and (taken[group] >= 0).all():
                taken[group] = options
        own[term.name] = taken
    opened = [group for group, _ in grouping.open_groups()]
    begun = Grouping(grouping.assignment, grouping.groups, own)
    kept = rechosen(asked.task, begun, opened)
    better = score(asked.task, kept).hard <= score(asked.task, grouping).hard
    return kept if better else grouping


def taken_anew(
    made: Proposal, asked: Asked, stated: ProposalDocument
) -> dict[int, tuple[str, ...]]:
    """Number of a group of before → the keys of rules by which it took something else.

    By what was told of it then and is told now, whatever its number.
    """
    owners = {term.owner for term in choices_of(asked.task.terms)}
    rules = {rule.key: rule for rule in asked.rules if rule.key in owners}
    anew: dict[int, tuple[str, ...]] = {}
    for group in stated.groups:
        now = {key: finding.facts for key, finding in made.found_in.get(group.number, ())}
        then = {finding.rule: finding.facts for finding in group.findings}
        other = tuple(
            key
            for key, rule in rules.items()
            if key in now and _took(rule, then.get(key, {})) != _took(rule, now[key])
        )
        if other:
            anew[group.number] = other
    return anew


def _took(rule: Rule, facts: Mapping[str, object]) -> tuple[str, ...]:
    """What a finding tells that the group took, equal for the same however it is written."""
    said = facts.get(rule.TAKES) or ()
    several = said if isinstance(said, list | tuple) else [said]
    return tuple(sorted(same_in(rule.options_in, str(one)) for one in several))
