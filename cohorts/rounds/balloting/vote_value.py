"""What a member says of one dossier."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cohorts.committee.ballot_files.criteria_file import StatedCriterion
from cohorts.committee.votes import Asked, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.errors import InputError, Problem
from cohorts.forms.exact_number import exact_number
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.store.canonical import canonical


@dataclass(frozen=True)
class Judged:
    """``yes`` where that is asked; ``scores``: of every criterion in order, None: not given (yet).

    ``abstained``: had it, and gives no judgement; ``later``: comes back to it.
    """

    yes: bool | None = None
    scores: tuple[Fraction | None, ...] = ()
    abstained: bool = False
    later: bool = False

    @property
    def said(self) -> Said:
        """As it is counted; with a score missing nothing is said."""
        if self.abstained:
            return Silence.ABSTAINED
        if self.yes is not None:
            return (Fraction(int(self.yes)),)
        given = tuple(score for score in self.scores if score is not None)
        whole = bool(given) and len(given) == len(self.scores)
        return given if whole else Silence.NOT_JUDGED

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do here."""
        return self.said is not Silence.NOT_JUDGED and not self.later

    @property
    def text(self) -> str:
        """As it is kept."""
        scores = [None if score is None else str(score) for score in self.scores]
        kept = {"yes": self.yes, "scores": scores or None}
        kept |= {"abstained": self.abstained or None, "later": self.later or None}
        return canonical({name: value for name, value in kept.items() if value is not None})


def judged_of(text: str) -> Judged:
    """From what is kept."""
    kept = json.loads(text)
    scores = tuple(None if one is None else Fraction(one) for one in kept.get("scores") or ())
    return Judged(kept.get("yes"), scores, bool(kept.get("abstained")), bool(kept.get("later")))


def judged_as_asked(
    plan: StagePlan,
    *,
    yes: bool | None = None,
    scores: Sequence[object] = (),
    abstained: bool = False,
    later: bool = False,
) -> Judged:
    """Raises InputError for what this stage does not ask, or a score outside its scale."""
    if plan.asked is Asked.YES:
        if scores or (abstained and yes is not None):
            raise InputError(Problem("balloting.not_asked"))
        return Judged(yes, (), abstained, later)
    criteria = plan.stage.criteria
    if yes is not None or (scores and len(scores) != len(criteria)):
        raise InputError(Problem("balloting.not_asked"))
    found = tuple(_score(given, one) for given, one in zip(scores, criteria, strict=False))
    if abstained and any(score is not None for score in found):
        raise InputError(Problem("balloting.not_asked"))
    return Judged(None, found or (None,) * len(criteria), abstained, later)


def _score(given: object, criterion: StatedCriterion) -> Fraction | None:
    if given is None:
        return None
    facts = {
        "criterion": criterion.name,
        "low": str(criterion.low),
        "high": str(criterion.high),
    }
    try:
        score = exact_number(given)
    except ValueError:
        raise InputError(Problem("balloting.no_score", "", facts)) from None
    if not criterion.low <= score <= criterion.high:
        raise InputError(Problem("balloting.no_score", "", facts))
    return score
