"""What can keep somebody out, and what it is to take it away: the definition of every reason.

The reasons for a person are a set of causes. Taken away together they admit the person, and no
part of them does: so each was needed. *Admitted* means: in every best composition the person has a
place. Taking away is, per kind:

* ``must``: of one rule, all that is about this person no longer holds (each pair, each set they
  are in, each value they have; a demand that looks at every member takes no notice of them);
* ``rule``: one rule demands nothing any more, of nobody;
* ``room``: there are places for everybody, and a group may be as large as it likes;
* ``count``: this person's place comes before how many people and groups there are;
* ``standing``: it comes before the standing of the others;
* ``fit``: it comes before how well people fit together;
* ``lot``: it comes before the lots.

The last four are one idea: "has this person a place?" is asked just before that level of the score.
So of those the last that admits is what decided, and the ones before it would admit too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from enum import IntEnum, StrEnum

import numpy as np

from solver.places import Places
from solver.score import Score
from solver.task import Task
from solver.terms import Term


class Kind(StrEnum):
    """The kinds of causes, as they stand in ``proposal.json``."""

    MUST = "must"
    RULE = "rule"
    ROOM = "room"
    COUNT = "count"
    STANDING = "standing"
    FIT = "fit"
    LOT = "lot"


@dataclass(frozen=True)
class Cause:
    """One cause; ``rule``: the key of the rule that is let go, of a ``must`` and a ``rule``."""

    kind: Kind
    rule: str = ""


class Decided(IntEnum):
    """At which level the best composition with a person falls behind the best without.

    ``HIGHER``: within a margin, where as much fits as well, who stands higher goes first.
    """

    NEVER = 0
    COUNT = 1
    STANDING = 2
    FIT = 3
    HIGHER = 4
    LOT = 5
    ADMITTED = 6

    @property
    def kind(self) -> Kind:
        """The cause that this level is. Raises ValueError of NEVER and ADMITTED."""
        return Kind.STANDING if self is Decided.HIGHER else Kind(self.name.lower())


LEVELS = {
    "hard": Decided.NEVER,
    "not_placed": Decided.COUNT,
    "groups_off": Decided.COUNT,
    "standing": Decided.STANDING,
    "worst": Decided.FIT,
    "alike": Decided.FIT,
    "points": Decided.FIT,
    "lot": Decided.LOT,
}
"""Level of the score → what it is to a person. Equal to the last is as the lot fell."""


def decided(inside: Score, outside: Score, task: Task) -> Decided:
    """What decides between the best score of a task with a person and the best without."""
    for level in fields(Score):
        one, other = getattr(inside, level.name), getattr(outside, level.name)
        if one != other:
            return Decided.ADMITTED if one < other else _level(level.name, one, other, task)
    return Decided.LOT


def _level(name: str, one: int, other: int, task: Task) -> Decided:
    """What a level of the score, at which the two differ, is to a person."""
    if name == "lot" and one // task.above_lots != other // task.above_lots:
        return Decided.HIGHER
    return LEVELS[name]


def let_go(task: Task, row: int, causes: Collection[Cause]) -> Task:
    """The task without these causes, for this row; levels of the score are no part of a task."""
    for cause in causes:
        if cause.kind is Kind.MUST:
            terms = [
                _spared(term, row) if term.owner == cause.rule else term for term in task.terms
            ]
            task = replace(task, terms=tuple(terms))
        elif cause.kind is Kind.RULE:
            freed = (term.freed() if term.owner == cause.rule else term for term in task.terms)
            task = replace(task, terms=tuple(term for term in freed if term is not None))
        elif cause.kind is Kind.ROOM:
            high = np.full(task.groups, max(task.n, int(task.high.max())), dtype=np.int64)
            task = replace(task, high=high, places=Places(task.places.low, task.n))
    return task


def _spared(term: Term, row: int) -> Term:
    return term.sparing(row) if term.is_hard else term


def can_spare(task: Task, row: int, rule: str) -> bool:
    """Whether something the rule demands is about this row, and can be let go for it alone."""
    own = (term for term in task.terms if term.owner == rule and term.is_hard)
    return any(term.sparing(row) is not term for term in own)
