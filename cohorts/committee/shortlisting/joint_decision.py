"""A joint decision as data: what was chosen, the curve it lies on, and who else could be taken."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cohorts.committee.shortlisting.changed_rule import ChangedRule
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant


@dataclass(frozen=True, eq=False)
class CurvePoint:
    """A composition on the way from the highest standing (number 1) to the best fit.

    ``standing``: the sum of the points of who is placed; ``given_up``: how much lower that is than
    in number 1. ``enter``, ``leave``: who has a place here and not there, and the other way round.
    ``fit``: points of the composition fewer than number 1 (for drawing, and for machines);
    ``rules``: those that are met otherwise than there. ``chosen``: these people take part.
    ``on_curve``: no other is as good in both; the chosen one may lie beside it.
    """

    number: int
    proposal: Proposal
    standing: Fraction
    given_up: Fraction
    fit: float
    enter: tuple[Applicant, ...] = ()
    leave: tuple[Applicant, ...] = ()
    rules: tuple[ChangedRule, ...] = ()
    proven: bool = False
    chosen: bool = False
    on_curve: bool = True


@dataclass(frozen=True, eq=False)
class WouldTake:
    """What taking somebody who is left out does to the chosen composition.

    ``leave``: who would lose their place; ``along``: who would come in besides; ``standing``:
    points of standing more (below zero: less); ``fit``: points of the composition fewer.
    ``possible`` False: no composition was found with this person; ``proven``: there is none, or
    none better.
    """

    applicant: Applicant
    possible: bool
    proven: bool
    leave: tuple[Applicant, ...] = ()
    along: tuple[Applicant, ...] = ()
    standing: Fraction = Fraction(0)
    fit: float = 0.0
    rules: tuple[ChangedRule, ...] = ()


@dataclass(frozen=True, eq=False)
class JointDecision:
    """``proposal``: what was chosen. ``points``: the curve, from the highest standing.

    ``complete``: it is proven that the curve has no other points. ``takings``: of those left out
    who stand highest; ``not_tried``: how many others there are. ``exact``: the points count without
    any rounding; else who differs still differs. ``of_people``: a point is a person, for the rule
    chooses people as a whole.
    """

    proposal: Proposal
    points: tuple[CurvePoint, ...]
    complete: bool
    takings: tuple[WouldTake, ...]
    not_tried: int
    exact: bool
    of_people: bool
