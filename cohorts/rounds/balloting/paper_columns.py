"""The columns of a ballot in a workbook, by the same names for who writes and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.committee.votes import Asked
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.words import Language, say

KEY, NAME, PLACE, SHORT, YES, ABSTAIN, NOTE = (
    "key", "name", "place", "short", "yes", "abstain", "note",
)  # fmt: skip
SCORE = "score"
ANSWERED = frozenset({YES, SCORE, ABSTAIN, NOTE})
"""Kinds of columns that the member fills in."""


@dataclass(frozen=True)
class PaperColumn:
    """``kind``: one of the names above; ``number``: of the criterion, from 0."""

    kind: str
    title: str
    number: int = 0


def paper_columns(plan: StagePlan, language: Language) -> tuple[PaperColumn, ...]:
    """In the order in which they stand."""
    asked = list(_asked(plan, language))
    kinds = [KEY, NAME, PLACE, SHORT]
    before = [PaperColumn(kind, say(f"paper.column_{kind}", language)) for kind in kinds]
    return (*before, *asked, PaperColumn(NOTE, say("paper.column_note", language)))


def _asked(plan: StagePlan, language: Language) -> Iterator[PaperColumn]:
    if plan.asked is Asked.YES:
        yield PaperColumn(YES, say("paper.column_yes", language))
        return
    for number, one in enumerate(plan.stage.criteria):
        # numbered, so that none is called like another column
        yield PaperColumn(SCORE, f"{number + 1}. {one.name[language]}", number)
    yield PaperColumn(ABSTAIN, say("paper.column_abstain", language))
