"""A proposal under human hands: move, swap, pin, undo; every state is a board of its own.

What a board can do:

| call | gives |
|---|---|
| ``Board.of(proposal)`` | the board to begin with |
| ``groups``, ``not_placed``, ``group_of(person)`` | who sits where; groups from 1, None: nowhere |
| ``price(person, group)``, ``price_swap(a, b)`` | a :class:`Change`; nothing moves |
| ``prices(person)`` | group (or None: out) → its Change, for every other place |
| ``best_swaps(count)`` | Changes of the best swaps from here, best first |
| ``swaps_of(person, count)`` | the same of one person, with whom |
| ``move(person, group)``, ``swap(a, b)`` | the board after it; group None: out |
| ``settle(together=[(a, b)], …)`` | the board on which that is so, all others around it |
| ``mend(held)`` | the board on which every must holds again, with the fewest other moves |
| ``seat(seats)`` | the board on which these people sit there |
| ``leave(person)`` | the board on which somebody has stopped: they have no place, for good |
| ``pin(person)``, ``unpin(person)`` | a board on which nobody moves this person |
| ``override(breach, person, reason, by)`` | a board on which that breach has its reason |
| ``as_one_step(before)`` | the same board, on which the steps since are taken back at once |
| ``undo()``, ``redo()`` | the board before, or after; itself where there is none |
| ``change()``, ``change_since(board)`` | what all steps do to the proposal one began with |
| ``open_breaches()`` | broken musts without an override |
| ``proposal()`` | checked and explained anew, for the reports |

Words for a Change: :func:`cohorts.reports.step.step_lines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from cohorts.composing import engines
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.hands.as_proposal import as_proposal
from cohorts.hands.change import Change, change
from cohorts.hands.excused import open_breaches, with_reason
from cohorts.hands.layout import Layout
from cohorts.hands.lookup import pair_of, row_of, seat_of
from cohorts.hands.mend_rest import mended
from cohorts.hands.priced import best_swaps, prices_of, swaps_with
from cohorts.hands.settle import settled
from cohorts.hands.sizes_off import places_off, sizes_off
from cohorts.hands.standing import Standing
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.overrides import OpenBreach, Override
from solver.grouping import Grouping

SWAPS = 5


@dataclass(frozen=True, eq=False)
class Board:
    """See the module. ``begun``: the proposal one began with; ``past``: the latest state last."""

    begun: Proposal
    now: Layout
    past: tuple[Layout, ...] = ()
    future: tuple[Layout, ...] = ()

    @classmethod
    def of(cls, proposal: Proposal) -> Self:
        """The board of a proposal. Whoever must sit where they do is pinned here."""
        standing = Standing.of_proposal(proposal)
        pinned = frozenset(
            seat[0]
            for rule in proposal.programme.rules
            if (seat := rule.fixed_seat(proposal.round)) is not None
        )
        return cls(proposal, Layout(standing, pinned, proposal.overrides))

    @cached_property
    def groups(self) -> Mapping[int, tuple[Applicant, ...]]:
        """Number (from 1) → members by id; closed groups are left out."""
        return self.now.standing.composition.groups

    @cached_property
    def not_placed(self) -> tuple[Applicant, ...]:
        """Who is in no group, by id."""
        return self.now.standing.composition.not_placed

    @property
    def programme(self) -> Programme:
        """The programme, with the rules that are in force."""
        return self.begun.programme

    @property
    def pinned(self) -> frozenset[ApplicantId]:
        """Who may not be moved."""
        return self.now.pinned

    @property
    def pins(self) -> Mapping[ApplicantId, int]:
        """Pinned person → group, to compose again with (``compose(…, pins=board.pins)``)."""
        seats = {person: self.group_of(person) for person in sorted(self.pinned)}
        return {person: group for person, group in seats.items() if group is not None}

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The breaches that have their reason."""
        return self.now.overrides

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self.future)

    @property
    def can_mend(self) -> bool:
        """Whether something is off that has no reason: a must, a size, the number of places."""
        off = any(sizes_off(self.now)) or bool(places_off(self.now))
        return off or bool(self.open_breaches())

    @property
    def _grouping(self) -> Grouping:
        return self.now.standing.grouping

    def label(self, person: str) -> str:
        """What somebody is called on a page. Raises InputError."""
        return self.begun.round.applicants[self._row(person)].label

    def group_of(self, person: str) -> int | None:
        """The group (from 1) somebody sits in; None: in none. Raises InputError."""
        seat = int(self._grouping.assignment[self._row(person)])
        return None if seat == self._grouping.outside else seat + 1

    def price(self, person: str, group: int | None) -> Change:
        """What moving somebody would do. Raises InputError for an unknown person or group."""
        return change(self.now.standing, self._seated((person, group)))

    def price_swap(self, a: str, b: str) -> Change:
        """What it would do if two people changed places. Raises InputError."""
        return change(self.now.standing, self._swapped(a, b))

    def prices(self, person: str) -> dict[int | None, Change]:
        """What each other place would do; out (None) where not everybody must have a place."""
        return prices_of(self.now, self._row(person))

    def best_swaps(self, count: int = SWAPS) -> tuple[Change, ...]:
        """The best swaps of people who are not pinned: fewest breaches, then fewest points."""
        return best_swaps(self.now, count)

    def swaps_of(self, person: str, count: int = SWAPS) -> tuple[tuple[Applicant, Change], ...]:
        """With whom somebody can best change places, and what it does; the best first.

        Nobody who is pinned or has stopped. Raises InputError for an unknown person.
        """
        return swaps_with(self.now, self._row(person), count)

    def move(self, person: str, group: int | None) -> Self:
        """Somebody to another group, or out (None). Raises InputError, also for a pinned one."""
        self._check_free(person)
        return self._step(replace(self.now, standing=self._seated((person, group))))

    def swap(self, a: str, b: str) -> Self:
        """Two people change places. Raises InputError, also where one of them is pinned."""
        self._check_free(a)
        self._check_free(b)
        return self._step(replace(self.now, standing=self._swapped(a, b)))

    def settle(
        self,
        *,
        together: Iterable[tuple[str, str]] = (),
        apart: Iterable[tuple[str, str]] = (),
        seats: Iterable[tuple[str, int | None]] = (),
        not_seats: Iterable[tuple[str, int | None]] = (),
        most_moves: int | None = None,
    ) -> Self:
        """What is wanted, and everybody who is not pinned settled around it, close by.

        Pairs of people; people and groups (None: out). Raises InputError; or NoCompositionError
        with what clashes.
        """
        round_ = self.begun.round
        wanted = engines.Wanted(
            together=tuple(pair_of(round_, *pair) for pair in together),
            apart=tuple(pair_of(round_, *pair) for pair in apart),
            seats=tuple((self._row(person), self._seat(group)) for person, group in seats),
            not_seats=tuple((self._row(person), self._seat(group)) for person, group in not_seats),
            most_moves=most_moves,
        )
        return self._step(replace(self.now, standing=settled(self.now, wanted)))

    def mend(self, held: Iterable[str] = ()) -> Self:
        """The board on which every must holds that has no reason, with the fewest other moves.

        Who is pinned, who is ``held`` and who has stopped stay. Raises InputError for an unknown
        person, or NoCompositionError with what clashes.
        """
        rows = {self._row(person) for person in (*held, *self.pinned, *self.now.stopped)}
        return self._step(replace(self.now, standing=mended(self.now, rows)))

    def leave(self, person: str) -> Self:
        """Somebody has stopped: pinned or not they have no place, and keep none. Raises InputError.

        No composition of these people counts on them any more.
        """
        gone = {ApplicantId(person)}
        left = replace(self.now, pinned=self.pinned - gone, stopped=self.now.stopped | gone)
        return self._step(replace(left, standing=self._seated((person, None))))

    def seat(self, seats: Iterable[tuple[str, int | None]]) -> Self:
        """All of these at once, whoever is pinned; None: out. Raises InputError."""
        return self._step(replace(self.now, standing=self._seated(*seats)))

    def pin(self, person: str) -> Self:
        """Nobody moves this person any more. Raises InputError for an unknown one."""
        self._row(person)
        return self._step(replace(self.now, pinned=self.pinned | {ApplicantId(person)}))

    def unpin(self, person: str) -> Self:
        """This person may be moved again. Raises InputError for an unknown one."""
        self._row(person)
        return self._step(replace(self.now, pinned=self.pinned - {ApplicantId(person)}))

    def override(self, breach: str, person: str, reason: str, by: str = "") -> Self:
        """Gives a broken must its reason, for everybody who is in that breach with ``person``.

        Raises InputError where there is no such breach, or the reason is empty.
        """
        given = with_reason(self.now, breach, person, reason, by)
        return self._step(replace(self.now, overrides=given))

    def as_one_step(self, before: Board) -> Self:
        """This board, with all steps since ``before`` as one to take back."""
        return replace(self, past=(*before.past, before.now), future=())

    def undo(self) -> Self:
        """The board before the last step; itself where there is none."""
        if not self.past:
            return self
        *past, before = self.past
        return replace(self, now=before, past=tuple(past), future=(self.now, *self.future))

    def redo(self) -> Self:
        """The board after the step that was last taken back; itself where there is none."""
        if not self.future:
            return self
        after, *future = self.future
        return replace(self, now=after, past=(*self.past, self.now), future=tuple(future))

    @property
    def first(self) -> Self:
        """The board before any step."""
        return replace(self, now=(self.past or (self.now,))[0], past=(), future=())

    def change(self) -> Change:
        """What all steps together do to the proposal one began with."""
        return self.change_since(self.first)

    def change_since(self, before: Board) -> Change:
        """What the steps since an earlier board do."""
        return change(before.now.standing, self.now.standing)

    def open_breaches(self) -> tuple[OpenBreach, ...]:
        """Broken musts for which somebody has no override."""
        return open_breaches(self.now)

    def proposal(self) -> Proposal:
        """What is on the board: recomputed, checked and explained like a composed one."""
        return self._proposal

    @cached_property
    def _proposal(self) -> Proposal:
        return as_proposal(self.begun, self.first.now, self.now)

    def _step(self, state: Layout) -> Self:
        return replace(self, now=state, past=(*self.past, self.now), future=())

    def _swapped(self, a: str, b: str) -> Standing:
        here, there = self.group_of(a), self.group_of(b)
        if here == there:
            raise InputError(Problem("board.same_group", "", {"people": (a, b)}))
        return self._seated((a, there), (b, here))

    def _seated(self, *wanted: tuple[str, int | None]) -> Standing:
        return self.now.standing.seated([(self._row(p), self._seat(g)) for p, g in wanted])

    def _seat(self, group: int | None) -> int:
        return seat_of(self.begun.round, group)

    def _row(self, person: str) -> int:
        return row_of(self.begun.round, person)

    def _check_free(self, person: str) -> None:
        if person in self.now.stopped:
            raise InputError(Problem("board.stopped", "", {"person": self.label(person)}))
        if person in self.pinned:
            raise InputError(Problem("board.pinned", "", {"person": self.label(person)}))
