"""A round with people added to it: can everything that must hold then hold?"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import Unpack

import numpy as np

from cohorts.composing.demands import musts, rules_in_force
from cohorts.composing.prepare import Given, as_given
from cohorts.outlook.recruit.newcomer import IDENTIFYING, is_new
from cohorts.people.applicant import Applicant
from cohorts.people.relation import Relation
from cohorts.programme.programme import Programme
from cohorts.round.judgement import Verdict
from cohorts.round.room import Room, RoomMode
from cohorts.round.round import Round, number_of_groups
from cohorts.rules.rule import Level, Rule
from solver.errors import InvalidTaskError
from solver.grouping import Grouping
from solver.places import Places
from solver.task import Task
from solver.terms import Total

LIMIT, SEATS = 1.0, 600
"""Deterministic seconds of one trial of so many seats (people times groups), fewer for more; what
takes longer counts as not possible."""
MOST_SEATS = 4_000
ANY = Room.parse("as many as possible")


class Trial:
    """What must hold in a round, asked again with other people in it.

    Where not everyone need be placed, the question is whether all groups can start.
    """

    def __init__(
        self, applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
    ) -> None:
        self.programme = programme
        self.round = as_given(applicants, programme, **given)
        self.groups = given.get("groups")
        in_force = rules_in_force(programme, self.round)
        self.rules = tuple(rule for rule in in_force if self._binds(rule))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that decide, each once."""
        read = (field for rule in self.rules for field in rule.needs())
        return tuple(f for f in dict.fromkeys(read) if f not in IDENTIFYING)

    def is_too_large(self, count: int) -> bool:
        """Whether trying with so many newcomers would take too long."""
        return (self.round.n + count) * self.round_with((), count).groups > MOST_SEATS

    def choose(self, offered: Sequence[Applicant], count: int) -> tuple[Applicant, ...] | None:
        """``count`` of the people offered with whom it is possible; None where not found."""
        # the engines take a second to import, which help and intake need not wait for
        from solver.solve import any_grouping  # noqa: PLC0415

        task = self.task(offered, count)
        grouping = None if task is None else any_grouping(task, deterministic_limit=_limit(task))
        return None if grouping is None else self._seated(grouping, offered, count)

    def works(self, newcomers: Sequence[Applicant]) -> bool:
        """Whether these may take part, and it is possible with all of them."""
        on = self.round.on
        judged = (c.judge(a, on).verdict for c in self.programme.conditions for a in newcomers)
        return Verdict.REFUSED not in judged and self.choose(newcomers, len(newcomers)) is not None

    def without(
        self, *, rule: str = "", relation: Relation | None = None, groups: int | None = None
    ) -> Trial:
        """The same trial but for one rule or relation, or in so many groups."""
        other = copy(self)
        kept = tuple(r for r in self.round.relations if r != relation)
        other.round = replace(self.round, relations=kept)
        other.groups = groups or self.groups
        other.rules = tuple(r for r in self.rules if r.key != rule)
        return other

    def round_with(self, newcomers: Sequence[Applicant], count: int) -> Round:
        """The round with newcomers, in the groups it would have if ``count`` of them came."""
        given = self.round
        groups = self.groups or number_of_groups(
            given.n + count,
            smallest=given.smallest,
            largest=given.largest,
            target=given.target,
            places=given.places,
        )
        people = tuple(sorted((*given.applicants, *newcomers), key=lambda a: a.id))
        return replace(given, applicants=people, groups=groups, places=ANY)

    def task(self, offered: Sequence[Applicant], count: int) -> Task | None:
        """Every must, with ``count`` of those offered in a group; None where counts cannot work."""
        round_ = self.round_with(offered, count)
        new = np.array([is_new(a) for a in round_.applicants], dtype=np.int64)
        least = count if self.round.places.mode is RoomMode.EVERYONE else 0
        total = Total(name=".newcomers", value=new, low=least, high=count)
        try:
            asked = musts(self.rules, round_)
            return replace(
                asked,
                terms=(*asked.terms, total),
                places=self._bounds(round_, count),
                may_close=False,
            )
        except InvalidTaskError:
            return None

    def _bounds(self, round_: Round, count: int) -> Places:
        places, people = self.round.places, self.round.n + count
        if places.mode is RoomMode.EVERYONE:
            return Places.exactly(people)
        if places.mode is RoomMode.EXACTLY:
            return Places.exactly(places.number or 0)
        return Places(round_.groups * round_.smallest, places.wanted(people))

    def _seated(
        self, grouping: Grouping, offered: Sequence[Applicant], count: int
    ) -> tuple[Applicant, ...]:
        people = self.round_with(offered, count).applicants
        seats = zip(people, grouping.assignment, strict=True)
        return tuple(a for a, seat in seats if is_new(a) and seat != grouping.outside)

    def _binds(self, rule: Rule) -> bool:
        """Whether the rule can forbid anything now: not a wish, nor one that has to wait."""
        stage, needs = self.round.stage, rule.needs()
        if stage is not None and not stage.has_reached(rule.stage):
            return False
        if needs and all(a.text(f) is None for a in self.round.applicants for f in needs):
            return False
        if rule.level is Level.MUST:
            return True
        return any(demand.weight is None for demand in rule.demands(self.round))


def _limit(task: Task) -> float:
    return min(LIMIT, LIMIT * SEATS / (task.n * task.groups))
