"""An answer: the grouping, its score, what is proven, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from solver.grouping import Grouping
from solver.score import Score


class Status(StrEnum):
    """What is known of an answer."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


class Effort(StrEnum):
    """How much deterministic work to do."""

    QUICK = "quick"
    NORMAL = "normal"
    THOROUGH = "thorough"


@dataclass(frozen=True)
class Story:
    """How an answer was found, as data.

    ``starts``: independent searches; ``proposals``: moves priced over all starts;
    ``reproducible`` is False when a clock, a guard or a person cut the work short;
    ``incumbents``: (seconds since the start, score) of each improvement; ``by_work``: (share of all
    proposals, score) of those that lead to the answer, which no clock changes.
    """

    engine: str
    starts: int
    proposals: int
    seconds: float
    reproducible: bool
    incumbents: tuple[tuple[float, Score], ...] = ()
    by_work: tuple[tuple[float, Score], ...] = ()


@dataclass(frozen=True)
class Solution:
    """``bound`` is a proven lower bound on ``score.points``, None where nothing is proven.

    ``standing_proven``: no other people could be placed who stand higher (True where the task has
    no standing). ``floor``: the sum of standings below which the score counts a shortfall, where
    the task has a margin: the sum of the best answer by standing alone, less the margin.
    """

    grouping: Grouping
    score: Score
    status: Status
    story: Story
    bound: int | None = None
    standing_proven: bool = True
    floor: int | None = None
