"""What a letter tells of: a decision, or what came of a stage."""

from __future__ import annotations

from typing import NewType

from cohorts.rounds.deciding.decision import DecisionKey
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.store.keys import Key

About = NewType("About", str)
"""As the store has it."""
DECISION, STAGE = "decision:", "stage:"


def about_decision(key: DecisionKey) -> About:
    """Of who is placed, who waits and who is not placed."""
    return About(f"{DECISION}{key}")


def about_stage(key: StageKey) -> About:
    """Of who goes on and who does not."""
    return About(f"{STAGE}{key}")


def decision_told(about: str) -> DecisionKey | None:
    """None: it tells of none."""
    if not about.startswith(DECISION):
        return None
    return DecisionKey(Key(about.removeprefix(DECISION)))
