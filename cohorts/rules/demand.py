"""What a rule asks of the solver: a term, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from solver.terms import Term


class Level(StrEnum):
    """A must holds in every composition; a should is weighed against the others."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True)
class Demand:
    """A term and what it weighs.

    ``weight`` None: a must. ``people`` None: a graded wish, normalised against random groupings;
    otherwise one unit of breach costs ``people`` points times the weight. ``refused``: the name of
    the amount by which the rule counts what the term refuses beside what it weighs ("": nothing).
    """

    term: Term
    weight: float | None
    people: float | None = None
    refused: str = ""

    @property
    def breach(self) -> str:
        """The name of the amount of which every unit is a breach; "" where there is none."""
        return self.term.name if self.weight is None else self.refused
