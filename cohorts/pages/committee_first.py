"""Whether a committee chooses before groups are composed."""

from __future__ import annotations

from cohorts.committee.usual_plans import has_usual_plan
from cohorts.pages.here import Here
from cohorts.rounds.judging.stage_head import Phase, stages_of
from cohorts.rounds.life.rounds_of import RoundHead


def committee_comes_first(here: Here, round_: RoundHead) -> bool:
    """As long as a step of it is left; or it is usual, and neither planned nor passed by."""
    stages = stages_of(here.store, here.actor, here.round)
    if stages:
        return any(one.phase is not Phase.DECIDED for one in stages)
    return has_usual_plan(round_.preset) and "proposals" not in round_.done
