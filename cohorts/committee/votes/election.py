"""Who could be chosen, what was asked, and every ballot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cohorts.committee.votes.ballot import Ballot
from cohorts.committee.votes.criterion import Criterion


class Asked(StrEnum):
    """YES: yes or no. SCORES: a number a criterion. ORDER: places, 1 first; equals allowed."""

    YES = "yes"
    SCORES = "scores"
    ORDER = "order"


@dataclass(frozen=True)
class Election:
    """``candidates``: ids, each once. ``criteria``: one where no scores are asked.

    ``names``: id → how a candidate is called; absent: by the id.
    """

    candidates: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    asked: Asked
    criteria: tuple[Criterion, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def voters(self) -> int:
        """How many cast a ballot."""
        return sum(ballot.times for ballot in self.ballots)

    def of(self, ballots: tuple[Ballot, ...]) -> Election:
        """The same election with other ballots."""
        return replace(self, ballots=ballots)
