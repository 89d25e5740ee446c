"""A step as its programme usually has it."""

from __future__ import annotations

from cohorts.committee.usual_plans.usual import UsualPlan, UsualStage
from cohorts.rounds.judging.stage_plan import StagePlan, plan_of


def usual_step(usual: UsualPlan, stage: UsualStage, seed: int = 0) -> StagePlan:
    """``stage``: of that plan, with the examples that all its steps have."""
    return plan_of(
        {
            "stage": stage.plain,
            "seed": seed,
            "offers": stage.offers,
            "looks_at": stage.looks_at,
            "tie_examples": usual.tie_examples,
        }
    )
