"""Groupings and proposals as seatings, to lay them beside each other."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.composing.who_sits import as_composition
from cohorts.round.composition import Composition
from cohorts.round.diff import RuleStanding, Seating
from cohorts.round.round import Round
from solver.grouping import Grouping


def seating(proposal: Proposal) -> Seating:
    """Who sits where, and how each rule does."""
    rules = {}
    for finding in proposal.findings:
        broken = sum(group.broken for group in finding.groups)
        against = proposal.random.get(finding.rule)
        here, random = (against.value, against.random) if against else (None, None)
        rules[finding.rule] = RuleStanding(finding.rule, here, random, broken)
    seats = _seats(proposal.composition)
    return Seating(seats.groups, seats.outside, rules)


def seating_of(grouping: Grouping, round_: Round) -> Seating:
    """Who sits where in a grouping of this round."""
    return _seats(as_composition(grouping, round_))


def _seats(composition: Composition) -> Seating:
    groups = {number: [a.id for a in group] for number, group in composition.groups.items()}
    return Seating(groups, [a.id for a in composition.not_placed])
