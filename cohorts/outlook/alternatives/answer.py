"""Answers beside each other, as data; the words are made later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.diff import Diff
from cohorts.round.finding import GroupFinding


@dataclass(frozen=True)
class RuleStep:
    """One rule in an answer beside the first one; ``points`` more (below zero: better).

    ``better``, ``worse``: the groups, by their number in the first, in whose match it is met better
    or less well; ``said``: that number, and what it finds there.
    """

    rule: str
    points: float
    better: tuple[int, ...]
    worse: tuple[int, ...]
    said: tuple[tuple[int, GroupFinding], ...] = ()


@dataclass(frozen=True, eq=False)
class Answer:
    """One answer. ``differs``: from each of those before it, the share of pairs that is another.

    ``diff``: beside the first; None for the first itself. ``points``: more than the first;
    ``level``: the level before the points by which it differs, or "".
    """

    number: int
    proposal: Proposal
    differs: tuple[Fraction, ...] = ()
    diff: Diff | None = None
    points: float = 0.0
    level: str = ""
    rules: tuple[RuleStep, ...] = ()

    def in_first(self, group: int | None) -> int | None:
        """The number in the first of the group that matches one of this answer; None: none does."""
        if self.diff is None:
            return group
        return None if group is None else self.diff.matches.get(group)

    @property
    def elsewhere(self) -> int:
        """How many sit elsewhere, got a place or lost it."""
        if self.diff is None:
            return 0
        return len(self.diff.moved) + len(self.diff.placed) + len(self.diff.left)


@dataclass(frozen=True, eq=False)
class Answers:
    """``complete``: it is proven that no further one differs so much and costs so little.

    ``count``, ``differ``, ``within``: what was asked; the last two as shares.
    """

    answers: tuple[Answer, ...]
    complete: bool
    count: int
    differ: Fraction
    within: Fraction

    @property
    def first(self) -> Answer:
        """The best that was found."""
        return self.answers[0]

    @property
    def programme(self) -> Programme:
        """The programme of all."""
        return self.first.proposal.programme

    @cached_property
    def seats(self) -> Mapping[ApplicantId, tuple[int | None, ...]]:
        """Everybody → the group in each answer, by that answer's own number; None: no group."""
        proposals = [answer.proposal for answer in self.answers]
        seats = [p.composition.seats for p in proposals]
        people = self.first.proposal.round.applicants
        return {a.id: tuple(one.get(a.id) for one in seats) for a in people}

    @cached_property
    def together(self) -> tuple[tuple[Applicant, ...], ...]:
        """Two or more who share a group in every answer: each set whole, by group of the first."""
        sets: dict[tuple[int | None, ...], list[Applicant]] = {}
        for person in self.first.proposal.round.applicants:
            where = self.seats[person.id]
            if None not in where:
                sets.setdefault(where, []).append(person)
        found = sorted((where, tuple(who)) for where, who in sets.items() if len(who) > 1)
        return tuple(who for _, who in found)
