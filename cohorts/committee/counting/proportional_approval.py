"""Proportional approval: of all committees the one that serves the voters best together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from typing_extensions import override

from cohorts.committee.counting.best_committee import (
    Best,
    BestCommittee,
    Equal,
    TooLargeError,
    fits,
)
from cohorts.committee.counting.elected import Drawn, Elected, Step
from cohorts.committee.counting.highest_first import in_lot_order
from cohorts.committee.counting.wishes import Wish, prices, wishes
from cohorts.committee.counting.yes_rule import YesRule
from cohorts.committee.votes import Election
from cohorts.errors import Problem, UncountableError
from cohorts.words.texts import texts

NONE = Equal(frozenset(), proven=True)


class ProportionalApproval(YesRule):
    """Thiele's rule, exactly. It sees only yes; where not everybody judged somebody, it says so.

    Nobody is unheard (EJR+), with weights and with silence too.
    """

    TITLE = texts(nl="Evenredige ja-stemmen", en="Proportional approval")
    ABOUT = texts(
        nl="Van alle mogelijke groepen wordt die gekozen waarmee de stemmers samen het best af "
        "zijn. Uw eerste gekozene telt voor 1, uw tweede voor 1/2, uw derde voor 1/3. Alleen ja "
        "telt: wie niets zegt, helpt een kandidaat evenmin als wie nee zegt.",
        en="Of all possible groups the one is chosen with which the voters are best off together. "
        "Your first one chosen counts for 1, your second for 1/2, your third for 1/3. Only yes "
        "counts: who says nothing helps a candidate no more than who says no.",
    )
    WHEN = texts(
        nl="Wanneer de gekozen groep als geheel zo eerlijk mogelijk moet zijn, en iedereen over "
        "bijna iedereen stemde. Kies anders gelijk gedragen of gelijke beurzen.",
        en="When the chosen group as a whole must be as fair as can be, and everyone voted on "
        "nearly everyone. Otherwise choose carried equally or equal shares.",
    )
    PAPER = (
        "T. N. Thiele, Om Flerfoldsvalg (1895); H. Aziz and others, Justified Representation in "
        "Approval-Based Committee Voting (2017), Soc. Choice Welf. 48"
    )
    EFFORT: ClassVar = 40
    UNCOUNTED: ClassVar = texts(
        nl="Bij zo veel plaatsen, en zo veel ja, rekent deze regel met te grote getallen.",
        en="With so many places, and so much yes, this rule works with numbers that are too large.",
    )

    @property
    @override
    def interest_lowers(self) -> bool:
        return True

    @override
    def beyond(self, candidates: int, seats: int, voters: int) -> Problem | None:
        most = min(candidates, self.most or candidates)
        if fits(voters, min(most, seats)):
            return None
        facts = {"rule": self.TITLE, "seats": min(seats, candidates), "most": most}
        return Problem("count_steps.proportional_approval_beyond", "", facts)

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        wanted = wishes(election)
        by_lot = in_lot_order(election.candidates, seed)
        with self._within_limits(seats):
            committee = BestCommittee(wanted, by_lot, seats)
            best = committee.best()
            equal = committee.not_always(best.chosen) if best.proven else NONE
        in_order = _InOrder(wanted, best.chosen, by_lot)
        return Elected(
            seats,
            in_order.chosen(),
            in_order.left(),
            drawn=tuple(_lots(equal.parted, best.chosen, by_lot)),
            steps=(*_silence(election, by_lot), *_told(best, equal, seats)),
            proven=best.proven,
        )

    @override
    def seated(self, election: Election, seats: int, seed: int) -> frozenset[str]:
        by_lot = in_lot_order(election.candidates, seed)
        with self._within_limits(seats):
            return BestCommittee(wishes(election), by_lot, seats).best().chosen

    @contextmanager
    def _within_limits(self, seats: int) -> Iterator[None]:
        try:
            yield
        except TooLargeError as large:
            facts = {"rule": self.TITLE, "seats": seats}
            problem = Problem("count_steps.proportional_approval_large", "--seats", facts)
            raise UncountableError(problem) from large


@dataclass(frozen=True)
class _InOrder:
    """Who would be missed most comes first, and of the others who would add most; then the lot."""

    wanted: tuple[Wish, ...]
    best: frozenset[str]
    by_lot: tuple[str, ...]

    def chosen(self) -> tuple[str, ...]:
        inside = (c for c in self.by_lot if c in self.best)
        return tuple(sorted(inside, key=lambda c: -self._part(c)))

    def left(self) -> tuple[str, ...]:
        outside = (c for c in self.by_lot if c not in self.best)
        return tuple(sorted(outside, key=lambda c: -self._part(c)))

    def _part(self, candidate: str) -> Fraction:
        """What this one adds to the others who are chosen."""
        others = self.best - {candidate}
        wanting = (wish for wish in self.wanted if candidate in wish.names)
        return sum((w.power / (len(w.names & others) + 1) for w in wanting), Fraction(0))


def _lots(
    unsettled: frozenset[str], best: frozenset[str], by_lot: tuple[str, ...]
) -> Iterator[Drawn]:
    if unsettled:
        inside = tuple(c for c in by_lot if c in unsettled & best)
        outside = tuple(c for c in by_lot if c in unsettled - best)
        yield Drawn((*inside, *outside), len(inside), decisive=True, of_sets=True)


def _silence(election: Election, by_lot: tuple[str, ...]) -> Iterator[Step]:
    """Whom not everybody judged: to this rule their silence is as good as a no."""
    part = prices(election)
    fewer = tuple(c for c in by_lot if part.get(c, Fraction(1)) < 1)
    if fewer:
        yield Step("count_steps.proportional_approval_silence", {"candidates": fewer})


def _told(best: Best, equal: Equal, seats: int) -> Iterator[Step]:
    if best.above:
        facts = {"seats": seats, "percent": best.above * 100}
        yield Step("count_steps.proportional_approval_unproven", facts)
    else:
        yield Step("count_steps.proportional_approval_best", {"seats": seats})
        if not (best.proven and equal.proven):
            yield Step("count_steps.proportional_approval_lots_unproven")
