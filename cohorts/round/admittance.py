"""Somebody who takes part although a condition says no."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.round.judgement import Judgement


@dataclass(frozen=True)
class LetIn:
    """``reason``: why somebody let them in ("": not known any more).

    ``judgements``: of the conditions that refuse.
    """

    reason: str
    judgements: tuple[Judgement, ...]
