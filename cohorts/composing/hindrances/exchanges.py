"""One person let in, by a free seat or for one other: the shortest proof of why they are out.

The given composition is the best that was found without this person. So a composition with them
that is as good down to some level shows that no level before it kept them out; and one that is
better, once a rule takes no notice of them, shows that the rule did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from cohorts.composing.hindrances.causes import Decided, decided
from solver.choices import rechosen
from solver.grouping import Grouping
from solver.score import Score, score_of
from solver.task import Task
from solver.terms import Charge, Term


@dataclass(frozen=True)
class Seat:
    """A place: in a group, where somebody else leaves (None: nobody has to)."""

    group: int
    leaves: int | None


@dataclass
class LetIn:
    """What letting a row in shows.

    ``decided``: the last level down to which some way of it is as good (NEVER: each breaks
    something); ``musts``: rules that alone keep the row out → for each group that it could join,
    the composition that shows it; ``equals``: rows that could change places with it, as far as the
    lot is concerned. ``best``: the seat that costs least, and its ``score``.
    """

    decided: Decided = Decided.NEVER
    musts: dict[str, dict[int, Grouping]] = field(default_factory=dict)
    equals: list[int] = field(default_factory=list)
    best: Seat | None = None
    score: Score | None = None


@dataclass(frozen=True, eq=False)
class Exchanges:
    """All ways to let in one row, from a grouping that is given."""

    task: Task
    grouping: Grouping

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """What each term charges now."""
        return tuple(term.charge(self.grouping) for term in self.task.terms)

    @cached_property
    def score(self) -> Score:
        """The score now."""
        return score_of(self.task, self.grouping, self.charges)

    def let_in(self, row: int, most: int) -> LetIn:
        """What the first ``most`` ways to let a row in show; the likeliest come first."""
        found = LetIn()
        for tried, seat in enumerate(self._seats()):
            known = found.decided is not Decided.NEVER
            if known and (tried >= most or self._stays(row, seat)):
                break
            self._try(row, seat, found)
        found.musts = dict(sorted(found.musts.items()))
        return found

    def _seats(self) -> Iterator[Seat]:
        """Free seats, then those of others, of who stands lowest first."""
        task, sizes = self.task, self.grouping.sizes()
        if int(sizes.sum()) < task.places.high:
            for group in np.flatnonzero((sizes > 0) & (sizes < task.high)):
                yield Seat(int(group), None)
        placed = np.flatnonzero(self.grouping.assignment != self.grouping.outside)
        if task.standing is not None:
            placed = placed[np.argsort(task.standing[placed], kind="stable")]
        for other in placed:
            yield Seat(int(self.grouping.assignment[other]), int(other))

    def held_by(self, row: int, others: Iterable[int]) -> list[str]:
        """The rules that would be broken if a row had the place of one of these, in order."""
        found: set[str] = set()
        for other in others:
            seat = Seat(int(self.grouping.assignment[other]), other)
            grouping = next(self._seated(row, seat))
            found |= self._breaking(self._charges(grouping, seat))
        return sorted(found)

    def _stays(self, row: int, seat: Seat) -> bool:
        """Whether it is the seat of somebody who stands higher, and so leaves only for a rule."""
        standing = self.task.standing
        if standing is None or self.task.floor is not None or seat.leaves is None:
            return False
        return bool(standing[seat.leaves] > standing[row])

    def _try(self, row: int, seat: Seat, found: LetIn) -> None:
        for grouping in self._seated(row, seat):
            charges = self._charges(grouping, seat)
            breaking = self._breaking(charges)
            if not breaking:
                score = score_of(self.task, grouping, charges)
                level = decided(score, self.score, self.task)
                if found.score is None or score < found.score:
                    found.best, found.score = seat, score
                found.decided = max(found.decided, level)
                if level is Decided.LOT and seat.leaves is not None:
                    found.equals.append(seat.leaves)
            elif len(breaking) == 1:
                rule = next(iter(breaking))
                shown = found.musts.get(rule, {})
                if seat.group not in shown and self._is_kept_by(row, rule, grouping, charges):
                    found.musts[rule] = {**shown, seat.group: grouping}

    def _seated(self, row: int, seat: Seat) -> Iterator[Grouping]:
        """With the choices as they are; and, where there are any, chosen anew by that group."""
        seats = self.grouping.assignment.copy()
        seats[row] = seat.group
        if seat.leaves is not None:
            seats[seat.leaves] = self.grouping.outside
        kept = Grouping(seats, self.grouping.groups, self.grouping.choices)
        yield kept
        if self.grouping.choices:
            yield rechosen(self.task, kept, (seat.group,))

    def _charges(self, grouping: Grouping, seat: Seat) -> list[Charge]:
        touched = (seat.group, grouping.outside)
        return [
            term.recharge(known, grouping, touched)
            for term, known in zip(self.task.terms, self.charges, strict=True)
        ]

    def _breaking(self, charges: Sequence[Charge]) -> set[str]:
        """The owners of what is broken more than now."""
        return {
            term.owner
            for term, now, then in zip(self.task.terms, charges, self.charges, strict=True)
            if now.breaches.sum() > then.breaches.sum()
        }

    def _is_kept_by(
        self, row: int, rule: str, grouping: Grouping, charges: Sequence[Charge]
    ) -> bool:
        """Whether it is better where a rule takes no notice of the row, and then not broken.

        It is no proof where others pay for the row's absence: they would gain by that too.
        """
        spared = replace(score_of(self.task, grouping, charges), hard=self.score.hard)
        return decided(spared, self.score, self.task) is Decided.ADMITTED and all(
            self._is_met(term, row, grouping, then)
            for term, then in zip(self.task.terms, self.charges, strict=True)
            if term.owner == rule and term.is_hard
        )

    @staticmethod
    def _is_met(term: Term, row: int, grouping: Grouping, then: Charge) -> bool:
        if term.misses:
            return False
        return bool(term.sparing(row).charge(grouping).breaches.sum() <= then.breaches.sum())
