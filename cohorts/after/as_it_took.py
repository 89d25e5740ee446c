"""What each group took before, it keeps where it may: its theme, its time, its place to meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cohorts.composing.demands import Asked
from cohorts.record.document import ProposalDocument
from cohorts.round.composition import Composition
from cohorts.round.round import Round
from solver.choices import rechosen
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.score import score
from solver.terms import Choice
from solver.terms.choice import choices_of


@dataclass(frozen=True)
class Took:
    """What the groups of ``stated`` took, in the option numbers of the round ``now``.

    ``then``: the round of before, which numbered them; None: nobody knows them any more.
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


def taken_anew(now: Composition, asked: Asked, took: Took) -> dict[int, tuple[str, ...]]:
    """Number of a group of before → the keys of rules by which it took something else."""
    before = {group.number for group in took.stated.groups}
    anew: dict[int, dict[str, None]] = {}
    for term in choices_of(asked.task.terms):
        was = took.of(asked, term)
        for number, taken in now.choices[term.name].items():
            group = number - 1
            same = group in was and tuple(was[group]) == taken
            if number in before and not same:
                anew.setdefault(number, {})[term.owner] = None
    return {group: tuple(keys) for group, keys in sorted(anew.items())}
