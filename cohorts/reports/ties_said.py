"""What each tie means for the partners of a programme, in lines: one for each kind of partner."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.words import Language, say


def examples_of(plan: StagePlan, tie: Tie, language: Language) -> list[str]:
    """Empty where there are none."""
    return in_lines(plan.tie_examples.get(tie, {}).get(language, ""))


def examples_said(plan: StagePlan, language: Language) -> Iterator[str]:
    """A sentence for each tie that has any."""
    for tie in Tie:
        if lines := examples_of(plan, tie, language):
            name = say(f"ballot.tie_{tie.value}", language)
            yield say("stage.fixed_tie_examples", language, name=name, text=in_one(lines))


def in_lines(text: str) -> list[str]:
    """Without those in which nothing stands."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def in_one(lines: list[str]) -> str:
    """*a; b; c*, without a stop of their own."""
    return "; ".join(line.rstrip(".;") for line in lines)
