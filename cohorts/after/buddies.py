"""Who is whose buddy within each group: the best there is, and what else would cost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np

from cohorts.after.buddy_fit import UNIT, BuddyFit, fit_of
from cohorts.after.buddy_guides import Guides, guides_of
from cohorts.after.never_buddies import Never, never
from cohorts.after.nobody_left import nobody_left
from cohorts.composing import engines
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, NoCompositionError, Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair, pair_of
from cohorts.programme.buddy_plan import BuddyPlan, Form, OddOne
from solver.errors import InvalidTaskError

People = tuple[ApplicantId, ...]


@dataclass(frozen=True)
class Instead:
    """The best without a bond: which bonds ``come`` and ``go``, and who is ``out`` then.

    Two who are buddies the other way round, as in a ring that was turned, neither come nor go.
    ``costs``: key of a rule → units more (below zero: less) than now.
    """

    come: tuple[People, ...]
    go: tuple[People, ...]
    out: People
    costs: Mapping[str, int]

    @property
    def cost(self) -> int:
        """Units more than now; below zero only where somebody is out who was out more often."""
        return sum(self.costs.values())


@dataclass(frozen=True)
class Bond:
    """Two who are each other's buddy, or three; where it is ``directed`` the first is the second's.

    ``instead`` None: it cannot be otherwise. ``costs``: key of a rule → units.
    """

    people: People
    directed: bool
    pinned: bool
    costs: Mapping[str, int]
    instead: Instead | None


@dataclass(frozen=True)
class GroupBuddies:
    """The buddies of one group; ``out``: who has none; ``alone``: the only member.

    ``average``: key of a rule → units in the mean of all pairs that may be; ``equal``: each of
    these costs the same, so that only the order of ids decided; ``guides``: who guide.
    """

    number: int
    members: tuple[Applicant, ...]
    bonds: tuple[Bond, ...]
    out: People
    average: Mapping[str, float]
    equal: bool = False
    ring: People = ()
    guides: People = ()
    never: Mapping[Pair, Never] = field(default_factory=dict)


@dataclass(frozen=True)
class Buddies:
    """The buddies of a proposal, by ``plan``; ``own``: the programme says it itself.

    ``untold``: keys of rules of which nothing may be told; ``hidden``: what they are hidden with.
    """

    proposal: Proposal
    plan: BuddyPlan
    own: bool
    fit: BuddyFit
    groups: tuple[GroupBuddies, ...]
    untold: frozenset[str] = frozenset()
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class ByHand:
    """What a coach knows: who must be buddies, and who may not; and who was without one, how often.

    In ``pins`` the first is the buddy of the second, where that makes a difference.
    """

    pins: tuple[tuple[ApplicantId, ApplicantId], ...] = ()
    vetoes: frozenset[Pair] = frozenset()
    was_out: Mapping[ApplicantId, int] = field(default_factory=dict)


def buddies_of(
    proposal: Proposal, plan: BuddyPlan, by_hand: ByHand, *, own: bool = True
) -> Buddies:
    """Buddies within every group of the proposal.

    Raises NoCompositionError with the smallest cause in each group where there are none, and
    InputError where numbers are too large.
    """
    fit = fit_of(plan.rules, proposal.round, proposal.composition)
    forbidden = never(proposal, fit, by_hand.vetoes)
    found: list[GroupBuddies] = []
    problems: list[Problem] = []
    for number in proposal.composition.groups:
        group = _Group(number, plan, fit, forbidden, by_hand)
        try:
            found.append(group.paired())
        except NoCompositionError as error:
            problems += error.problems
    if problems:
        raise NoCompositionError(*problems)
    return Buddies(proposal, plan, own, fit, tuple(found))


class _Group:
    """One group as the solver sees it: row i is its i-th member, by id."""

    def __init__(
        self,
        number: int,
        plan: BuddyPlan,
        fit: BuddyFit,
        forbidden: Mapping[Pair, Never],
        by_hand: ByHand,
    ) -> None:
        members = fit.composition.groups[number]
        self.number, self.members, self.plan, self.fit = number, members, plan, fit
        self.ids = tuple(a.id for a in members)
        self.label = fit.labels
        self.rows = {one: row for row, one in enumerate(self.ids)}
        # in a ring of two each is the other's
        ring = plan.form is Form.RING and len(members) > 2  # noqa: PLR2004 - said above
        self.directed = ring or plan.form is Form.GUIDE
        pairs = [pair_of(a, b) for a, b in combinations(self.ids, 2)]
        self.never = {pair: forbidden[pair] for pair in pairs if pair in forbidden}
        self.costs = {pair: fit.costs(pair) for pair in pairs}
        self.guides: Guides | None = guides_of(plan, members, fit.round_)
        self.pins = tuple(self._link(pin) for pin in by_hand.pins if pin[0] in self.rows)
        self.was_out = np.array([by_hand.was_out.get(i, 0) for i in self.ids], dtype=np.int64)

    def _link(self, pin: tuple[ApplicantId, ApplicantId]) -> tuple[int, int]:
        """The rows of a pin; the guide comes first, and where there is no direction the smaller."""
        a, b = (self.rows[one] for one in pin)
        if self.guides is None:
            return (a, b) if self.directed else (min(a, b), max(a, b))
        return (b, a) if self.guides.mask[b] and not self.guides.mask[a] else (a, b)

    def paired(self) -> GroupBuddies:
        """Who is whose buddy here. Raises NoCompositionError with what makes it impossible."""
        if len(self.ids) == 1:
            return GroupBuddies(self.number, self.members, (), self.ids, {})
        asked = self._asked()
        try:
            best = self._form(asked)
        except engines.UnpairableError as error:
            raise NoCompositionError(nobody_left(self, error.clash)) from None
        now = self._bonds(best)
        bonds = tuple(self._bond(people, asked, now) for people in now)
        return GroupBuddies(
            self.number,
            self.members,
            bonds,
            tuple(self.ids[row] for row in best.out if self.guides is None),
            self._average(),
            len({sum(costs.values()) for costs in self._possible()}) == 1,
            ring=tuple(self.ids[i] for i in best.units[0]) if self.plan.form is Form.RING else (),
            guides=() if self.guides is None else self.guides.people,
            never=self.never,
        )

    def _asked(self) -> Any:
        m = len(self.ids)
        costs = np.zeros((m, m), dtype=np.int64)
        allowed = ~np.eye(m, dtype=np.bool_)
        for pair, by_rule in self.costs.items():
            i, j = (self.rows[one] for one in pair)
            costs[i, j] = costs[j, i] = sum(by_rule.values())
            allowed[i, j] = allowed[j, i] = pair not in self.never
        try:
            return engines.Asked(costs=costs, allowed=allowed, pinned=self.pins)
        except InvalidTaskError:
            facts = {"rule": self.fit.rules[0].titles}
            raise InputError(Problem("compose.too_large_numbers", "[buddies]", facts)) from None

    @property
    def _form(self) -> Any:
        """From what is asked to the best there is, in the form of the plan."""
        if self.plan.form is Form.RING:
            return engines.ring
        if self.guides is not None:
            return partial(engines.guide, guides=self.guides.mask, most=self.plan.most)
        odd = engines.Odd(self.plan.odd.value)
        was_out = self.was_out if self.plan.odd is OddOne.OUT else None
        return partial(engines.pairs, odd=odd, was_out=was_out)

    def _people(self, link: Sequence[int]) -> People:
        return tuple(self.ids[row] for row in link)

    def _bonds(self, paired: Any) -> list[People]:
        """A ring and guides link by link, a ring in its order; pairs, and the trio as one."""
        if self.directed:
            ring = paired.units[0] if self.plan.form is Form.RING else ()
            place = {row: at for at, row in enumerate(ring)}
            links = sorted(paired.links, key=lambda link: (place.get(link[0], 0), link))
            return [self._people(link) for link in links]
        return [self._people(sorted(unit)) for unit in paired.units if len(unit) > 1]

    def _of(self, bonds: Collection[People]) -> dict[str, int]:
        """Key of a rule → what it costs in these bonds; a trio is its three pairs."""
        total: dict[str, int] = {}
        for people in bonds:
            for pair in combinations(people, 2):
                for key, cost in self.costs[pair_of(*pair)].items():
                    total[key] = total.get(key, 0) + cost
        return total

    def _bond(self, people: People, asked: Any, now: Collection[People]) -> Bond:
        pins = {self._people(pin) for pin in self.pins}
        pinned = any(pair in pins for pair in combinations(people, 2))
        other = None
        if not (pinned and len(people) == 2):  # noqa: PLR2004 - a pair that is pinned stays
            link = (self.rows[people[0]], self.rows[people[1]])
            other = engines.best_without(self._form, asked, link)
        instead = None if other is None else self._instead(other, now)
        return Bond(people, self.directed, pinned, self._of([people]), instead)

    def _instead(self, other: Any, now: Collection[People]) -> Instead:
        then = self._bonds(other)
        both = {*map(frozenset, now)} & {*map(frozenset, then)}
        before, after = self._of(now), self._of(then)
        more = {k: after.get(k, 0) - before.get(k, 0) for k in {**before, **after}}
        return Instead(
            come=tuple(people for people in then if {*people} not in both),
            go=tuple(people for people in now if {*people} not in both),
            out=tuple(self.ids[row] for row in other.out if self.guides is None),
            costs={key: cost for key, cost in more.items() if cost},
        )

    def _possible(self) -> list[Mapping[str, int]]:
        """What each pair that may be here costs."""
        return [costs for pair, costs in self.costs.items() if pair not in self.never]

    def _average(self) -> dict[str, float]:
        """Key of a rule → its mean over all pairs that may be here."""
        may = self._possible()
        keys = dict.fromkeys(key for costs in may for key in costs)
        return {key: sum(costs.get(key, 0) for costs in may) / len(may) for key in keys}


def points(units: float) -> float:
    """Units as points."""
    return units / UNIT
