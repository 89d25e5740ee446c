"""Alike enough first: what the wishes of likeness may cost, and how alike the groups became.

A level L is L times better than chance, as reports say it: points fall to 1/L of what random groups
cost, and to 1/L² where points are squared distances. With chance S of squares and P of others, L is
reached where the wishes cost S/L² + P/L.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cohorts.composing.proposal import Against, Proposal
from cohorts.programme.alike_first import AlikeFirst
from cohorts.rules.rule import Rule
from solver.enough import Alike
from solver.pricing import mean_amount
from solver.task import Task
from solver.terms import Term

MOST = 100.0
"""Nobody says more than so many times better than chance."""


@dataclass(frozen=True)
class Reached:
    """What was asked and what was found: ``times`` better than chance, at most MOST."""

    rules: tuple[Rule, ...]
    level: float
    times: float

    @property
    def enough(self) -> bool:
        """Whether the groups are as alike as was asked."""
        return self.times >= self.level


def alike_of(
    asked: AlikeFirst | None, rules: Iterable[Rule], terms: Iterable[Term], frame: Task
) -> Alike | None:
    """The wishes that come first and what they may cost; None where there are none.

    A wish that random groups meet as well as can be has nothing to come first for.
    """
    if asked is None:
        return None
    squares = {rule.key: rule.OF_SQUARES for rule in rules if rule.key in asked.rules}
    names, bound = [], 0.0
    for term in terms:
        if term.owner in squares and term.price is not None:
            chance = mean_amount(frame, term) * term.price
            if chance > 0:
                names.append(term.name)
                bound += chance / asked.level ** (2 if squares[term.owner] else 1)
    return Alike(tuple(names), math.floor(bound)) if names else None


def not_first(
    asked: AlikeFirst | None, rules: Iterable[Rule], terms: Iterable[Term], alike: Alike | None
) -> list[Rule]:
    """The rules that should come first, and of which no wish does: they count as any wish."""
    if asked is None:
        return []
    names = alike.terms if alike is not None else ()
    first = {term.owner for term in terms if term.name in names}
    return [rule for rule in rules if rule.key in asked.rules and rule.key not in first]


def reached(proposal: Proposal) -> Reached | None:
    """How alike the groups are by the wishes that come first; None where none do."""
    asked = proposal.programme.groups.alike_first
    if asked is None or not proposal.composition.groups:
        return None
    rules = tuple(r for r in proposal.programme.rules if r.key in asked.rules)
    found = [rule for rule in rules if _has_chance(rule.key, proposal.random)]
    if not found:
        return None
    squares = sum(proposal.random[r.key].random for r in found if r.OF_SQUARES)
    others = sum(proposal.random[r.key].random for r in found if not r.OF_SQUARES)
    here = sum(proposal.random[r.key].value for r in found)
    enough = proposal.score.alike == 0
    times = _times(squares, others, here)
    # the score decides, not the last digit of a root
    times = max(times, asked.level) if enough else min(times, math.nextafter(asked.level, 0))
    return Reached(tuple(found), asked.level, times)


def _times(squares: float, others: float, here: float) -> float:
    """L where squares/L² + others/L is ``here``, at most MOST."""
    if here <= 0:
        return MOST
    return min((others + math.sqrt(others**2 + 4 * here * squares)) / (2 * here), MOST)


def _has_chance(key: str, random: Mapping[str, Against]) -> bool:
    return key in random and random[key].random > 0
