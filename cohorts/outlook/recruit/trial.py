"""A round with people added to it: can everything that must hold then hold?"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Unpack

import numpy as np

from cohorts.composing import engines
from cohorts.composing.demands import musts, rules_in_force
from cohorts.composing.inputs import Given
from cohorts.composing.preflight import check_counts, usable_rules
from cohorts.composing.prepare import as_given
from cohorts.errors import CohortsError
from cohorts.outlook.recruit.newcomer import IDENTIFYING, MAP, is_new
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.judgement import Verdict
from cohorts.round.room import Room, RoomMode
from cohorts.round.round import Round, number_of_groups
from cohorts.rules.rule import Rule
from solver.errors import InvalidTaskError
from solver.places import Places
from solver.task import Task
from solver.terms import Total

LIMIT, SEATS = 1.0, 600
"""Deterministic seconds of one trial of so many seats (people times groups), fewer for more; what
takes longer is not known."""
MOST_SEATS = 4_000


@dataclass(frozen=True)
class Chosen:
    """``people`` with whom it is possible, None where none were found.

    ``proven``: there are none among those offered; False: the time was too short to know.
    """

    people: tuple[Applicant, ...] | None
    proven: bool


class Trial:
    """What composing asks of a round, asked again with other people or fewer musts in it.

    ``all_open``: every group has to start, though the programme lets groups stay closed.
    """

    def __init__(
        self, applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
    ) -> None:
        self.round = as_given(applicants, programme, **given)
        self.groups = given.get("groups")
        self.all_open = False
        in_force = rules_in_force(programme, self.round)
        self.programme = programme.model_copy(update={"rules": in_force})
        self.rules = tuple(rule for rule in in_force if self._binds(rule))

    @property
    def may_close(self) -> bool:
        """Whether a group may stay closed when it cannot be filled."""
        return self.round.places.may_close

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that decide, each once; without where somebody comes from."""
        read = (field for rule in self.rules for field in rule.needs())
        return tuple(f for f in dict.fromkeys(read) if f not in IDENTIFYING and f not in MAP)

    @property
    def reads_map(self) -> bool:
        """Whether it decides where somebody comes from."""
        return any(set(MAP) & set(rule.needs()) for rule in self.rules)

    def is_too_large(self, count: int) -> bool:
        """Whether trying with so many newcomers would take too long."""
        people = self.round.n + count
        return people * self._groups(people) > MOST_SEATS

    def choose(self, offered: Sequence[Applicant], count: int) -> Chosen:
        """``count`` of the people offered with whom it is possible.

        Where not everyone need be placed, those who need no place are the first offered.
        """
        narrowed = replace(self.round_with(offered, count), places=self._places(count))
        people = narrowed.applicants
        new = np.array([is_new(a) for a in people], dtype=np.int64)
        everyone = self.round.places.mode is RoomMode.EVERYONE
        total = Total(name=".newcomers", value=new, low=count if everyone else 0, high=count)
        task = self._task(narrowed)
        if task is None:
            return Chosen(None, proven=True)
        seats, proven = _seats(replace(task, terms=(*task.terms, total)))
        if seats is None:
            return Chosen(None, proven)
        placed = zip(people, seats, strict=True)
        seated = [a for a, seat in placed if is_new(a) and seat != task.groups]
        others = [a for a in offered if a not in seated]
        chosen = [*seated, *others[: count - len(seated)]]
        return Chosen(tuple(sorted(chosen, key=lambda a: a.id)), proven=True)

    def works(self, newcomers: Sequence[Applicant]) -> bool:
        """Whether these may take part, and it was found possible with all of them."""
        return self.verdict(newcomers) is True

    def verdict(self, newcomers: Sequence[Applicant] = ()) -> bool | None:
        """Whether it is possible with all of them; None where the time was too short to know."""
        on = self.round.on
        judged = (c.judge(a, on).verdict for c in self.programme.conditions for a in newcomers)
        if Verdict.REFUSED in judged:
            return False
        task = self._task(self.round_with(newcomers, len(newcomers)))
        if task is None:
            return False
        seats, proven = _seats(task)
        return True if seats is not None else False if proven else None

    def where_all_start(self) -> Trial:
        """The same trial, but every group has to start."""
        other = copy(self)
        other.all_open = True
        return other

    def without(
        self,
        *,
        rules: Sequence[Rule] = (),
        pair: frozenset[ApplicantId] = frozenset(),
        groups: int | None = None,
    ) -> Trial:
        """The same trial but for some rules or what is between two people, or in other groups."""
        other = copy(self)
        relations = tuple(r for r in self.round.relations if {r.a, r.b} != pair)
        groups = groups or self.groups
        other.round = replace(self.round, relations=relations, groups=groups or self.round.groups)
        other.groups = groups
        gone = {rule.key for rule in rules}
        rest = (r.as_wish() if r.key in gone else r for r in self.programme.rules)
        other.programme = self.programme.model_copy(update={"rules": tuple(rest)})
        other.rules = tuple(rule for rule in self.rules if rule.key not in gone)
        return other

    def round_with(self, newcomers: Sequence[Applicant], count: int) -> Round:
        """The round with newcomers, in the groups it would have if ``count`` of them came.

        Without points: nobody gave newcomers any, and whether all can sit does not hang on them.
        """
        people = tuple(sorted((*self.round.applicants, *newcomers), key=lambda a: a.id))
        groups = self._groups(self.round.n + count)
        return replace(self.round, applicants=people, groups=groups, merit=None)

    def _groups(self, people: int) -> int:
        given = self.round
        return self.groups or number_of_groups(
            people,
            smallest=given.smallest,
            largest=given.largest,
            target=given.target,
            places=given.places,
            before=max((given.previous or {}).values(), default=None),
        )

    def _places(self, count: int) -> Room:
        """The room there is for those who are there and ``count`` of the people offered."""
        places, people = self.round.places, self.round.n + count
        if places.mode is RoomMode.EXACTLY:
            return places
        if places.mode is RoomMode.EVERYONE:
            return Room(RoomMode.EXACTLY, people)
        return Room(RoomMode.AT_MOST, places.wanted(people))

    def _task(self, round_: Round) -> Task | None:
        """Every must of the round, as composing would ask it; None where it would refuse to."""
        binding = {rule.key for rule in self.rules}
        try:
            check_counts(round_, self.programme)
            usable, _ = usable_rules(self.programme, round_)
            task = musts([rule for rule in usable if rule.key in binding], round_)
            if not self.all_open:
                return task
            least = round_.groups * round_.smallest
            return replace(task, may_close=False, places=Places(least, task.places.high))
        except (CohortsError, InvalidTaskError):
            return None

    def _binds(self, rule: Rule) -> bool:
        """Whether the rule can forbid anything now: not a wish, nor one that has to wait."""
        stage, needs = self.round.stage, rule.needs()
        if stage is not None and not stage.has_reached(rule.stage):
            return False
        if rule.is_must:
            return True
        if needs and all(a.text(f) is None for a in self.round.applicants for f in needs):
            return False
        return any(demand.breach for demand in rule.demands(self.round))


def _seats(task: Task) -> tuple[Sequence[int] | None, bool]:
    """(n,) a group for everybody, None where not found; and whether that is proven."""
    limit = min(LIMIT, LIMIT * SEATS / (task.n * task.groups))
    found = engines.find_any(task, deterministic_limit=limit)
    if found.grouping is None:
        return None, found.proven_infeasible
    return [int(seat) for seat in found.grouping.assignment], True
