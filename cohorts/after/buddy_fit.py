"""How well people of one group go together, two by two, by the rules that a programme has for it.

A pair is a group of two: each rule measures it as it measures any group, with what it needs of the
whole round, and what it may choose (a time, a place) chosen anew for these two. Wishes are priced
by one law: a graded wish of weight 1 costs a point per person in an average pair, over every two
people who share a group; a breach costs what it costs in a group. Costs are whole units of 1/UNIT
point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, pair_of
from cohorts.round.composition import Composition
from cohorts.round.finding import GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import among_few, pool_of, unknown_to
from cohorts.rules.rule import Demand, Rule
from solver.choices import best_options
from solver.errors import InvalidTaskError
from solver.terms.choice import choices_of

UNIT = 100_000
"""Units per point."""
Told = tuple[Rule, GroupFinding]


class Measure:
    """One rule among few people of a round. Raises InputError where its numbers are too large."""

    def __init__(self, rule: Rule, round_: Round) -> None:
        self.rule, self.round_ = rule, round_
        self.speaks = rule.speaks_in(round_)
        try:
            pool_of(rule, round_)
            self.demands: list[Demand] = rule.demands(round_) if self.speaks else []
        except InvalidTaskError as error:
            facts = {"rule": rule.titles}
            raise InputError(Problem("compose.too_large_numbers", rule.key, facts)) from error
        self._choices = tuple(choices_of([demand.term for demand in self.demands]))

    def found(self, members: tuple[Applicant, ...]) -> GroupFinding | None:
        """What it finds in these by themselves; None where it has nothing to say in this round."""
        if not self.speaks:
            return None
        rows = np.array([self.round_.rows[a.id] for a in members], dtype=np.int64)
        taken = [best_options(term, rows).tolist() for term in self._choices]
        options = tuple(option for of_term in taken for option in of_term)
        return among_few(self.rule, members, options, self.round_)

    def prices(self, found: Iterable[GroupFinding]) -> Mapping[str, float]:
        """Name of an amount → units per unit of it, where it is a wish; ``found``: all pairs."""
        total: dict[str, int] = {}
        pairs = 0
        for one in found:
            pairs += 1
            for name, amount in one.amounts.items():
                total[name] = total.get(name, 0) + amount
        prices = {}
        for demand in self.demands:
            name = demand.term.name
            if demand.weight is None:
                continue
            if demand.people is not None:
                prices[name] = UNIT * demand.weight * demand.people
            elif total.get(name):
                prices[name] = UNIT * demand.weight * 2 * pairs / abs(total[name])
        return prices


@dataclass(frozen=True, eq=False)
class BuddyFit:
    """The ``rules`` as they are in the ``round_``, and what they find in every pair of a group."""

    rules: tuple[Rule, ...]
    round_: Round
    composition: Composition

    @cached_property
    def _measures(self) -> tuple[Measure, ...]:
        return tuple(Measure(rule, self.round_) for rule in self.rules)

    @cached_property
    def _pairs(self) -> Mapping[Pair, Mapping[str, GroupFinding]]:
        """Every two people who share a group → key of a rule → what it finds in them."""
        return {
            pair_of(a.id, b.id): self._found((a, b))
            for members in self.composition.groups.values()
            for a, b in combinations(members, 2)
        }

    @cached_property
    def _prices(self) -> Mapping[str, Mapping[str, float]]:
        return {
            one.rule.key: one.prices(
                found[one.rule.key] for found in self._pairs.values() if one.rule.key in found
            )
            for one in self._measures
        }

    @cached_property
    def labels(self) -> Mapping[ApplicantId, str]:
        """What everybody is called on a page."""
        return {a.id: a.label for a in self.round_.applicants}

    def told(self, people: Iterable[ApplicantId]) -> tuple[Told, ...]:
        """What the rules find in these two or three by themselves, in their order."""
        ids = tuple(people)
        known = self._pairs.get(pair_of(*ids)) if len(ids) == 2 else None  # noqa: PLR2004 - a pair
        found = self._found(tuple(self._person(i) for i in sorted(ids))) if known is None else known
        return tuple((rule, found[rule.key]) for rule in self.rules if rule.key in found)

    def costs(self, pair: Pair) -> Mapping[str, int]:
        """Key of a rule → what its wishes cost in this pair, in units."""
        return {
            key: round(
                sum(found.amounts.get(name, 0) * price for name, price in self._prices[key].items())
            )
            for key, found in self._pairs[pair].items()
        }

    def broken(self, pair: Pair) -> list[Rule]:
        """The rules of which a must does not hold in this pair."""
        return [rule for rule, found in self.told(pair) if found.broken]

    def silent(self, rule: Rule, people: Iterable[ApplicantId]) -> bool:
        """Whether the rule knows nothing of one of these people."""
        unknown = unknown_to(rule, self.round_)
        return any(person in unknown for person in people)

    def _person(self, who: ApplicantId) -> Applicant:
        return self.round_.applicants[self.round_.rows[who]]

    def _found(self, members: tuple[Applicant, ...]) -> Mapping[str, GroupFinding]:
        found = {one.rule.key: one.found(members) for one in self._measures}
        return {key: finding for key, finding in found.items() if finding is not None}


def fit_of(rules: Iterable[Rule], round_: Round, composition: Composition) -> BuddyFit:
    """How the members of each group go together; the rules name values as this round does."""
    return BuddyFit(tuple(rule.in_round(round_) for rule in rules), round_, composition)
