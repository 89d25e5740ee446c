"""Which causes are stated of a person: the smallest set that admits, and of those the truest.

A rule comes before a level of the score where somebody is passed over (others who stand lower have
a place) or where there is still room: there the level only says who else could have been out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cohorts.composing.hindrances.causes import Cause, Decided, Kind, can_spare
from cohorts.composing.hindrances.exchanges import Exchanges, LetIn
from cohorts.composing.hindrances.trials import Trials, subsets
from solver.grouping import Grouping
from solver.task import Task

EXACT = 12
"""Up to so many people every level is settled by composing again."""
TRIED = 24
"""Up to so many people, rules are let go and the rest is composed again."""
MOST_TRIALS, SPARE = 300, 150
"""Compositions that may be tried in all, and kept for those of whom nothing is known yet."""
MOST_SEATS, LEAST_SEATS = 20_000, 12
"""Ways to let somebody in that are looked at, for all together, and at least for each."""
LARGEST_SET = 3


@dataclass(frozen=True)
class Why:
    """The causes of a person, none where none is known to decide.

    ``shown``: compositions with this person in them, which only these causes stand against.
    ``possible``: nothing keeps the person out of the composition as it is.
    """

    causes: tuple[Cause, ...] = ()
    shown: tuple[Grouping, ...] = ()
    possible: bool = False


@dataclass(eq=False)
class Deciding:
    """Settles what decided about each person outside a grouping."""

    task: Task
    grouping: Grouping
    seed: int
    by_hand: bool
    exchanges: Exchanges = field(init=False)
    trials: Trials = field(init=False)

    def __post_init__(self) -> None:
        self.exchanges = Exchanges(self.task, self.grouping)
        tried = self.task.n <= TRIED and not self.by_hand
        left = MOST_TRIALS if tried else 0
        self.trials = Trials(self.task, self.exchanges.score, self.seed, left)
        outside = self.grouping.members(self.grouping.outside).size
        self.most = max(MOST_SEATS // max(outside, 1), LEAST_SEATS)

    def causes(self, row: int) -> Why:
        """The causes of one person outside every group."""
        found = self.exchanges.let_in(row, self.most)
        if found.decided is Decided.ADMITTED:
            return Why(possible=True)
        if found.musts:
            rule, shown = next(iter(found.musts.items()))
            return Why((Cause(Kind.MUST, rule),), tuple(shown.values()))
        if self._before_levels(row, found) and (why := self._by_rules(row, 1)):
            return why
        level = self._level(row, found)
        if level in (Decided.NEVER, Decided.ADMITTED):
            return self._several(row)
        passed = self._is_passed_over(row) or level is Decided.COUNT
        passed |= level is Decided.STANDING and not self._is_behind(row)
        if passed and (why := self._by_rules(row, 1) or self._by_rules(row, 2)):
            return why
        fits_worse = level in (Decided.HIGHER, Decided.LOT) and self._gives_way(row)
        return Why((Cause(Kind.FIT if fits_worse else level.kind),))

    @cached_property
    def drawn(self) -> tuple[int, int]:
        """How many people only the lot decided about, and for how many of them there was a place.

        Each has a place in some, and none in others, of the compositions that are as good but for
        the lot.
        """
        outside = [int(row) for row in self.grouping.members(self.grouping.outside)]
        found = {row: self.exchanges.let_in(row, self.most) for row in outside}
        out = sum(self._level(row, one) is Decided.LOT for row, one in found.items())
        given_up = {row for one in found.values() for row in one.equals}
        placed = np.flatnonzero(self.grouping.assignment != self.grouping.outside)
        inside = sum(int(row) in given_up or self.trials.can_go(int(row), EXACT) for row in placed)
        return out + inside, inside

    def _before_levels(self, row: int, found: LetIn) -> bool:
        return found.decided <= Decided.COUNT or self._is_passed_over(row) or self._has_room()

    def _is_passed_over(self, row: int) -> bool:
        """Whether somebody who stands lower has a place."""
        standing = self.task.standing
        if standing is None:
            return False
        placed = self.grouping.assignment != self.grouping.outside
        return bool((standing[placed] < standing[row]).any())

    def _gives_way(self, row: int) -> bool:
        """Whether somebody lower, whom no rule keeps there, has a place: then they fit better."""
        standing = self.task.standing
        if standing is None:
            return False
        placed = np.flatnonzero(self.grouping.assignment != self.grouping.outside)
        lower = (int(one) for one in placed if standing[one] < standing[row])
        return any(not self.exchanges.held_by(row, [one]) for one in lower)

    def _is_behind(self, row: int) -> bool:
        """Whether as many people stand higher as there are with a place."""
        standing = self.task.standing
        placed = self.grouping.assignment != self.grouping.outside
        higher = 0 if standing is None else np.count_nonzero(standing > standing[row])
        return bool(higher >= np.count_nonzero(placed))

    def _has_room(self) -> bool:
        sizes = self.grouping.sizes()
        some = bool(((sizes > 0) & (sizes < self.task.high)).any())
        return some and int(sizes.sum()) < self.task.places.high

    def _level(self, row: int, found: LetIn) -> Decided:
        if found.decided is Decided.LOT or self.trials.spent():
            return found.decided
        if found.decided is not Decided.NEVER and self.task.n > EXACT:
            return found.decided
        return max(self.trials.decided(row, ())[0], found.decided)

    def _by_rules(self, row: int, size: int) -> Why | None:
        """So many rules that alone keep the row out; for this person alone, else for everybody."""
        for causes in self._tried(row, size, [Kind.MUST, Kind.RULE], spare=SPARE):
            shown = self.trials.admitted(row, causes)
            if shown is not None:
                return Why(causes, (shown,))
        return None

    def _several(self, row: int) -> Why:
        """The smallest set of rules, room and at most one level that admits."""
        waiting: list[Why] = []
        for size in range(1, LARGEST_SET + 1):
            here: list[Why] = []
            for causes in self._tried(row, size, [Kind.MUST, Kind.RULE, Kind.ROOM]):
                level, shown = self.trials.decided(row, causes)
                if level is Decided.ADMITTED:
                    return Why(causes, _shown(shown))
                if level is not Decided.NEVER:
                    here.append(Why((*causes, Cause(level.kind)), _shown(shown)))
            if waiting:
                return waiting[0]
            waiting = here
        return waiting[0] if waiting else Why()

    def _tried(
        self, row: int, size: int, kinds: list[Kind], spare: int = 0
    ) -> Iterator[tuple[Cause, ...]]:
        owners = dict.fromkeys(term.owner for term in self.task.terms if term.is_hard)
        own = [Cause(Kind.MUST, rule) for rule in owners if can_spare(self.task, row, rule)]
        every = [Cause(Kind.RULE, rule) for rule in owners]
        room = [Cause(Kind.ROOM)] if Kind.ROOM in kinds else []
        for causes in subsets([*own, *every, *room], size):
            if self.trials.spent(spare):
                return
            yield causes


def _shown(grouping: Grouping | None) -> tuple[Grouping, ...]:
    return () if grouping is None else (grouping,)
