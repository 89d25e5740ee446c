"""What a composition is about: applicants, what is known between them, and the room there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.lot import lot
from cohorts.people.named_on_forms import OnForms, on_forms
from cohorts.people.relation import Relation
from cohorts.people.spelling import same_in, spelled_alike
from cohorts.people.stage import Stage
from cohorts.people.values import plain
from cohorts.round.admittance import LetIn
from cohorts.round.judgement import Judgement
from cohorts.round.left_at import LeftAt
from cohorts.round.merit import THOUSANDTHS, Standing
from cohorts.round.remark import Remark
from cohorts.round.room import Room
from cohorts.round.set_aside import Aside, SetAside
from cohorts.round.smaller import Smaller
from cohorts.round.waiting import WaitingList
from solver.quantise import IntArray
from solver.task import Task

Found = TypeVar("Found")
MOST_NAMED = 8


@dataclass(frozen=True, eq=False, kw_only=True)
class Round:
    """One round of a programme, ready to be composed.

    ``applicants`` are sorted by id: row i of every array is applicant i. Each value is spelled one
    way among them, so that two of them have the same value where it is equal. ``groups`` groups of
    ``smallest`` to ``largest`` members, ``target`` wished. ``merit``: higher is better, ``point``
    units of it are one point; ``of_votes``: the salt of what came of votes, which nobody is told.
    ``previous``: the group number (from 1) someone had before; absent = was not in a group;
    ``keep``: nobody may leave it.
    ``pins``: the group number somebody must have. ``fairness``: the group that is worst off counts
    before the total; ``standing``: how merit and fit go together, with the ``margin`` in
    units of merit by which the sum of it may fall for a better fit. ``seed`` draws the
    lots. ``relations_aside``: those of people who are not composed. ``set_aside``: who applied but
    is not composed now, judged on the day ``on`` and by the least sure status that counts;
    ``asked``: conditions about which too little is known of somebody who is composed;
    ``gone``: who has stopped, by id; they are set aside, as is who did not go on after a stage of
    the choice (``not_on``: which, and why). ``admitted``: who is not set aside by a condition that
    refuses them, for somebody let them in. ``smaller``: group (from 1) → with how few it may go on.
    ``waiting``: who waited already, and since when. ``remarks``: what was noticed while all this
    was read and can change the groups. ``columns``: a column as the programme calls it → the field
    or own column that it is.
    """

    applicants: tuple[Applicant, ...]
    groups: int
    smallest: int
    largest: int
    target: int
    places: Room
    relations: tuple[Relation, ...] = ()
    relations_aside: tuple[Relation, ...] = ()
    merit: Mapping[ApplicantId, int] | None = None
    point: int = THOUSANDTHS
    of_votes: str = ""
    previous: Mapping[ApplicantId, int] | None = None
    keep: bool = False
    pins: Mapping[ApplicantId, int] = field(default_factory=dict)
    gone: tuple[ApplicantId, ...] = ()
    not_on: Mapping[ApplicantId, LeftAt] = field(default_factory=dict)
    admitted: Mapping[ApplicantId, LetIn] = field(default_factory=dict)
    smaller: Mapping[int, Smaller] = field(default_factory=dict)
    waiting: WaitingList = field(default_factory=dict)
    fairness: bool = False
    standing: Standing = Standing.WEIGHED
    margin: int = 0
    set_aside: tuple[SetAside, ...] = ()
    asked: tuple[tuple[Applicant, Judgement], ...] = ()
    on: date = date(2026, 1, 1)
    count_from: Status = Status.CONFIRMED
    seed: int = 0
    remarks: tuple[Remark, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ids = [a.id for a in self.applicants]
        if ids != sorted(set(ids)):
            twice = sorted({i for i, after in pairwise(ids) if i == after})
            facts = {"n": len(ids), "ids": tuple(twice[:MOST_NAMED]), "count": len(twice)}
            raise InputError(Problem("compose.ids", "", facts))
        # a frozen round is written to once, at birth
        object.__setattr__(self, "applicants", spelled_alike(self.applicants))

    @property
    def n(self) -> int:
        """The number of applicants."""
        return len(self.applicants)

    @property
    def stage(self) -> Stage | None:
        """How far the intake is with everybody: the earliest stage of anyone; None: not known."""
        order = list(Stage)
        known = [order.index(a.stage) for a in self.applicants if a.stage is not None]
        return order[min(known)] if known else None

    def values(self, field: str) -> tuple[str, ...]:
        """Every value that anybody has in a field or column, by :func:`plain`."""
        return self._values(field)[0]

    def spelled(self, field: str, value: str) -> str:
        """A value as the people of this round write it; as it is given where nobody has it."""
        return self._values(field)[1].get(same_in(field, value), value)

    def _values(self, field: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
        if field not in self._known:
            found = {v for a in self.applicants for v in a.values(field)}
            in_order = tuple(sorted(found, key=plain))
            self._known[field] = in_order, {same_in(field, v): v for v in in_order}
        return self._known[field]

    @cached_property
    def _known(self) -> dict[str, tuple[tuple[str, ...], Mapping[str, str]]]:
        """Field → its values, and what is the same value → spelling, as far as somebody asked."""
        return {}

    def waits_since(self, person: ApplicantId) -> date:
        """The day from which somebody who is not placed waits: an earlier one, or today."""
        earlier = self.waiting.get(person)
        return self.on if earlier is None else min(earlier.since, self.on)

    @cached_property
    def rows(self) -> Mapping[ApplicantId, int]:
        """Row number of each id."""
        return {a.id: row for row, a in enumerate(self.applicants)}

    @property
    def announced(self) -> tuple[Applicant, ...]:
        """Who takes part and who has stopped since: what groups may take outlasts who leaves."""
        gone = (aside.applicant for aside in self.set_aside if aside.why is Aside.GONE)
        return (*self.applicants, *gone)

    @cached_property
    def on_forms(self) -> OnForms:
        """Who named whom on the form, also of those who are not composed now."""
        return on_forms((*self.applicants, *(aside.applicant for aside in self.set_aside)))

    def remarked(self, remarks: tuple[Remark, ...]) -> Round:
        """The same, with what was noticed; who named whom is as it was, and not worked out anew."""
        other = replace(self, remarks=remarks)
        # where a cached property keeps what it worked out
        vars(other).update({k: v for k, v in vars(self).items() if k == "on_forms"})
        return other

    @cached_property
    def lot(self) -> tuple[int, ...]:
        """Rank of each row in the drawing of lots: by SHA-256 of seed and id, from 0."""
        drawn = [lot(self.seed, a.id) for a in self.applicants]
        rank = {digest: i for i, digest in enumerate(sorted(drawn))}
        return tuple(rank[digest] for digest in drawn)

    @cached_property
    def _worked_out(self) -> dict[tuple[int, str], tuple[object, Any]]:
        """(owner, what) → what :meth:`once` worked out, kept beside its owner."""
        return {}

    def once(self, owner: object, what: str, make: Callable[[], Found]) -> Found:
        """``make()``, worked out once in this round; ``owner``: the very object it is for.

        What is kept here goes with the round, and never shows up in another.
        """
        key = (id(owner), what)
        if key not in self._worked_out:
            # the owner is kept too, so that no other object can get its number
            self._worked_out[key] = (owner, make())
        found: Found = self._worked_out[key][1]
        return found

    @property
    def ranked(self) -> bool:
        """Whether who has more merit is placed first, before anything is weighed."""
        return self.standing is Standing.FIRST and self.merit is not None

    @property
    def standings(self) -> IntArray | None:
        """(n,) merit of every row, in its units, where it comes first."""
        if not self.ranked:
            return None
        merit = self.merit or {}
        return np.array([merit[a.id] for a in self.applicants], dtype=np.int64)

    def fewest(self, group: int) -> int:
        """How many members a group (from 1) must have."""
        exempt = self.smaller.get(group)
        return self.smallest if exempt is None else min(self.smallest, exempt.size)

    @property
    def need(self) -> int:
        """How many people it takes to give every group enough."""
        spared = (self.smallest - self.fewest(g) for g in self.smaller if 1 <= g <= self.groups)
        return self.groups * self.smallest - sum(spared)

    def frame(self) -> Task:
        """The task without a single rule: rows, groups and their bounds."""
        return Task(
            n=self.n,
            low=np.array([self.fewest(number + 1) for number in range(self.groups)], np.int64),
            high=np.full(self.groups, self.largest, dtype=np.int64),
            terms=(),
            places=self.places.bounds(self.n),
            lot=np.array(self.lot, dtype=np.int64),
            may_close=self.places.may_close,
            fair=self.fairness,
            standing=self.standings,
            margin=self.margin if self.ranked else 0,
        )


def number_of_groups(
    n: int,
    *,
    smallest: int,
    largest: int,
    target: int,
    places: Room,
    before: int | None = None,
) -> int:
    """As many as ``before``, else round(wanted / target); clipped to what fits; 1 at least.

    Never chosen by score: more groups would always score lower.
    """
    wanted = places.wanted(n)
    fewest, most = -(-wanted // largest), wanted // smallest
    number = max(before or round(wanted / target), fewest)
    return max(min(number, most), 1)
