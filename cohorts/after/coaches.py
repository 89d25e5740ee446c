"""Who coaches whom: everybody in a group one coach, or every group one facilitator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from cohorts.after.coach_fit import CoachFit, Never
from cohorts.after.led import Led
from cohorts.after.no_coach import no_coach
from cohorts.composing import engines
from cohorts.errors import NoCompositionError, Problem
from cohorts.people.applicant import Applicant
from cohorts.people.coach import Coach, Serves

Groups = Mapping[int, tuple[Applicant, ...]]
"""Number of a group → its members."""


@dataclass(frozen=True)
class Other:
    """A coach who would fit better: ``never`` says why not, else it is the ``load`` already.

    ``full``: there is no room for more; ``nearer``: lives nearer, else it is that both do the same.
    """

    coach: Coach
    never: Never | None
    load: int
    full: bool
    nearer: bool


@dataclass(frozen=True)
class Given:
    """Who has which coach. ``away``: hundreds of metres; ``trade``: what both do; None: unknown."""

    led: Led
    coach: Coach
    away: int | None
    trade: str | None
    other: Other | None


@dataclass(frozen=True)
class Coaching:
    """All that is given by coaches of one kind. ``never``: who could not have which coach."""

    serves: Serves
    coaches: tuple[Coach, ...]
    given: tuple[Given, ...]
    never: tuple[tuple[Coach, Applicant, Never], ...]

    def of(self, coach: Coach) -> tuple[Given, ...]:
        """Whom a coach has."""
        return tuple(one for one in self.given if one.coach is coach)


def coaching_of(groups: Groups, coaches: Sequence[Coach]) -> tuple[Coaching, ...]:
    """Per kind of coach who has whom: loads as even as capacity allows, then the best fit.

    Raises NoCompositionError with the smallest cause for each kind of which not everybody can have
    one.
    """
    found: list[Coaching] = []
    problems: list[Problem] = []
    for serves in Serves:
        own = tuple(coach for coach in coaches if coach.serves is serves)
        if own:
            try:
                found.append(_Kind(groups, serves, own).coaching())
            except NoCompositionError as error:
                problems += error.problems
    if problems:
        raise NoCompositionError(*problems)
    return tuple(found)


class _Kind:
    """One kind of coach, and all whom they serve: row i is the i-th of these."""

    def __init__(self, groups: Groups, serves: Serves, coaches: tuple[Coach, ...]) -> None:
        self.serves, self.coaches = serves, coaches
        self.led = (
            tuple(Led((a,)) for members in groups.values() for a in members)
            if serves is Serves.PEOPLE
            else tuple(Led(members, number) for number, members in groups.items())
        )
        self.people = tuple(a for members in groups.values() for a in members)
        self.fit = CoachFit(self.people, coaches)
        self.costs = [self._costs(led) for led in self.led]

    def coaching(self) -> Coaching:
        """Raises NoCompositionError."""
        try:
            found = engines.coaches(
                np.array(self.costs, dtype=np.int64),
                np.array([[not self._why(led, c) for c in self.coaches] for led in self.led]),
                np.array([coach.capacity for coach in self.coaches], dtype=np.int64),
            )
        except engines.UnpairableError as error:
            reasons = [[self._why(led, coach) for coach in self.coaches] for led in self.led]
            problem = no_coach(error.clash, self.serves, self.led, self.coaches, reasons)
            raise NoCompositionError(problem) from None
        loads = found.loads.tolist()
        given = tuple(self._given(row, at, loads) for row, at in enumerate(found.coach_of.tolist()))
        never = tuple(
            (coach, a, why)
            for coach in self.coaches
            for a in self.people
            if (why := self.fit.never(coach, a.id)) is not None
        )
        return Coaching(self.serves, self.coaches, given, never)

    def _costs(self, led: Led) -> list[int]:
        """Of a group the mean of its members, whatever they do."""
        same_trade = led.number is None
        each = [self.fit.costs(a.id, same_trade=same_trade) for a in led.members]
        return [round(fmean(of_one)) for of_one in zip(*each, strict=True)]

    def _why(self, led: Led, coach: Coach) -> Never | None:
        """Why this coach cannot have them: the first reason there is with any of the members."""
        return next((why for a in led.members if (why := self.fit.never(coach, a.id))), None)

    def _given(self, row: int, at: int, loads: Sequence[int]) -> Given:
        led, coach = self.led[row], self.coaches[at]
        away, trade = self._away(led, coach), self._same(led, coach)
        return Given(led, coach, away, trade, self._other(row, at, loads))

    def _away(self, led: Led, coach: Coach) -> int | None:
        known = [one for a in led.members if (one := self.fit.away(coach, a.id)) is not None]
        return round(fmean(known)) if known else None

    def _other(self, row: int, at: int, loads: Sequence[int]) -> Other | None:
        """The coach who fits best, where that is another.

        One who is allowed has as many already, or no room: else it would have been this one.
        """
        led, costs = self.led[row], self.costs[row]
        best = min(range(len(costs)), key=lambda k: (costs[k], k != at, k))
        coach, now = self.coaches[best], self.coaches[at]
        there, here = self._away(led, coach), self._away(led, now)
        nearer = there is not None and here is not None and there < here
        never = self._why(led, coach)
        if best == at or not (nearer or (never is None and self._same(led, coach))):
            return None
        return Other(coach, never, loads[best], loads[best] >= coach.capacity, nearer)

    def _same(self, led: Led, coach: Coach) -> str | None:
        """What a person and a coach both do."""
        found = None if led.number else self.fit.trade(coach, led.members[0].id)
        return None if found is None else found.said
