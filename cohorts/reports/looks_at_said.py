"""What members look at where they say yes or no, a point a line: points say it per criterion."""

from __future__ import annotations

from cohorts.committee.votes import Asked
from cohorts.reports.ties_said import in_lines
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.words import Language


def looks_at(plan: StagePlan, language: Language) -> list[str]:
    """Empty where nothing is named."""
    return in_lines(plan.looks_at.get(language, "")) if plan.asked is Asked.YES else []
